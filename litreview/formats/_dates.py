"""Dates as exporters write them: month names, seasons, slashes. What none of the rules reads becomes a literal date, never a guess."""

from __future__ import annotations

import re
from functools import lru_cache

from litreview.record import Date, DateParts, parse_date
from litreview.record.dates import date_parts

_MONTHS = (
    "jan januari january janvier enero", "feb februari february pebruari", "mar maret march mrt", "apr april", "may mei", "jun juni june",
    "jul juli july", "aug agt agustus august agu", "sep sept september", "oct okt oktober october", "nov november nopember",
    "dec des desember december",
)  # fmt: skip
_SEASONS = ("spring spr", "summer sum", "fall fal autumn", "winter win")
MONTHS = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
SEASONS = {word: n for n, words in enumerate(_SEASONS, 1) for word in words.split()}
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_SLASHED = re.compile(r"(\d{4})?(?:/([\w.]*))?(?:/(\d{0,2}))?(?:/(.*))?", re.DOTALL)


@lru_cache(4096)  # the works of a file share their years
def slashed(text: str) -> Date | None:
    """A date of RIS: ``YYYY/MM/DD/other``, any part empty; `other` is a season, an EDTF date of that year, or words. None if it is empty.

    >>> [slashed(t).edtf() for t in ("2012/03/15/", "2001/07//", "1998///", "2016///2016/2018", "2012/Sep./28", "///in press", "Mar 2001")]
    ['2012-03-15', '2001-07', '1998', '2016/2018', '2012-09-28', 'in press', '2001-03']
    """
    words = text.strip()
    match = _SLASHED.fullmatch(words)
    if not words.strip("/ "):
        return None
    if not match or "/" not in words:
        return worded(words)
    year, month, day, other = match.groups()
    if year is None:
        return parse_date(other.strip()) if other and other.strip() else worded(words)
    number = _month(month or "")
    parts = date_parts([n for n in (year, number, day) if n]) if number or not (month or day) else None
    if parts is None:
        return worded(words)
    rest = (other or "").strip()
    if rest and not month:
        finer = parse_date(rest)
        if finer.literal is None and finer.year == int(year):
            return finer
        season = _season(rest)
        if season:
            return Date(start=DateParts(int(year), season=season))
    return Date(start=parts)


_DAYS = re.compile(
    r"(?:(?P<before>[^\W\d_]{3,10})\.? )?(?P<first>\d{1,2}) ?[-–—] ?(?P<last>\d{1,2})(?P<behind> [^\W\d_]{3,10}\.?)?,? (?P<year>\d{4})"
)
"""Days of one month: "April 26-30, 2003", "26–30 April 2003"."""


def worded(text: str) -> Date:
    """A date in words or figures, in English or Indonesian; ranges of months and years too. A literal date where it is none.

    >>> [worded(t).edtf() for t in ("2012 Mar 15", "15 Maret 2012", "2012 Mar-Apr", "2012 Nov-2013 Feb", "Spring 2010", "MAR 15")]
    ['2012-03-15', '2012-03-15', '2012-03/2012-04', '2012-11/2013-02', '2010-21', 'MAR 15']
    >>> [worded(t).edtf() for t in ("9/2014", "Sep/2014", "Nov 2013-2014")]
    ['2014-09', '2014-09', '2013-11/2014']
    """
    words = " ".join(text.split())
    packed = re.fullmatch(r"((?:1|20)\d{2,3})(\d{2})(\d{2})", words) if len(words) == 8 else None
    plain = parse_date("-".join(packed.groups()) if packed else words)
    if plain.literal is None:
        return plain
    years = _YEAR.findall(words)
    if len(set(years)) not in (1, 2):
        return plain
    if days := _DAYS.fullmatch(words):
        month, year = days["before"] or days["behind"] or "", days["year"]
        month = month.strip(" .,")
        first, last = (_single(f"{month} {days[day]} {year}") for day in ("first", "last"))
        return Date(start=first, end=last) if first and last else plain
    halves = re.split(r"(?:(?<!\s)\s+)?[-–/]\s*(?=[A-Za-z]|\d{4}\b)", words) if not re.fullmatch(r"[\d/.-]+", words) else [words]
    if len(halves) == 2 and re.fullmatch(r"\d{4}", halves[1]) and not _YEAR.search(halves[0]):  # "Sep/2014"
        halves = [words]
    if len(halves) == 2 and not re.fullmatch(r"\d{1,2}", halves[0]):
        first = _single(halves[0] if _YEAR.search(halves[0]) else f"{halves[0]} {years[-1]}")
        last = _single(halves[1] if _YEAR.search(halves[1]) else f"{halves[1]} {years[0]}")
        return Date(start=first, end=last) if first and last else plain
    parts = _single(words) if len(halves) == 1 else None
    return Date(start=parts) if parts else plain


def joined(month_and_day: str, year: str) -> Date:
    """A date given in two fields, "MAR 15" and "2012"; the year alone where the rest is no date.

    >>> joined("MAR 15", "2012").edtf(), joined("MAR-APR", "2012").edtf(), joined("", "2012").edtf(), joined("n.d.", "2012").edtf()
    ('2012-03-15', '2012-03/2012-04', '2012', '2012')
    """
    if not month_and_day.strip():
        return worded(year)
    date = worded(month_and_day if year.strip() in month_and_day else f"{month_and_day} {year}")
    return worded(year) if date.literal is not None else date


def _single(text: str) -> DateParts | None:
    year = _YEAR.search(text)
    if not year:
        return None
    rest = [word.strip(".,") for word in re.split(r"[\s,/.-]+", text[: year.start()] + " " + text[year.end() :]) if word.strip(".,")]
    names = [word for word in rest if not word.isdigit()]
    figures = [re.sub(r"\D", "", word) for word in rest if word.isdigit()]
    if len(names) > 1 or len(figures) > 1 + (not names):
        return None
    if names and (season := _season(names[0])) and not figures:
        return DateParts(int(year[0]), season=season)
    if names:
        month = _month(names[0])
        return date_parts([year[0], month, *figures]) if month else None
    if len(figures) == 2 and not text.strip().startswith(year[0]):
        return date_parts([year[0], figures[1], figures[0]]) if int(figures[0]) > 12 else None  # 03/04/2012 may mean two days
    return date_parts([year[0], *figures])


def _month(word: str) -> int | None:
    bare = word.strip(". ").casefold()
    return int(bare) if bare.isdigit() and 1 <= int(bare) <= 12 else MONTHS.get(bare)


def _season(word: str) -> int | None:
    return SEASONS.get(word.strip(". ").casefold())
