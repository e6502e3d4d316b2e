"""Splits texts whose lines begin with a tag (MEDLINE, Web of Science, EndNote) into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

import attrs

from litreview.errors import Problem, Severity, fault
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._reference.tag import Tag
from litreview.formats._text import decode
from litreview.record import Study


@attrs.frozen
class Layout:
    """How a format lays out its lines.

    - `tagged`: a line with a tag: group 1 is the tag, group 2 the value.
    - `continued`: a line that continues the value before it: group 1 is the text.
    - `first`: tags that begin a record, `last`: a tag that ends one; an empty line ends one where `parted` is set.
    - `outside`: tags of the file rather than of a record.
    """

    tagged: re.Pattern[str]
    continued: re.Pattern[str]
    first: Collection[str] = ()
    last: str | None = None
    parted: bool = False
    outside: Collection[str] = ()


def _severity(line: str) -> Severity:
    """A line of figures only is the number of a record, which nobody misses."""
    return "warning" if re.search(r"[^\W\d_]", line) else "info"


def studies_of(
    data: bytes, name: str, layout: Layout, raw_record: Callable[[tuple[Tag, ...], str], RawRecord]
) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a tagged file in their order; `draft` reads the tags of one record of the file `name`.

    Bytes that are not UTF-8 are read as cp1252, with a problem.
    """
    text, assumed = decode(data, name, "cp1252")
    found, problems = records(text, layout, name)
    return finished([raw_record(tags, name) for tags in found], (*assumed, *problems))


def records(text: str, layout: Layout, name: str) -> tuple[tuple[tuple[Tag, ...], ...], tuple[Problem, ...]]:
    """The records of a text as their tags in order, and the lines that belong to none.

    >>> layout = Layout(re.compile(r"%(.) ?(.*)"), re.compile(r"(.*)"), parted=True)
    >>> [[(t.name, t.value) for t in record] for record in records("%T A\\nB\\n\\n%T C", layout, "x.enw")[0]]
    [[('T', 'A B')], [('T', 'C')]]
    """
    found: list[list[tuple[str, list[str], int]]] = [[]]
    problems: list[Problem] = []
    for number, line in enumerate(text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line.strip():
            if layout.parted and found[-1]:
                found.append([])
            continue
        tagged = layout.tagged.fullmatch(line)
        if tagged and tagged[1] in layout.outside:
            continue
        if tagged and tagged[1] == layout.last:
            found.append([])
        elif tagged:
            if tagged[1] in layout.first and found[-1]:
                found.append([])
            found[-1].append((tagged[1], [(tagged[2] or "").strip()], number))
        else:
            more = layout.continued.fullmatch(line)
            if more and found[-1]:
                found[-1][-1][1].append(more[1].strip())
            else:
                problems.append(fault("stray-line", file=name, line=number, value=line.strip()[:60], severity=_severity(line)))
    return tuple(tuple(Tag(tag, tuple(lines), number) for tag, lines, number in tags) for tags in found if tags), tuple(problems)
