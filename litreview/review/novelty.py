"""What sets the writer's own study apart from the corpus: aspects, or pairs of aspects, that no study shares with it."""

from __future__ import annotations

from itertools import combinations

from litreview.record import Library
from litreview.review.claims import Likeness, Own, likenesses

Points = tuple[tuple[str, tuple[str, ...]], ...]
"""(aspect, the writer's values) of each point."""


def unshared(library: Library, own: Own) -> Points:
    """What of the writer's own study no study of `library` shares, aspect by aspect: values, or all values of an aspect together.

    An aspect that no study states is not among them: of such an aspect the corpus says nothing.
    """
    compared = _compared(library, own)
    points: list[tuple[str, tuple[str, ...]]] = []
    for aspect, values in own.values:
        beside = [likeness.own for likeness in compared.get(aspect, {}).values()]
        alone = tuple(value for value in values if all(value in apart for apart in beside))
        if beside and alone:
            points.append((aspect, alone))
        elif len(values) > 1 and beside and all(beside):
            points.append((aspect, values))
    return tuple(points)


def unjoined(library: Library, own: Own) -> Points:
    """The first two aspects, each shared by some study, that no study joins although some state both; empty where there are none."""
    compared = _compared(library, own)
    for first, second in combinations([aspect for aspect, values in own.values if values and aspect in compared], 2):
        both = compared[first].keys() & compared[second].keys()
        if both and not any(compared[first][key].same and compared[second][key].same for key in both):
            return ((first, own.of(first)), (second, own.of(second)))
    return ()


def _compared(library: Library, own: Own) -> dict[str, dict[str, Likeness]]:
    """aspect -> study -> its likeness, where both state the aspect."""
    by_aspect: dict[str, dict[str, Likeness]] = {}
    for study in library:
        for likeness in likenesses(study, own):
            by_aspect.setdefault(likeness.aspect, {})[study.key] = likeness
    return by_aspect
