"""The synthesis: what shows when all themes are read together, and the tables that set them against the studies."""

from __future__ import annotations

from litreview.document.nodes import Block, Inlines, Paragraph, Table, Text
from litreview.review.composition import Composition, Section
from litreview.review.paragraphs import paragraphs
from litreview.review.phrases import filled, to_table
from litreview.review.tables import concept_matrix, cross_table, previous_studies, theme_counts
from litreview.review.thresholds import STUDIES_AS_COLUMNS, STUDIES_AS_ROWS


def build(made: Composition) -> list[Block]:
    """The claims across themes, the concept matrix and methods against frameworks (for many studies: the latter, then counts).

    Nothing where there is neither a claim nor a table.
    """
    many = len(made.library) > STUDIES_AS_ROWS
    # the widest table last: it turns the page
    blocks = [*_cross_table(made), *_themes(made)] if many else [*_themes(made), *_cross_table(made)]
    tables = [block for block in blocks if isinstance(block, Table)]
    if tables and all(table.landscape for table in tables):
        blocks = [*(block for block in blocks if block not in tables), *tables]  # one run of landscape pages, no text page between them
    return [*paragraphs(made.ledger.synthesis, "synthesis", made.voice), *blocks]


def _themes(made: Composition) -> list[Block]:
    words, studies = made.table_words, len(made.library)
    if studies > STUDIES_AS_ROWS:
        counts = theme_counts.theme_counts(made)
        if not counts:
            return []
        named = made.voice.join([to_table(table.key) for table in counts])
        counts_intro = filled(str(words["counts_intro" if len(counts) > 1 else "count_intro"]), tables=named)
        if made.table(previous_studies.KEY):
            counts_intro = (*counts_intro, Text(" "), *filled(str(words["counts_studies"]), studies=to_table(previous_studies.KEY)))
        return [Paragraph(counts_intro, "synthesis/counts"), *counts]
    tables = concept_matrix.concept_matrix(made)
    if not tables:
        return []
    kind = "values" if studies <= STUDIES_AS_COLUMNS else "themes"
    named = made.voice.join([to_table(table.key) for table in tables])
    intro: Inlines = filled(str(words[f"matrix_{kind}_intro"]), table=named)
    if concept_matrix.unrecorded(made, tables):
        intro = (*intro, Text(" "), *filled(str(words["matrix_recorded"])))
    return [Paragraph(intro, "synthesis/matrix"), *tables]


def _cross_table(made: Composition) -> list[Block]:
    table = cross_table.cross_table(made)
    if table is None:
        return []
    words = made.table_words
    intro: Inlines = filled(str(words["cross_intro"]), table=to_table(table.key))
    if cross_table.numbered(made):
        intro = (*intro, Text(" "), *filled(str(words["cross_numbers"]), studies=to_table(previous_studies.KEY)))
    return [Paragraph(intro, "synthesis/cross"), table]


SECTION = Section("synthesis", "synthesis", build, place=50)
