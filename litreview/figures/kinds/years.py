"""Studies by the year in which they appeared."""

from __future__ import annotations

from collections import Counter

from litreview.figures import Corpus, Kind
from litreview.figures.chart import Chart, bars

LONGEST = 120
"""The years that one axis can hold, those without a study included."""


def chart(corpus: Corpus) -> Chart | None:
    """One bar a year, from the first to the last, years without a study among them."""
    years = [year for study in corpus.library if study.issued is not None and (year := study.issued.year) is not None]
    return by_year("years", corpus, Counter(years), len(years))


def by_year(name: str, corpus: Corpus, found: Counter[int], stated: int) -> Chart | None:
    """A chart of counts by year; None where fewer than two studies state one."""
    if stated < 2:
        return None
    shared = corpus.language.section("figures")
    first, last = min(found), max(found)
    years = range(first, last + 1) if last - first <= LONGEST else sorted(found)
    counted = [(str(year), found[year]) for year in years]
    return bars(name, corpus.words(name), shared, counted, stated, len(corpus.library), upright=True)


KIND = Kind("years", chart, ("introduction",))
