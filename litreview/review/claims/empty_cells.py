"""Gaps inside the corpus: an approach that other topics are studied with and some topics are not."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.concepts import concept
from litreview.record import Library
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.values import compare
from litreview.review.thresholds import STUDIES_FOR_AN_EMPTY_CELL
from litreview.themes import Theme
from litreview.themes.theme import TOPIC

NAME = "gaps"

APPROACHES = ("quantitative", "qualitative", "mixed-methods")


def empty_cells(library: Library, themes: Sequence[Theme]) -> tuple[Claim, ...]:
    """For each approach that at least `STUDIES_FOR_AN_EMPTY_CELL` studies take, the topics in which none does.

    The first group of a claim is the approach with the studies that take it, each further one a topic with those that state another.
    """
    taken = {group.value.concept: group for group in compare(library, library.keys(), "method").groups}
    topics = [(theme, compare(library, theme.keys, "method").stated) for theme in themes if theme.facet == TOPIC and theme.title]
    claims: list[Claim] = []
    for approach in APPROACHES:
        group = taken.get(approach)
        if group is None or len(group.parts) < STUDIES_FOR_AN_EMPTY_CELL:
            continue
        empty = [
            Group(Value(theme.key, theme.title, aspect="theme"), tuple(Part(key) for key in stated))
            for theme, stated in topics
            if len(stated) >= STUDIES_FOR_AN_EMPTY_CELL and not set(group.keys) & set(stated)
        ]
        if empty:
            named = Group(Value(approach, concept(approach, library.concepts).labels, approach, "method"), group.parts)
            kind = "gap.cell.one" if len(empty) == 1 else "gap.cell.more"
            claims.append(Claim(kind, NAME, groups=(named, *empty), numbers=(("others", len(empty)),)))
    return tuple(claims)
