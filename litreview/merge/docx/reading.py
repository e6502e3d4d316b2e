"""An edited Word file taken apart: lines of the text, tables of ours with their rows, the entries of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from litreview.audit.chapters.docx.codes import is_bibliography
from litreview.merge.docx.line import Line
from litreview.merge.docx.story import Story, W
from litreview.merge.texts import even, folded
from litreview.writers.docx.package.manifest import Block

_HOLDERS = {f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent", "body", "tc")}
_LISTS = ("toc ", "contents ", "table of figures", "toc heading")


@attrs.define(eq=False)
class Cell:
    """One cell of a table of ours."""

    element: Any
    lines: list[Line]
    columns: int = attrs.field(init=False)
    """Over how many columns it goes."""

    @columns.default
    def _columns(self) -> int:
        span = self.element.find(f"{W}tcPr/{W}gridSpan")
        width = str(span.get(f"{W}val")) if span is not None else "1"
        return max(1, min(int(width), 100)) if width.isdecimal() else 1

    @property
    def text(self) -> str:
        """Its text as a manifest keeps it."""
        return " | ".join(text for line in self.lines if (text := even(line.text)[0]))

    @property
    def marked(self) -> bool:
        """Whether somebody has left a mark in it: a comment, a change that is tracked."""
        return any(line.foreign_marks or line.tracked for line in self.lines)


@attrs.define(eq=False)
class Row:
    """One row of a table of ours; `key` is what it is about ("header" for the first), None for one that the writer added."""

    element: Any
    key: str | None
    cells: list[Cell]

    @property
    def grid(self) -> list[Cell]:
        """The cell in each column; one that was merged with its neighbours stands in several."""
        return [cell for cell in self.cells for _ in range(cell.columns)]


@attrs.define(eq=False)
class TableLines:
    """A table of ours."""

    key: str
    element: Any
    rows: list[Row]


@attrs.define(eq=False)
class Edited:
    """All of it, in reading order. `entries` are the paragraphs of the bibliography that are derived, with their keys where known."""

    lines: list[Line] = attrs.field(factory=list)
    tables: list[TableLines] = attrs.field(factory=list)
    entries: list[tuple[str | None, Line]] = attrs.field(factory=list)
    order: dict[Any, int] = attrs.field(factory=dict)


def edited(body: Any, story: Story) -> Edited:
    """Take the body of a file apart. Its runs are parted so that each holds one thing; nothing that is read changes."""
    reader = _Reader(story)
    reader.read(body)
    return reader.made


class _Reader:
    def __init__(self, story: Story) -> None:
        self.story, self.made = story, Edited()
        self.rows: Mapping[str, Block] = {block.name.casefold(): block for block in story.base.blocks if block.kind == "row"}
        self.fields: list[str] = []
        self.entries = {_squeezed(block.text): block.key for block in story.base.blocks if block.kind == "entry"}

    def read(self, parent: Any) -> None:
        """Take in the paragraphs and tables within an element."""
        for child in list(parent):
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}sdt":
                if not _is_contents(child):
                    content = child.find(f"{W}sdtContent")
                    self.read(content if content is not None else ())
            elif child.tag in _HOLDERS:
                self.read(child)

    def paragraph(self, element: Any) -> None:
        """Take in a paragraph: of the text, or an entry of the bibliography."""
        properties = element.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        style = self.story.package.styles.get(str(named.get(f"{W}val"))) if named is not None else None
        if style is not None and style.name.startswith(_LISTS):
            return
        inside = any(is_bibliography(code) for code in self.fields)
        self.pass_fields(element)
        inside = inside or any(is_bibliography(code) for code in self.fields)
        line = Line(element, self.story)
        key = next((key for key in line.keys if self.story.kinds.get(key) == "entry"), None) or self._entry(line)
        if key is not None or inside:
            self.made.entries.append((key.partition("/")[2] if key else None, line))
        else:
            self.made.lines.append(line)
        if not any(self.story.kinds.get(key) == "figure" for key in line.keys):  # the words in a diagram of ours are the writer's to fill
            for box in element.iter(f"{W}txbxContent"):
                self.read(box)

    def _entry(self, line: Line) -> str | None:
        """The entry whose words a paragraph has, in a file that has lost the bookmarks."""
        return self.entries.get(_squeezed(line.text)) if self.story.bare else None

    def pass_fields(self, element: Any) -> None:
        """Follow the fields that go on over paragraphs."""
        for part in element.iter(f"{W}fldChar", f"{W}instrText"):
            if part.tag == f"{W}instrText":
                if self.fields:
                    self.fields[-1] += part.text or ""
            elif part.get(f"{W}fldCharType") == "begin":
                self.fields.append("")
            elif part.get(f"{W}fldCharType") == "end" and self.fields:
                self.fields.pop()

    def table(self, element: Any) -> None:
        """Take in a table: cell by cell if it is ours, else as so many paragraphs."""
        keys = [self._row_key(row) for row in _rows(element)]
        if self.story.bare or (any(keys) and None in keys):
            likely = self._by_cells(element)
            tables = {_table_of(key) for key in keys if key is not None}
            keys = [
                key if key is not None or (tables and (other is None or other in keys or _table_of(other) not in tables)) else other
                for key, other in zip(keys, likely, strict=True)
            ]
        told = [key for key in keys if key is not None]
        if not told:
            for cell in element.iter(f"{W}tc"):
                if next(cell.iterancestors(f"{W}tbl")) is element:
                    self.read(cell)
            return
        about = [_table_of(key) for key in told]
        table = max(set(about), key=lambda key: (about.count(key), key))
        rows: list[Row] = []
        for row, key in zip(_rows(element), keys, strict=True):
            cells = [Cell(cell, [Line(p, self.story) for p in cell.findall(f"{W}p")]) for cell in _cells(row)]
            mine = key if key is not None and _table_of(key) == table else None
            rows.append(Row(row, _bare(mine, table) if mine else None, cells))
        self.made.tables.append(TableLines(table, element, rows))

    def _by_cells(self, table: Any) -> list[str | None]:
        """What each row of a table is about that has lost its bookmarks: the row of the base that shares most cells with it."""
        texts = [[Cell(cell, [Line(p, self.story) for p in cell.findall(f"{W}p")]).text for cell in _cells(row)] for row in _rows(table)]
        scores: list[tuple[int, int, str]] = []
        for number, cells in enumerate(texts):
            mine = {folded(text) for text in cells if len(text) > 1}
            for block in self.rows.values():
                same = mine & {folded(block.text[unit.start : unit.end]) for unit in block.units}
                scores += [(-len(same), number, block.key)] if len(same) * 2 >= len(mine) and same else []
        keys: list[str | None] = [None] * len(texts)
        for _, number, key in sorted(scores):
            if keys[number] is None and key not in keys:
                keys[number] = key
        return keys

    def _row_key(self, row: Any) -> str | None:
        for mark in row.iter(f"{W}bookmarkStart"):
            block = self.rows.get(str(mark.get(f"{W}name")).casefold())
            if block is not None:
                return block.key
        return None


def _squeezed(text: str) -> str:
    """The words of an entry as they are compared: without blanks, tokens and marks that lead back."""
    return re.sub(r"⟦[^⟦⟧]*⟧|[\s↑]", "", folded(text))


def _is_contents(control: Any) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _rows(table: Any) -> list[Any]:
    return [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]


def _cells(row: Any) -> Iterable[Any]:
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]


def _table_of(key: str) -> str:
    return key.partition("/row/")[0] if "/row/" in key else key.removesuffix("/header")


def _bare(key: str, table: str) -> str:
    return key.removeprefix(f"{table}/row/") if "/row/" in key else "header"
