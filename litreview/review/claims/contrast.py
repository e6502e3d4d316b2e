"""How one theme differs from the rest of the corpus: a value that is common here and rare elsewhere, with both counts."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim
from litreview.review.claims.values import Comparison, compare
from litreview.review.thresholds import APART_FROM_REST, COMMON_IN_THEME, STUDIES_FOR_A_SHARE


def contrasts(library: Library, comparison: Comparison) -> tuple[Claim, ...]:
    """The most shared value of `comparison`, if the studies outside it use it clearly less; both are counted over those that state one."""
    here = {*comparison.stated, *comparison.missing}
    elsewhere = compare(library, tuple(study.key for study in library if study.key not in here), comparison.aspect)
    if len(comparison.stated) < STUDIES_FOR_A_SHARE or len(elsewhere.stated) < STUDIES_FOR_A_SHARE or not comparison.shared:
        return ()
    widest = comparison.shared[0]
    there = next((group.keys for group in elsewhere.groups if group.value.identity == widest.value.identity), ())
    share = len(widest.keys) / len(comparison.stated)
    if share < COMMON_IN_THEME or share - len(there) / len(elsewhere.stated) < APART_FROM_REST:
        return ()
    counts = (("here", len(widest.keys)), ("there", len(there)), ("others", len(elsewhere.stated)))
    return (Claim(f"topic.contrast.{comparison.aspect}", "topic", comparison.stated, groups=(widest,), numbers=counts),)
