"""The figures of a chapter: counted from its studies and themes, drawn, and set in."""

from __future__ import annotations

from collections.abc import Sequence

from litreview._parts import Later
from litreview.document.nodes import Document, Heading
from litreview.document.walk import plain
from litreview.errors import MissingExtra, Problem
from litreview.languages import Language
from litreview.record import Library
from litreview.review.claims import Ledger
from litreview.review.figures import Corpus, charts, figure_names
from litreview.review.figures.place import study_names, with_figures

_draw = Later("litreview.review.figures.draw", "draw")


def chosen_figures(figures: bool | Sequence[str] | None, planned: Sequence[str]) -> tuple[str, ...]:
    """The names of the figures asked for: those given, all for True, none for False, and those of the outline where nobody said."""
    if figures is None:
        return tuple(planned)
    if isinstance(figures, bool):
        return figure_names() if figures else ()
    return (figures,) if isinstance(figures, str) else tuple(figures)


def illustrated(
    document: Document, ledger: Ledger, library: Library, language: Language, names: Sequence[str]
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with the figures called `names`, without those that fewer than two studies have data for.

    Raises UnknownName, and MissingExtra without matplotlib.
    """
    headings = {block.key: plain(block.children) for block in document.blocks if isinstance(block, Heading)}
    themes = [(theme, title) for theme, _ in ledger.themes if (title := headings.get(f"theme/{theme.key}"))]
    made, problems = charts(Corpus(library, themes, study_names(document), language), names)
    try:
        return with_figures(document, made, _draw, language), problems
    except ModuleNotFoundError as error:
        raise MissingExtra("plots", "matplotlib") from error
