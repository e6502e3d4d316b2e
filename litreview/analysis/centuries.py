"""Centuries named in words ("the late nineteenth century", "abad ke-19") as years."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.languages import language, tags

_FIRST, _LAST = 5, 20
"""The centuries that a study covers; the present one mostly stands in "skills for the 21st century"."""
_ROMAN = {"v": 5, "i": 1, "x": 10}
_PARTS = {"early": (1, 50), "middle": (26, 75), "late": (51, 100)}
"""The years of a century that its parts stand for, roughly."""


@attrs.frozen(eq=False)
class _Table:
    named: re.Pattern[str]
    """One century or a range of two: groups start_part, start, end_part, end."""
    numbers: dict[str, int]
    parts: dict[str, str]


@attrs.frozen
class Span:
    """The years `first` to `last` that centuries named at `start` to `end` of a text stand for."""

    start: int
    end: int
    first: int
    last: int


def centuries(text: str, tag: str) -> Span | None:
    """The first century, or range of centuries, that `text` names; None where it names none.

    >>> centuries("Trade in the nineteenth century is traced.", "en")
    Span(start=13, end=31, first=1801, last=1900)
    >>> found = centuries("Wakaf pada abad XVI hingga awal abad XX ditelusuri.", "id")
    >>> (found.first, found.last)
    (1501, 1950)
    """
    table = _table(tag.split("-")[0])
    match = table.named.search(text) if table is not None else None
    if table is None or match is None:
        return None
    first = _years(match["start"], match["start_part"], table)
    last = _years(match["end"], match["end_part"], table) if match["end"] else first
    if first is None or last is None or first[0] > last[1]:
        return None
    return Span(match.start(), match.end(), first[0], last[1])


def _years(written: str, part: str | None, table: _Table) -> tuple[int, int] | None:
    """The first and last year of a century, or of a part of it."""
    low = written.casefold()
    digits = re.match(r"\d+", low)
    number = int(digits.group()) if digits else table.numbers.get(low) or _roman(low)
    if not _FIRST <= number <= _LAST:
        return None
    from_, to = _PARTS[table.parts[part.casefold()]] if part else (1, 100)
    return (number - 1) * 100 + from_, (number - 1) * 100 + to


def _roman(written: str) -> int:
    """A number of the letters x, v and i; 0 for what is none."""
    values = [_ROMAN.get(letter, 0) for letter in written]
    if not all(values):
        return 0
    return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))


@cache
def _table(tag: str) -> _Table | None:
    if tag not in tags():
        return None
    spoken = language(tag)
    section = spoken.section("centuries")
    numbers = {word: number for number, word in enumerate(str(section["numbers"]).split(), 1)}
    parts = {word: part for part in _PARTS for word in str(section[part]).split()}
    return _Table(re.compile(spoken.regex(section["named"]), re.IGNORECASE), numbers, parts)
