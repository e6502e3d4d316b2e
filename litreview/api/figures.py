"""Figures of a library on their own: counted from its records, as PNG or SVG, with what they show in words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import attrs

from litreview._parts import Later
from litreview.analysis.prepared import prepared
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.errors import MissingExtra, Problem, UnknownName
from litreview.languages import CHAPTER, language
from litreview.library.save import NOTHING, Protected, Saved, protected, save
from litreview.library.screening import screened
from litreview.review.composition import theme_title
from litreview.review.figures import Corpus, charts, figure_names
from litreview.review.figures.chart import Chart
from litreview.themes import suggest_themes

_draw = Later("litreview.review.figures.draw", "draw")
SUFFIXES = (".png", ".svg")


def suffixes() -> tuple[str, ...]:
    """The endings of the files that a figure can be saved to."""
    return SUFFIXES


@attrs.frozen
class DrawnFigure:
    """A figure: its numbers, told in words by `description`, drawn when they are asked for."""

    _chart: Chart = attrs.field(repr=False, alias="chart")
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files of the records, which `save` never writes over."""

    @property
    def name(self) -> str:
        """The name of the figure, as an outline calls it."""
        return self._chart.name

    @property
    def title(self) -> str:
        """The caption."""
        return self._chart.title

    @property
    def description(self) -> str:
        """What it shows, all numbers in words."""
        return self._chart.description

    @property
    def png(self) -> bytes:
        """The figure as a PNG file. Raises MissingExtra without matplotlib."""
        return self._drawn("png")

    @property
    def svg(self) -> str:
        """The figure as an SVG file, its description within. Raises MissingExtra without matplotlib."""
        return self._drawn("svg").decode()

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write it to `path` (``.png`` or ``.svg``); what stands there is kept or refused as in `Review.save`.

        Raises UnknownName for another suffix, MissingExtra without matplotlib, and WriteError.
        """
        suffix = Path(path).suffix.casefold()
        if suffix not in SUFFIXES:
            raise UnknownName("output suffix", suffix, SUFFIXES)
        return save(path, self._drawn(suffix[1:]), self.keep, overwrite)

    def _repr_png_(self) -> bytes:
        return self.png

    def _drawn(self, format: str) -> bytes:
        try:
            drawn: tuple[bytes, float, float] = _draw(self._chart, format)
        except ModuleNotFoundError as error:
            raise MissingExtra("plots", "matplotlib") from error
        return drawn[0]


@attrs.frozen
class Figures:
    """The figures that could be made, and the problems: which of those asked for too few studies have data for."""

    figures: tuple[DrawnFigure, ...]
    problems: tuple[Problem, ...] = ()


def figures(library: Studies, names: str | Sequence[str] | None = None, *, lang: str | None = None) -> Figures:
    """The figures called `names` (all by default) of the studies of `library`, in the language `lang` ("id" by default).

    What the records do not state is read from the abstracts, as in a draft; studies that a screening leaves out are not counted.
    Raises as `litreview.load`, and UnknownName for a figure or language.

    >>> from litreview._resources import folder
    >>> made = figures(folder("references"), "partners", lang="en")
    >>> [figure.title for figure in made.figures]
    ['Studies by country of the partners']
    """
    studies = load(library)
    spoken = language(lang or CHAPTER)
    ready, _ = prepared(screened(studies)[0])
    wanted = figure_names() if names is None else (names,) if isinstance(names, str) else tuple(names)
    themes = [(theme, theme_title(theme, spoken)) for theme in suggest_themes(ready)] if len(ready) else []
    cited = {
        study.key: _named(study.key, [name.family or name.text() for name in study.author], study.issued.year if study.issued else None)
        for study in ready
    }
    made, problems = charts(Corpus(ready, themes, cited, spoken), wanted)
    return Figures(tuple(DrawnFigure(chart, protected(studies)) for _, chart in made), problems)


def _named(key: str, authors: Sequence[str], year: int | None) -> str:
    """How a study is named where no style cites it: its first author and its year, else its key."""
    return f"{authors[0]} ({year})" if authors and year is not None else key
