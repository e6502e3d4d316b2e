"""About how high paragraphs and the rows of tables are in a layout."""

from __future__ import annotations

from math import ceil

from litreview.document.nodes import Inlines, Table
from litreview.document.walk import plain
from litreview.writers.docx.blocks.widths import is_narrow, narrow_margin, widths_in
from litreview.writers.docx.package.layout import Layout, StyleLook
from litreview.writers.docx.package.type_width import width

_HIGH = 0.25
"""The share of a page above which a row may be parted between two: kept whole it would leave that much of a page empty."""


class Ruler:
    """How high text is in a layout, in twips."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.normal = layout, layout.style("Normal")

    def paragraph(self, name: str, children: Inlines, room: int) -> int:
        """The height of one paragraph in the style `name` on lines `room` wide."""
        look = self.layout.style(name)
        size = look.size or self.normal.size or 24
        needed = (width(plain(children)) * size * 10 + (look.first_line or 0)) / max(room - (look.left or 0), 720)
        return max(ceil(needed), 1) * self._line(look, size) + (look.before or 0) + (look.after or 0)

    def _line(self, look: StyleLook, size: int) -> int:
        line = look.line if look.line is not None else self.normal.line
        return line if isinstance(line, int) else round(size * 10 * 1.15 * (line or 1.0))


def row_heights(layout: Layout, table: Table, room: int) -> list[int]:
    """How high the header and each row of a table will be on lines `room` wide, in twips."""
    ruler, narrow = Ruler(layout), is_narrow(layout, table, room)
    margin = narrow_margin(layout) if narrow else layout.tables.cell_margin
    style = "Table Text Narrow" if narrow else "Table Text"
    inside = [wide - 2 * margin for wide in widths_in(layout, table, room)]
    heights: list[int] = []
    for row in (table.header, *table.rows):
        cells = [sum(ruler.paragraph(style, p, inside[n]) for p in cell.paragraphs) for n, cell in enumerate(row)]
        heights.append(max(cells, default=0))
    return heights


def whole_rows(layout: Layout, table: Table, room: int) -> list[bool]:
    """Whether each row below the header stays whole: one that is high may go on on the next page."""
    page = layout.page
    high = page.width - page.left - page.right if table.landscape else page.height - page.top - page.bottom
    return [height <= _HIGH * high for height in row_heights(layout, table, room)[1:]]
