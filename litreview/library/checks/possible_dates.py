"""Dates that cannot be: no such day, a range that ends before it starts, the future, a study older than what it studies."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Date, DateParts, Library, Study
from litreview.record.faults import study_fault

LATEST_YEAR = 2100
"""A later year is a slip of the keys, whatever the clock says."""
AHEAD = 1
"""Years by which journals and publishers date their works ahead."""

_FIRST_PRESS = 1400
_PRINTED = frozenset(
    "article-journal article-magazine article-newspaper paper-conference thesis report chapter webpage dataset software post".split()
)
"""Kinds of works that there were not before the first press: an earlier year of theirs lacks a figure."""

# Figures as dates have them: "2021-13-45", "31/02/2020". Words ("in press", "n.d.") are no impossible date.
_FIGURES = re.compile(r"^\W*\d{1,4}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{1,4})?\W*$|^\d{5,}$")


def run(library: Library) -> Iterator[Problem]:
    """A warning for each date that cannot be."""
    for study in library:
        for variable, date in study.dates.items():
            reason = impossible(date) or ("date-in-future" if _in_future(variable, date, today()) else None)
            if reason:
                yield study_fault(reason, study, field=variable, value=date.edtf())
        if study.type in _PRINTED and study.issued and study.issued.start and 0 < study.issued.start.year < _FIRST_PRESS:
            yield study_fault("impossible-date", study, field="issued", value=study.issued.edtf())
        yield from _wrong_order(study)


def impossible(date: Date) -> str | None:
    """Why `date` cannot be, as a problem's code, or None.

    >>> from litreview.record import parse_date
    >>> impossible(parse_date("2021-02-30")), impossible(parse_date("2019/2015")), impossible(parse_date("in press"))
    ('impossible-date', 'date-ends-before-start', None)
    """
    if date.literal is not None:
        return "impossible-date" if _FIGURES.match(date.literal) else None
    if any(part is not None and part.year > LATEST_YEAR for part in (date.start, date.end)):
        return "impossible-date"
    if date.start and date.end and _last_day(date.end) < _first_day(date.start):
        return "date-ends-before-start"
    return None


def today() -> datetime.date:
    """The day it is."""
    return datetime.date.today()


def _in_future(variable: str, date: Date, now: datetime.date) -> bool:
    """Whether something that has happened is dated later than now; works may be dated into next year, events announced."""
    if date.start is None or variable in ("event-date", "available-date"):
        return False
    if variable == "issued":
        return date.start.year > now.year + AHEAD
    return _first_day(date.start) > (now.year, now.month, now.day)


def _wrong_order(study: Study) -> Iterator[Problem]:
    issued, original, period = study.issued, study.dates.get("original-date"), study.aspects.period
    if issued and issued.year is not None:
        last = None if period is None else period.start if period.end is None else period.end
        if last is not None and last > (issued.end or issued.start or DateParts(0)).year and not issued.open_end:
            yield study_fault("issued-before-period-ends", study, issued=issued.edtf(), year=last)
        if original and original.year is not None and original.year > issued.year:
            yield study_fault("issued-before-original", study, issued=issued.edtf(), original=original.edtf())
    seen = study.dates.get("accessed")
    if seen and seen.start and issued and issued.start and _last_day(seen.end or seen.start) < _first_day(issued.start):
        yield study_fault("accessed-before-issued", study, accessed=seen.edtf(), issued=issued.edtf())
    if period and period.end is not None and period.end < period.start:
        yield study_fault("date-ends-before-start", study, field="aspects.period", value=f"{period.start}/{period.end}")


# Which months a season has depends on the hemisphere, and winter crosses the year: of a season only the year is compared.
def _first_day(part: DateParts) -> tuple[int, int, int]:
    return part.year, part.month or 1, part.day or 1


def _last_day(part: DateParts) -> tuple[int, int, int]:
    return part.year, part.month or 12, part.day or 31


CHECK = RecordCheck("possible-dates", run)
