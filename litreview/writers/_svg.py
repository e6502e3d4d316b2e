"""A diagram as SVG: boxes with their words on lines, arrows between them. Source: SVG 1.1, chapters 9 to 11."""

from __future__ import annotations

from html import escape
from math import hypot
from textwrap import wrap

from litreview.document.diagrams import CHARACTERS, LINE, WIDTH, Placed, layout
from litreview.document.nodes import Diagram

_UNIT = 100
"""So many units to a centimetre."""
_TYPE, _HEAD = 36, 20


def svg(figure: Diagram, alone: bool = False) -> str:
    """The drawing as an ``svg`` element; one that stands `alone` names its namespace and has white ground and black lines.

    >>> drawn = svg(Diagram("d", "Figure", "1", (), b"", 14.0, 3.0, "a, then b", (("a",), ("b & c",))))
    >>> drawn.startswith('<svg role="img" aria-label="a, then b"'), "b &amp; c" in drawn, drawn.count("<rect")
    (True, True, 2)
    """
    made = layout(figure.rows, figure.branching)
    height = round(_UNIT * made.height)
    colour = "#000" if alone else "currentColor"
    shapes = [_box(box, colour) for box in made.boxes] + [_arrow(arrow, colour) for arrow in made.arrows]
    size = f'viewBox="0 -2 {round(_UNIT * WIDTH)} {height + 4}"'
    if not alone:
        looks = f'style="width:{WIDTH:.4g}cm;max-width:100%"'
        return f'<svg role="img" aria-label="{escape(figure.description)}" {size} {looks}>{"".join(shapes)}</svg>'
    ground = f'<rect x="0" y="-2" width="100%" height="{height + 4}" fill="#fff"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} width="{WIDTH:.4g}cm" height="{(height + 4) / _UNIT:.4g}cm">'
        f"<title>{escape(figure.description)}</title>{ground}{''.join(shapes)}</svg>\n"
    )


def _box(box: Placed, colour: str) -> str:
    x, y, width, height = (round(_UNIT * n) for n in (box.x, box.y, box.width, box.height))
    paragraphs = [wrap(words, int(CHARACTERS * box.width)) or [""] for words in box.words.split("\n")]
    lines = [(line, number == 0 and len(paragraphs) > 1) for number, paragraph in enumerate(paragraphs) for line in paragraph]
    step = _UNIT * LINE
    top = y + (height - step * len(lines)) / 2 + 0.72 * step
    looks = {True: ' font-weight="bold"', False: ""}
    words = "".join(
        f'<tspan x="{x + width // 2}" y="{top + step * n:.0f}"{looks[heading]}>{escape(line)}</tspan>'
        for n, (line, heading) in enumerate(lines)
    )
    rectangle = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="none" stroke="{colour}" stroke-width="2"/>'
    return f'{rectangle}<text font-size="{_TYPE}" font-family="inherit, sans-serif" text-anchor="middle" fill="{colour}">{words}</text>'


def _arrow(arrow: tuple[float, float, float, float], colour: str) -> str:
    """A line and, at its end, two strokes that lead back from it."""
    x, y, to_x, to_y = (_UNIT * n for n in arrow)
    length = hypot(to_x - x, to_y - y) or 1.0
    along, across = ((to_x - x) / length, (to_y - y) / length)
    strokes = " ".join(
        f"M{to_x:.0f} {to_y:.0f}L{to_x - _HEAD * along + side * across:.0f} {to_y - _HEAD * across - side * along:.0f}"
        for side in (-12, 12)
    )
    return f'<path d="M{x:.0f} {y:.0f}L{to_x:.0f} {to_y:.0f}{strokes}" fill="none" stroke="{colour}" stroke-width="2"/>'
