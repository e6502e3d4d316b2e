"""The years a study covers."""

from __future__ import annotations

import attrs

from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Evidence, Period, Study

FIRST, LAST = 1900, 2100


def extract(reading: Reading, study: Study, so_far: Aspects) -> Period | None:
    """The range of years named as the period studied: in sentences on aim, method or result, or in the title. "Since 2016" is none."""
    found: list[Period] = []
    for tag in reading.languages():
        for sentence in reading.of(tag):
            if sentence.role != "background":
                period = _period(sentence)
                if period is not None:
                    found.append(period)
                    break
    for evidence in so_far.question.evidence if so_far.question else ():
        table = patterns(evidence.language)
        hit = table.single["title_period"].search(evidence.quote) if table is not None else None
        if hit and evidence.start is not None and _sensible(int(hit["start"]), int(hit["end"])):
            at, end = evidence.start + hit.start("start"), evidence.start + hit.end("end")
            found.append(Period(int(hit["start"]), int(hit["end"]), (attrs.evolve(evidence, quote=hit.group(0)[-(end - at) :], start=at, end=end),)))
    for tag, title in study.title.items():
        table = patterns(tag)
        hit = table.single["title_period"].search(title) if table is not None else None
        if hit and _sensible(int(hit["start"]), int(hit["end"])):
            at, end = hit.start("start"), hit.end("end")
            found.append(Period(int(hit["start"]), int(hit["end"]), (Evidence("title", tag, title[at:end], at, end),)))
    if not found:
        return None
    same = [p for p in found if (p.start, p.end) == (found[0].start, found[0].end)]
    return attrs.evolve(found[0], evidence=tuple(dict.fromkeys(e for p in same for e in p.evidence)))


def _period(sentence: Sentence) -> Period | None:
    table = patterns(sentence.language)
    for pattern in table.lists["period"] if table is not None else ():
        hit = pattern.search(sentence.text)
        if hit:
            start = int(hit["start"])
            end = int(hit["end"]) if "end" in hit.groupdict() and hit["end"] else None
            if _sensible(start, end):
                return Period(start, end, (sentence.evidence(*hit.span()),))
    return None


def _sensible(start: int, end: int | None) -> bool:
    return FIRST <= start <= LAST and (end is None or start <= end <= LAST)
