"""Themes: which studies are discussed together, and under which heading."""

from litreview.themes.facets import FACETS, suggest
from litreview.themes.outline.follow import apply
from litreview.themes.outline.plan import FIGURES, SECTIONS, Outline, OutlineError, OwnStudy, ThemePlan
from litreview.themes.outline.structure import OUTLINE_FIELDS, structure_outline
from litreview.themes.suggestion import suggest_themes
from litreview.themes.theme import Theme

__all__ = [
    "FACETS",
    "FIGURES",
    "OUTLINE_FIELDS",
    "SECTIONS",
    "Outline",
    "OutlineError",
    "OwnStudy",
    "Theme",
    "ThemePlan",
    "apply",
    "structure_outline",
    "suggest",
    "suggest_themes",
]
