"""Studies by the years that they studied."""

from __future__ import annotations

from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart
from litreview.review.figures.kinds.years import by_year


def chart(corpus: Corpus) -> Chart | None:
    """One bar a year: how many studies have it in the period they studied. A study of several years counts in each of them."""
    periods = [study.aspects.period for study in corpus.library if study.aspects.period is not None]
    spans = [range(p.start, (p.end if p.end is not None and p.end >= p.start else p.start) + 1) for p in periods]
    return by_year("periods", corpus, spans)


KIND = Kind("periods", chart, ("theme/pairs", "introduction"), place=20)
