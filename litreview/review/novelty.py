"""The contribution of the writer's own study: only what the writer filled in and no study of the corpus shares."""

from __future__ import annotations

from litreview.claims import Own, likenesses
from litreview.document.nodes import Block, Heading, Inlines, Paragraph, Text
from litreview.prose import Voice
from litreview.prose.cells import novelty
from litreview.record import Library


def novelty_block(library: Library, own: Own | None, voice: Voice, number: str) -> list[Block]:
    """The section on novelty: a sentence of conditions, or the marker that it is not filled in."""
    words = voice.language.section("chapter")
    heading = Heading(2, (Text(str(words["novelty"])),), "novelty", number)
    points = unshared(library, own) if own else ()
    if not points:
        return [heading, Paragraph((Text(str(words["novelty_open"])),), "novelty/open")]
    before, _, behind = str(words["novelty_own"]).partition("{points}")
    sentence: Inlines = (Text(before), *novelty(points, voice), Text(behind))
    return [heading, Paragraph(sentence, "novelty/own")]


def unshared(library: Library, own: Own) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The aspects of the writer's own study that no study of `library` shares, with the writer's values.

    An aspect that no study states is not among them: of such an aspect the corpus says nothing.
    """
    points: list[tuple[str, tuple[str, ...]]] = []
    for aspect, values in own.values:
        compared = [likeness for study in library for likeness in likenesses(study, own) if likeness.aspect == aspect]
        if values and compared and not any(likeness.same for likeness in compared):
            points.append((aspect, values))
    return tuple(points)
