"""Why a theme is one: who states what it compares, and which keywords or concepts mark its studies off from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from litreview.concepts import concepts
from litreview.record import LangText, Library, Statement
from litreview.themes.facets import aspects_of
from litreview.themes.keywords import Keyword
from litreview.themes.labels import marking
from litreview.themes.theme import TOPIC, Theme
from litreview.themes.thresholds import EVIDENCE_SHOWN


@attrs.frozen
class Mark:
    """A keyword or concept: `title` by language, in how many studies of the theme it stands, and in how many of the library."""

    title: LangText
    here: int
    everywhere: int


@attrs.frozen
class Evidence:
    """What speaks for a theme: the studies that state it (of a topic all), out of how many, and what they have in common."""

    keys: tuple[str, ...]
    studies: int
    marks: tuple[Mark, ...]


def evidence(theme: Theme, library: Library, keywords: Sequence[Keyword]) -> Evidence:
    """The evidence for `theme` among the studies of `library`, whose `keywords` are given. It depends on the theme's studies alone."""
    if theme.facet == TOPIC:
        inside = frozenset(theme.keys)
        marks = tuple(
            Mark(k.title, len(inside & set(k.spoken)), len(k.spoken)) for k in marking(inside, len(library), keywords, EVIDENCE_SHOWN)
        )
        return Evidence(theme.keys, len(theme.keys), marks)
    aspects = aspects_of(theme.facet)
    stating = tuple(key for key in theme.keys if any(library[key].aspects.stated(aspect) for aspect in aspects))
    return Evidence(stating, len(theme.keys), _shared_concepts(library, stating, aspects))


def _shared_concepts(library: Library, keys: Sequence[str], aspects: Sequence[str]) -> tuple[Mark, ...]:
    """The concepts that at least two studies state, the commonest first."""
    counts: Counter[str] = Counter()
    for key in keys:
        values = [value for aspect in aspects for value in library[key].aspects.values(aspect)]
        counts.update({value.concept for value in values if isinstance(value, Statement) and value.concept})
    known = {c.id: c for c in concepts(library.concepts)}
    common = sorted(((-n, name) for name, n in counts.items() if n > 1 and name in known))[:EVIDENCE_SHOWN]
    return tuple(Mark(known[name].labels, -n, -n) for n, name in common)
