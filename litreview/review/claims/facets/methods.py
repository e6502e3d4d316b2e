"""Method and data: how the studies were made, and from what."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.moves import coverage, lone, shared, told_in
from litreview.review.claims.values import approaches, compare, techniques

NAME = "methods"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """The approaches and the techniques, then the sources of data; approaches and sources with who states none."""
    method, technique, data = approaches(library, keys), techniques(library, keys), compare(library, keys, "data")
    common = shared(NAME, method, library)
    ways = shared(NAME, technique, library)
    sources = shared(NAME, data, library)
    return (
        *coverage(NAME, method),
        *common,
        *lone(NAME, method, told_in(common)),
        *ways,
        *lone(NAME, technique, told_in(ways)),
        *coverage(NAME, data),
        *sources,
        *lone(NAME, data, told_in(sources)),
    )


FACET = FacetClaims(NAME, build)
