"""Matrices of a library, and the tables of a finished draft, as Python values."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.analysis.prepared import prepared
from litreview.document.nodes import Cell, Cite, Document, Table
from litreview.document.walk import nodes, plain
from litreview.errors import UnknownName
from litreview.languages import CHAPTER, language
from litreview.library.save import NOTHING, Protected, protected
from litreview.record import Library, state
from litreview.record.aspects import counted
from litreview.review.prose import Voice
from litreview.review.prose.wording import name
from litreview.review.tables.axes import Axis, Line, axis, years_axis
from litreview.review.tables.grid import Grid, Value

YEAR = "year"
"""What ``by`` may be besides: the year of issue."""

ALL = 10_000


def matrix(library: Library, aspect: str, by: str | None = None, *, lang: str = CHAPTER, most: int = ALL) -> Grid:
    """The studies of `library` against what they state, as `litreview.matrix` says."""
    return attrs.evolve(matrix_of(prepared(library)[0], aspect, by, lang=lang, most=most), keep=protected(library))


def matrix_of(ready: Library, aspect: str, by: str | None = None, *, lang: str = CHAPTER, most: int = ALL) -> Grid:
    """As `matrix`, of studies whose abstracts are read already. Raises as it does."""
    known = counted()
    for given in (aspect, by):
        if given is not None and given not in (*known, *((YEAR,) if given is by else ())):
            raise UnknownName("aspect", given, (*known, YEAR))
    voice = Voice(language(lang), ready.concepts)
    rows = axis(ready, ready.keys(), aspect, most)
    return _crossed(ready, rows, by, voice, most) if by else _by_study(ready, rows, voice)


def tables(document: Document, keep: Protected = NOTHING) -> tuple[Grid, ...]:
    """Every table of `document` as it is printed, in order; lines of a cell are parted by a line feed, its works are `Grid.behind`.

    No file of `keep` is ever written over when one of them is saved.
    """
    return tuple(attrs.evolve(_grid(block), keep=keep) for block in document.blocks if isinstance(block, Table))


def _by_study(library: Library, found: Axis, voice: Voice) -> Grid:
    columns = ("study", *_named(found, voice))
    rows: list[tuple[Value, ...]] = []
    for study in library:
        unknown = state(study, found.aspect) in ("not-read", "no-abstract")
        rows.append((study.key, *(None if unknown and study.key not in line.keys else study.key in line.keys for line in found.lines)))
    behind = tuple(((s.key,), *((s.key,) if s.key in line.keys else () for line in found.lines)) for s in library)
    return Grid(f"matrix/{found.aspect}", found.aspect, columns, tuple(rows), behind)


def _crossed(library: Library, rows: Axis, by: str, voice: Voice, most: int) -> Grid:
    keys = library.keys()
    columns = years_axis(library, keys, most) if by == YEAR else axis(library, keys, by, most)
    sets = [frozenset(line.keys) for line in columns.lines]
    behind = [tuple(tuple(key for key in row.keys if key in found) for found in sets) for row in rows.lines]
    names = _named(rows, voice)
    body: tuple[tuple[Value, ...], ...] = tuple((named, *map(len, cells)) for named, cells in zip(names, behind, strict=True))
    studies = tuple((row.keys, *cells) for row, cells in zip(rows.lines, behind, strict=True))
    return Grid(f"matrix/{rows.aspect}-{by}", f"{rows.aspect} × {by}", (rows.aspect, *_named(columns, voice)), body, studies)


def _named(found: Axis, voice: Voice) -> tuple[str, ...]:
    return tuple(_name(line, voice) for line in found.lines)


def _name(line: Line, voice: Voice) -> str:
    """A line's name; of an outcome its word in the records, which is the same in every language."""
    words = voice.language.section("tables")
    if line.kind == "years":
        return str(line.first) if line.first == line.last else f"{line.first}–{line.last}"
    if line.kind == "undated":
        return str(words["undated"]).casefold()
    if line.kind in ("not-stated", "not-read", "no-abstract"):
        return voice.language.label(line.kind.replace("-", "_"))
    if line.value is None:
        return str(words["other_values" if line.kind == "others" else "single_values"])
    return line.value.identity if line.value.aspect == "outcome" else plain(name(line.value, voice))


def _grid(table: Table) -> Grid:
    columns = tuple(_text(cell) for cell in table.header)
    rows = tuple(tuple(_text(cell) for cell in row) for row in table.rows)
    studies = tuple(tuple(tuple(dict.fromkeys(_keys(cell))) for cell in row) for row in table.rows)
    return Grid(table.key, " ".join(part for part in (table.label, table.number, plain(table.caption)) if part), columns, rows, studies)


def _text(cell: Cell) -> str:
    return "\n".join(plain(paragraph) for paragraph in cell.paragraphs)


def _keys(cell: Cell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        for node in nodes(paragraph):
            if isinstance(node, Cite):
                yield from (item.key for item in node.items)
