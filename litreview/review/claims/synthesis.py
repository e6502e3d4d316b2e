"""What only shows when the themes are read together: what studies share, where they part, what goes together or comes late."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from litreview.record import Library
from litreview.review.claims.claim import Claim, Group
from litreview.review.claims.order import year_of
from litreview.review.claims.values import TECHNIQUE, Comparison, comparison, examined
from litreview.review.thresholds import (
    ASSOCIATIONS,
    COMMON_GROUND,
    CONTRASTS,
    LATE_VALUES,
    STUDIES_TOGETHER,
    STUDIES_WITH_NEIGHBOURS,
    VALUES_OF_NEIGHBOURS,
    YEARS_LATE,
)

NAME = "synthesis"

ASPECTS = ("framework", "method", TECHNIQUE, "data", "sectors")
"""The aspects whose values are told by their names, and may be counted together."""


def synthesis_claims(library: Library) -> tuple[Claim, ...]:
    """The widest common values over all aspects, the two studies with most in common, common ground on which studies part ways,
    and values that go together or come up late."""
    if sum(examined(study) for study in library) < 2:
        return ()
    comparisons = {aspect: comparison(library, library.keys(), aspect) for aspect in ("aim", *ASPECTS)}
    near = _closest(library, comparisons) if len(library) <= STUDIES_WITH_NEIGHBOURS else ()
    return (*_widest(comparisons), *near, *_parting(comparisons), *associations(library, comparisons))


def _shared(comparisons: dict[str, Comparison]) -> list[Group]:
    """The values of two studies or more that go by a name of their own, the widest first."""
    groups = [group for aspect in ASPECTS for group in comparisons[aspect].shared if group.value.concept]
    return sorted(groups, key=lambda group: -len(group.parts))


def _widest(comparisons: dict[str, Comparison]) -> list[Claim]:
    groups = list({group.value.identity: group for group in reversed(_shared(comparisons))}.values())[::-1][:COMMON_GROUND]
    kind = "one" if len(groups) == 1 else "more"
    return [Claim(f"synthesis.widest.{kind}", NAME, groups=tuple(groups), opens=True)] if groups else []


def _closest(library: Library, comparisons: dict[str, Comparison]) -> list[Claim]:
    """The two studies that share most values, if no other two share as many."""
    common: dict[tuple[str, str], list[Group]] = {}
    counted: set[tuple[str, str, str]] = set()
    for group in _shared(comparisons):
        for pair in combinations(sorted(group.keys, key=library.keys().index), 2):
            if (group.value.identity, *pair) not in counted:
                counted.add((group.value.identity, *pair))
                common.setdefault((pair[0], pair[1]), []).append(group)
    ranked = sorted(common.items(), key=lambda item: -len(item[1]))
    if not ranked or len(ranked[0][1]) < VALUES_OF_NEIGHBOURS or (len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1])):
        return []
    pair, groups = ranked[0]
    cut = tuple(Group(group.value, tuple(part for part in group.parts if part.key in pair)) for group in groups)
    return [Claim("synthesis.closest", NAME, pair, groups=cut)]


def _parting(comparisons: dict[str, Comparison]) -> list[Claim]:
    """A framework that studies share while they ask different things or go different ways: the value, then what they part over."""
    claims: list[Claim] = []
    for group in comparisons["framework"].shared:
        if not group.value.concept or len(claims) >= CONTRASTS:
            continue
        for aspect in ("aim", "method", "data"):
            kinds = _kinds(group, comparisons[aspect])
            if len(kinds) > 1:
                claims.append(Claim(f"synthesis.parting.{aspect}", NAME, group.keys, groups=(group, *kinds)))
                break
    return claims


def _kinds(within: Group, comparison: Comparison) -> tuple[Group, ...]:
    """The known values that the studies of one group part over: nothing where one study has two of them, or one has none."""
    inside = frozenset(within.keys)
    kinds = [
        Group(group.value, parts)
        for group in comparison.groups
        if group.value.concept and (parts := tuple(part for part in group.parts if part.key in inside))
    ]
    keys = [key for group in kinds for key in group.keys]
    return tuple(kinds) if sorted(keys) == sorted(within.keys) else ()


def associations(library: Library, comparisons: Mapping[str, Comparison]) -> tuple[Claim, ...]:
    """What goes together and what came late, of `comparisons`: the comparisons of the whole library by aspect.

    Nothing here says why: both are counts over this corpus.
    """
    return (*_values_together(comparisons), *_late_values(library, comparisons))


def _values_together(comparisons: Mapping[str, Comparison]) -> list[Claim]:
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


def _late_values(library: Library, comparisons: Mapping[str, Comparison]) -> list[Claim]:
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
    return sorted(claims, key=lambda claim: (-len(claim.stated), claim.id))[:LATE_VALUES]
