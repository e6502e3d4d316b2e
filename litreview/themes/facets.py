"""Facets: the ways in which a small corpus can be compared without guessing at clusters.

Below about thirty abstracts, grouping by word statistics finds noise; the aspects that the records state are surer ground.
A facet becomes a theme where at least two studies state one of its aspects.
"""

from __future__ import annotations

import attrs

from litreview.record import Library
from litreview.themes.theme import Theme


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
"""Every facet, in the order of the chapter: from ideas over cases to results and how they were reached."""

ENOUGH = 2
"""A comparison needs two."""


def suggest(library: Library) -> tuple[Theme, ...]:
    """The facets that at least two studies of `library` state something about, as themes over all its studies.

    All studies belong to each theme: those that state nothing are part of what there is to say.
    """
    keys = library.keys()
    stated = {
        facet.name for facet in FACETS if sum(any(study.aspects.stated(aspect) for aspect in facet.aspects) for study in library) >= ENOUGH
    }
    return tuple(Theme(facet.name, keys) for facet in FACETS if facet.name in stated and facet.instead_of not in stated)
