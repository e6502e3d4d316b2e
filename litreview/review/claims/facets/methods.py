"""Method and data: how the studies were made, and from what."""

from __future__ import annotations

from litreview.record import Library
from litreview.review.claims.claim import Claim
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.moves import coverage, lone, shared, told_in
from litreview.review.claims.values import compare

NAME = "methods"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """The approaches, then the sources of data; each with who states none."""
    method, data = compare(library, keys, "method"), compare(library, keys, "data")
    approaches = shared(NAME, method, library)
    sources = shared(NAME, data, library)
    return (
        *coverage(NAME, method),
        *approaches,
        *lone(NAME, method, told_in(approaches)),
        *coverage(NAME, data),
        *sources,
        *lone(NAME, data, told_in(sources)),
    )


FACET = FacetClaims(NAME, build)
