"""What an outline can choose from: the names of the sections and figures there are."""

from __future__ import annotations

from litreview.concepts import broken_tables
from litreview.errors import Problem
from litreview.record import Concept
from litreview.review.claims.facets import broken_facet_claims
from litreview.review.figures import broken_kinds, figure_names
from litreview.review.sections import broken_sections, every_section, usual_names
from litreview.themes import Choices, broken_facets


def choices(concepts: tuple[Concept, ...] = ()) -> Choices:
    """The sections and figures that a chapter can have, and the writer's own `concepts`."""
    return Choices(tuple(section.name for section in every_section()), usual_names(), figure_names(), concepts)


def broken_choices() -> tuple[Problem, ...]:
    """What other packages bring to a chapter and cannot be used."""
    return (*broken_sections(), *broken_kinds(), *broken_facets(), *broken_facet_claims(), *broken_tables())
