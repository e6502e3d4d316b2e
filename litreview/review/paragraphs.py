"""Claims as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.document.nodes import Block, Inline, Paragraph, Text
from litreview.review.claims import Claim
from litreview.review.prose import Voice, say
from litreview.review.thresholds import SENTENCES_OF_A_PARAGRAPH


def paragraphs(claims: Sequence[Claim], key: str, voice: Voice) -> list[Block]:
    """The claims as paragraphs of at most `SENTENCES_OF_A_PARAGRAPH` sentences; a new thought opens a new one, if enough was said.

    The key of a paragraph names the section and the first move, never the place, so that edits can be matched after a new run.
    """
    runs: list[list[Claim]] = []
    for claim in claims:
        if not runs or len(runs[-1]) >= SENTENCES_OF_A_PARAGRAPH or (claim.opens and len(runs[-1]) >= SENTENCES_OF_A_PARAGRAPH // 2):
            runs.append([])
        runs[-1].append(claim)
    if len(runs) > 1 and len(runs[-1]) == 1:
        last = runs.pop()
        runs[-1] += last
    blocks: list[Block] = []
    for run in runs:
        sentences: list[Inline] = []
        used: list[str] = []
        for claim in run:
            sentence = say(claim, voice, used)
            used.append(sentence.template)
            sentences += [Text(" "), sentence] if sentences else [sentence]
        blocks.append(Paragraph(tuple(sentences), f"{key}/{run[0].kind}"))
    return blocks
