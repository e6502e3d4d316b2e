"""Dates as ``.bib`` files give them: EDTF in ``date``, or year, month and day apart, in digits, words or macros."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from litreview.record import Date, DateParts, parse_date
from litreview.record.dates import days_in

_MONTH_NAMES = (
    "jan january januari januar janvier enero gennaio janeiro januari",
    "feb february februari februar fevrier février febrero febbraio pebruari fev febr",
    "mar march maret märz marz mars marzo março maart mrt mär",
    "apr april avril abril aprile avr",
    "may mei mai mayo maggio maio",
    "jun june juni juin junio giugno junho",
    "jul july juli juillet julio luglio julho",
    "aug august agustus augustus août aout agosto agu agt ags",
    "sep september sept septembre septiembre settembre setembro",
    "oct october oktober octobre octubre ottobre outubro okt",
    "nov november novembre noviembre novembro nopember nop",
    "dec december desember dezember décembre decembre diciembre dicembre dezembro des dez",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4, "semi": 1, "musim": 0}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONGEST_NUMBER = 4
_ABOUT = re.compile(r"^(?:ca?\.?|circa|about|sekitar|around)\s*(?=\d)", re.IGNORECASE)
_YEAR_ALONE = re.compile(r"[^\w~?-]*(\d{4})[^\w~?-]*")
_YEARS = re.compile(r"(\d{4})\s*(?:-|–|—|/|to|s\.?d\.?)\s*(\d{4}|\d{2})")
_LETTERED = re.compile(r"(\d{4})[ -]?([a-h])")
_UNSPECIFIED = re.compile(r"(\d{2})(\d|[Xxu?])([Xxu?])")
_ACCESSED = re.compile(
    r"\[?(?:online\s*[;,.]?\s*)?(?:last\s+)?(?:accessed|retrieved|visited|diakses|diunduh)(?:\s+(?:on|pada|tanggal))*\s*:?\s*([^\]]*?)[\].]*",
    re.IGNORECASE,
)
_NO_DATE = re.compile(r"n\.?\s?d\.?|s\.?\s?a\.?|no date|undated|t\.?\s?t\.?|tanpa tahun|tt|[-–—]+|\?+", re.IGNORECASE)
NOT_YET = {
    "in press": "in press", "inpress": "in press", "forthcoming": "forthcoming", "to appear": "forthcoming", "submitted": "submitted",
    "in preparation": "in preparation", "in prep": "in preparation", "accepted": "in press", "prepublished": "advance online publication",
    "advance online publication": "advance online publication", "dalam proses cetak": "in press", "akan terbit": "forthcoming",
}  # fmt: skip
"""Words in the place of a year, and the CSL ``status`` they stand for."""


@attrs.frozen
class ReadDate:
    """What date fields came to: a date, or nothing where the words say that there is none; `leftover` is what could not be used,
    `letter` what stood behind the year to tell works of one year apart."""

    date: Date | None
    leftover: str | None = None
    status: str | None = None
    none_stated: bool = False
    letter: str | None = None


@lru_cache(4096)
def from_edtf(text: str) -> ReadDate:
    """A ``date`` field: EDTF levels 0 and 1 as biblatex has it, or words that name a date.

    >>> from_edtf("2016-05/2017").date.edtf(), from_edtf("199X").date.edtf(), from_edtf("30-Mar-2020").date.edtf()
    ('2016-05/2017', '1990~/1999~', '2020-03-30')
    """
    bare = text.strip()
    date = parse_date(_less_precise(bare))
    if date.literal is None:
        return ReadDate(date)
    decade = _UNSPECIFIED.fullmatch(bare)
    if decade:
        low, high = (decade[1] + (decade[2] if decade[2].isdigit() else digit) + digit for digit in "09")
        return ReadDate(Date(DateParts(int(low)), DateParts(int(high)), circa=True))
    return _in_words(bare)


def _less_precise(text: str) -> str:
    """Without the parts that are given as unknown: ``2004-05-XX``, ``1993-00-00``."""
    return re.sub(r"(-(?:00|XX|uu|xx|\?\?))+(?=$|/)", "", text.replace("/open", "/..").replace("/unknown", "/.."))


@lru_cache(4096)
def from_parts(year: str | None, month: str | None, day: str | None) -> ReadDate:
    """Fields year, month and day, each as decoded text.

    >>> from_parts("2016", "5--7", None).date.edtf(), from_parts("in press", None, None).status
    ('2016-05/2016-07', 'in press')
    """
    if year is None:
        return ReadDate(None, leftover=month)
    stated = _year(year)
    date = stated.date
    if date is None or date.literal is not None or date.start is None or month is None:
        return stated if month is None or stated.date is None or stated.date.literal is None else attrs.evolve(stated, leftover=month)
    if date.start.month is not None or date.start.season is not None or date.end is not None:
        return attrs.evolve(stated, leftover=month)
    parts = _months(month, date.start.year, day)
    if parts is None:
        return attrs.evolve(stated, leftover=month)
    return attrs.evolve(stated, date=attrs.evolve(date, start=parts[0], end=parts[1]))


def _year(text: str) -> ReadDate:
    bare = text.strip().strip("[]() ").removeprefix("©").strip()
    if alone := _YEAR_ALONE.fullmatch(bare):
        return ReadDate(Date(DateParts(int(alone[1]))))
    about = _ABOUT.match(bare)
    if about:
        bare = bare[about.end() :]
    span = _YEARS.fullmatch(bare)
    if span:
        last = span[2] if len(span[2]) == 4 else span[1][:2] + span[2]
        if len(span[2]) == 2 and last < span[1] and 1 <= int(span[2]) <= 12:  # no years run backwards: it is the month
            return ReadDate(Date(DateParts(int(span[1]), int(span[2])), circa=bool(about)))
        return ReadDate(Date(DateParts(int(span[1])), DateParts(int(last)), circa=bool(about)))
    lettered = _LETTERED.fullmatch(bare)
    if lettered:
        return ReadDate(Date(DateParts(int(lettered[1])), circa=bool(about)), letter=lettered[2])
    stated = from_edtf(bare)
    if about and stated.date is not None and stated.date.literal is None:
        return attrs.evolve(stated, date=attrs.evolve(stated.date, circa=True))
    return stated


def _months(text: str, year: int, day: str | None) -> tuple[DateParts, DateParts | None] | None:
    """The one or two ends that a month field gives; None where it gives none."""
    words = _WORD.findall(text.casefold())
    months: list[tuple[int, bool]] = []
    if any(len(word) > _LONGEST_NUMBER for word in words if word.isdigit()):
        return None
    days: list[int] = [int(day)] if day is not None and re.fullmatch(r"\s*[0-9]{1,4}\s*", day) else []
    named = any(w in _MONTHS or w in _SEASONS for w in words)
    for word in words:
        if word in _MONTHS or word in _SEASONS:
            months.append((_MONTHS[word], False) if word in _MONTHS else (_SEASONS[word], True))
        elif not word.isdigit():
            return None
        elif named:
            if int(word) != year:
                days.append(int(word))
        elif 1 <= int(word) <= 12 or 21 <= int(word) <= 24:
            months.append((int(word) - 20, True) if int(word) > 12 else (int(word), False))
        else:
            return None
    if not months or len(months) > 2 or not all(number for number, _ in months):
        return None
    ends = [DateParts(year, season=number) if season else DateParts(year, number) for number, season in months]
    if days and not any(season for _, season in months):
        pairs = list(zip(ends * 2 if len(ends) == 1 else ends, days, strict=False))[: max(len(ends), min(len(days), 2))]
        if not all(1 <= d <= days_in(year, p.month or 1) for p, d in pairs) or len(days) > 2 or (len(months) == 2 and len(days) == 1):
            return None if len(months) == 1 else (ends[0], ends[1])
        ends = [attrs.evolve(p, day=d) for p, d in pairs]
    return ends[0], ends[1] if len(ends) > 1 else None


def accessed(note: str) -> Date | None:
    """The day on which an address was looked up, where a note says nothing else.

    >>> accessed("[Online; accessed 19-July-2008]").edtf(), accessed("Diakses pada 3 Maret 2021").edtf(), accessed("Accessed by few")
    ('2008-07-19', '2021-03-03', None)
    """
    match = _ACCESSED.fullmatch(note.strip())
    date = from_edtf(match[1].strip()).date if match else None
    return date if date is not None and date.start is not None else None


def _in_words(text: str) -> ReadDate:
    """A date such as "3 March 2020" or "Mar 2020"; words that say "not yet" or "unknown"; else a literal."""
    folded = " ".join(text.casefold().split()).rstrip(".")
    if folded in NOT_YET:
        return ReadDate(Date(literal=text), status=NOT_YET[folded])
    if _NO_DATE.fullmatch(text) or not folded:
        return ReadDate(None, none_stated=True)
    words = _WORD.findall(text.casefold())
    years = [w for w in words if len(w) == 4 and w.isdigit()]
    if len(years) == 1 and len(words) <= 5 and any(w in _MONTHS or w in _SEASONS for w in words):
        rest = " ".join(w for w in words if w != years[0])
        parts = _months(rest, int(years[0]), None)
        if parts is not None:
            return ReadDate(Date(parts[0], parts[1]))
    numbers = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text) or re.fullmatch(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", text)
    if numbers and len(numbers[1]) == 4:
        date = parse_date(f"{numbers[1]}-{int(numbers[2]):02d}-{int(numbers[3]):02d}")
        if date.literal is None:
            return ReadDate(date)
    return ReadDate(Date(literal=text), leftover=None)
