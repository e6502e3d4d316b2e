"""The conceptual basis: the concepts that the studies name, and what their abstracts say these are."""

from __future__ import annotations

from litreview.document.nodes import Block
from litreview.review.composition import Composition, Section
from litreview.review.paragraphs import paragraphs


def build(made: Composition) -> list[Block]:
    """The claims on concepts; nothing where nobody could look for any."""
    return paragraphs(made.ledger.concepts, "concepts", made.voice)


SECTION = Section("concepts", "concepts", build, place=40)
