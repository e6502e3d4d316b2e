"""Tables: fixed column widths that fit their words, a header row that repeats, rows that stay whole but for high ones."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.document.nodes import Cell, Cite, Table
from litreview.document.walk import nodes, plain
from litreview.writers._anchors import token
from litreview.writers.docx.blocks.heights import whole_rows
from litreview.writers.docx.blocks.inlines import Emitter
from litreview.writers.docx.blocks.widths import columns_of, is_narrow, narrow_margin, widths_in
from litreview.writers.docx.package import manifest, xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.layout import Layout


def table_xml(build: Build, table: Table, total: int) -> str:
    """The table itself, `total` twips wide."""
    if not columns_of(table):
        return ""
    narrow = is_narrow(build.layout, table, total)
    widths = widths_in(build.layout, table, total)
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    about = f'<w:tblCaption w:val="{xml.value(_title(table))}"/>'
    about += f'<w:tblDescription w:val="{xml.value(table.description)}"/>' if table.description else ""
    margins = cell_margins(build.layout, narrow) if narrow or not build.own else ""  # a style of a file has margins of its own
    head = (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{margins}<w:tblLook w:val="0620" w:firstRow="{int(bool(table.header))}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    heading, text = ("TableHeadingNarrow", "TableTextNarrow") if narrow else ("TableHeading", "TableText")
    rows = [_row(build, table, table.header, widths, f"{table.key}/header", heading)] if table.header else []
    whole = whole_rows(build.layout, table, total)
    for key, row, kept in zip(row_keys(table), table.rows, whole, strict=True):
        rows.append(_row(build, table, row, widths, f"{table.key}/row/{key}", text, kept))
    return f"<w:tbl>{head}{''.join(rows)}</w:tbl>"


def _title(table: Table) -> str:
    return " ".join(part for part in (table.label, table.number, plain(table.caption)) if part)


def row_keys(table: Table) -> tuple[str, ...]:
    """What each row is about: as the table says, else by its words."""
    return table.row_keys if len(table.row_keys) == len(table.rows) else tuple(_row_key(table, row) for row in table.rows)


def _row_key(table: Table, row: Sequence[Cell]) -> str:
    """What a row is about, apart from a running number: the works that its first cell cites, else the words of that cell.

    Where other columns are headed by works, the words of all columns that are not.
    """
    worded = [(column, cell) for column, cell in enumerate(row) if (words := _words(cell)) and not words.strip(" .").isdigit()]
    cited = _cited(worded[0][1]) if worded else []
    if cited:
        return "+".join(cited)
    headed = [bool(_cited(cell)) for cell in table.header]
    named = [_words(cell) for column, cell in worded if column < len(headed) and not headed[column]] if any(headed) else []
    return token(" | ".join(named or [_words(cell) for _, cell in worded[:1]]), 10)


def _words(cell: Cell) -> str:
    return " ".join(plain(paragraph) for paragraph in cell.paragraphs)


def _cited(cell: Cell) -> list[str]:
    return sorted({item.key for run in cell.paragraphs for node in nodes(run) if isinstance(node, Cite) for item in node.items})


def column_keys(table: Table, count: int) -> tuple[str, ...]:
    """What each column is about: as the table says, else its place."""
    return table.column_keys if len(table.column_keys) == count else tuple(map(str, range(count)))


def cell_margins(layout: Layout, narrow: bool) -> str:
    """The ``w:tblCellMar`` of a table, in narrow type or in the usual one."""
    margin = narrow_margin(layout) if narrow else layout.tables.cell_margin
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _row(build: Build, table: Table, cells: Sequence[Cell], widths: Sequence[int], key: str, style: str, whole: bool = True) -> str:
    columns = column_keys(table, len(cells))
    filled = [*cells, *(Cell(((),)) for _ in range(len(widths) - len(cells)))]
    mark = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if key == f"{table.key}/header" else "")
    properties = f"<w:trPr>{mark}</w:trPr>" if mark else ""
    emit = Emitter(build, build.body)
    written: list[str] = []
    for number, (cell, wide) in enumerate(zip(filled, widths, strict=True)):
        paragraphs = [emit.start(paragraph) for paragraph in cell.paragraphs] or [""]
        if number == 0:
            texts = [" | ".join(manifest.signed(p) for p in row_cell.paragraphs) for row_cell in cells]
            units = [(f"{key}/{column}", text) for column, text in zip(columns, texts, strict=True) if text]
            paragraphs[0] = build.block(
                key, paragraphs[0], *(p for row_cell in cells for p in row_cell.paragraphs), kind="row", units=units
            )
        content = "".join(str(xml.P(style, paragraph)) for paragraph in paragraphs)
        written.append(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{content}</w:tc>')
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"
