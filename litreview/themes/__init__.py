"""Themes: which studies are discussed together, and under which heading."""

from litreview.themes.facets import FACETS, suggest
from litreview.themes.outline import OUTLINE_FIELDS, Outline, OutlineError, OwnStudy, ThemePlan, apply, structure_outline
from litreview.themes.theme import Theme

__all__ = ["FACETS", "OUTLINE_FIELDS", "Outline", "OutlineError", "OwnStudy", "Theme", "ThemePlan", "apply", "structure_outline", "suggest"]
