"""A sentence made again from its claim and the template that was chosen for it: what a draft is checked against."""

from __future__ import annotations

from litreview.document.nodes import Sentence
from litreview.errors import LitreviewError
from litreview.review.claims import Claim
from litreview.review.prose.fill import capitalise, fill
from litreview.review.prose.say import FOLLOWS
from litreview.review.prose.slots import Slots
from litreview.review.prose.voice import Voice


def rendered(claim: Claim, template: str, voice: Voice) -> Sentence | None:
    """The sentence of `claim` by `template` ("finding.single/1"), or None where the language file has no such template."""
    kind, _, number = template.rpartition("/")
    entry = voice.language.section("claims").get(kind)
    variants = [entry] if isinstance(entry, str) else [str(text) for text in entry] if isinstance(entry, list) else []
    if not number.isdigit() or int(number) >= len(variants):
        return None
    slots = Slots(claim, voice)
    try:
        text = fill(variants[int(number)].removeprefix(FOLLOWS), slots.inlines, slots.count)
    except (LitreviewError, LookupError):
        return None
    return Sentence(claim.id, template, capitalise(text))
