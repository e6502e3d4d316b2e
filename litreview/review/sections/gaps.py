"""The gaps of the corpus, each with the cells it is read from."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Block, Inlines, ListBlock, Paragraph, Text
from litreview.review.claims.slots import slots
from litreview.review.composition import Composition, Section
from litreview.review.gap_cells import cells
from litreview.review.prose import say


def build(made: Composition) -> list[Block]:
    """The gaps as a numbered list, those that most studies stand around first."""
    if not made.ledger.gaps:
        return [Paragraph(made.fixed("no_gaps"), "gaps/none")]
    items: list[Inlines] = []
    places = slots(made.ledger.gaps, "gaps")
    for claim, slot in zip(made.ledger.gaps, places, strict=True):
        where = cells(claim, made)
        items.append((attrs.evolve(say(claim, made.voice), slot=slot), *((Text(" "), *where) if where else ())))
    keys = tuple(slot.removeprefix("gaps/") for slot in places)
    return [Paragraph(made.fixed("gaps_intro"), "gaps/intro"), ListBlock(tuple(items), "gaps/list", True, keys)]


SECTION = Section("gaps", "gaps", build, place=60)
