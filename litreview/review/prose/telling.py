"""How a claim is told: in words that are quoted, by the names of what it is about, or with a slot that its writer translates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from litreview.document.nodes import Inline, Quoted, Text
from litreview.document.walk import nodes, plain
from litreview.review.claims import Claim
from litreview.review.claims.marked import is_marked
from litreview.review.prose.slots import ANSWER
from litreview.review.prose.voice import Voice
from litreview.review.prose.wording import quoted, quotes, quotes_whole, speakable, spoken_names, to_translate

OPPOSED = f"{ANSWER}opposed"

SLOT, TERMS, NAMED, FIRST, FIRST_IN_WORDS = ".slot", ".terms", ".named", ".first", ".first.words"
"""Forms of a kind: one part with a slot and the others by their names; all by their names; nothing of the words; the first part alone,
with a slot or quoted."""

NOTHING_QUOTED, ONE_QUOTED, ALL_QUOTED = 0, 1, 2
"""How much of a claim may be quoted."""

MANNERS = ("", ".quoted", ".words", SLOT, TERMS, NAMED, FIRST, FIRST_IN_WORDS)
"""The forms of one kind; the templates of each stand in the same order, and one told in another form is not told again."""


def manner(claim: Claim, voice: Voice, quoting: int = ALL_QUOTED, slot: bool = True) -> str | None:
    """The form in which `claim` is told; None where it cannot be without words that may not stand there.

    `quoting` says how much of the source's words may be quoted, where they are in the language of `voice`; with `slot` one place may be
    left for a translation. Words of another language are never printed in a sentence.
    """
    sentences = voice.language.section("claims")
    kind = claim.kind
    if kind.startswith(ANSWER):
        told = [group for group in claim.groups if speakable(group, voice)]
        return "" if told and (len(told) == len(claim.groups) or not kind.startswith(OPPOSED)) else None
    parts = claim.groups[0].parts if claim.groups else ()
    if not _in_words(kind, sentences):
        return ""
    if any(is_marked(statement) for part in parts for statement in part.statements):
        quoting = ALL_QUOTED  # her choice goes before our measure
    foreign = [part for part in parts if to_translate(part, voice)]
    native = [part for part in parts if part not in foreign and quoted(part, voice)]
    if len(foreign) <= (1 if slot else 0) and (quoting == ALL_QUOTED or not native):
        return usual(claim, voice)
    if quoting == ONE_QUOTED and not foreign and f"{kind}{FIRST_IN_WORDS}" in sentences:
        return FIRST_IN_WORDS
    about = [bool(spoken_names(part, voice)) for part in parts]
    if slot and foreign and to_translate(parts[0], voice):
        if f"{kind}{SLOT}" in sentences and all(about[1:]):
            return SLOT
        if f"{kind}{FIRST}" in sentences:
            return FIRST
    if f"{kind}{TERMS}" in sentences and all(about) and not native:  # of words that a reader of the chapter can read a name says too little
        return TERMS
    return NAMED if f"{kind}{NAMED}" in sentences else None


def usual(claim: Claim, voice: Voice) -> str:
    """The form by what is quoted: nothing, a part of a sentence, a whole one."""
    sentences = voice.language.section("claims")
    parts = claim.groups[0].parts if claim.groups else ()
    for form, fits in ((".quoted", quotes_whole), (".words", quotes)):
        if f"{claim.kind}{form}" in sentences and fits(parts, voice):
            return form
    return ""


def _in_words(kind: str, sentences: Mapping[str, Any]) -> bool:
    """Whether sentences of the kind hold what studies say."""
    entry = sentences.get(kind, "")
    return any("{text" in str(template) for template in ([entry] if isinstance(entry, str) else entry))


def has_slot(inlines: Sequence[Inline], voice: Voice) -> bool:
    """Whether a place is left for a translation."""
    marker = str(voice.language.section("lists")["to_translate"])
    return any(isinstance(node, Text) and marker in node.text for node in nodes(tuple(inlines)))


def words_quoted(inlines: Sequence[Inline]) -> int:
    """How many words stand in quotations."""
    return sum(len(plain(node.children).split()) for node in nodes(tuple(inlines)) if isinstance(node, Quoted))
