"""Dates as far as they are known: a year, a month, a season, a range, "about", or only words.

Reads and writes EDTF (ISO 8601-2:2019, levels 0 and 1) and the ``date-parts`` of CSL-JSON.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs


@attrs.frozen(order=False)
class DateParts:
    """One end of a date. `month` 1-12 or `season` 1-4 (spring first), `day` 1-31; years before 1 are 0 or negative."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None

    def edtf(self) -> str:
        """The date in EDTF: ``2016``, ``2016-05``, ``2016-05-04``, a season as ``2016-21`` to ``2016-24``."""
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        if abs(self.year) > 9999:
            year = f"Y{year}"
        if self.season is not None:
            return f"{year}-{20 + self.season}"
        return year + "".join(f"-{part:02d}" for part in (self.month, self.day) if part is not None)


@attrs.frozen
class Date:
    """A date or range. A date that says nothing does not exist: an unknown date is None in the record.

    `end` closes a range, `open_end` says that it has none yet. `circa` is "about". `literal` holds words that are no date ("in press").

    >>> parse_date("2016/2018").edtf(), parse_date("2010~").circa, parse_date("forthcoming").literal
    ('2016/2018', True, 'forthcoming')
    """

    start: DateParts | None = None
    end: DateParts | None = None
    open_end: bool = False
    open_start: bool = False
    circa: bool = False
    literal: str | None = None

    def edtf(self) -> str:
        """The date in EDTF, or the literal words."""
        if self.literal is not None:
            return self.literal
        about = "~" if self.circa else ""
        first = ".." if self.open_start else self.start.edtf() + about if self.start else ""
        if self.open_end:
            return f"{first}/.."
        return f"{first}/{self.end.edtf()}{about}" if self.end else first

    @property
    def year(self) -> int | None:
        """The year in which the date starts, or None."""
        return self.start.year if self.start else None


def year(number: int) -> Date:
    """The date of a whole year."""
    return Date(start=DateParts(number))


_PART = re.compile(r"^(?P<year>-?\d{4}|[yY]-?\d{5,})(?:-(?P<second>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?:T\S*)?$")
_PLAIN_YEAR = re.compile(r"^-?\d{1,4}$")
_BESIDE = re.compile(r"(?P<year>\d{4}) ?/ ?(?P<figures>\d{1,2})|(?P<before>\d{1,2}) ?/ ?(?P<after>\d{4})")
_MARKS = "~?%"


def parse_date(text: str) -> Date:
    """Read an EDTF date, range, open range or plain year. Never raises: anything else becomes a `literal`.

    A month of 13-16 or 21-24 is a season, as CSL-JSON and EDTF have it. ``~``, ``?`` and ``%`` behind a date mean "about". One or two
    figures beside a year are a month, or the next year ("2014/15"); where they may be either ("2011/12") the date stays as it is written.

    >>> parse_date("2020-21").start.season, parse_date("1999-13-01").literal
    (1, '1999-13-01')
    >>> [parse_date(t).edtf() for t in ("9/2014", "2014/9", "2014/15", "2011/12", "0009/2014")]
    ['2014-09', '2014-09', '2014/2015', '2011/12', '0009/2014']
    """
    words = text.strip()
    if beside := _BESIDE.fullmatch(words):
        return _beside(int(beside["year"] or beside["after"]), int(beside["figures"] or beside["before"]), words)
    if "/" in words:
        first, _, last = words.partition("/")
        start, about = _part(first)
        end, about_end = _part(last)
        open_start, open_end = first.strip() in ("", ".."), last.strip() in ("", "..")
        if (start or open_start) and (end or open_end) and (start or end):
            return Date(start, end, open_end, open_start, about or about_end)
    start, about = _part(words)
    return Date(start=start, circa=about) if start else Date(literal=words)


def _beside(year_: int, figures: int, words: str) -> Date:
    """The date of a year with one or two figures beside it."""
    follows = words.endswith(f"/{(year_ + 1) % 100:02d}")
    if follows and figures > 12:
        return Date(DateParts(year_), DateParts(year_ + 1))
    return Date(DateParts(year_, figures)) if 1 <= figures <= 12 and not follows else Date(literal=words)


def _part(text: str) -> tuple[DateParts | None, bool]:
    bare = text.strip()
    about = bare[-1:] in _MARKS and bare != ""
    bare = bare.rstrip(_MARKS)
    if _PLAIN_YEAR.match(bare):
        return DateParts(int(bare)), about
    match = _PART.match(bare)
    if not match:
        return None, False
    numbers = [match["year"].lstrip("yY"), match["second"], match["day"]]
    return date_parts([n for n in numbers if n]), about


def date_parts(numbers: Sequence[int | str]) -> DateParts | None:
    """Read one inner list of CSL-JSON ``date-parts`` (year, month or season, day; numbers or digits); None if impossible.

    >>> date_parts([2016, "5"]), date_parts([2016, 17])
    (DateParts(year=2016, month=5, day=None, season=None), None)
    """
    try:
        values = [int(n) for n in numbers if str(n).strip() != ""]
    except ValueError:
        return None
    if not 1 <= len(values) <= 3:
        return None
    second, day = (*values[1:], None, None)[:2]
    if second is None:
        return DateParts(values[0])
    if 13 <= second <= 16 or 21 <= second <= 24:
        return DateParts(values[0], season=(second - 12 if second <= 16 else second - 20)) if day is None else None
    if not 1 <= second <= 12 or (day is not None and not 1 <= day <= days_in(values[0], second)):
        return None
    return DateParts(values[0], second, day)


def days_in(year_: int, month: int) -> int:
    """How many days a month has in the proleptic Gregorian calendar.

    >>> days_in(2000, 2), days_in(1900, 2)
    (29, 28)
    """
    if month == 2:
        return 29 if year_ % 4 == 0 and (year_ % 100 != 0 or year_ % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
