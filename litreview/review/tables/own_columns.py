"""Columns of the writer's own in the table of previous studies, before similarity and difference."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.document.nodes import Cell, Table, Text
from litreview.record import Study
from litreview.record.own_columns import own_names, own_value

LAST = 2
"""The columns behind them: similarity and difference."""
MOST = 3
"""More columns than these would leave none wide enough to be read; the others stay in the worksheet."""
SHARE = 0.13
"""The share of the width of the text that each asks for, before all are made to fit."""


def with_own_columns(table: Table, studies: Sequence[Study], absent: str) -> Table:
    """The table of `studies`, one a row, with the columns that they have of the writer's own; `absent` stands where one says nothing."""
    names = own_names(studies)[:MOST]
    if not names:
        return table

    def between(cells: Sequence[Cell], new: Sequence[str]) -> tuple[Cell, ...]:
        return (*cells[:-LAST], *(Cell(tuple((Text(line),) for line in text.split("\n"))) for text in new), *cells[-LAST:])

    rows = tuple(between(row, [own_value(study, name) or absent for name in names]) for row, study in zip(table.rows, studies, strict=True))
    shares = (*table.widths[:-LAST], *(SHARE for _ in names), *table.widths[-LAST:])
    keys = (*table.column_keys[:-LAST], *(f"own/{name}" for name in names), *table.column_keys[-LAST:])
    widths = tuple(share / sum(shares) for share in shares)
    return attrs.evolve(table, header=between(table.header, names), rows=rows, widths=widths, column_keys=keys)
