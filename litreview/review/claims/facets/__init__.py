"""One file per facet: what can be claimed when studies are compared by it. `FACET` registers the file.

In come a library and the keys of the studies compared. Out come claims, in the order in which they are told.

The ledger may call it, by the name of the facet that a theme has.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import advice, broken, parts
from litreview.errors import Problem, UnknownName
from litreview.record import Library
from litreview.review.claims.claim import Claim

Build = Callable[[Library, tuple[str, ...]], tuple[Claim, ...]]


GROUP = "litreview.facet_claims"
"""The group of entry points by which other packages bring the claims of a facet (the facet itself: `litreview.themes.facets`)."""


@attrs.frozen
class FacetClaims:
    """`build(library, keys)` gives the claims of one section in the order in which they are told."""

    name: str
    build: Build


def facet_claims(name: str) -> FacetClaims:
    """The claims of the facet `name`. Raises UnknownName."""
    known = {facet.name: facet for facet in parts("litreview.review.claims.facets", "FACET", FacetClaims, GROUP)}
    if name not in known:
        raise UnknownName("facet", name, known, advice(GROUP, "FACET", FacetClaims))
    return known[name]


def broken_facet_claims() -> tuple[Problem, ...]:
    """The claims of facets of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "FACET", FacetClaims)
