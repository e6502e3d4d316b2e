"""Where a gap can be seen: the table, and the column or the rows whose cells it is read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from litreview.document.nodes import Inlines
from litreview.review.claims import Claim
from litreview.review.composition import Composition, theme_title
from litreview.review.phrases import filled, to_table
from litreview.review.tables import concept_matrix, previous_studies, theme_counts
from litreview.review.thresholds import STUDIES_AS_COLUMNS

FACET: Mapping[str, str] = {"region": "pairs", "single-pair": "pairs", "period": "pairs", "site": "pairs"}
"""The theme whose rows of the concept matrix hold what a gap is about."""


def cells(claim: Claim, made: Composition) -> Inlines:
    """The cells that `claim` was read from, as a cross reference in brackets; empty where no table of the chapter holds them."""
    words = made.table_words
    for key, at in _places(claim, made):
        if made.table(key):
            return filled(str(words["cells"]), table=to_table(key), at=at)
    return ()


def _places(claim: Claim, made: Composition) -> Iterator[tuple[str, str]]:
    """(table, where in it), the narrowest place first."""
    words = made.table_words
    about = claim.kind.removeprefix("gap.")
    if about.startswith("cell."):
        yield theme_counts.BY_METHOD, str(words["cell_empty"])
    column = previous_studies.heading_of("method" if about == "approach" else about, made.voice)
    if column is not None:
        yield previous_studies.KEY, str(words["cell_column"]).format(column=column)
    theme = next((theme for theme, _ in made.ledger.themes if theme.facet == FACET.get(about)), None)
    if theme and len(made.library) <= STUDIES_AS_COLUMNS:
        yield concept_matrix.KEY, str(words["cell_theme"]).format(theme=theme_title(theme, made.language))
