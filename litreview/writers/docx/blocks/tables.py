"""Tables: fixed column widths that fit their words, a header row that repeats, rows that stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from litreview.document.nodes import Cell, Cite, Table
from litreview.document.walk import nodes, plain
from litreview.writers._anchors import token
from litreview.writers.docx.blocks.inlines import Emitter
from litreview.writers.docx.package import manifest, xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.type_width import width


def table_xml(build: Build, table: Table, total: int) -> str:
    """The table itself, `total` twips wide."""
    columns = max([len(table.header), *(len(row) for row in table.rows)], default=0)
    if not columns:
        return ""
    shares = table.widths if len(table.widths) == columns and all(share > 0 for share in table.widths) else (1.0,) * columns
    widths = column_widths(shares, [_least(build.layout, table, n) for n in range(columns)], total)
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    about = f'<w:tblCaption w:val="{xml.value(_title(table))}"/>'
    about += f'<w:tblDescription w:val="{xml.value(table.description)}"/>' if table.description else ""
    head = (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0620" w:firstRow="{int(bool(table.header))}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    rows = [_row(build, table, table.header, widths, f"{table.key}/header", header=True)] if table.header else []
    keys = row_keys(table)
    rows += [_row(build, table, row, widths, f"{table.key}/row/{key}", header=False) for key, row in zip(keys, table.rows, strict=True)]
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


def _row(build: Build, table: Table, cells: Sequence[Cell], widths: Sequence[int], key: str, header: bool) -> str:
    columns = column_keys(table, len(cells))
    filled = [*cells, *(Cell(((),)) for _ in range(len(widths) - len(cells)))]
    mark = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
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
        style = "TableHeading" if header else "TableText"
        content = "".join(str(xml.P(style, paragraph)) for paragraph in paragraphs)
        written.append(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{content}</w:tc>')
    return f"<w:tr><w:trPr>{mark}</w:trPr>{''.join(written)}</w:tr>"


def fits(layout: Layout, table: Table, room: int) -> bool:
    """Whether a table can stand on lines `room` wide without words that are broken."""
    columns = max([len(table.header), *(len(row) for row in table.rows)], default=0)
    return sum(_least(layout, table, n) for n in range(columns)) <= room


def _least(layout: Layout, table: Table, column: int) -> int:
    """The width below which words of a column would be broken."""
    size = (layout.style("Table Text").size or layout.style("Normal").size or 24) / 2
    normal = layout.style("Table Text").font or layout.style("Normal").font or "Times New Roman"
    stretch = 1.0 if "Times" in normal or "Liberation Serif" in normal else 1.15
    longest = 0.0
    for number, row in enumerate((table.header, *table.rows)):
        if column < len(row):
            for paragraph in row[column].paragraphs:
                widest = max((width(word) for word in re.split(r"(?<=[-/–—])|\s", plain(paragraph))), default=0.0)
                longest = max(longest, widest * (1.08 if number == 0 else 1.0))
    return round(min(longest * stretch, 14) * size * 20) + 2 * layout.tables.cell_margin + 20


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
