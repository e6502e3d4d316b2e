"""Themes and the studies that state something of each."""

from __future__ import annotations

from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart, Dots, bars
from litreview.review.thresholds import STUDIES_IN_A_FIGURE
from litreview.themes import Theme, facets


def chart(corpus: Corpus) -> Chart | None:
    """A grid of themes and studies, or, for many studies, one bar a theme; None for fewer than two of either."""
    themes = [(title, held) for theme, title in corpus.themes if (held := _studies_of(corpus, theme))]
    keys = corpus.library.keys()
    placed = [key for key in keys if any(key in held for _, held in themes)]
    if len(themes) < 2 or len(placed) < 2:
        return None
    shared, words = corpus.language.section("figures"), corpus.words("themes")
    if len(keys) > STUDIES_IN_A_FIGURE:
        counted = [(title, len(held)) for title, held in themes]
        return bars("themes", words, shared, counted, len(placed), len(keys), upright=False)
    filled = frozenset((row, column) for row, (_, held) in enumerate(themes) for column, key in enumerate(keys) if key in held)
    drawing = Dots(tuple(title for title, _ in themes), tuple(corpus.name(key) for key in keys), filled)
    listing = "; ".join(f"{title}: {', '.join(corpus.name(key) for key in keys if key in held)}" for title, held in themes)
    return Chart("themes", words["title"], drawing, words["axis"], shared["count"], f"{words['title']}. {listing}.", len(placed), len(keys))


def _studies_of(corpus: Corpus, theme: Theme) -> tuple[str, ...]:
    """The studies that a theme has something of: for a facet those that state one of its aspects."""
    aspects = next((facet.aspects for facet in facets() if facet.name == theme.facet), None)
    keys = [key for key in theme.keys if key in corpus.library]
    return tuple(key for key in keys if aspects is None or any(corpus.library[key].aspects.stated(aspect) for aspect in aspects))


KIND = Kind("themes", chart, ("synthesis", "themes", "introduction"), place=30)
