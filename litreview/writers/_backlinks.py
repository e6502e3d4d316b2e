"""The words of a bibliography entry shared out among the places where its work is cited, so that each leads back to one."""

from __future__ import annotations

import re
from itertools import pairwise

from litreview.document.nodes import Inlines
from litreview.document.walk import plain
from litreview.writers._anchors import holds_link
from litreview.writers._narrative import split


def shared_out(children: Inlines, places: int) -> tuple[tuple[int, Inlines], ...]:
    """`children` cut into stretches, each with the number of its place (from 1); what leads elsewhere already has 0.

    The stretches are about equally long and end between words, unless there are more places than words.

    >>> from litreview.document.nodes import Text
    >>> shared_out((Text("Lee, A. (2019). Motives."),), 2)
    ((1, (Text(text='Lee, A. '),)), (2, (Text(text='(2019). Motives.'),)))
    """
    first = next((n for n, node in enumerate(children) if holds_link((node,))), len(children))
    words, rest = children[:first], children[first:]
    length = len(plain(words).rstrip())
    if not length or places < 1:
        return ((0, children),)
    stretches: list[tuple[int, Inlines]] = []
    edges = _edges(plain(words)[:length], min(places, length))
    for number, (start, end) in enumerate(pairwise((*edges, length)), 1):
        head, words = split(words, end - start)
        stretches.append((number, head))
    left = (*words, *rest)
    return (*stretches, (0, left)) if left else tuple(stretches)


def _edges(text: str, places: int) -> list[int]:
    """Where each stretch begins."""
    starts = [match.start() for match in re.finditer(r"(?<=\s)\S", text)]
    if len(starts) + 1 < places:
        return [len(text) * n // places for n in range(places)]
    edges = [0]
    for n in range(1, places):
        left = places - n - 1
        open_ = [start for start in starts if start > edges[-1]]
        choice = open_[: len(open_) - left] if left else open_
        edges.append(min(choice, key=lambda start: abs(start - len(text) * n / places)))
    return edges
