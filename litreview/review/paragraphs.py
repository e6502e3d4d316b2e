"""Claims as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.document.nodes import Block, Inline, Paragraph, Text
from litreview.review.claims import Claim
from litreview.review.claims.slots import slots
from litreview.review.prose import Voice, say
from litreview.review.thresholds import SENTENCES_OF_A_PARAGRAPH


def paragraphs(claims: Sequence[Claim], key: str, voice: Voice) -> list[Block]:
    """The claims as paragraphs of at most `SENTENCES_OF_A_PARAGRAPH` sentences; a new thought opens a new one, if enough was said.

    The key of a paragraph names the section and its place there; each sentence has a slot of its own, by which edits are matched after
    a new run.
    """
    runs: list[list[tuple[Claim, str]]] = []
    for claim, slot in zip(claims, slots(claims, key), strict=True):
        if not runs or len(runs[-1]) >= SENTENCES_OF_A_PARAGRAPH or (claim.opens and len(runs[-1]) >= SENTENCES_OF_A_PARAGRAPH // 2):
            runs.append([])
        runs[-1].append((claim, slot))
    if len(runs) > 1 and len(runs[-1]) == 1:
        last = runs.pop()
        runs[-1] += last
    blocks: list[Block] = []
    for number, run in enumerate(runs, 1):
        sentences: list[Inline] = []
        used: list[str] = []
        for claim, slot in run:
            sentence = attrs.evolve(say(claim, voice, used), slot=slot)
            used.append(sentence.template)
            sentences += [Text(" "), sentence] if sentences else [sentence]
        blocks.append(Paragraph(tuple(sentences), f"{key}/p{number}"))
    return blocks
