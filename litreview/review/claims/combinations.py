"""Gaps between two aspects: a framework and an approach that studies use, and that no study joins."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim, Group
from litreview.review.claims.values import Comparison, compare
from litreview.review.thresholds import COMBINATIONS, SHARE_FOR_A_COMBINATION, STUDIES_FOR_A_COMBINATION

NAME = "gaps"


def unjoined(library: Library) -> tuple[Claim, ...]:
    """The pairs of a framework and an approach that no study joins, those that most studies stand beside first; at most `COMBINATIONS`.

    Only studies that state both are judged: with fewer than two of them nothing is said.
    """
    frameworks, methods = compare(library, library.keys(), "framework"), compare(library, library.keys(), "method")
    both = frozenset(frameworks.stated) & frozenset(methods.stated)
    if len(both) < STUDIES_FOR_A_COMBINATION:
        return ()
    claims: list[Claim] = []
    for framework in _counting(frameworks):
        with_it = frozenset(framework.keys)
        for method in _counting(methods):
            if with_it & both and not with_it & frozenset(method.keys):
                counts = (("here", len(framework.parts)), ("there", len(method.parts)))
                claims.append(Claim("gap.combination", NAME, groups=(framework, method), numbers=counts))
    return tuple(sorted(claims, key=lambda claim: -len(claim.studies))[:COMBINATIONS])


def _counting(comparison: Comparison) -> list[Group]:
    """The values that enough studies state to be missed where they do not meet another."""
    least = max(STUDIES_FOR_A_COMBINATION, SHARE_FOR_A_COMBINATION * len(comparison.stated))
    return [group for group in comparison.shared if group.value.concept and len(group.parts) >= least]
