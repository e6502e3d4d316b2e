"""Answers: what findings say of what, read by patterns of both languages, and set side by side.

In come the findings of studies. Out come claims: which factors hinder, support or decide, what has an effect on what and what has none.
A finding that no pattern fits is related to nothing; it can be quoted.
"""

from litreview.review.claims.answers.choosing import chosen_finding
from litreview.review.claims.answers.frames import RELATIONS, Frame, frames
from litreview.review.claims.answers.setting import answers

__all__ = ["RELATIONS", "Frame", "answers", "chosen_finding", "frames"]
