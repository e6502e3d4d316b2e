"""How wide the columns of a table are: as the table asks, but so that no word is broken, in narrow type where it needs that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from litreview.document.nodes import Cell, Table
from litreview.document.walk import plain
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.type_width import width

_NARROW_MARGIN = 35
"""The most that is left on each side of narrow type, in twips."""


def columns_of(table: Table) -> int:
    """How many columns a table has."""
    return max([len(table.header), *(len(row) for row in table.rows)], default=0)


def fits(layout: Layout, table: Table, room: int) -> bool:
    """Whether a table can stand on lines `room` wide without words that are broken, in narrow type if need be."""
    return sum(_leasts(layout, table, is_narrow(layout, table, room))) <= room


def is_narrow(layout: Layout, table: Table, room: int) -> bool:
    """Whether a table takes narrow type: words would be broken in the usual type, and the layout has another one."""
    return layout.style("Table Text Narrow").size is not None and sum(_leasts(layout, table, False)) > room


def narrow_margin(layout: Layout) -> int:
    """The margin within the cells of a table in narrow type."""
    return min(layout.tables.cell_margin, _NARROW_MARGIN)


def widths_in(layout: Layout, table: Table, room: int) -> tuple[int, ...]:
    """The widths of the columns on lines `room` wide; where there is little room, the longest texts get what is left."""
    columns, narrow = columns_of(table), is_narrow(layout, table, room)
    given = len(table.widths) == columns and all(share > 0 for share in table.widths)
    shares: Sequence[float] = table.widths if given else (1.0,) * columns
    if narrow or table.landscape:
        rows = (table.header, *table.rows)
        shares = [sum(_length(row[n]) ** 2 for row in rows if n < len(row)) ** 0.5 or 1.0 for n in range(columns)]
    return column_widths(shares, _leasts(layout, table, narrow), room)


def _length(cell: Cell) -> float:
    return sum(width(plain(paragraph)) for paragraph in cell.paragraphs)


def _leasts(layout: Layout, table: Table, narrow: bool) -> list[int]:
    """The widths below which words of each column would be broken."""
    usual, normal = layout.style("Table Text"), layout.style("Normal")
    size = (narrow and layout.style("Table Text Narrow").size) or usual.size or normal.size or 24
    font = usual.font or normal.font or "Times New Roman"
    stretch = 1.0 if "Times" in font or "Liberation Serif" in font else 1.15
    margin = narrow_margin(layout) if narrow else layout.tables.cell_margin
    longest = [_longest(table, column) * stretch for column in range(columns_of(table))]
    return [round(min(ems, 14) * size * 10) + 2 * margin + 20 for ems in longest]


def _longest(table: Table, column: int) -> float:
    """The longest word of a column in ems; those of the header are bold, others may be in italics."""
    longest = 0.0
    for number, row in enumerate((table.header, *table.rows)):
        if column < len(row):
            for paragraph in row[column].paragraphs:
                widest = max((width(word) for word in re.split(r"(?<=[-/–—])|\s", plain(paragraph))), default=0.0)
                longest = max(longest, widest * (1.12 if number == 0 else 1.04))
    return longest


def column_widths(shares: Sequence[float], least: Sequence[int], total: int) -> tuple[int, ...]:
    """Whole twips that add up to `total`: by their shares, but no column below its least as long as the others can give way.

    Where there is not room for all, the longest words are those that break.

    >>> column_widths((1, 1, 2), (100, 900, 100), 2000)
    (367, 900, 733)
    >>> column_widths((1, 1, 1), (100, 900, 700), 1200)
    (100, 550, 550)
    """
    if sum(least) >= total:
        return _whole(_capped(least, total), total)
    fixed: dict[int, float] = {}
    while True:
        room, weight = total - sum(fixed.values()), sum(share for n, share in enumerate(shares) if n not in fixed)
        widths = [fixed[n] if n in fixed else room * share / weight for n, share in enumerate(shares)]
        short = {n: float(least[n]) for n, wide in enumerate(widths) if n not in fixed and wide < least[n]}
        if not short:
            return _whole(widths, total)
        fixed |= short


def _capped(least: Sequence[int], total: int) -> list[float]:
    """Every column as wide as it needs, but none wider than the limit at which all of them fit."""
    room, limit = float(total), 0.0
    for position, need in enumerate(sorted(least)):
        limit = room / (len(least) - position)
        if need > limit:
            break
        room -= need
    return [min(float(need), limit) for need in least]


def _whole(widths: Sequence[float], total: int) -> tuple[int, ...]:
    edges = [round(sum(widths[:n])) for n in range(len(widths))] + [total]
    return tuple(b - a for a, b in pairwise(edges))
