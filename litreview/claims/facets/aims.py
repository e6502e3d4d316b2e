"""Aims and questions: which studies ask the same kind of thing, and what each asks."""

from __future__ import annotations

from litreview.claims.claim import Claim
from litreview.claims.facets import FacetClaims
from litreview.claims.moves import MANY, coverage
from litreview.claims.values import compare
from litreview.record import Library

NAME = "aims"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """The kinds of aim with their studies, then each study that is alone with its kind."""
    found = compare(library, keys, "aim")
    kinds = tuple(group for group in found.groups if group.value.concept)
    alike = tuple(group for group in kinds if len(group.parts) > 1)
    alone = tuple(group for group in found.groups if len(group.parts) == 1)
    claims: list[Claim] = [*coverage(NAME, found)] if found.missing else []
    if len(kinds) > 1:
        claims.append(Claim("aim.kinds", NAME, found.stated, groups=kinds, numbers=(("kinds", len(kinds)),)))
    for group in alike:
        claims.append(Claim("aim.pair" if len(group.parts) == 2 else "aim.group", NAME, groups=(group,)))
    claims += [Claim("aim.single", NAME, groups=(group,)) for group in alone[:MANY]]
    return tuple(claims)


FACET = FacetClaims(NAME, build)
