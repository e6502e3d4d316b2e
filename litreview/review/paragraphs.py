"""Claims as paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

import attrs

from litreview.document.nodes import Block, Cite, Inline, Paragraph, Sentence, Text
from litreview.document.walk import nodes, plain
from litreview.review.claims import Claim
from litreview.review.claims.moves import is_marked_claim
from litreview.review.claims.slots import slots
from litreview.review.prose import Voice, say
from litreview.review.prose.slots import ANSWER
from litreview.review.prose.telling import ALL_QUOTED, FIRST, has_slot, manner, words_quoted
from litreview.review.thresholds import QUOTED_AT_LEAST, SENTENCES_OF_A_PARAGRAPH, STUDIES_IN_A_ROW

AIMS = ("aim.", "topic.told")
"""How the templates of sentences on aims begin: findings are quoted before them."""

EVERYTHING: Mapping[str, int] = MappingProxyType({})
"""All is quoted that can be."""

Skeleton: TypeAlias = tuple[str, ...]
"""The templates of the sentences of a paragraph, in order."""


def paragraphs(
    claims: Sequence[Claim], key: str, voice: Voice, quoted: Mapping[str, int] = EVERYTHING, before: Collection[Skeleton] = ()
) -> list[Block]:
    """The claims as paragraphs of at most `SENTENCES_OF_A_PARAGRAPH` sentences; a new thought opens a new one, if enough was said.

    The key of a paragraph names the section and its place there; each sentence has a slot of its own, by which edits are matched after
    a new run. `quoted` says by their ids of which claims less is quoted than all, and how much. No paragraph has a skeleton that one
    `before` it has, as far as there are other sentences for its claims.
    """
    runs = _told(claims, key, voice, quoted, before)
    return [Paragraph(tuple(run), f"{key}/p{number}") for number, run in enumerate(runs, 1)]


def overquoted(themes: Sequence[Sequence[Block]], most: float, least: Collection[str] = ()) -> Sentence | None:
    """The sentence of which less is to be quoted, where more than a few words and more than the share `most` of the themes are.

    An aim gives way before a finding, then what stands beside other findings of its theme, then the longest. Of the claims `least`, by
    their ids, no less can be quoted: words that stay quoted in their plainest form are none that could give way.
    """
    paragraphs = [[block.children for block in blocks if isinstance(block, Paragraph)] for blocks in themes]
    counted = [sum(words_quoted(children) for children in theme) for theme in paragraphs]
    if sum(counted) <= max(QUOTED_AT_LEAST, most * sum(len(plain(children).split()) for theme in paragraphs for children in theme)):
        return None
    ranked: list[tuple[bool, bool, int, Sentence]] = []
    for theme, in_theme in zip(paragraphs, counted, strict=True):
        sentences = [node for children in theme for node in children if isinstance(node, Sentence)]
        related = any(sentence.template.startswith(ANSWER) for sentence in sentences)
        for sentence in sentences:
            gives_way = sentence.claim not in least and not sentence.template.startswith(ANSWER)
            if gives_way and (words := words_quoted(sentence.children)):
                ranked.append((sentence.template.startswith(AIMS), related or in_theme > words, words, sentence))
    return max(ranked, key=lambda one: one[:3], default=(False, False, 0, None))[3]


def skeleton(inlines: Sequence[Inline]) -> Skeleton:
    """The templates of the sentences of a paragraph, in order."""
    return tuple(node.template for node in inlines if isinstance(node, Sentence))


def _told(claims: Sequence[Claim], key: str, voice: Voice, quoted: Mapping[str, int], before: Collection[Skeleton]) -> list[list[Inline]]:
    """The sentences of each paragraph; what can be told only in words that may not stand there is left to the table."""
    named = list(zip(claims, slots(claims, key), strict=True))
    runs = _runs([pair for pair in named if manner(pair[0], voice, quoted.get(pair[0].id, ALL_QUOTED)) is not None])
    paragraphs: list[list[Inline]] = []
    while runs:
        run = runs.pop(0)
        avoided: list[str] = []
        sentences = _paragraph(run, voice, quoted, avoided)
        known = {*before, *map(skeleton, paragraphs)}
        for template in reversed(skeleton(sentences)):
            if skeleton(sentences) not in known:
                break
            avoided.append(template)
            sentences = _paragraph(run, voice, quoted, avoided)
        paragraphs.append(sentences)
        said = {node.claim for node in sentences if isinstance(node, Sentence)}
        kept = [(claim, slot) for claim, slot in run if claim.id not in said and is_marked_claim(claim) and manner(claim, voice) != FIRST]
        if kept and said:  # what she marked waits for a paragraph in which a place is free for its translation
            runs.append(kept)
    return [run for run in paragraphs if run]


def _paragraph(run: Sequence[tuple[Claim, str]], voice: Voice, quoted: Mapping[str, int], avoided: Sequence[str]) -> list[Inline]:
    """The sentences of one paragraph, those of the templates `avoided` told otherwise where they can be."""
    sentences: list[Inline] = []
    used: list[str] = []
    open_slot = True
    for claim, slot in run:
        form = manner(claim, voice, quoted.get(claim.id, ALL_QUOTED), open_slot)
        if form is None:
            continue
        sentence = attrs.evolve(say(claim, voice, used, form, avoided), slot=slot)
        row = [node for node in sentences if isinstance(node, Sentence)][-STUDIES_IN_A_ROW:]
        if len(row) == STUDIES_IN_A_ROW and all(map(_on_one_study, (*row, sentence))) and not is_marked_claim(claim):
            continue  # told in other words than its claim holds, it would be one more on a single study
        open_slot = open_slot and not has_slot(sentence.children, voice)
        used.append(sentence.template)
        sentences += [Text(" "), sentence] if sentences else [sentence]
    return sentences


def _on_one_study(sentence: Sentence) -> bool:
    return len({item.key for node in nodes(sentence.children) if isinstance(node, Cite) for item in node.items}) == 1


def _runs(named: Sequence[tuple[Claim, str]]) -> list[list[tuple[Claim, str]]]:
    """The claims, paragraph by paragraph."""
    runs: list[list[tuple[Claim, str]]] = []
    for claim, slot in named:
        if not runs or len(runs[-1]) >= SENTENCES_OF_A_PARAGRAPH or (claim.opens and len(runs[-1]) >= SENTENCES_OF_A_PARAGRAPH // 2):
            runs.append([])
        runs[-1].append((claim, slot))
    if len(runs) > 1 and len(runs[-1]) == 1:
        last = runs.pop()
        runs[-1] += last
    return runs
