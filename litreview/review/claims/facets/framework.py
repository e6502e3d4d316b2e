"""Concepts and theories: which frameworks the studies name, which they share, and where a concept is only a keyword."""

from __future__ import annotations

from litreview.concepts import find
from litreview.record import Concept, Library, Study
from litreview.review.claims.claim import Claim, Group, Part
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.moves import coverage, lone, shared, spread, told_in
from litreview.review.claims.values import Comparison, compare

NAME = "framework"


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """Coverage, common ground, what stands alone, keywords without a use, and how far any one framework reaches."""
    frameworks = compare(library, keys, "framework")
    common = shared(NAME, frameworks, library, join=True)
    alone = lone(NAME, frameworks, told_in(common))
    return (*coverage(NAME, frameworks), *common, *alone, *_keyword_only(library, frameworks), *spread(NAME, frameworks))


def _keyword_only(library: Library, found: Comparison) -> tuple[Claim, ...]:
    """The widest shared framework that a study without a stated framework lists among its keywords."""
    for group in found.shared:
        concept = group.value.concept
        listing = tuple(key for key in found.missing if concept and concept in keyword_concepts(library[key], library.concepts))
        if listing and len(listing) < len(found.missing):
            return (Claim("framework.keyword-only", NAME, groups=(Group(group.value, tuple(Part(key) for key in listing)),)),)
    return ()


def keyword_concepts(study: Study, own: tuple[Concept, ...] = ()) -> frozenset[str]:
    """The concepts that the keywords of `study` name, in any language; `own` are known beside ours."""
    texts = ((tag, keyword) for tag, keywords in study.keywords.items() for keyword in keywords)
    return frozenset(hit.value.id for tag, keyword in texts for hit in find(keyword, tag, extra=own))


FACET = FacetClaims(NAME, build)
