"""A table of ours merged cell by cell: rows and columns by what they are about, what the writer did to them kept."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from litreview.document.nodes import Cell as NewCell
from litreview.document.nodes import Table
from litreview.merge.content import readable
from litreview.merge.docx.line import Line
from litreview.merge.docx.ops import Op, Works
from litreview.merge.docx.reading import Cell, Row, TableLines
from litreview.merge.docx.story import Story, W
from litreview.merge.plan import MergeLine
from litreview.merge.texts import canonical, folded
from litreview.writers.docx.package.manifest import Block, signed

DERIVED = "number"
"""The column that only counts the rows."""


class TableMerge:
    """One table merged: the base of its rows, the table as it stands, the table as it is now."""

    def __init__(self, mine: TableLines, base: Sequence[Block], table: Table, works: Works, story: Story) -> None:
        self.mine, self.table, self.works, self.story = mine, table, works, story
        self.told: list[MergeLine] = []
        self.base = {_row_of(block.key, mine.key): _cells_of(block) for block in base if _is_row(block.key, mine.key)}
        self.new: dict[str, Mapping[str, NewCell]] = {}
        if len(table.column_keys) == len(table.header):
            rows = [("header", table.header), *zip(table.row_keys, table.rows, strict=True)]
            self.new = {key: dict(zip(table.column_keys, cells, strict=True)) for key, cells in rows}
        self.columns = self._columns()
        self.changed = False
        self.changed_columns = False

    def _columns(self) -> list[str | None]:
        """What each column of the table is about, as it stands, by its heading and its cells; None for one that the writer added."""
        names = list(self.base.get("header", {}))
        rows = [row for row in self.mine.rows if row.key in self.base]
        grids = [(row, row.grid) for row in rows]
        count = len(grids[0][1]) if grids else len(names)
        texts = [(self.base[str(row.key)], [folded(cell.text) for cell in grid]) for row, grid in grids if len(grid) == count]
        scores: list[tuple[float, int, int, str]] = []
        for place, name in enumerate(names):
            before = [folded(base.get(name, "")) for base, _ in texts]
            for column in range(count):
                same = [mine[column] == text for (_, mine), text in zip(texts, before, strict=True)]
                score = sum(same) + (same[0] if same and rows[0].key == "header" else 0)
                scores.append((-score, abs(column - place), column, name))
        columns: list[str | None] = [None] * count
        for rank, _, column, name in sorted(scores):
            if rank and columns[column] is None and name not in columns:
                columns[column] = name
        if count == len(names):
            left = iter([name for name in names if name not in columns])
            columns = [name if name is not None else next(left) for name in columns]
        return columns

    def merge(self) -> None:
        """Do all of it."""
        if not self.new or not self.base.get("header"):
            return
        present = {row.key for row in self.mine.rows}
        for row in list(self.mine.rows):
            if row.key is not None and row.key in self.base and len(row.grid) == len(self.columns):
                self.row(row, row.key)
        for key in (key for key in self.base if key not in present):
            told = self.new.get(key)
            self.told.append(MergeLine("deleted" if told is not None else "removed", f"{self.mine.key}/row/{key}"))
        self.add_rows()
        self.reorder()
        known = [row for row in self.mine.rows if row.key in self.new and self.regular(row)]
        if len(known) * 2 > len(self.mine.rows):  # else it is no more the table that was made: a column would be mostly empty
            self.add_columns()

    def row(self, row: Row, key: str) -> None:
        """One row that is there."""
        cells = [(name, cell) for name, cell in zip(self.columns, row.grid, strict=True) if name is not None and cell.columns == 1]
        now = self.new.get(key)
        slot = f"{self.mine.key}/{'header' if key == 'header' else f'row/{key}'}"
        if now is None:
            untouched = not any(cell.marked for cell in row.cells)
            base = self.base[key]
            untouched = untouched and all(folded(cell.text) == folded(base.get(name, "")) or _counts(name, cell) for name, cell in cells)
            if untouched and len(cells) == len(row.cells):
                row.element.getparent().remove(row.element)
                self.mine.rows.remove(row)
                self.changed = True
                self.told.append(MergeLine("removed", slot))
            else:
                self.told.append(MergeLine("unsupported", slot, mine=" | ".join(cell.text for _, cell in cells)))
                self.remark(row.cells[0], ("unsupported",))
            return
        for name, cell in cells:
            if name in now:
                self.cell(cell, f"{slot}/{name}", self.base[key].get(name, ""), now[name])
        for cell in row.cells:
            if cell.columns > 1:
                names = [name for name, other in zip(self.columns, row.grid, strict=True) if other is cell and name in now]
                before = " | ".join(text for name in names if (text := self.base[key].get(str(name), "")))
                whole = NewCell(tuple(paragraph for name in names for paragraph in now[str(name)].paragraphs if signed(paragraph)))
                self.cell(cell, f"{slot}/{'+'.join(map(str, names))}", before, whole)

    def cell(self, cell: Cell, slot: str, before: str, now: NewCell) -> None:
        """One cell that is there."""
        text, mine = " | ".join(words for p in now.paragraphs if (words := signed(p))), cell.text
        if folded(mine) == folded(before):
            if text != before:
                self.fill(cell, now)
            self.told.append(MergeLine("replaced" if text != before else "kept", slot, before, mine, text))
        elif canonical(text) in (canonical(before), canonical(mine)):
            self.told.append(MergeLine("edited", slot, before, mine, text))
        else:
            self.told.append(MergeLine("conflict" if mine else "told", slot, before, mine, text))
            said = "; ".join(words for p in now.paragraphs if (words := readable(p)))
            self.remark(cell, ("conflict" if mine else "told", said))

    def remark(self, cell: Cell, lines: tuple[str, ...]) -> None:
        """A comment on a cell."""
        if cell.lines:
            line = cell.lines[0]
            self.works.at(line).ops.append(Op(0, len(line.text), remark=lines))

    def fill(self, cell: Cell, now: NewCell, block: str | None = None) -> None:
        """Let a cell hold what it holds now, in as many paragraphs."""
        wanted = [p for p in now.paragraphs if signed(p)] or [()]
        lines = [line for line in cell.lines if line.text.strip()] or cell.lines[:1]
        for line in lines[len(wanted) :]:
            if line.foreign_marks:  # somebody's comment hangs there
                self.works.at(line).ops.append(Op(0, len(line.text), ()))
            else:
                line.paragraph.getparent().remove(line.paragraph)
                cell.lines.remove(line)
        while len(lines) < len(wanted):
            lines.append(self.another(lines[-1]))
            cell.lines.append(lines[-1])
        for number, (line, nodes) in enumerate(zip(lines, wanted, strict=False)):
            self.works.at(line).ops.append(Op(0, len(line.text), nodes, block=block if not number else None))

    def another(self, line: Line) -> Line:
        """A new paragraph below one, in its look."""
        paragraph = line.paragraph.makeelement(f"{W}p", {})
        properties = line.paragraph.find(f"{W}pPr")
        if properties is not None:
            paragraph.append(copy.deepcopy(properties))
        line.paragraph.addnext(paragraph)
        return Line(paragraph, self.story)

    def add_rows(self) -> None:
        """Rows that are new, each behind the one that it follows now."""
        by_key = {row.key: row for row in self.mine.rows if row.key is not None}
        last = by_key.get("header") or (self.mine.rows[0] if self.mine.rows else None)
        pattern = next((row for row in reversed(self.mine.rows) if row.key not in (None, "header") and self.regular(row)), None)
        for key in self.table.row_keys:
            row = by_key.get(key)
            if row is not None:
                last = row
            elif key not in self.base and pattern is not None and last is not None:
                last = self.new_row(key, pattern, last)

    def regular(self, row: Row) -> bool:
        return len(row.cells) == len(row.grid) == len(self.columns)

    def new_row(self, key: str, pattern: Row, last: Row) -> Row:
        """A row like `pattern`, behind `last`, with what the row `key` holds now."""
        element = copy.deepcopy(pattern.element)
        cells: list[Cell] = []
        for cell in element.findall(f"{W}tc"):
            paragraphs = cell.findall(f"{W}p")
            for extra in [child for child in cell if child.tag != f"{W}tcPr"]:
                cell.remove(extra)
            paragraph = cell.makeelement(f"{W}p", {})
            properties = paragraphs[0].find(f"{W}pPr") if paragraphs else None
            if properties is not None:
                paragraph.append(copy.deepcopy(properties))
            cell.append(paragraph)
            cells.append(Cell(cell, [Line(paragraph, self.story)]))
        last.element.addnext(element)
        row = Row(element, key, cells)
        self.mine.rows.insert(self.mine.rows.index(last) + 1, row)
        now = self.new[key]
        for number, (name, made) in enumerate(zip(self.columns, cells, strict=False)):
            block = f"{self.mine.key}/row/{key}" if number == 0 else None
            self.fill(made, now[name] if name in now else NewCell(()), block)  # type: ignore[index]
        self.told.append(MergeLine("added", f"{self.mine.key}/row/{key}"))
        self.changed = True
        return row

    def reorder(self) -> None:
        """The order of now, unless the writer has made another; rows of hers stay behind the one they follow."""
        before = [key for key in self.base if key in self.new]
        mine = [row.key for row in self.mine.rows if row.key in self.new and row.key in self.base]
        wanted = [key for key in ("header", *self.table.row_keys) if key in {row.key for row in self.mine.rows}]
        now = [key for key in wanted if key in self.base]
        if mine != [key for key in before if key in mine] or mine == now:
            return
        groups: dict[str, list[Row]] = {}
        first: list[Row] = []
        current = first
        for row in self.mine.rows:
            if row.key in self.new:
                current = groups.setdefault(str(row.key), [])
            current.append(row)
        ordered = [*first, *(row for key in wanted for row in groups.get(key, ()))]
        place = self.mine.rows[0].element.getprevious()
        for row in ordered:
            if place is None:
                row.element.getparent().insert(0, row.element)
            else:
                place.addnext(row.element)
            place = row.element
        self.mine.rows[:] = ordered
        self.changed = True

    def add_columns(self) -> None:
        """Columns that are new, each behind the one that it follows now; columns that are gone, if nobody touched them."""
        for name in [name for name in self.columns if name is not None and name not in self.table.column_keys]:
            self.drop_column(name)
        at = 0
        for name in self.table.column_keys:
            if name in self.columns:
                at = self.columns.index(name) + 1
            elif name not in self.base.get("header", {}):
                kept = self.kept_column(name)
                if kept is None:
                    self.new_column(name, at)
                    at += 1
                else:
                    self.known_column(name, kept)
                    at = kept + 1

    def drop_column(self, name: str) -> None:
        at = self.columns.index(name)
        rows = [row for row in self.mine.rows if self.regular(row)]
        base = [self.base.get(str(row.key), {}).get(name, "") for row in rows]
        touched = any(row.cells[at].marked or folded(row.cells[at].text) != folded(text) for row, text in zip(rows, base, strict=True))
        if touched or len(rows) < len(self.mine.rows):
            self.told.append(MergeLine("unsupported", f"{self.mine.key}/column/{name}"))
            self.remark(self.mine.rows[0].cells[min(at, len(self.mine.rows[0].cells) - 1)], ("unsupported",))
            return
        for row in rows:
            cell = row.cells.pop(at)
            cell.element.getparent().remove(cell.element)
        self.columns.pop(at)
        self.changed = self.changed_columns = True
        self.told.append(MergeLine("removed", f"{self.mine.key}/column/{name}"))

    def kept_column(self, name: str) -> int | None:
        """The column that was kept, since the writer had a word in it, when what it is about was left out, and that is here again."""
        header = next((row for row in self.mine.rows if row.key == "header" and self.regular(row)), None)
        text = " | ".join(words for p in self.new["header"][name].paragraphs if (words := signed(p)))
        free = (at for at, column in enumerate(self.columns) if column is None)
        return next((at for at in free if header is not None and canonical(header.cells[at].text) == canonical(text)), None)

    def known_column(self, name: str, at: int) -> None:
        self.columns[at] = name
        for row in self.mine.rows:
            now = self.new.get(str(row.key))
            if now is not None and name in now and self.regular(row):
                slot = "header" if row.key == "header" else f"row/{row.key}"
                self.cell(row.cells[at], f"{self.mine.key}/{slot}/{name}", "", now[name])  # what was generated is not known any more

    def new_column(self, name: str, at: int) -> None:
        for row in self.mine.rows:
            if not self.regular(row) or not row.cells:
                continue
            pattern = row.cells[min(at, len(row.cells) - 1)]
            element = copy.deepcopy(pattern.element)
            style = element.find(f"{W}p/{W}pPr")
            for extra in [child for child in element if child.tag != f"{W}tcPr"]:
                element.remove(extra)
            paragraph = element.makeelement(f"{W}p", {})
            if style is not None:
                paragraph.append(copy.deepcopy(style))
            element.append(paragraph)
            if at:
                row.cells[at - 1].element.addnext(element)
            else:
                row.cells[0].element.addprevious(element)
            cell = Cell(element, [Line(paragraph, self.story)])
            row.cells.insert(at, cell)
            now = self.new.get(str(row.key), {})
            if name in now:
                self.fill(cell, now[name])
        self.columns.insert(at, name)
        self.changed = self.changed_columns = True
        self.told.append(MergeLine("added", f"{self.mine.key}/column/{name}"))

    def set_widths(self, widths: Sequence[int]) -> bool:
        """Columns as wide as they are in the table as it is now, where all of them are ours; whether that is so."""
        if not self.changed_columns or [*self.columns] != [*self.table.column_keys] or len(widths) != len(self.columns):
            return False
        whole = self.mine.element.find(f"{W}tblPr/{W}tblW")
        if whole is not None and whole.get(f"{W}type") == "dxa":
            whole.set(f"{W}w", str(sum(widths)))
        grid = self.mine.element.find(f"{W}tblGrid")
        if grid is not None:
            for old in list(grid):
                grid.remove(old)
            for wide in widths:
                column = grid.makeelement(f"{W}gridCol", {f"{W}w": str(wide)})
                grid.append(column)
        for row in self.mine.rows:
            if len(row.cells) == len(widths):
                for cell, wide in zip(row.cells, widths, strict=True):
                    _set_width(cell.element, wide)
        return True


def _counts(name: str, cell: Cell) -> bool:
    """Whether a cell only counts its row: with a word beside its number it is the writer's."""
    return name == DERIVED and cell.text.strip(" .").isdigit()


def _set_width(cell: Any, wide: int) -> None:
    size = cell.find(f"{W}tcPr/{W}tcW")
    if size is not None:
        size.set(f"{W}w", str(wide))
        size.set(f"{W}type", "dxa")


def _is_row(key: str, table: str) -> bool:
    return key == f"{table}/header" or key.startswith(f"{table}/row/")


def _row_of(key: str, table: str) -> str:
    return "header" if key == f"{table}/header" else key.removeprefix(f"{table}/row/")


def _cells_of(block: Block) -> dict[str, str]:
    """The text of each column in a row of the base."""
    return {unit.slot.removeprefix(f"{block.key}/"): block.text[unit.start : unit.end] for unit in block.units}
