"""Figures: what records state, counted and drawn. One module in `kinds` is one figure; `KIND` registers it.

In come the studies with their themes and names, a `Corpus`. Out come charts, and images set into the chapter with a sentence each;
what too few studies state is a problem. Counting knows no picture and drawing knows no record: between them stands a `Chart`.

The making of the chapter may call it. It knows no sentence of the prose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from litreview._parts import LAST, advice, broken, parts, placed
from litreview.errors import Problem, UnknownName, fault
from litreview.languages import Language
from litreview.record import Library
from litreview.review.figures.chart import Chart
from litreview.themes import Theme

__all__ = ["Corpus", "Kind", "broken_kinds", "charts", "every_kind", "figure_names"]

GROUP = "litreview.figures"
"""The group of entry points by which other packages bring a figure."""


@attrs.frozen
class Corpus:
    """What figures are counted from: the studies, the themes with their titles, how each study is named, and the language."""

    library: Library
    themes: Sequence[tuple[Theme, str]]
    names: Mapping[str, str]
    """How the text cites each study, by key."""
    language: Language

    def words(self, name: str) -> Mapping[str, str]:
        """The words of one figure."""
        words: Mapping[str, str] = self.language.needed("figures", name, f"figure {name}")
        return words

    def name(self, key: str) -> str:
        """How one study is named."""
        return self.names.get(key, key)


@attrs.frozen
class Kind:
    """One figure: `chart(corpus)` counts it, or gives None where fewer than two studies state what it shows.

    It stands at the end of the first of `sections` (keys of headings) that the chapter has, else of its first section. `place` says
    where it comes among the figures.
    """

    name: str
    chart: Callable[[Corpus], Chart | None]
    sections: tuple[str, ...] = ()
    place: int = LAST


def every_kind() -> tuple[Kind, ...]:
    """Every figure there is, in the usual order."""
    return placed(parts("litreview.review.figures.kinds", "KIND", Kind, GROUP), lambda kind: kind.place)


def figure_names() -> tuple[str, ...]:
    """The names of the figures there are, in the usual order.

    >>> figure_names()
    ('years', 'periods', 'methods', 'themes', 'partners', 'keywords')
    """
    return tuple(kind.name for kind in every_kind())


def broken_kinds() -> tuple[Problem, ...]:
    """The figures of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "KIND", Kind)


def charts(corpus: Corpus, names: Sequence[str]) -> tuple[tuple[tuple[Kind, Chart], ...], tuple[Problem, ...]]:
    """The figures called `names`, counted, in the usual order; the problems name those that too few studies have data for.

    Raises UnknownName.
    """
    known = figure_names()
    for name in names:
        if name not in known:
            raise UnknownName("figure", name, known, advice(GROUP, "KIND", Kind))
    made: list[tuple[Kind, Chart]] = []
    problems: list[Problem] = []
    for kind in every_kind():
        if kind.name not in names:
            continue
        chart = kind.chart(corpus)
        if chart is None:
            problems.append(fault("figure-left-out", severity="info", figure=corpus.words(kind.name)["title"]))
        else:
            made.append((kind, chart))
    return tuple(made), tuple(problems)
