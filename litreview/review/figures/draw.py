"""Drawing a chart with matplotlib: in greys that print, in a serif like that of the text, the same bytes each time."""

from __future__ import annotations

import io

from anyascii import anyascii
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from litreview.review.figures.chart import Bars, Chart, Dots

WIDTH = 13.9
"""Centimetres: within the line of a page with margins of 4 and 3 cm."""
RESOLUTION = 300
_INCH = 2.54
_FONT = FontProperties(family=["STIXGeneral"], size=9)
_SMALL = FontProperties(family=["STIXGeneral"], size=8)
_FILL, _EDGE = "0.45", "0"
_LONGEST = 34


def draw(chart: Chart) -> tuple[bytes, float, float]:
    """The chart as a PNG file, and its width and height on paper in centimetres."""
    drawing = chart.drawing
    height = _height(drawing)
    figure = Figure(figsize=(WIDTH / _INCH, height / _INCH), layout="constrained")
    axes: Axes = figure.add_subplot()
    if isinstance(drawing, Dots):
        _dots(axes, drawing, chart)
    elif drawing.upright:
        _columns(axes, drawing, chart)
    else:
        _rows(axes, drawing, chart)
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        text.set_parse_math(False)
    buffer = io.BytesIO()
    figure.set_canvas(FigureCanvasAgg(figure))
    figure.savefig(buffer, format="png", dpi=RESOLUTION, metadata={"Software": None})
    return buffer.getvalue(), WIDTH, height


def _height(drawing: Bars | Dots) -> float:
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
