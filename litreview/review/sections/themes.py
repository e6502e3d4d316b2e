"""The thematic review: one part for each theme."""

from __future__ import annotations

from litreview.document.nodes import Block, Heading, Paragraph, Text
from litreview.review.composition import Composition, Section, theme_title
from litreview.review.paragraphs import overquoted, paragraphs, skeleton
from litreview.review.remarks import remarks
from litreview.review.thresholds import QUOTED_IN_THEMES


def build(made: Composition) -> list[Block]:
    """Each theme under its heading: the writer's introduction, what can be claimed, the writer's remarks.

    Without themes there is a sentence that says why. Where too much would be quoted, the longest quotations give way.
    """
    if not made.ledger.themes:
        return [Paragraph(made.fixed("no_themes"), "themes/none")]
    overview = paragraphs(made.ledger.overview, "themes", made.voice)
    unquoted: frozenset[str] = frozenset()
    while True:
        told: list[list[Block]] = []
        for theme, claims in made.ledger.themes:
            before = {skeleton(block.children) for blocks in told for block in blocks if isinstance(block, Paragraph)}
            told.append(paragraphs(claims, f"theme/{theme.key}", made.voice, unquoted, before))
        claim = overquoted([*overview, *(block for blocks in told for block in blocks)], QUOTED_IN_THEMES, unquoted)
        if claim is None:
            break
        unquoted |= {claim}
    blocks = overview
    for (theme, _), paragraphs_of_theme in zip(made.ledger.themes, told, strict=True):
        key = f"theme/{theme.key}"
        blocks.append(Heading(3, (Text(theme_title(theme, made.language)),), key))
        blocks += remarks(theme.introduction, f"{key}/introduction", made.citable, made.language)[0]
        blocks += paragraphs_of_theme
        blocks += remarks(theme.remarks, f"{key}/remarks", made.citable, made.language)[0]
    return blocks


SECTION = Section("themes", "themes", build, place=30)
