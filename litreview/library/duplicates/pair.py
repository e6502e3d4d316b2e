"""Two studies that may be one work."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.errors import Problem

Strength = Literal["certain", "strong", "weak"]


@attrs.frozen
class Pair:
    """Two keys of a library, in its order.

    - `strength`: "certain" (an identifier, or everything that matters, is the same), "strong" (same title, compatible years, a shared
      author) or "weak" (alike, or one work in two languages): the last two are for a person to decide.
    - `score`: how alike they are, 0-1, over what both state; for the order of the list, never for a decision.
    - `reasons`: what speaks for it, as data to be put into words by `litreview.languages.explain`.
    """

    first: str
    second: str
    strength: Strength
    score: float
    reasons: tuple[Problem, ...] = ()
