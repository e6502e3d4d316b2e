"""Prose: the words for claims, from the sentences that each language file holds."""

from litreview.prose.say import say
from litreview.prose.slots import Slots
from litreview.prose.voice import Voice

__all__ = ["Slots", "Voice", "say"]
