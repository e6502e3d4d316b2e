"""Where the boxes and arrows of a diagram stand, in centimetres from its upper left corner: one layout for every output that draws."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import attrs

WIDTH = 14.0
_GAP, _BESIDE = 0.8, 0.6
_MARGIN = 0.5
LINE = 0.5
CHARACTERS = 4.6
"""Characters of the type that is used, to a centimetre."""


@attrs.frozen
class Placed:
    """One box: its corner, its size, its words."""

    x: float
    y: float
    width: float
    height: float
    words: str


@attrs.frozen
class Layout:
    """The boxes, the arrows (from x, y to x, y) and the height of the whole."""

    boxes: tuple[Placed, ...]
    arrows: tuple[tuple[float, float, float, float], ...]
    height: float


def layout(rows: tuple[tuple[str, ...], ...], branching: bool = False) -> Layout:
    """Boxes of one row stand beside each other; an arrow leads from each to those below it.

    Where the diagram is `branching` it leads from the first of a row to the first of the next, and to those beside it.

    >>> made = layout((("question",), ("theory", "data")))
    >>> [(box.x, box.width, box.words) for box in made.boxes], len(made.arrows)
    ([(2.0, 10.0, 'question'), (0.0, 6.7, 'theory'), (7.3, 6.7, 'data')], 2)
    >>> layout((("screened", "left out"), ("included",)), branching=True).arrows
    ((6.7, 0.5, 7.3, 0.5), (3.35, 1.0, 3.35, 1.8))
    """
    boxes: list[Placed] = []
    arrows: list[tuple[float, float, float, float]] = []
    above: list[Placed] = []
    y = 0.0
    columns = max((len(row) for row in rows), default=0)
    for row in (row for row in rows if row):
        width = _width(columns if branching else len(row))
        height = max(_height(words, width) for words in row)
        first = (WIDTH - width) / 2 if len(row) == 1 and not branching else 0.0
        here = [Placed(round(first + n * (width + _BESIDE), 2), round(y, 2), width, height, words) for n, words in enumerate(row)]
        arrows += _branches(above, here) if branching else _downward(above, here)
        boxes += here
        above = here
        y += height + _GAP
    return Layout(tuple(boxes), tuple(arrows), round(max(y - _GAP, 0.0), 2))


def _width(columns: int) -> float:
    return round((WIDTH - _BESIDE * (columns - 1)) / columns, 2) if columns > 1 else 10.0


def _downward(above: Sequence[Placed], here: Sequence[Placed]) -> list[tuple[float, float, float, float]]:
    """From each box to the one below it, from all to all where they are not as many."""
    pairs = zip(above, here, strict=True) if len(above) == len(here) else ((a, b) for a in above for b in here)
    return [(a.x + a.width / 2, a.y + a.height, b.x + b.width / 2, b.y) for a, b in pairs]


def _branches(above: Sequence[Placed], here: Sequence[Placed]) -> list[tuple[float, float, float, float]]:
    """From the first box above to the first one here, and from each to the one beside it."""
    first = _downward(above[:1], here[:1]) if above else []
    return first + [(a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2) for a, b in pairwise(here)]


def _height(words: str, width: float) -> float:
    """How high a box is for its words, each line of them wrapped."""
    lines = sum(max(1, ceil(len(line) / (CHARACTERS * width))) for line in words.split("\n"))
    return round(lines * LINE + _MARGIN, 2)
