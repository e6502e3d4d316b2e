"""Gaps between two aspects: a framework and an approach that studies use, and that no study joins."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim
from litreview.review.claims.values import compare

NAME = "gaps"

ENOUGH, SHARE = 2, 0.05
"""A framework, and an approach, counts from so many studies on, and from this share of those that state one."""

MOST = 2


def unjoined(library: Library) -> tuple[Claim, ...]:
    """The pairs of a framework and an approach that no study joins, those that most studies stand beside first; at most `MOST`.

    Only studies that state both are judged: with fewer than two of them nothing is said.
    """
    frameworks, methods = compare(library, library.keys(), "framework"), compare(library, library.keys(), "method")
    both = frozenset(frameworks.stated) & frozenset(methods.stated)
    if len(both) < ENOUGH:
        return ()
    found: list[Claim] = []
    for framework in (g for g in frameworks.shared if g.value.concept and len(g.parts) >= max(ENOUGH, SHARE * len(frameworks.stated))):
        with_it = frozenset(framework.keys)
        for method in (g for g in methods.shared if g.value.concept and len(g.parts) >= max(ENOUGH, SHARE * len(methods.stated))):
            if with_it & both and not with_it & frozenset(method.keys):
                counts = (("here", len(framework.parts)), ("there", len(method.parts)))
                found.append(Claim("gap.combination", NAME, groups=(framework, method), numbers=counts))
    return tuple(sorted(found, key=lambda claim: -len(claim.studies))[:MOST])
