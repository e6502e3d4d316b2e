"""How one theme differs from the rest of the corpus: a value that is common here and rare elsewhere, with both counts."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim
from litreview.review.claims.values import Comparison, compare

ENOUGH = 6
"""Shares of fewer studies than this say nothing."""

COMMON, APART = 0.5, 0.25
"""A value is common in a theme from this share on, and differs from the rest by at least that much."""


def contrasts(library: Library, found: Comparison) -> tuple[Claim, ...]:
    """The most shared value of `found`, if the studies outside it use it clearly less; both are counted over those that state one."""
    here = {*found.stated, *found.missing}
    elsewhere = compare(library, tuple(study.key for study in library if study.key not in here), found.aspect)
    if len(found.stated) < ENOUGH or len(elsewhere.stated) < ENOUGH or not found.shared:
        return ()
    widest = found.shared[0]
    there = next((group.keys for group in elsewhere.groups if group.value.identity == widest.value.identity), ())
    share = len(widest.keys) / len(found.stated)
    if share < COMMON or share - len(there) / len(elsewhere.stated) < APART:
        return ()
    counts = (("here", len(widest.keys)), ("there", len(there)), ("others", len(elsewhere.stated)))
    return (Claim(f"topic.contrast.{found.aspect}", "topic", found.stated, groups=(widest,), numbers=counts),)
