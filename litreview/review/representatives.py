"""Studies that stand for many: of each topic the newest that say how they were made and what they found."""

from __future__ import annotations

from collections.abc import Iterable

from litreview.record import Library, Study
from litreview.review.composition import Composition
from litreview.review.thresholds import REPRESENTATIVES_OF_A_TOPIC, REPRESENTATIVES_WITHOUT_TOPICS
from litreview.themes.theme import TOPIC


def representatives(made: Composition) -> tuple[str, ...]:
    """The keys of the studies chosen, in the order of the library; empty where no study states both method and findings."""
    topics = [theme for theme, _ in made.ledger.themes if theme.facet == TOPIC]
    chosen: set[str] = set()
    for theme in topics:
        chosen |= set(_newest(made.library, theme.keys, REPRESENTATIVES_OF_A_TOPIC))
    if not topics:
        chosen = set(_newest(made.library, made.library.keys(), REPRESENTATIVES_WITHOUT_TOPICS))
    return tuple(study.key for study in made.library if study.key in chosen)


def by_topic(made: Composition) -> bool:
    """Whether the studies are chosen topic by topic."""
    return any(theme.facet == TOPIC for theme, _ in made.ledger.themes)


def _newest(library: Library, keys: Iterable[str], most: int) -> list[str]:
    telling = [study for key in keys if (study := library[key]).aspects.method and study.aspects.findings]
    return [study.key for study in sorted(telling, key=_newest_first)][:most]


def _newest_first(study: Study) -> tuple[int, str]:
    """Newest first; of one year by key, so that the order of the sources decides nothing."""
    year = study.issued.year if study.issued else None
    return -(year or 0), study.key
