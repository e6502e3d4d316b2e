"""The thematic review: one part for each theme."""

from __future__ import annotations

from litreview.document.nodes import Block, Heading, Paragraph, Text
from litreview.review.composition import Composition, Section, theme_title
from litreview.review.paragraphs import overquoted, paragraphs, skeleton
from litreview.review.prose.telling import NOTHING_QUOTED, ONE_QUOTED
from litreview.review.remarks import remarks
from litreview.review.thresholds import QUOTED_IN_THEMES

IN_TWOS = "finding.two"
"""How the templates of two findings in one sentence begin: the first of them may be quoted alone."""


def build(made: Composition) -> list[Block]:
    """Each theme under its heading: the writer's introduction, what can be claimed, the writer's remarks.

    Without themes there is a sentence that says why. Where too much would be quoted, quotations give way (see `overquoted`).
    """
    if not made.ledger.themes:
        return [Paragraph(made.fixed("no_themes"), "themes/none")]
    overview = paragraphs(made.ledger.overview, "themes", made.voice)
    quoted: dict[str, int] = {}
    written: list[list[Block]] = []
    while True:
        for theme, claims in made.ledger.themes[len(written) :]:
            before = {skeleton(block.children) for blocks in written for block in blocks if isinstance(block, Paragraph)}
            written.append(paragraphs(claims, f"theme/{theme.key}", made.voice, quoted, before))
        least = {*(claim.id for claim in made.ledger.overview), *(name for name, level in quoted.items() if level == NOTHING_QUOTED)}
        much = overquoted([overview, *written], QUOTED_IN_THEMES, least)
        if much is None:
            break
        level = ONE_QUOTED if much.template.startswith(IN_TWOS) and much.claim not in quoted else NOTHING_QUOTED
        quoted[much.claim] = level
        changed = (n for n, (_, claims) in enumerate(made.ledger.themes) if any(claim.id == much.claim for claim in claims))
        del written[next(changed) :]
    blocks = overview
    for (theme, _), paragraphs_of_theme in zip(made.ledger.themes, written, strict=True):
        key = f"theme/{theme.key}"
        blocks.append(Heading(3, (Text(theme_title(theme, made.language)),), key))
        blocks += remarks(theme.introduction, f"{key}/introduction", made.citable, made.language)[0]
        blocks += paragraphs_of_theme
        blocks += remarks(theme.remarks, f"{key}/remarks", made.citable, made.language)[0]
    return blocks


SECTION = Section("themes", "themes", build, place=30)
