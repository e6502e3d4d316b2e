"""A pipe table of ours merged cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from litreview.document.nodes import Cell, Table
from litreview.merge.docx.base import Base
from litreview.merge.docx.tables import DERIVED
from litreview.merge.markdown.lines import Line, Op
from litreview.merge.plan import MergeLine
from litreview.merge.texts import canonical, even, folded
from litreview.writers._markdown_kept import column_keys, row_keys
from litreview.writers.docx.package.manifest import Block

HEADER = "header"


@attrs.define(eq=False)
class Outcome:
    """The rows that a table has afterwards, what is told of it, and whether rows came or went."""

    rows: list[Line] = attrs.field(factory=list)
    told: list[MergeLine] = attrs.field(factory=list)
    added: dict[str, Line] = attrs.field(factory=dict)
    changed: bool = False
    columns: int = 0
    """How many columns it has, where some came or went."""


def ruled(rule: Line, columns: int) -> Line:
    """The row of dashes for so many columns."""
    cells = [cell.source for cell in rule.cells]
    if not columns or len(cells) == columns:
        return rule
    source = "|" + "|".join([*cells, *["---"] * columns][:columns]) + "|"
    return Line(source, "verbatim", len(source))


def base_rows(base: Base) -> dict[str, dict[str, dict[str, str]]]:
    """The rows of the tables that were generated last: by table and row the text of each column."""
    tables: dict[str, dict[str, dict[str, str]]] = {}
    for block in base.blocks:
        if block.kind == "row":
            table, _, row = block.key.removesuffix(f"/{HEADER}").partition("/row/")
            tables.setdefault(table, {})[row or HEADER] = _cells(block)
    return tables


def _cells(block: Block) -> dict[str, str]:
    return {unit.slot.removeprefix(f"{block.key}/"): block.text[unit.start : unit.end] for unit in block.units}


def is_rule(line: Line) -> bool:
    """Whether a row is the one of dashes below the heading."""
    return all(set(cell.text) <= set("-: ") for cell in line.cells) and "-" in line.source


def tables_in(lines: Sequence[Line], base: Base) -> dict[str, list[Line]]:
    """The tables of ours that are there, without the row of dashes."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if line.kind == "row":
            runs[-1] += [] if is_rule(line) else [line]
        elif runs[-1]:
            runs.append([])
    found: dict[str, list[Line]] = {}
    for rows in runs:
        texts = {folded(text) for row in rows for cell in row.cells if len(text := even(cell.text)[0]) > 3}
        scores = [
            (len(texts & {folded(text) for row in table.values() for text in row.values()}), key)
            for key, table in base_rows(base).items()
            if key not in found
        ]
        score, key = max(scores, default=(0, ""))
        if rows and score * 3 >= len(texts) and score:
            found[key] = rows
    return found


def merge_table(
    key: str, rows: Sequence[Line], base: Base, table: Table | None, now: Mapping[str, Block], remark: Callable[[str, str], str]
) -> Outcome:
    """Merge one table: `rows` as they stand, `now` what it is made of today as it would be kept."""
    before = base_rows(base)[key]
    outcome = Outcome()
    columns = _columns(rows[0], before)
    named = _named(rows, before, columns)
    if table is None:
        touched = any(name is None or not _same(row, before[name], columns) for row, name in zip(rows, named, strict=True))
        outcome.rows, outcome.changed = [*rows] if touched else [], not touched
        outcome.told.append(MergeLine("unsupported" if touched else "removed", key))
        if touched:
            last = rows[0].cells[0]
            last.ops.append(Op(len(last.text), len(last.text), remark=remark("unsupported", "")))
        return outcome
    cells = {HEADER: dict(zip(column_keys(table), table.header, strict=True))}
    cells |= {name: dict(zip(column_keys(table), row, strict=True)) for name, row in zip(row_keys(table), table.rows, strict=True)}
    words = {name: _cells(now[f"{key}/{HEADER if name == HEADER else f'row/{name}'}"]) for name in cells}
    for row, name in zip(rows, named, strict=True):
        if name is None or name in cells:
            outcome.rows.append(row)
            if name is not None:
                _merge_row(row, f"{key}/{name}", columns, before[name], cells[name], words[name], outcome, remark)
        elif _same(row, before[name], columns):
            outcome.changed = True
            outcome.told.append(MergeLine("removed", f"{key}/row/{name}"))
        else:
            outcome.rows.append(row)
            outcome.told.append(MergeLine("unsupported", f"{key}/row/{name}", mine=row.source))
            first = row.cells[0]
            first.ops.append(Op(len(first.text), len(first.text), remark=remark("unsupported", "")))
    _add_rows(table, key, named, rows, columns, before, cells, outcome)
    _in_order(table, named, rows, before, outcome)
    names = {id(row): name for name, row in zip([*named, *outcome.added], [*rows, *outcome.added.values()], strict=True)}
    there = len(columns)
    _set_columns(table, columns, before, cells, names, outcome)
    outcome.columns = len(columns) if len(columns) != there else 0
    return outcome


def _set_columns(
    table: Table,
    columns: list[str | None],
    before: Mapping[str, Mapping[str, str]],
    cells: Mapping[str, Mapping[str, Cell]],
    names: Mapping[int, str | None],
    outcome: Outcome,
) -> None:
    """Columns that are gone, if nobody touched them, and those that are new, each behind the one that it follows now."""
    if any(len(row.cells) != len(columns) for row in outcome.rows):
        return
    header = before.get(HEADER, {})
    for name in [name for name in columns if name is not None and name not in column_keys(table)]:
        at = columns.index(name)
        texts = [(even(row.cells[at].text)[0], before.get(names.get(id(row)) or "", {}).get(name, "")) for row in outcome.rows]
        if all(folded(mine) == folded(old) for mine, old in texts):
            columns.pop(at)
            for row in outcome.rows:
                row.cells.pop(at)
            outcome.told.append(MergeLine("removed", f"column/{name}"))
            outcome.changed = True
    at = 0
    for name in column_keys(table):
        if name in columns:
            at = columns.index(name) + 1
        elif name not in header:
            for row in outcome.rows:
                cell = Line("", "cell", 0)
                now = cells.get(names.get(id(row)) or "", {}).get(name)
                if now is not None:
                    cell.ops.append(Op(0, 0, now.paragraphs))
                row.cells.insert(at, cell)
            columns.insert(at, name)
            at += 1
            outcome.told.append(MergeLine("added", f"column/{name}"))
            outcome.changed = True


def _columns(header: Line, before: Mapping[str, Mapping[str, str]]) -> list[str | None]:
    names = list(before.get(HEADER, {}))
    if len(header.cells) == len(names):
        return [*names]
    free = {text: name for name, text in before.get(HEADER, {}).items()}
    return [free.pop(even(cell.text)[0], None) for cell in header.cells]


def _named(rows: Sequence[Line], before: Mapping[str, Mapping[str, str]], columns: Sequence[str | None]) -> list[str | None]:
    """What each row is about: that whose cells it shares most of; the first row is the heading."""
    named: list[str | None] = [None] * len(rows)
    named[0] = HEADER if HEADER in before else None
    scores: list[tuple[int, int, str]] = []
    for number, row in enumerate(rows[1:], 1):
        for name, texts in before.items():
            pairs = zip(columns, row.cells, strict=False)
            same = sum(
                c is not None and c != DERIVED and len(t := even(x.text)[0]) > 1 and folded(t) == folded(texts.get(c, "")) for c, x in pairs
            )
            scores += [(-same, number, name)] if same and name != HEADER else []
    for _, number, name in sorted(scores):
        if named[number] is None and name not in named:
            named[number] = name
    return named


def _same(row: Line, texts: Mapping[str, str], columns: Sequence[str | None]) -> bool:
    if len(row.cells) != len(columns) or None in columns:
        return False
    return all(_alike(c, texts.get(str(n), "")) for n, c in zip(columns, row.cells, strict=True) if n != DERIVED)


def _alike(cell: Line, text: str) -> bool:
    return folded(even(cell.text)[0]) == folded(_read(text, cell))


def _read(text: str, cell: Line) -> str:
    """A text that is kept, as it would be read in the file: what only looks like a citation there is one here too."""
    return text if "⟦" in text else even(Line(text, "cell", 0, cell.known).text)[0]


def _merge_row(
    row: Line,
    slot: str,
    columns: Sequence[str | None],
    before: Mapping[str, str],
    cells: Mapping[str, Cell],
    words: Mapping[str, str],
    outcome: Outcome,
    remark: Callable[[str, str], str],
) -> None:
    for name, cell in zip(columns, row.cells, strict=False):
        if name is None or name not in cells:
            continue
        mine, old, new = even(cell.text)[0], _read(before.get(name, ""), cell), _read(words.get(name, ""), cell)
        if folded(mine) == folded(old):
            if new != old:
                cell.ops.append(Op(0, len(cell.text), cells[name].paragraphs))
            outcome.told.append(MergeLine("replaced" if new != old else "kept", f"{slot}/{name}", old, mine, new))
        elif canonical(new) in (canonical(old), canonical(mine)):
            outcome.told.append(MergeLine("edited", f"{slot}/{name}", old, mine, new))
        else:
            outcome.told.append(MergeLine("conflict" if mine else "told", f"{slot}/{name}", old, mine, new))
            cell.ops.append(Op(len(cell.text), len(cell.text), remark=remark("conflict" if mine else "told", new)))


def _add_rows(
    table: Table,
    key: str,
    named: Sequence[str | None],
    rows: Sequence[Line],
    columns: Sequence[str | None],
    before: Mapping[str, object],
    cells: Mapping[str, Mapping[str, Cell]],
    outcome: Outcome,
) -> None:
    """Rows that are new, each behind the one that it follows now."""
    there = {name: row for name, row in zip(named, rows, strict=True) if name is not None and row in outcome.rows}
    last = there.get(HEADER, rows[0])
    for name in row_keys(table):
        if name in there:
            last = there[name]
        elif name not in before:
            row = Line("", "row", 0)
            row.cells = [Line("", "cell", 0) for _ in columns]
            for column, cell in zip(columns, row.cells, strict=True):
                if column is not None and column in cells[name]:
                    cell.ops.append(Op(0, 0, cells[name][column].paragraphs))
            outcome.rows.insert(outcome.rows.index(last) + 1, row)
            outcome.told.append(MergeLine("added", f"{key}/row/{name}"))
            outcome.changed = True
            there[name] = last = outcome.added[name] = row


def _in_order(table: Table, named: Sequence[str | None], rows: Sequence[Line], before: Mapping[str, object], outcome: Outcome) -> None:
    """The order of now for rows of ours, unless the writer has made another or set rows of hers between."""
    now = set(row_keys(table))
    there = {name: row for name, row in zip(named, rows, strict=True) if name is not None and name in now and row in outcome.rows}
    mine = [name for name in named if name in there]
    wanted = [name for name in row_keys(table) if name in there]
    if None in named or mine != [name for name in before if name in there] or mine == wanted or len(set(wanted)) != len(mine):
        return
    slots = sorted(outcome.rows.index(there[name]) for name in mine)
    for slot, name in zip(slots, wanted, strict=True):
        outcome.rows[slot] = there[name]
    outcome.changed = True
