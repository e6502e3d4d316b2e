"""Where the boxes and arrows of a diagram stand, in centimetres from its upper left corner: one layout for every output that draws."""

from __future__ import annotations

from math import ceil

import attrs

WIDTH = 14.0
_GAP, _BESIDE = 0.8, 0.6
_LINE, _MARGIN = 0.5, 0.5
_CHARACTERS = 4.6
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


def layout(rows: tuple[tuple[str, ...], ...]) -> Layout:
    """Boxes of one row stand beside each other; an arrow leads from each to those below it.

    >>> made = layout((("question",), ("theory", "data")))
    >>> [(box.x, box.width, box.words) for box in made.boxes], len(made.arrows)
    ([(2.0, 10.0, 'question'), (0.0, 6.7, 'theory'), (7.3, 6.7, 'data')], 2)
    """
    boxes: list[Placed] = []
    arrows: list[tuple[float, float, float, float]] = []
    above: list[Placed] = []
    y = 0.0
    for row in (row for row in rows if row):
        width = round((WIDTH - _BESIDE * (len(row) - 1)) / len(row), 2) if len(row) > 1 else 10.0
        height = max(_height(words, width) for words in row)
        first = 0.0 if len(row) > 1 else (WIDTH - width) / 2
        here = [Placed(round(first + n * (width + _BESIDE), 2), round(y, 2), width, height, words) for n, words in enumerate(row)]
        pairs = zip(above, here, strict=True) if len(above) == len(here) else ((a, b) for a in above for b in here)
        arrows += [(a.x + a.width / 2, a.y + a.height, b.x + b.width / 2, b.y) for a, b in pairs]
        boxes += here
        above = here
        y += height + _GAP
    return Layout(tuple(boxes), tuple(arrows), round(max(y - _GAP, 0.0), 2))


def _height(words: str, width: float) -> float:
    """How high a box is for its words, each line of them wrapped."""
    lines = sum(max(1, ceil(len(line) / (_CHARACTERS * width))) for line in words.split("\n"))
    return round(lines * _LINE + _MARGIN, 2)
