"""The two drawings of the page, as SVG: studies by year, and keywords that occur together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from litreview.overview.gathering import Overview

_BARS, _HEIGHT = 900, 180
_MAP, _RADIUS = 760, 230
_LONGEST = 26


def timeline(shown: Overview, label: str) -> str:
    """Studies by year as bars; "" without years."""
    if not shown.years:
        return ""
    most = max(count for _, count in shown.years)
    width = _BARS / len(shown.years)
    parts = [f'<svg viewBox="0 0 {_BARS} {_HEIGHT + 40}" role="img" aria-label="{escape(label)}">']
    every = max(1, math.ceil(len(shown.years) / 20))
    for at, (year, count) in enumerate(shown.years):
        height, left, middle = _HEIGHT * count / most, at * width, (at + 0.5) * width
        top = _HEIGHT - height + 16
        if count:
            parts.append(f'<rect x="{left + width * 0.1:.1f}" y="{top:.1f}" width="{width * 0.8:.1f}" height="{height:.1f}"/>')
            parts.append(f'<text x="{middle:.1f}" y="{top - 4:.1f}" text-anchor="middle">{count}</text>')
        if at % every == 0:
            parts.append(f'<text x="{middle:.1f}" y="{_HEIGHT + 34}" text-anchor="middle">{year}</text>')
    return "".join((*parts, "</svg>"))


def keyword_map(shown: Overview, label: str) -> str:
    """The most used keywords in a ring, with a line between two that occur together, thicker for more; "" for fewer than three."""
    if len(shown.keywords) < 3:
        return ""
    most = max((count for *_, count in shown.pairs), default=1)
    places = list(_ring(len(shown.keywords)))
    parts = [f'<svg viewBox="0 0 {_MAP} {_MAP}" role="img" aria-label="{escape(label)}">']
    for one, other, count in shown.pairs:
        (x1, y1, _), (x2, y2, _) = places[one], places[other]
        weight = 0.5 + 5.5 * count / most
        parts.append(f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke-width="{weight:.1f}"/>')
    widest = max(len(keyword.keys) for keyword in shown.keywords)
    for keyword, (x, y, angle) in zip(shown.keywords, places, strict=True):
        size = 5 + 11 * math.sqrt(len(keyword.keys) / widest)
        left = math.cos(angle) < -1e-9
        turned = math.degrees(angle) + (180 if left else 0)
        away = (-1 if left else 1) * (size + 5)
        words = keyword.title if len(keyword.title) <= _LONGEST else keyword.title[: _LONGEST - 1] + "…"
        parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}"/>')
        parts.append(
            f'<text x="{away:.0f}" y="5" text-anchor="{"end" if left else "start"}" '
            f'transform="translate({x:.0f} {y:.0f}) rotate({turned:.1f})">{escape(words)}</text>'
        )
    return "".join((*parts, "</svg>"))


def _ring(count: int) -> Iterator[tuple[float, float, float]]:
    """Places on a circle, with the angle of each."""
    for n in range(count):
        angle = 2 * math.pi * n / count - math.pi / 2
        yield _MAP / 2 + _RADIUS * math.cos(angle), _MAP / 2 + _RADIUS * math.sin(angle), angle
