"""The thematic review: one part for each theme."""

from __future__ import annotations

from litreview.document.nodes import Block, Heading, Paragraph, Text
from litreview.review.composition import Composition, Section, theme_title
from litreview.review.paragraphs import paragraphs
from litreview.review.remarks import remarks


def build(made: Composition) -> list[Block]:
    """Each theme under its heading: the writer's introduction, what can be claimed, the writer's remarks.

    Without themes there is a sentence that says why.
    """
    if not made.ledger.themes:
        return [Paragraph(made.fixed("no_themes"), "themes/none")]
    blocks: list[Block] = paragraphs(made.ledger.overview, "themes", made.voice)
    for theme, claims in made.ledger.themes:
        key = f"theme/{theme.key}"
        blocks.append(Heading(3, (Text(theme_title(theme, made.language)),), key))
        blocks += remarks(theme.introduction, f"{key}/introduction", made.citable, made.language)[0]
        blocks += paragraphs(claims, key, made.voice)
        blocks += remarks(theme.remarks, f"{key}/remarks", made.citable, made.language)[0]
    return blocks


SECTION = Section("themes", "themes", build, place=30)
