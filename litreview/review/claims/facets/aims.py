"""Aims and questions: which studies ask the same kind of thing, and what each asks."""

from __future__ import annotations

import attrs

from litreview.record import Library
from litreview.review.claims.claim import Claim, Part
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.facets.findings import brief
from litreview.review.claims.moves import coverage, in_twos
from litreview.review.claims.subjects import subjects
from litreview.review.claims.values import compare
from litreview.review.thresholds import AIMS_ONE_BY_ONE, BRIEF_AIM, LONE_AIMS, STUDIES_WITH_LONE_AIMS, VALUES_ONE_BY_ONE

NAME = "aims"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """The kinds of aim with their studies, then the aims of studies that ask alike and of those that are alone with their kind."""
    comparison = compare(library, keys, "aim")
    kinds = tuple(group for group in comparison.groups if group.value.concept)
    alone = tuple(group for group in comparison.groups if len(group.parts) == 1)
    claims: list[Claim] = [*coverage(NAME, comparison)] if comparison.missing or comparison.unread else []
    if len(kinds) > 1:
        leading, further = kinds[:VALUES_ONE_BY_ONE], len(kinds) - VALUES_ONE_BY_ONE
        numbers = (("kinds", len(kinds)), ("further", max(0, further)))
        told = len({key for group in kinds for key in group.keys})
        kind = "aim.kinds.cut" if further > 0 else "aim.kinds" if told == len(comparison.stated) else "aim.kinds.some"
        claims.append(Claim(kind, NAME, tuple(dict.fromkeys(key for g in kinds for key in g.keys)), groups=leading, numbers=numbers))
    elif kinds and len(kinds[0].parts) > 2:
        claims.append(Claim("aim.group", NAME, groups=kinds))
    if len(keys) <= AIMS_ONE_BY_ONE:
        pairs = [attrs.evolve(group, parts=tuple(_about(one, library) for one in group.parts)) for group in kinds if len(group.parts) == 2]
        claims += [Claim("aim.pair", NAME, groups=(group,), opens=True) for group in pairs]
        claims += in_twos("aim", NAME, [_about(group.parts[0], library) for group in alone[:VALUES_ONE_BY_ONE]])
    elif len(keys) <= STUDIES_WITH_LONE_AIMS:
        short = [_about(group.parts[0], library) for group in alone if brief(group.parts[0].statements, BRIEF_AIM)]
        claims += in_twos("aim", NAME, short[:LONE_AIMS], opens=True)
    return tuple(claims)


def _about(part: Part, library: Library) -> Part:
    """The part with the names of what its aim speaks of."""
    return attrs.evolve(part, about=subjects(library[part.key], part.statements[0], library.concepts))


FACET = FacetClaims(NAME, build)
