"""Dates as CSL-JSON has them: ``date-parts``, ``season``, ``circa``, ``literal``, ``raw``, ``edtf``.

Years before Christ: ``date-parts`` count as people do, without a year 0 (CSL 1.0.2, "AD and BC": a year of -100 is printed as "100BC");
EDTF, and with it a `Date`, has one (ISO 8601-1:2019, 4.3.2), so that 1 BC is 0, and 334 BC is -333 there and -334 here. ``raw`` is
read as EDTF first, so its years are those of EDTF.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.record.csl_values.raw_dates import read_raw, season_of
from litreview.record.csl_values.texts import is_set
from litreview.record.dates import Date, DateParts, date_parts

MEMBERS = ("date-parts", "season", "circa", "literal", "raw", "edtf")
_LATER_SEASONS = frozenset({"17", "18", "19", "20"})
"""Months that programs write for spring to winter beside 13 to 16."""


def to_json(date: Date) -> dict[str, Any]:
    """One date variable. What ``date-parts`` cannot say (an open start) is written as EDTF.

    >>> to_json(read_raw("2016-05/2018~"))
    {'date-parts': [[2016, 5], [2018]], 'circa': True}
    >>> to_json(read_raw("-0333"))
    {'date-parts': [[-334]]}
    """
    if date.literal is not None:
        return {"literal": date.literal, "circa": True} if date.circa else {"literal": date.literal}
    if date.start is None or date.open_start:
        return {"edtf": date.edtf()}
    single = date.end is None and not date.open_end
    parts = [_parts(date.start, season_apart=single)]
    if date.end is not None:
        parts.append(_parts(date.end))
    elif date.open_end:
        parts.append([0])
    members: dict[str, Any] = {"date-parts": parts}
    if single and date.start.season is not None:
        members["season"] = date.start.season
    if date.circa:
        members["circa"] = True
    return members


def _parts(parts: DateParts, season_apart: bool = False) -> list[int]:
    year = parts.year if parts.year > 0 else parts.year - 1
    if parts.season is not None:
        return [year] if season_apart else [year, 20 + parts.season]
    return [n for n in (year, parts.month, parts.day) if n is not None]


def from_json(value: object) -> tuple[Date | None, str | None]:
    """Read a date variable: the date, or None where it states none, and what had to be left out of it ("month 17"), or None.

    Strings and numbers are read as ``raw`` is, although the schema has objects only; what is no date becomes a literal. Of several
    members ``date-parts`` counts, then ``edtf``, ``raw`` and ``literal``.

    >>> date, lost = from_json({"date-parts": [[2016, 17]]})
    >>> date.edtf(), lost
    ('2016', '2016-17')
    >>> from_json({"raw": "May 2019"})[0].edtf(), from_json({"date-parts": [["2019", "0"]], "season": "Spring"})[0].edtf()
    ('2019-05', '2019-21')
    """
    if isinstance(value, bool):
        return None, str(value)
    if isinstance(value, int | float | str):
        return read_raw(str(_integer(value))), None
    if not isinstance(value, Mapping):
        return None, type(value).__name__
    circa = is_set(value.get("circa"))
    date, lost = _from_parts(value.get("date-parts"), value.get("season"))
    for member in ("edtf", "raw"):
        words = value.get(member)
        if date is None and isinstance(words, int | str) and not isinstance(words, bool):
            date = read_raw(str(words))
    literal = value.get("literal")
    if date is None and isinstance(literal, str) and literal.strip():
        date = Date(literal=literal)
    return attrs.evolve(date, circa=True) if date is not None and circa else date, lost


def _from_parts(listed: object, season: object) -> tuple[Date | None, str | None]:
    if listed is None:
        return None, None
    if not isinstance(listed, list | tuple):
        return None, _as_text(listed)
    flat = not any(isinstance(part, list | tuple) for part in listed)
    nested = [listed] if flat else [part if isinstance(part, list | tuple) else [part] for part in listed]
    filled = [[n for n in part if n is not None and n != ""] for part in nested]
    ends = [_end(numbers) for numbers in filled[:2]]
    lost = next((lost for _, lost in ends if lost is not None), None if len(filled) <= 2 else _as_text(filled))
    start, end = (*(date for date, _ in ends), None, None)[:2]
    if start is None:
        return Date(end=end, open_start=True) if end is not None else None, lost
    if season not in (None, ""):
        number = season_of(season)
        if number is not None and len(ends) == 1 and start.month is None and start.season in (None, number):
            start = DateParts(start.year, season=number)
        else:
            lost = lost or f"season {season}"
    return Date(start, end, open_end=len(ends) > 1 and end is None and bool(filled[1]) and ends[1][1] is None), lost


def _end(numbers: list[Any]) -> tuple[DateParts | None, str | None]:
    """As much of one end as is possible, from its year on, and the whole if something had to go; a 0 at the end is not known."""
    known = [_integer(n) for n in numbers]
    while known and str(known[-1]).strip() in ("0", "00"):
        known.pop()
    if len(known) == 3 and str(known[1]).strip() in _LATER_SEASONS:  # without a day it may be a range of years: 2016-17
        known[1] = int(known[1]) - 4
    for length in range(min(len(known), 3), 0, -1):
        parts = date_parts([_with_year_0(known[0]), *known[1:length]])
        if parts is not None and str(known[0]).strip() != "0":
            return parts, None if length == len(known) else _as_text(numbers)
    return None, _as_text(numbers) if known else None


def _integer(number: Any) -> int | str:
    if isinstance(number, float) and number.is_integer():
        return int(number)
    return number if isinstance(number, int) and not isinstance(number, bool) else str(number)


def _with_year_0(year: int | str) -> int | str:
    try:
        return int(year) + 1 if int(year) < 0 else year
    except ValueError:
        return year


def _as_text(value: object) -> str:
    return "-".join(_as_text(n) for n in value) if isinstance(value, list | tuple) else str(value)
