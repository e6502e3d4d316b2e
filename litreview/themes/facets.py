"""Facets: the ways in which a small corpus can be compared without guessing at clusters.

Below about thirty abstracts, grouping by word statistics finds noise; the aspects that the records state are surer ground.
A facet becomes a theme where at least two studies state one of its aspects.
"""

from __future__ import annotations

import attrs

from litreview._parts import broken, values
from litreview.errors import Problem, UnknownName
from litreview.record import Library, Study
from litreview.themes.theme import Theme
from litreview.themes.thresholds import STUDIES_TO_COMPARE


@attrs.frozen
class Facet:
    """One facet: its name and the aspects (fields of `Aspects`) it compares."""

    name: str
    aspects: tuple[str, ...]
    instead_of: str | None = None
    """The facet that tells the same and more, where the studies allow it."""


FACETS: tuple[Facet, ...] = (
    Facet("framework", ("framework",)),
    Facet("aims", ("aim", "question")),
    Facet("pairs", ("partners", "period")),
    Facet("sectors", ("sectors",)),
    Facet("outcomes", ("outcome",)),
    Facet("findings", ("findings",), instead_of="outcomes"),
    Facet("methods", ("method", "data")),
)
"""Our own, in the order of the chapter: from ideas over cases to results and how they were reached. What is claimed of each is a module
of `litreview.review.claims.facets`."""

GROUP = "litreview.facets"
"""The group of entry points by which other packages bring a facet; what is claimed of it they bring to `litreview.facet_claims`."""


def facets() -> tuple[Facet, ...]:
    """Every facet there is, in the order of the chapter; those of other packages at the end."""
    return (*FACETS, *(facet for _, facet in values(GROUP, "FACET", Facet)))


def aspects_of(name: str) -> tuple[str, ...]:
    """The aspects that the facet `name` compares. Raises UnknownName.

    >>> aspects_of("methods")
    ('method', 'data')
    """
    for facet in facets():
        if facet.name == name:
            return facet.aspects
    raise UnknownName("facet", name, [facet.name for facet in facets()])


def broken_facets() -> tuple[Problem, ...]:
    """The facets of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "FACET", Facet)


def suggest(library: Library) -> tuple[Theme, ...]:
    """The facets that at least two studies of `library` state something about, as themes over all its studies.

    All studies belong to each theme: those that state nothing are part of what there is to say.
    """
    keys = library.keys()
    stated = {facet.name for facet in facets() if sum(_states(study, facet) for study in library) >= STUDIES_TO_COMPARE}
    return tuple(Theme(facet.name, keys) for facet in facets() if facet.name in stated and facet.instead_of not in stated)


def _states(study: Study, facet: Facet) -> bool:
    return any(study.aspects.stated(aspect) for aspect in facet.aspects)
