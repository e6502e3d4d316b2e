"""How the thematic review is divided: which topics there are and how wide, and by what all studies are compared."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.record import LangText, Library
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.order import newest_first
from litreview.review.thresholds import TOPICS_NAMED_FIRST
from litreview.themes import Theme
from litreview.themes.theme import REST, TOPIC

NAME = "overview"


def overview_claims(library: Library, themes: Sequence[Theme]) -> tuple[Claim, ...]:
    """The topics, the widest named with their studies, and the facets. A topic without a name in any language is counted only."""
    topics = [theme for theme in themes if theme.facet == TOPIC and theme.name != REST]
    facets = [theme for theme in themes if theme.facet != TOPIC]
    claims: list[Claim] = []
    if len(topics) > 1:
        widest = sorted((theme for theme in topics if theme.title), key=lambda theme: (-len(theme.keys), theme.key))[:TOPICS_NAMED_FIRST]
        groups = tuple(_topic(library, theme) for theme in widest)
        held = {key for theme in topics for key in theme.keys}
        left = tuple(study.key for study in library if study.key not in held)
        numbers = (("topics", len(topics)), ("left", len(left)), ("total", len(library)))
        if groups:
            claims.append(Claim("overview.topics.rest" if left else "overview.topics", NAME, groups=groups, numbers=numbers))
    else:
        claims += [Claim("overview.topic", NAME, groups=(_topic(library, theme),)) for theme in topics if theme.title]
    if facets:
        named = tuple(Group(Value(theme.facet, LangText(), aspect="facet"), ()) for theme in facets)
        kind = "overview.facets.too" if claims else "overview.facets"
        claims.append(Claim(kind, NAME, library.keys(), groups=named, numbers=(("total", len(library)),)))
    return tuple(claims)


def _topic(library: Library, theme: Theme) -> Group:
    """A topic with its studies, the newest first."""
    return Group(Value(theme.key, theme.title, aspect="theme"), tuple(Part(key) for key in newest_first(library, theme.keys)))
