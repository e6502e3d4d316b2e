"""The gaps of the corpus, each with the cells it is read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from litreview.document.nodes import Block, Inlines, ListBlock, Paragraph, Text
from litreview.review.claims import Claim
from litreview.review.composition import Composition, Section
from litreview.review.gap_cells import cells
from litreview.review.prose import say


def build(made: Composition) -> list[Block]:
    """The gaps as a numbered list, those that most studies stand around first."""
    if not made.ledger.gaps:
        return [Paragraph(made.fixed("no_gaps"), "gaps/none")]
    items: list[Inlines] = []
    for claim in made.ledger.gaps:
        where = cells(claim, made)
        items.append((say(claim, made.voice), *((Text(" "), *where) if where else ())))
    return [Paragraph(made.fixed("gaps_intro"), "gaps/intro"), ListBlock(tuple(items), "gaps/list", True, _keys(made.ledger.gaps))]


def _keys(gaps: Sequence[Claim]) -> tuple[str, ...]:
    """What each gap is: its kind; where there are several of one kind, with the values it is about. Never the studies around it."""
    count = Counter(claim.kind for claim in gaps)
    return tuple("/".join((c.kind, *(g.value.identity for g in c.groups if count[c.kind] > 1))) for c in gaps)


SECTION = Section("gaps", "gaps", build, place=60)
