"""The contribution of the writer's own study: only what the writer filled in and no study of the corpus shares."""

from __future__ import annotations

from litreview.document.nodes import Block, Inline, Inlines, Paragraph, Text
from litreview.review.claims import Own
from litreview.review.composition import Composition, Section
from litreview.review.novelty import Near, nearest, unjoined, unshared
from litreview.review.phrases import filled
from litreview.review.prose.cells import novelty, shared
from litreview.review.prose.wording import narrative


def build(made: Composition) -> list[Block]:
    """What the writer's own study is called and asks, in the writer's words; then a sentence of conditions, or that it is not filled in."""
    return [*_own_study(made), *_contribution(made)]


def _own_study(made: Composition) -> list[Block]:
    own = made.outline.own_study
    entries = [("title", own.title), ("question", own.question)] if own else []
    words = [Text(str(made.words[f"novelty_{name}"]).format(words=value)) for name, value in entries if value]
    parted = [node for n, text in enumerate(words) for node in ((Text(" "), text) if n else (text,))]
    return [Paragraph(tuple(parted), "novelty/introduction-1")] if parted else []


def _contribution(made: Composition) -> list[Block]:
    if made.own is None:
        return [Paragraph(made.fixed("novelty_open"), "novelty/open")]
    near = nearest(made.library, made.own)
    return [*([Paragraph(_nearest(near, made), "novelty/nearest")] if near else []), *_apart(made, made.own)]


def _nearest(near: tuple[Near, ...], made: Composition) -> Inlines:
    """A sentence for each of the nearest studies, with what it shares."""
    sentences: list[Inline] = []
    for n, one in enumerate(near):
        points = made.voice.join([shared(likeness, made.voice) for likeness in one.shared], strong=len(one.shared) > 1)
        study = filled(str(made.words["novelty_nearest" if not n else "novelty_near"]), points=points, study=(narrative(one.key),))
        sentences += [Text(" "), *study] if n else study
    return tuple(sentences)


def _apart(made: Composition, own: Own) -> list[Block]:
    points = unshared(made.library, own)
    if points:
        return [Paragraph(filled(str(made.words["novelty_own"]), points=novelty(points, made.voice)), "novelty/own")]
    joined = unjoined(made.library, own)
    if joined:
        return [Paragraph(filled(str(made.words["novelty_joined"]), points=novelty(joined, made.voice, joined=True)), "novelty/joined")]
    return [Paragraph(made.fixed("novelty_none"), "novelty/none")]


SECTION = Section("novelty", "novelty", build, place=70)
