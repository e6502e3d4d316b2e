"""One file per facet: what can be claimed when studies are compared by it. `FACET` registers the file."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import parts
from litreview.errors import UnknownName
from litreview.record import Library
from litreview.review.claims.claim import Claim

Build = Callable[[Library, tuple[str, ...]], tuple[Claim, ...]]


@attrs.frozen
class FacetClaims:
    """`build(library, keys)` gives the claims of one section in the order in which they are told."""

    name: str
    build: Build


def facet_claims(name: str) -> FacetClaims:
    """The claims of the facet `name`. Raises UnknownName."""
    for facet in parts("litreview.review.claims.facets", "FACET", FacetClaims):
        if facet.name == name:
            return facet
    raise UnknownName("facet", name, [f.name for f in parts("litreview.review.claims.facets", "FACET", FacetClaims)])
