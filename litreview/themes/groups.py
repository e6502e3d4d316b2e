"""From the factors of a library to groups of studies: which belong to which part, and which to none."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import attrs

from litreview.themes.factors import Factors
from litreview.themes.thresholds import CLEAR, NEAR, WEAK


@attrs.frozen
class Group:
    """One part: its studies (those that fit best first), those of them that have no weightier theme, and its heaviest words."""

    keys: tuple[str, ...]
    main: tuple[str, ...]
    words: tuple[str, ...]


def groups(keys: Sequence[str], factors: Factors) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The parts with their studies, and the studies that are in none. `keys` stand in the order of the rows of `factors`.

    >>> parts, rest = groups("abcd", Factors(((1.0, 0.0), (0.9, 0.1), (0.0, 0.8), (0.1, 0.1)), (("x",), ("y",))))
    >>> [group.keys for group in parts], rest
    ([('a', 'b'), ('c',)], ('d',))
    """
    usual = median(max(row) for row in factors.weights)
    members: list[list[tuple[float, str]]] = [[] for _ in factors.words]
    main: list[list[str]] = [[] for _ in factors.words]
    rest: list[str] = []
    for key, row in zip(keys, factors.weights, strict=True):
        ranked = sorted(range(len(row)), key=lambda k: (-row[k], k))
        first, second = ranked[0], ranked[1]
        if row[first] < WEAK * usual or not row[first]:
            rest.append(key)
            continue
        members[first].append((-row[first], key))
        main[first].append(key)
        if row[first] < CLEAR * sum(row) and row[second] >= NEAR * row[first]:
            members[second].append((-row[second], key))
    parts = (Group(tuple(key for _, key in sorted(m)), tuple(a), w) for m, a, w in zip(members, main, factors.words, strict=True))
    return tuple(parts), tuple(rest)
