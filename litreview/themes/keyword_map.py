"""The keywords that several studies have, and which of them stand together."""

from __future__ import annotations

from itertools import combinations

from litreview.record import Library
from litreview.themes.keywords import keywords

Named = tuple[tuple[str, tuple[str, ...]], ...]
Links = tuple[tuple[int, int, int], ...]


def keyword_map(library: Library, most: int, tag: str) -> tuple[Named, Links]:
    """The keywords that at least two studies have, at most `most`, and how often two of them stand together.

    Each has its name in the language `tag` and its studies, the most frequent first; links name two of them by position.
    """
    listed = sorted((one for one in keywords(library) if len(one.listed) > 1), key=lambda one: (-len(one.listed), one.name))[:most]
    named = tuple((best[1] if (best := one.title.best(tag)) else one.name, tuple(sorted(one.listed))) for one in listed)
    shared = ((a, b, len(set(named[a][1]) & set(named[b][1]))) for a, b in combinations(range(len(named)), 2))
    return named, tuple(link for link in shared if link[2])
