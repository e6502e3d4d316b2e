"""Prose: the words for claims, from the sentences that each language file holds.

In come a claim and a voice, which is a language at work. Out comes a sentence of the document, or the inlines of a cell.

Tables, sections and the audit may call it. It knows claims only: no theme, no citation style, no output.
"""

from litreview.review.prose.say import say
from litreview.review.prose.slots import Slots
from litreview.review.prose.voice import Voice

__all__ = ["Slots", "Voice", "say"]
