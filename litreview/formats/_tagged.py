"""Splits texts whose lines begin with a tag (RIS, MEDLINE, Web of Science, EndNote) into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

import attrs

from litreview.errors import Problem, Severity, fault
from litreview.formats._entities import without_entities
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._reference.tag import Tag
from litreview.formats._text import decode
from litreview.record import Study


@attrs.frozen
class Layout:
    """How a format lays out its lines.

    - `tagged`: a line with a tag: group 1 is the tag, group 2 the value.
    - `continued`: a line that continues the value before it: group 1 is the text.
    - `first`: tags that begin a record, `last`: a tag that ends one; an empty line ends one where `parted` is set, and there a record may
      state its `first` tag behind others.
    - `outside`: tags of the file rather than of a record.
    - `bounded`: a record needs its `first` and its `last` tag: one without the other is reported, and one that has nothing but its
      first tag before the next begins is none. Tags between the end of one record and the first tag of the next belong to the next.
    """

    tagged: re.Pattern[str]
    continued: re.Pattern[str]
    first: Collection[str] = ()
    last: str | None = None
    parted: bool = False
    outside: Collection[str] = ()
    bounded: bool = False


def studies_of(
    data: bytes, name: str, layout: Layout, raw_record: Callable[[tuple[Tag, ...], str], RawRecord]
) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a tagged file in their order; `raw_record` reads the tags of one record of the file `name`.

    Bytes that are not UTF-8 are read as cp1252, with a problem.
    """
    text, assumed = decode(data, name, "cp1252")
    tag_lists, problems = records(text, layout, name)
    return finished([raw_record(tags, name) for tags in tag_lists], (*assumed, *problems))


def records(text: str, layout: Layout, name: str) -> tuple[tuple[tuple[Tag, ...], ...], tuple[Problem, ...]]:
    """The records of a text as their tags in order, and the lines that belong to none.

    >>> layout = Layout(re.compile(r"%(.) ?(.*)"), re.compile(r"(.*)"), parted=True)
    >>> [[(t.name, t.value) for t in record] for record in records("%T A\\nB\\n\\n%T C", layout, "x.enw")[0]]
    [[('T', 'A B')], [('T', 'C')]]
    >>> layout = Layout(re.compile(r"(..) - ?(.*)"), re.compile(r"(.*)"), first=("TY",), last="ER", bounded=True)
    >>> tag_lists, problems = records("PY - 1\\nTY - BOOK\\nTI - A\\nTY - JOUR\\nER - \\nTI - ?", layout, "x.ris")
    >>> [[(t.name, t.value) for t in record] for record in tag_lists], [(p.code, p.origin.line) for p in problems]
    ([[('TY', 'BOOK'), ('PY', '1'), ('TI', 'A')], [('TY', 'JOUR')]], [('record-not-closed', 2), ('stray-line', 6)])
    """
    tag_lists: list[list[tuple[str, list[str], int]]] = [[]]
    problems: list[Problem] = []
    opening = ""
    early: list[tuple[str, list[str], int]] = []
    """Tags of the next record that stand before its first."""
    for number, line in enumerate(text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        record = tag_lists[-1]
        if not line.strip():
            if layout.parted and record:
                tag_lists.append([])
            continue
        tagged = layout.tagged.fullmatch(line)
        tag, value = (tagged[1], (tagged[2] or "").strip()) if tagged else ("", line)
        more = None if tagged else layout.continued.fullmatch(line)
        if tagged and tag in layout.outside:
            continue
        if tagged and tag == layout.last:
            problems += [_stray(f"{stray}  - {lines[0]}", at, name) for stray, lines, at in early]
            early = []
            tag_lists.append([])
        elif tagged and (record or not layout.bounded or tag in layout.first):
            whole = not layout.parted or any(earlier[0] in layout.first for earlier in record)
            if tag in layout.first and record and whole:
                empty = layout.bounded and len(record) == 1
                if layout.bounded:
                    problems.append(_stray(opening, record[0][2], name) if empty else _unclosed(record, name))
                tag_lists[-1:] = [[]] if empty else [record, []]
            opening = opening if tag_lists[-1] else line
            tag_lists[-1].append((tag, [value], number))
            if tag in layout.first:
                tag_lists[-1] += early
                early = []
        elif tagged:
            early.append((tag, [value], number))
        elif more and early:
            early[-1][1].append(more[1].strip())
        elif more and record and not (layout.bounded and len(record) == 1):  # no first tag goes on over lines
            record[-1][1].append(more[1].strip())
        elif value:
            problems.append(_stray(line, number, name))
    problems += [_stray(f"{tag}  - {lines[0]}", at, name) for tag, lines, at in early]
    if layout.bounded and tag_lists[-1]:
        problems.append(_unclosed(tag_lists[-1], name))
    return tuple(tuple(_tag(*tag) for tag in tags) for tags in tag_lists if tags), tuple(problems)


def _tag(tag: str, lines: list[str], number: int) -> Tag:
    value = lines[0] if len(lines) == 1 else ""
    if value and "&" not in value:  # as most are
        return Tag(tag, (value,), number, tag)
    return Tag(tag, tuple(without_entities(line) for line in lines), number)


def _stray(line: str, number: int, name: str) -> Problem:
    """A line of figures only is the number of a record, which nobody misses."""
    severity: Severity = "warning" if re.search(r"[^\W\d_]", line) else "info"
    return fault("stray-line", file=name, line=number, value=line.strip()[:60], severity=severity)


def _unclosed(record: list[tuple[str, list[str], int]], name: str) -> Problem:
    return fault("record-not-closed", file=name, line=record[0][2])
