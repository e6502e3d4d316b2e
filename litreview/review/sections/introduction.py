"""What the chapter rests on: how many studies, in which languages, what none of them states."""

from __future__ import annotations

from litreview.document.nodes import Block
from litreview.review.composition import Composition, Section
from litreview.review.paragraphs import paragraphs


def build(made: Composition) -> list[Block]:
    """The claims on the corpus as a whole."""
    return paragraphs(made.ledger.corpus, "introduction", made.voice)


SECTION = Section("introduction", "introduction", build, place=10)
