"""Dates that people write: ``5 May 2016``, ``May 2016``, ``2016/05/04``, ``2016-2018``, ``Spring 1999 - Summer 2001``."""

from __future__ import annotations

import re

from litreview.record.dates import Date, DateParts, date_parts, parse_date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "may mei", "jun", "jul", "aug agu", "sep", "oct okt", "nov", "dec des"), 1
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_SEASON_STARTS = {word[:3]: number for word, number in _SEASONS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SPAN = re.compile(r"(?<!\s)\s+[-–—]\s+|(?:(?<!\s)\s+)?[–—]\s*|(?<=^\d{4})-(?=\d{4}$)")
_NUMERIC = re.compile(r"^(-?\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?$")


def read_raw(text: str) -> Date | None:
    """Read a date in EDTF or as people write it; None for nothing, a literal where it is no date.

    >>> read_raw("25 Dec 2004").edtf(), read_raw("Spring 1999 - Summer 2001").edtf(), read_raw("soon").literal
    ('2004-12-25', '1999-21/2001-22', 'soon')
    """
    words = " ".join(text.split())
    if not words:
        return None
    plain = parse_date(words)
    if plain.literal is None:
        return plain
    about = re.match(r"(?:ca?\.?|circa|about)\s+", words, re.IGNORECASE)
    bare = words[about.end() :] if about else words
    halves = _SPAN.split(bare)
    ends = [_end(half) for half in halves]
    if len(ends) <= 2 and all(ends):
        return Date(start=ends[0], end=ends[1] if len(ends) == 2 else None, circa=about is not None)
    return Date(literal=words)


def season_of(value: object) -> int | None:
    """The season that a number from 1 (spring) to 4 or an English word names, or None.

    >>> season_of("2"), season_of("Fall"), season_of("Hilary")
    (2, 3, None)
    """
    word = str(value).strip().lower()
    return int(word) if word in ("1", "2", "3", "4") else _SEASONS.get(word)


def _end(text: str) -> DateParts | None:
    bare = text.strip().strip(".,")
    if re.fullmatch(r"-?\d{1,4}", bare):
        return DateParts(int(bare))
    era = re.fullmatch(r"(\d{1,4})\s*(bce?|ad|ce)\.?", bare, re.IGNORECASE)
    if era:
        return DateParts(1 - int(era[1]) if era[2].lower().startswith("b") else int(era[1]))
    numeric = _NUMERIC.match(bare)
    if numeric:
        first, second, third = numeric[1], numeric[2], numeric[3]
        if len(first.lstrip("-")) >= 3:
            return date_parts([n for n in (first, second, third) if n])
        if third and len(third) >= 3:
            return date_parts([third, first, second]) or date_parts([third, second, first])
        return None
    words = _WORD.findall(bare)
    numbers = re.findall(r"\d+", bare)
    if len(words) != 1 or len(words[0]) < 3 or not numbers:
        return None
    year = next((n for n in numbers if len(n) >= 3), numbers[-1])
    rest = [n for n in numbers if n is not year]
    name = words[0][:3].lower()
    if name in _SEASON_STARTS and not rest:
        return DateParts(int(year), season=_SEASON_STARTS[name])
    if name in _MONTHS and len(rest) <= 1:
        return date_parts([year, _MONTHS[name], *rest])
    return None
