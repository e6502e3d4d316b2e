"""The worksheet as a document for the writers: a table with the word of each state."""

from __future__ import annotations

from litreview.document.nodes import Cell as TableCell
from litreview.document.nodes import Document, Heading, Styled, Table, Text
from litreview.languages import language
from litreview.sheets.making import word
from litreview.sheets.sheet import Sheet, SheetCell

_MARKED = ("found", "own")


def document(sheet: Sheet) -> Document:
    """A document with the one table of `sheet`; under a value that was found or is somebody's own stands which."""
    words = language(sheet.tag).section("worksheet")
    header = tuple(TableCell(((Text(column.heading),),)) for column in sheet.columns)
    rows = tuple(tuple(_cell(cell, sheet.tag) for cell in row.cells) for row in sheet.rows)
    share = 1 / len(sheet.columns)
    caption = (Text(str(words["caption"])),)
    keys = tuple(row.key for row in sheet.rows)
    table = Table(
        "table/worksheet",
        str(language(sheet.tag).section("chapter")["table"]),
        "1",
        caption,
        header,
        rows,
        (share,) * len(sheet.columns),
        True,
        str(words["caption"]),
        row_keys=keys,
        column_keys=tuple(column.name for column in sheet.columns),
    )
    title = str(words["page"])
    return Document(title, sheet.tag, (Heading(1, (Text(title),), "worksheet"), table))


def _cell(cell: SheetCell, tag: str) -> TableCell:
    lines = tuple((Text(line),) for line in cell.text.split("\n") if line)
    mark = ((Styled("italic", (Text(f"({word(cell.state, tag)})"),)),),) if cell.state in _MARKED else ()
    return TableCell((*lines, *mark) or ((Text(""),),))
