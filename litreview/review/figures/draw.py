"""Drawing a chart with matplotlib: in greys that print, in a serif like that of the text, the same bytes each time."""

from __future__ import annotations

import io
from math import cos, pi, sin

from anyascii import anyascii
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from litreview.review.figures.chart import Bars, Bubbles, Chart, Dots, Drawing, Net

WIDTH = 13.9
"""Centimetres: within the line of a page with margins of 4 and 3 cm."""
RESOLUTION = 300
_INCH = 2.54
_FONT = FontProperties(family=["STIXGeneral"], size=9)
_SMALL = FontProperties(family=["STIXGeneral"], size=8)
_FILL, _EDGE = "0.45", "0"
_LONGEST = 34


def draw(chart: Chart, format: str = "png") -> tuple[bytes, float, float]:
    """The chart as a PNG file (or "svg"), and its width and height on paper in centimetres."""
    drawing = chart.drawing
    height = _height(drawing)
    figure = Figure(figsize=(WIDTH / _INCH, height / _INCH), layout="constrained")
    axes: Axes = figure.add_subplot()
    if isinstance(drawing, Dots):
        _dots(axes, drawing, chart)
    elif isinstance(drawing, Bubbles):
        _bubbles(axes, drawing, chart)
    elif isinstance(drawing, Net):
        _net(axes, drawing)
    elif drawing.upright:
        _columns(axes, drawing, chart)
    else:
        _rows(axes, drawing, chart)
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        text.set_parse_math(False)
    buffer = io.BytesIO()
    canvas = FigureCanvasSVG if format == "svg" else FigureCanvasAgg
    about = (
        {"Date": None, "Creator": None, "Title": chart.title, "Description": chart.description} if format == "svg" else {"Software": None}
    )
    figure.set_canvas(canvas(figure))
    # the same names of parts each time; letters as outlines, so that no type need be there
    with rc_context({"svg.hashsalt": "litreview", "svg.fonttype": "path"}):
        figure.savefig(buffer, format=format, dpi=RESOLUTION, metadata=about)
    return buffer.getvalue(), WIDTH, height


def _height(drawing: Drawing) -> float:
    if isinstance(drawing, Net):
        return 11.0
    if isinstance(drawing, Bubbles):
        return min(2.2 + 0.8 * len(drawing.rows) + 0.16 * max(map(len, map(_shortened, drawing.columns)), default=0), 20.0)
    if isinstance(drawing, Dots):
        return min(2.0 + 0.75 * len(drawing.rows) + 0.16 * max(map(len, map(_shortened, drawing.columns)), default=0), 20.0)
    return 7.0 if drawing.upright else min(2.2 + 0.62 * len(drawing.names), 20.0)


def _columns(axes: Axes, drawing: Bars, chart: Chart) -> None:
    places = range(len(drawing.names))
    axes.bar(places, drawing.counts, width=0.7, color=_FILL, edgecolor=_EDGE, linewidth=0.6)
    step = max(1, -(-len(drawing.names) // 20))
    ticks = list(places)[::step]
    axes.set_xticks(ticks, [_shortened(drawing.names[n]) for n in ticks], fontproperties=_SMALL, rotation=45 if len(ticks) > 10 else 0)
    axes.set_xlabel(_shortened(chart.axis), fontproperties=_FONT)
    axes.set_ylabel(_shortened(chart.count), fontproperties=_FONT)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylim(0, max(drawing.counts) * 1.15)
    if len(drawing.names) <= 25:
        for place, count in zip(places, drawing.counts, strict=True):
            if count:
                axes.annotate(str(count), (place, count), (0, 2), textcoords="offset points", ha="center", fontproperties=_SMALL)
    _style_axes(axes)


def _rows(axes: Axes, drawing: Bars, chart: Chart) -> None:
    places = range(len(drawing.names))
    axes.barh(places, drawing.counts, height=0.65, color=_FILL, edgecolor=_EDGE, linewidth=0.6)
    axes.set_yticks(list(places), [_shortened(name) for name in drawing.names], fontproperties=_SMALL)
    axes.invert_yaxis()
    axes.set_xlabel(_shortened(chart.count), fontproperties=_FONT)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlim(0, max(drawing.counts) * 1.1)
    for place, count in zip(places, drawing.counts, strict=True):
        axes.annotate(str(count), (count, place), (3, 0), textcoords="offset points", va="center", fontproperties=_SMALL)
    _style_axes(axes)


def _dots(axes: Axes, drawing: Dots, chart: Chart) -> None:
    points = sorted(drawing.filled)
    axes.scatter(
        [column for _, column in points], [row for row, _ in points], s=36, color=_FILL, edgecolors=_EDGE, linewidths=0.6, zorder=2
    )
    axes.set_xticks(range(len(drawing.columns)), [_shortened(name) for name in drawing.columns], fontproperties=_SMALL, rotation=90)
    axes.set_yticks(range(len(drawing.rows)), [_shortened(name) for name in drawing.rows], fontproperties=_SMALL)
    axes.set_xlim(-0.6, len(drawing.columns) - 0.4)
    axes.set_ylim(len(drawing.rows) - 0.4, -0.6)
    axes.grid(visible=True, color="0.8", linewidth=0.5, zorder=0)
    axes.set_axisbelow(True)
    axes.set_xlabel(_shortened(chart.axis), fontproperties=_FONT)


def _bubbles(axes: Axes, drawing: Bubbles, chart: Chart) -> None:
    most = max(n for _, _, n in drawing.counts)
    for row, column, n in drawing.counts:
        axes.scatter([column], [row], s=_area(n, most), color="0.85", edgecolors=_EDGE, linewidths=0.6, zorder=2)
        axes.annotate(str(n), (column, row), ha="center", va="center", fontproperties=_SMALL, zorder=3)
    turned = 90 if max(map(len, drawing.columns)) > 4 or len(drawing.columns) > 14 else 0
    axes.set_xticks(range(len(drawing.columns)), drawing.columns, fontproperties=_SMALL, rotation=turned)
    axes.set_yticks(range(len(drawing.rows)), [_shortened(name) for name in drawing.rows], fontproperties=_SMALL)
    axes.set_xlim(-0.7, len(drawing.columns) - 0.3)
    axes.set_ylim(len(drawing.rows) - 0.3, -0.7)
    axes.grid(visible=True, color="0.9", linewidth=0.5, zorder=0)
    axes.set_axisbelow(True)
    axes.set_xlabel(_shortened(chart.axis), fontproperties=_FONT)
    _style_axes(axes)


def _area(n: int, most: int) -> float:
    """The area of a circle in points: in proportion to what it counts, and never too small for its number."""
    return max(60.0, 320.0 * n / most)


def _net(axes: Axes, drawing: Net) -> None:
    """The names on a circle, the most frequent at its top; lines within it."""
    turns = [2 * pi * n / len(drawing.names) for n in range(len(drawing.names))]
    places = [(sin(turn), cos(turn)) for turn in turns]
    most, strongest = max(drawing.counts), max(n for _, _, n in drawing.links)
    for a, b, n in drawing.links:
        (x, y), (to_x, to_y) = places[a], places[b]
        axes.plot([x, to_x], [y, to_y], color="0.6", linewidth=0.5 + 2.5 * n / strongest, zorder=1)
    for (x, y), name, count in zip(places, drawing.names, drawing.counts, strict=True):
        axes.scatter([x], [y], s=max(30.0, 260.0 * count / most), color=_FILL, edgecolors=_EDGE, linewidths=0.6, zorder=2)
        side = "left" if x > 0.1 else "right" if x < -0.1 else "center"
        axes.annotate(
            f"{_shortened(name)} ({count})",
            (x, y),
            (9 * x, 9 * y),
            textcoords="offset points",
            ha=side,
            va="bottom" if y > 0.1 else "top" if y < -0.1 else "center",
            fontproperties=_SMALL,
            zorder=3,
        )
    axes.set_xlim(-1.9, 1.9)
    axes.set_ylim(-1.25, 1.25)
    axes.axis("off")


def _style_axes(axes: Axes) -> None:
    """Only the axes that are read; numbers in the type of the rest."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(_SMALL)


def _shortened(text: str) -> str:
    words = _printable(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _printable(text: str) -> str:
    """A text in characters that the type has; others are written in Latin letters."""
    has = get_font(findfont(_FONT)).get_char_index
    return "".join(c if has(ord(c)) else anyascii(c) if c.isprintable() else " " for c in text)
