"""Dates as CSL-JSON has them: ``date-parts``, ``season``, ``circa``, ``literal``, ``raw``, ``edtf``.

Years before Christ: ``date-parts`` count as people do, without a year 0 (CSL 1.0.2, "AD and BC": a year of -100 is printed as "100BC");
EDTF, and with it a `Date`, has one (ISO 8601-1:2019, 4.3.2), so that 1 BC is 0, and 334 BC is -333 there and -334 here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.record.dates import Date, DateParts, date_parts, parse_date

MEMBERS = ("date-parts", "season", "circa", "literal", "raw", "edtf")


def to_json(date: Date) -> dict[str, Any]:
    """One date variable. What ``date-parts`` cannot say (an open start) is written as EDTF.

    >>> to_json(parse_date("2016-05/2018~"))
    {'date-parts': [[2016, 5], [2018]], 'circa': True}
    >>> to_json(parse_date("-0333"))
    {'date-parts': [[-334]]}
    """
    if date.literal is not None:
        return {"literal": date.literal}
    if date.start is None or date.open_start:
        return {"edtf": date.edtf()}
    single = date.end is None and not date.open_end
    parts = [_parts(date.start, season_apart=single)]
    if date.end is not None:
        parts.append(_parts(date.end))
    elif date.open_end:
        parts.append([0])
    found: dict[str, Any] = {"date-parts": parts}
    if single and date.start.season is not None:
        found["season"] = date.start.season
    if date.circa:
        found["circa"] = True
    return found


def _parts(parts: DateParts, season_apart: bool = False) -> list[int]:
    year = parts.year if parts.year > 0 else parts.year - 1
    if parts.season is not None:
        return [year] if season_apart else [year, 20 + parts.season]
    return [n for n in (year, parts.month, parts.day) if n is not None]


def from_json(value: object) -> tuple[Date | None, str | None]:
    """Read a date variable: the date, or None where it states none, and what had to be left out of it ("month 17"), or None.

    Strings and numbers are read as EDTF or plain years, although the schema has objects only; what is no date becomes a literal.

    >>> date, lost = from_json({"date-parts": [[2016, 17]]})
    >>> date.edtf(), lost
    ('2016', '2016-17')
    """
    if isinstance(value, bool):
        return None, str(value)
    if isinstance(value, int | str):
        text = str(value).strip()
        return (parse_date(text), None) if text else (None, None)
    if not isinstance(value, Mapping):
        return None, type(value).__name__
    circa = _truth(value.get("circa"))
    for member in ("edtf", "raw"):
        words = value.get(member)
        if isinstance(words, str) and words.strip() and not value.get("date-parts"):
            read = parse_date(words)
            return attrs.evolve(read, circa=read.circa or circa), None
    date, lost = _from_parts(value.get("date-parts"), value.get("season"), circa)
    if date is None:
        literal = value.get("literal")
        if isinstance(literal, str) and literal.strip():
            return Date(literal=literal), lost
    return date, lost


def _from_parts(listed: object, season: object, circa: bool) -> tuple[Date | None, str | None]:
    if listed is None:
        return None, None
    if not isinstance(listed, list | tuple) or len(listed) > 2 or not all(isinstance(part, list | tuple) for part in listed):
        return None, _shown(listed)
    filled = [[n for n in part if n is not None and n != ""] for part in listed]
    if not filled or not filled[0]:
        return None, None
    start, lost = _longest(filled[0])
    if start is None:
        return None, lost
    end, open_end = None, False
    if len(filled) == 2 and filled[1]:
        open_end = all(str(n) == "0" for n in filled[1])
        if not open_end:
            end, lost_end = _longest(filled[1])
            lost = lost or lost_end
    elif season not in (None, ""):
        number = str(season)
        if number in ("1", "2", "3", "4") and start.month is None:
            start = DateParts(start.year, season=int(number))
        else:
            lost = lost or f"season {number}"
    return Date(start, end, open_end, circa=circa), lost


def _longest(numbers: list[Any]) -> tuple[DateParts | None, str | None]:
    """As much of a date as is possible, from its year on, and the whole if something had to go."""
    for length in range(min(len(numbers), 3), 0, -1):
        found = date_parts([_with_year_0(_integer(numbers[0])), *(_integer(n) for n in numbers[1:length])])
        if found is not None:
            return found, None if length == len(numbers) else _shown(numbers)
    return None, _shown(numbers)


def _integer(number: Any) -> int | str:
    if isinstance(number, float) and number.is_integer():
        return int(number)
    return number if isinstance(number, int) and not isinstance(number, bool) else str(number)


def _with_year_0(year: int | str) -> int | str:
    try:
        return int(year) + 1 if int(year) < 0 else year
    except ValueError:
        return year


def _truth(value: object) -> bool:
    """Whether a flag of CSL-JSON (a truth value, number or word) is set."""
    return value not in (None, False, 0, "", "0", "false")


def _shown(value: object) -> str:
    return "-".join(str(n) for n in value) if isinstance(value, list | tuple) else str(value)
