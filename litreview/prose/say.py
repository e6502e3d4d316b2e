"""Saying a claim: the template of its kind, filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from litreview.claims import Claim
from litreview.document.nodes import Sentence
from litreview.errors import MissingTemplate
from litreview.prose.fill import capitalise, fill
from litreview.prose.slots import Slots
from litreview.prose.voice import Voice


def say(claim: Claim, voice: Voice, used: Sequence[str] = ()) -> Sentence:
    """The sentence of `claim` in the language of `voice`, with unresolved citations.

    A kind may have several templates: the first that does not stand in `used` (the template ids of the paragraph so far) is taken,
    so the first of them may open a paragraph and the others need not. Same claims before it, same words.
    Raises MissingTemplate if the language file lacks the kind.
    """
    name, template = choose(claim, voice.language.section("claims"), voice.language.tag, used)
    slots = Slots(claim, voice)
    return Sentence(claim.id, name, capitalise(fill(template, slots.inlines, slots.count)))


def choose(claim: Claim, sentences: Mapping[str, object], tag: str, used: Sequence[str]) -> tuple[str, str]:
    """The id and the text of the template for `claim`."""
    found = sentences.get(claim.kind)
    if found is None:
        raise MissingTemplate(claim.kind, tag)
    variants = [found] if isinstance(found, str) else list(found) if isinstance(found, list) else []
    if not variants:
        raise MissingTemplate(claim.kind, tag)
    fresh = [n for n in range(len(variants)) if f"{claim.kind}/{n}" not in used]
    n = fresh[0] if fresh else 1 + len(used) % max(1, len(variants) - 1) if len(variants) > 1 else 0
    return f"{claim.kind}/{n}", str(variants[n])
