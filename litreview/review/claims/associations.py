"""Values that always stand in the same studies, and values that come up late.

Nothing here says why: both are counts over this corpus.
"""

from __future__ import annotations

from collections.abc import Mapping

from litreview.record import Library
from litreview.review.claims.claim import Claim, Group
from litreview.review.claims.order import year_of
from litreview.review.claims.values import Comparison
from litreview.review.thresholds import ASSOCIATIONS, STUDIES_TOGETHER, YEARS_LATE

NAME = "synthesis"


def associations(library: Library, comparisons: Mapping[str, Comparison]) -> tuple[Claim, ...]:
    """What goes together and what came late, of `comparisons`: the comparisons of the whole library by aspect."""
    return (*_together(comparisons), *_late(library, comparisons))


def _together(comparisons: Mapping[str, Comparison]) -> list[Claim]:
    """Two values of different aspects: every study with the first that states the other aspect has the second, and not all studies have."""
    claims: list[Claim] = []
    for first, second in (("framework", "method"), ("framework", "data"), ("method", "data"), ("sectors", "method")):
        stating = set(comparisons[second].stated)
        for group in comparisons[first].shared:
            keys = [key for key in group.keys if key in stating]
            for other in comparisons[second].shared:
                joint = set(other.keys)
                if len(keys) >= STUDIES_TOGETHER and joint.issuperset(keys) and len(joint) < len(stating):
                    left = Group(group.value, tuple(p for p in group.parts if p.key in keys))
                    right = Group(other.value, tuple(p for p in other.parts if p.key in keys))
                    claims.append(Claim(f"synthesis.together.{first}.{second}", NAME, tuple(keys), groups=(left, right)))
    return sorted(claims, key=lambda claim: (-len(claim.stated), claim.id))[:ASSOCIATIONS]


def _late(library: Library, comparisons: Mapping[str, Comparison]) -> list[Claim]:
    """A method or framework of several studies that no study of the corpus used in its first years."""
    years = [year for study in library if (year := year_of(study)) is not None]
    claims: list[Claim] = []
    for aspect in ("method", "framework"):
        for group in comparisons[aspect].shared:
            dated = [(year, key) for key in group.keys if (year := year_of(library[key])) is not None]
            if len(dated) <= STUDIES_TOGETHER or len(dated) < len(group.keys) or min(dated)[0] - min(years) < YEARS_LATE:
                continue
            since = min(dated)[0]
            firsts = tuple(key for year, key in dated if year == since)
            earliest = Group(group.value, tuple(p for p in group.parts if p.key in firsts))
            numbers = (("since", since), ("count", len(group.keys)), ("first", min(years)))
            claims.append(Claim(f"synthesis.late.{aspect}", NAME, group.keys, groups=(earliest, group), numbers=numbers))
    return sorted(claims, key=lambda claim: (-len(claim.stated), claim.id))[:ASSOCIATIONS]
