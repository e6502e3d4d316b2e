"""Themes: which studies are discussed together, and under which heading.

In comes a library; with it, if the writer has one, an outline. Out come themes in the order of the chapter (`suggest_themes`, `apply`),
the studies that the chapter is about, and what stood in the way as problems. What the outline says, rules; the rest is suggested from
what the studies state, and from the terms of their titles, keywords and abstracts.

The making of the chapter, its audit and the public functions may call it. It groups studies and says nothing about them.
"""

from litreview.themes.facets import FACETS, aspects_of, broken_facets, facets, suggest
from litreview.themes.outline.follow import apply
from litreview.themes.outline.plan import Choices, Outline, OutlineError, OwnStudy, ThemePlan
from litreview.themes.outline.selection import Selection
from litreview.themes.outline.structure import OUTLINE_FIELDS, structure_outline
from litreview.themes.suggestion import suggest_themes
from litreview.themes.theme import Theme

__all__ = [
    "FACETS",
    "OUTLINE_FIELDS",
    "Choices",
    "Outline",
    "OutlineError",
    "OwnStudy",
    "Selection",
    "Theme",
    "ThemePlan",
    "apply",
    "aspects_of",
    "broken_facets",
    "facets",
    "structure_outline",
    "suggest",
    "suggest_themes",
]
