"""Fields of cooperation: which recur, which are met once."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.moves import coverage, lone, shared, spread, told_in
from litreview.review.claims.values import compare

NAME = "sectors"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """Who names none, the fields that recur, the lone ones, and that none is everywhere."""
    comparison = compare(library, keys, "sectors")
    common = shared(NAME, comparison, library)
    head = coverage(NAME, comparison) if comparison.missing or comparison.unread else ()
    return (*head, *common, *lone(NAME, comparison, told_in(common)), *spread(NAME, comparison))


FACET = FacetClaims(NAME, build)
