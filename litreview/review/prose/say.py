"""Saying a claim: the template of its kind, filled."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from litreview.document.nodes import Sentence
from litreview.review.claims import Claim
from litreview.review.prose.fill import capitalise, fill
from litreview.review.prose.slots import Slots
from litreview.review.prose.telling import MANNERS, manner, usual
from litreview.review.prose.voice import Voice

FOLLOWS = "+"
"""A template that begins so takes up what went before: it never is the first of its kind in a paragraph."""


def say(claim: Claim, voice: Voice, used: Sequence[str] = (), form: str | None = None, avoided: Sequence[str] = ()) -> Sentence:
    """The sentence of `claim` in the language of `voice`, with unresolved citations.

    A kind may have forms of its own for what is told in the source's words, or without them (see `manner`); `form` is the one chosen, else
    it is chosen here. `used` are the template ids of the paragraph so far, `avoided` those for which another is taken if there is one.
    Same claim and same sentences before it, same words.
    Raises MissingWord if the language file lacks the kind.
    """
    sentences = voice.language.section("claims")
    told = form if form is not None else manner(claim, voice)
    kind = claim.kind + (usual(claim, voice) if told is None else told)
    name, template = choose(kind, claim, sentences, used, avoided)
    slots = Slots(claim, voice)
    return Sentence(claim.id, name, capitalise(fill(template, slots.inlines, slots.count)))


def choose(kind: str, claim: Claim, sentences: Mapping[str, object], used: Sequence[str], avoided: Sequence[str] = ()) -> tuple[str, str]:
    """The id and the text of the template: one that the paragraph has not used yet, if there is one.

    Which of several is settled by the claim (its kind and the first of its studies by name), not by its place in the chapter,
    so that a theme that comes or goes changes no sentence of another.
    """
    entry = sentences[kind]
    variants = [str(text) for text in entry] if isinstance(entry, list) else [str(entry)]
    before = [n for n in range(len(variants)) if _template_ids(claim.kind, n) & set(used)]
    open_to = [n for n in range(len(variants)) if before or not variants[n].startswith(FOLLOWS)] or list(range(len(variants)))
    fresh = [n for n in open_to if n not in before]
    if not fresh:  # all were used: the one that was used longest ago
        last = {n: max(at for at, name in enumerate(used) if name in _template_ids(claim.kind, n)) for n in open_to if n in before}
        fresh = [min(last, key=lambda n: last[n])]
    fresh = [n for n in fresh if not _template_ids(claim.kind, n) & set(avoided)] or fresh
    study = min(claim.studies, default="")
    n = fresh[int.from_bytes(hashlib.sha256(f"{kind}\x1f{study}".encode()).digest()[:4]) % len(fresh)]
    return f"{kind}/{n}", variants[n].removeprefix(FOLLOWS)


def _template_ids(kind: str, n: int) -> set[str]:
    """The template ids of the n-th form of a kind, in every manner."""
    return {f"{kind}{manner}/{n}" for manner in MANNERS}
