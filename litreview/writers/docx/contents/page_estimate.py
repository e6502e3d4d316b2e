"""About on which page each heading, table and figure will stand: a guess from the layout, shown until a program knows better."""

from __future__ import annotations

from math import ceil

from litreview.document.nodes import Block, Document, Figure, Heading, Inlines, ListBlock, PageBreak, Paragraph, References, Table
from litreview.document.walk import entry_inlines, plain
from litreview.writers.docx.blocks.tables import column_widths
from litreview.writers.docx.package.layout import Layout, StyleLook
from litreview.writers.docx.package.type_width import width


class _Ruler:
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


def pages(document: Document, layout: Layout) -> dict[str, int]:
    """The page of each heading, table and figure by key, as it is counted behind the contents."""
    ruler, page = _Ruler(layout), layout.page
    full = page.height - page.top - page.bottom
    page_of: dict[str, int] = {}
    listed = sum(isinstance(block, Heading | Table | Figure) for block in document.blocks)
    number, used, turned = 1 if layout.page_numbers.front == "roman" else 2 + listed // 40, 0, False
    for block in document.blocks:
        landscape = isinstance(block, Table) and block.landscape
        opens = isinstance(block, Heading) and block.level == 1 and bool(layout.style("heading 1").page_break_before)
        fresh = isinstance(block, PageBreak) or landscape != turned or opens
        if fresh and used:
            number, used = number + 1, 0
        turned = landscape
        height = page.width - page.left - page.right if landscape else full
        needed = _height(ruler, block, page.text_width(landscape))
        if used and used + min(needed, 1000) > height:
            number, used = number + 1, 0
        if isinstance(block, Heading | Table | Figure):
            page_of.setdefault(block.key, number)
        number, used = number + (used + needed) // height, (used + needed) % height
    return page_of


def _height(ruler: _Ruler, block: Block, room: int) -> int:
    match block:
        case Heading(level, children):
            return ruler.paragraph(f"heading {min(max(level, 1), 4)}", children, room)
        case Paragraph(children):
            return ruler.paragraph("Body Text", children, room)
        case ListBlock(items):
            return sum(ruler.paragraph("List Paragraph", item, room - 720) for item in items)
        case Table():
            return _table(ruler, block, room)
        case Figure():
            return round(block.height * 1440 / 2.54) + ruler.paragraph("caption", block.caption, room)
        case References(_, entries):
            return sum(ruler.paragraph("Bibliography", entry_inlines(entry), room) for entry in entries)
        case PageBreak():
            return 0


def _table(ruler: _Ruler, table: Table, room: int) -> int:
    columns = max([1, len(table.header), *(len(row) for row in table.rows)])
    shares = table.widths if len(table.widths) == columns and all(w > 0 for w in table.widths) else (1.0,) * columns
    widths = column_widths(shares, [0] * columns, room)
    inside = [wide - 2 * ruler.layout.tables.cell_margin for wide in widths]
    height = ruler.paragraph("caption", table.caption, room) + ruler.layout.tables.after
    for row in (table.header, *table.rows):
        heights = [sum(ruler.paragraph("Table Text", p, inside[n]) for p in cell.paragraphs) for n, cell in enumerate(row)]
        height += max(heights, default=0)
    return height
