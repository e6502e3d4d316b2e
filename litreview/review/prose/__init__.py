"""Prose: the words for claims, from the sentences that each language file holds."""

from litreview.review.prose.say import say
from litreview.review.prose.slots import Slots
from litreview.review.prose.voice import Voice

__all__ = ["Slots", "Voice", "say"]
