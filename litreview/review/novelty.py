"""What sets the writer's own study apart from the corpus, and which studies are nearest to it.

Nothing is called new that a record speaks of anywhere, whether or not it stands in the cell compared.
"""

from __future__ import annotations

import re
from itertools import combinations

import attrs

from litreview.record import LangText, Library
from litreview.review.claims import Likeness, Own, likenesses
from litreview.review.claims.comparison import named
from litreview.review.claims.mentions import holds, years
from litreview.review.thresholds import ASPECTS_OF_THE_NEAREST, NEAREST_STUDIES

Points = tuple[tuple[str, tuple[LangText, ...]], ...]
"""(aspect, the writer's values) of each point."""


@attrs.frozen
class Near:
    """A study that shares much with the writer's own: what they share, aspect by aspect."""

    key: str
    shared: tuple[Likeness, ...]


def unshared(library: Library, own: Own) -> Points:
    """What of the writer's own study no record of `library` speaks of, aspect by aspect: values, or all values of an aspect together.

    An aspect that no study states is not among them: of such an aspect the corpus says nothing.
    """
    compared = _compared(library, own)
    points: list[tuple[str, tuple[LangText, ...]]] = []
    for aspect, values in own.values:
        beside = compared.get(aspect, {}).values()
        if aspect == "period":
            if beside and not any(likeness.shares for likeness in beside) and not _within(library, values):
                points.append((aspect, tuple(named(value) for value in values)))
            continue
        alone = tuple(value for value in values if not any(holds(study, value, own.concepts) for study in library))
        together = any(all(holds(study, value, own.concepts) for value in values) for study in library)
        new = alone or (values if len(values) > 1 and not together else ())
        if beside and new:
            points.append((aspect, tuple(named(value, own.concepts) for value in new)))
    return tuple(points)


def unjoined(library: Library, own: Own) -> Points:
    """The first two aspects, each shared by some study, of which no record speaks together; empty where there are none."""
    compared = _compared(library, own)
    filled = [aspect for aspect, values in own.values if values and aspect in compared and aspect != "period"]
    speaking = {aspect: {s.key for s in library if any(holds(s, value, own.concepts) for value in own.of(aspect))} for aspect in filled}
    for first, second in combinations(filled, 2):
        shared = [any(likeness.same for likeness in compared[aspect].values()) for aspect in (first, second)]
        if all(shared) and not speaking[first] & speaking[second]:
            return tuple((aspect, tuple(named(value, own.concepts) for value in own.of(aspect))) for aspect in (first, second))
    return ()


def _within(library: Library, values: tuple[str, ...]) -> bool:
    """Whether a record of which the years studied are open names a year that the writer studies."""
    typed = [int(year) for value in values for year in re.findall(r"\d{4}", value)]
    span = range(min(typed), max(typed) + 1) if typed else range(0)
    return any(not study.aspects.period and any(year in span for year in years(study)) for study in library)


def nearest(library: Library, own: Own) -> tuple[Near, ...]:
    """The studies that share most aspects with the writer's own, `ASPECTS_OF_THE_NEAREST` at least; at most `NEAREST_STUDIES`."""
    near = [Near(s.key, tuple(one for one in likenesses(s, own) if one.shares)) for s in library]
    ranked = sorted(
        (one for one in near if len(one.shared) >= ASPECTS_OF_THE_NEAREST),
        key=lambda one: (-len(one.shared), -sum(len(point.same) for point in one.shared)),
    )
    return tuple(one for one in ranked[:NEAREST_STUDIES] if len(one.shared) == len(ranked[0].shared) or len(ranked) <= NEAREST_STUDIES)


def _compared(library: Library, own: Own) -> dict[str, dict[str, Likeness]]:
    """aspect -> study -> its likeness, where both state the aspect."""
    by_aspect: dict[str, dict[str, Likeness]] = {}
    for study in library:
        for likeness in likenesses(study, own):
            by_aspect.setdefault(likeness.aspect, {})[study.key] = likeness
    return by_aspect
