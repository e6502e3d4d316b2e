"""Splits texts whose lines begin with a tag (RIS, MEDLINE, Web of Science, EndNote) into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

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
    problems = list(assumed)
    return finished((raw_record(tags, name) for tags in each_record(text, layout, name, problems)), problems)


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
    problems: list[Problem] = []
    return tuple(each_record(text, layout, name, problems)), tuple(problems)


def each_record(text: str, layout: Layout, name: str, problems: list[Problem]) -> Iterator[tuple[Tag, ...]]:
    """The records of a text one after the other, as their tags in order; lines that belong to none join `problems` on the way."""
    record: list[Tag] = []
    opening = ""
    early: list[Tag] = []
    """Tags of the next record that stand before its first."""
    more: list[str] = []
    """Lines that continue the last tag."""
    tagged_line, first, last, outside, bounded = layout.tagged.fullmatch, layout.first, layout.last, layout.outside, layout.bounded
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.replace("\ufeff", "").split("\n"), 1):
        tagged = tagged_line(line)
        if tagged is None and line.strip():
            goes_on = layout.continued.fullmatch(line)
            if goes_on and (early or (record and not (bounded and len(record) == 1))):  # no first tag goes on over lines
                more.append(goes_on[1])
            else:
                problems.append(_stray(line, number, name))
            continue
        tag, value = tagged.groups("") if tagged else ("", "")
        if tag in outside or not (tagged or layout.parted):
            continue
        if more:
            _lengthen(early or record, more)
            more = []
        if tagged is None:
            if record:
                yield tuple(record)
                record = []
        elif tag == last:
            problems += [_stray(f"{stray.name}  - {stray.lines[0]}", stray.line, name) for stray in early]
            early = []
            if record:
                yield tuple(record)
                record = []
        elif record or not bounded or tag in first:
            begins = tag in first
            if begins and record and (not layout.parted or any(earlier.name in first for earlier in record)):
                empty = bounded and len(record) == 1
                if bounded:
                    problems.append(_stray(opening, record[0].line, name) if empty else _unclosed(record, name))
                if not empty:
                    yield tuple(record)
                record = []
            opening = opening if record else line
            said = value.strip()
            record.append(Tag(tag, (without_entities(said) if "&" in said else said,), number, tag))
            if begins:
                record += early
                early = []
        else:
            early.append(Tag(tag, (without_entities(value.strip()),), number, tag))
    if more:
        _lengthen(early or record, more)
    problems += [_stray(f"{tag.name}  - {tag.lines[0]}", tag.line, name) for tag in early]
    if record:
        if bounded:
            problems.append(_unclosed(record, name))
        yield tuple(record)


def _lengthen(tags: list[Tag], more: Sequence[str]) -> None:
    """Give the last tag the further lines of its value."""
    last = tags[-1]
    tags[-1] = Tag(last.name, (*last.lines, *(without_entities(line.strip()) for line in more)), last.line, last.found)


def _stray(line: str, number: int, name: str) -> Problem:
    """A line of figures only is the number of a record, which nobody misses."""
    severity: Severity = "warning" if re.search(r"[^\W\d_]", line) else "info"
    return fault("stray-line", file=name, line=number, value=line.strip()[:60], severity=severity)


def _unclosed(record: list[Tag], name: str) -> Problem:
    return fault("record-not-closed", file=name, line=record[0].line)
