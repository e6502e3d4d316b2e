"""Splits a RIS file into records of (tag, value, line). rispy's parser walks the lines; what it would drop on the way is kept here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import rispy

from litreview.errors import Problem, Severity, fault
from litreview.formats._reference.tag import Tag

FOREIGN = re.compile(r"([a-z][a-z0-9-]{1,20}:[^=]{1,80})=(.+)", re.DOTALL)
"""What another format said, kept in the user-defined field U1: its qualified name and value."""

_TAGGED = re.compile(r"\s{0,4}([A-Z][A-Z0-9])\s{1,2}-(?:\s|$)?(.*)", re.DOTALL)


class _Field:
    """One field while its lines come in."""

    def __init__(self, name: str, content: str, line: int) -> None:
        self.name, self.lines, self.line = name, [content], line

    def tag(self) -> Tag:
        return Tag(self.name, tuple(self.lines), self.line)


class _Splitter(rispy.RisParser):  # type: ignore[misc]  # rispy has no type information
    """rispy with every tag kept in its order, with its line, and nothing outside the records lost."""

    def __init__(self) -> None:
        super().__init__(mapping={"TY": "TY"}, list_tags=[])
        self.line = 0
        self.inside = False
        self.closed_at = 0
        self.strays: list[tuple[int, str]] = []

    def counted(self, lines: list[str]) -> Iterator[str]:
        for line in lines:
            self.line += 1
            yield line

    def _iter_till_start(self, lines: Iterator[str]) -> dict[str, list[_Field]]:
        while True:
            tag, content = self.parse_line(next(lines))
            if tag is not None and tag == self.START_TAG:
                self.inside = True
                return {"tags": [_Field(tag, content, self.line)]}
            if tag != self.END_TAG and content:
                self.strays.append((self.line, content if tag is None else f"{tag}  - {content}"))

    def parse_line(self, line: str) -> tuple[str | None, str]:
        found = _TAGGED.fullmatch(line)
        if found and found[1] == self.END_TAG and self.inside:
            self.inside, self.closed_at = False, self.line
        return (found[1], found[2].strip()) if found else (None, line.strip())

    def _add_tag(self, record: dict[str, list[_Field]], tag: str, content: str, extend_multiline: bool = False) -> None:
        tags = record["tags"]
        if not extend_multiline:
            tags.append(_Field(tag, content, self.line))
        elif tags[-1].name != self.START_TAG:
            tags[-1].lines.append(content)
        elif content:
            self.strays.append((self.line, content))


def _severity(line: str) -> Severity:
    """A line of figures only is the number of a record, which nobody misses."""
    return "warning" if re.search(r"[^\W\d_]", line) else "info"


def records(text: str, name: str) -> tuple[tuple[tuple[Tag, ...], ...], tuple[Problem, ...]]:
    """The records of a RIS text, each beginning with its ``TY``, and what stood outside them or was not closed.

    A record without ``ER`` ends where the next begins; a ``TY`` with another directly behind it is none. A lone carriage return ends a
    line as well.

    >>> found, problems = records("TY  - BOOK\\nTI  - A\\n  B\\nTY  - JOUR\\nER  - ", "x.ris")
    >>> [[(t.name, t.value) for t in r] for r in found], [p.code for p in problems]
    ([[('TY', 'BOOK'), ('TI', 'A B')], [('TY', 'JOUR')]], ['record-not-closed'])
    """
    splitter = _Splitter()
    lines = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parsed = splitter.parse_lines(splitter.counted([*lines, "ER  - "]))
    found: list[tuple[Tag, ...]] = []
    problems = [
        fault("stray-line", file=name, line=line, value=content[:60], severity=_severity(content)) for line, content in splitter.strays
    ]
    for record in parsed:
        tags: list[Tag] = [field.tag() for field in record["tags"]]
        empty = {n for n, (tag, behind) in enumerate(pairwise(tags)) if tag.name == behind.name == "TY"}
        problems += [fault("stray-line", file=name, line=tags[n].line, value=f"TY  - {tags[n].value}"[:60]) for n in sorted(empty)]
        tags = [tag for n, tag in enumerate(tags) if n not in empty]
        starts = [n for n, tag in enumerate(tags) if tag.name == "TY"]
        found += [tuple(tags[start:end]) for start, end in zip(starts, [*starts[1:], len(tags)], strict=True)]
        problems += [fault("record-not-closed", file=name, line=tags[start].line) for start in starts[:-1]]
    if parsed and splitter.closed_at > len(lines):
        problems.append(fault("record-not-closed", file=name, line=found[-1][0].line))
    return tuple(found), tuple(problems)
