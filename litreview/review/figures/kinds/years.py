"""Studies by the year in which they appeared."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart, bars
from litreview.review.figures.stretches import stretches
from litreview.review.thresholds import BARS_OF_YEARS


def chart(corpus: Corpus) -> Chart | None:
    """One bar a year, from the first to the last, years without a study among them."""
    years = [year for study in corpus.library if study.issued is not None and (year := study.issued.year) is not None]
    return by_year("years", corpus, [range(year, year + 1) for year in years])


def by_year(name: str, corpus: Corpus, spans: Sequence[range]) -> Chart | None:
    """How many of `spans` (the years of a study each, without gaps) reach into each year; None for fewer than two."""
    if len(spans) < 2:
        return None
    first, last = min(span.start for span in spans), max(span.stop for span in spans) - 1
    counted = [
        (label, sum(s.start < stretch.stop and s.stop > stretch.start for s in spans))
        for label, stretch in stretches(first, last, BARS_OF_YEARS)
    ]
    return bars(name, corpus.words(name), corpus.language.section("figures"), counted, len(spans), len(corpus.library), upright=True)


KIND = Kind("years", chart, ("introduction",), place=10)
