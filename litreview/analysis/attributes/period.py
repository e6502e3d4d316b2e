"""The years a study covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.centuries import centuries
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.thresholds import FIRST_YEAR, LAST_YEAR
from litreview.record import Aspects, Evidence, Period, Study

_CENTURY = 100
_YEAR = re.compile(r"\d{3}")
"""Without so many digits no year or decade is named."""


def extract(reading: Reading, study: Study, so_far: Aspects) -> Period | None:
    """The range of years named as the period studied: in sentences on aim, method or result, in the question, or in the title.

    "Since 2016" is none. The first range found counts, with every other place that names the same one. Where no years are named,
    centuries count, as the years they stand for.
    """
    periods = [*_sentences(reading), *_question(so_far), *_titles(study)] or list(_in_centuries(reading, study))
    if not periods:
        return None
    same = [p for p in periods if (p.start, p.end) == (periods[0].start, periods[0].end)]
    places: dict[tuple[str, str], Evidence] = {}
    for evidence in (e for p in same for e in p.evidence):
        places.setdefault((evidence.field, evidence.language), evidence)
    return attrs.evolve(periods[0], evidence=tuple(places.values()))


def _sentences(reading: Reading) -> Iterator[Period]:
    for tag in reading.languages():
        periods = (_period(s) for s in reading.of(tag) if s.role != "background")
        period = next((p for p in periods if p is not None), None)
        if period is not None:
            yield period


def _in_centuries(reading: Reading, study: Study) -> Iterator[Period]:
    """Centuries in what the study says of itself, a single one not where it reports results; then in the title."""
    for tag in reading.languages():
        for s in reading.of(tag):
            named = centuries(s.text, tag) if s.role != "background" else None
            if named is not None and (s.role != "result" or named.last - named.first > _CENTURY):
                yield Period(named.first, named.last, (s.evidence(named.start, named.end),))
                return
    for tag, title in study.title.items():
        named = centuries(title, tag)
        if named is not None:
            yield Period(named.first, named.last, (Evidence("title", tag, title[named.start : named.end], named.start, named.end),))
            return


def _question(so_far: Aspects) -> Iterator[Period]:
    for evidence in so_far.question.evidence if so_far.question else ():
        hit = _year_range(evidence.quote, evidence.language)
        if hit and evidence.start is not None:
            at, end = evidence.start + hit.start(), evidence.start + hit.end()
            yield Period(int(hit["start"]), int(hit["end"]), (attrs.evolve(evidence, quote=hit.group(), start=at, end=end),))


def _titles(study: Study) -> Iterator[Period]:
    for tag, title in study.title.items():
        hit = _year_range(title, tag)
        if hit:
            yield Period(int(hit["start"]), int(hit["end"]), (Evidence("title", tag, hit.group(), *hit.span()),))


def _year_range(text: str, tag: str) -> re.Match[str] | None:
    """A bare range of years ("2014-2017"), which in a title or a question is the period studied."""
    table = patterns(tag)
    hit = table.single["title_period"].search(text) if table is not None else None
    return hit if hit and _plausible(int(hit["start"]), int(hit["end"])) else None


def _period(sentence: Sentence) -> Period | None:
    table = patterns(sentence.language)
    for pattern in table.lists["period"] if table is not None and _YEAR.search(sentence.text) else ():
        hit = pattern.search(sentence.text)
        if hit and table is not None and not table.has("years_of_birth", sentence.text[: hit.end()]):
            told = hit.groupdict()
            start = int(hit["decade"]) * 10 if told.get("decade") else int(hit["start"])
            end = start + 9 if told.get("decade") else int(hit["end"]) if told.get("end") else None
            if _plausible(start, end):
                return Period(start, end, (sentence.evidence(*hit.span()),))
    return None


def _plausible(start: int, end: int | None) -> bool:
    return FIRST_YEAR <= start <= LAST_YEAR and (end is None or start <= end <= LAST_YEAR)


ATTRIBUTE = Attribute("period", extract, place=70)
