"""About on which page each heading, table and figure will stand: a guess from the layout, shown until a program knows better."""

from __future__ import annotations

from litreview.document.nodes import Block, Document, Figure, Heading, ListBlock, PageBreak, Paragraph, References, Table
from litreview.document.walk import entry_inlines
from litreview.writers.docx.blocks.heights import Ruler, row_heights
from litreview.writers.docx.package.layout import Layout


def pages(document: Document, layout: Layout) -> dict[str, int]:
    """The page of each heading, table and figure by key, as it is counted behind the contents."""
    ruler, page = Ruler(layout), layout.page
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


def _height(ruler: Ruler, block: Block, room: int) -> int:
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


def _table(ruler: Ruler, table: Table, room: int) -> int:
    return ruler.paragraph("caption", table.caption, room) + ruler.layout.tables.after + sum(row_heights(ruler.layout, table, room))
