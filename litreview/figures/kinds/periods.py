"""Studies by the years that they studied."""

from __future__ import annotations

from collections import Counter

from litreview.figures import Corpus, Kind
from litreview.figures.chart import Chart
from litreview.figures.kinds.years import LONGEST, by_year


def chart(corpus: Corpus) -> Chart | None:
    """One bar a year: how many studies have it in the period they studied. A study of several years counts in each of them."""
    periods = [study.aspects.period for study in corpus.library if study.aspects.period is not None]
    found: Counter[int] = Counter()
    for period in periods:
        end = period.end if period.end is not None and period.start <= period.end <= period.start + LONGEST else period.start
        found.update(range(period.start, end + 1))
    return by_year("periods", corpus, found, len(periods))


KIND = Kind("periods", chart, ("theme/pairs", "introduction"))
