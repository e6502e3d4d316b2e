"""Methods against frameworks: which studies join which, and which joins no study of the corpus has made."""

from __future__ import annotations

from litreview.document.nodes import Cell, Table
from litreview.review.composition import Composition
from litreview.review.tables import previous_studies
from litreview.review.tables.axes import Axis, Line, axis
from litreview.review.tables.cells import cell, line_key, line_name, study_cell
from litreview.review.thresholds import (
    COLUMNS_OF_AN_UPRIGHT_PAGE,
    FRAMEWORKS_IN_COLUMNS,
    METHODS_IN_ROWS,
    NUMBERS_IN_A_CELL,
    STUDIES_CITED_IN_CELLS,
    STUDIES_JOINED,
)

KEY = "table/methods-frameworks"


def axes(made: Composition) -> tuple[Axis, Axis] | None:
    """Methods (rows) and frameworks (columns); None where the table would say next to nothing.

    That is where fewer than two studies state a method, or none a framework; of more than `STUDIES_CITED_IN_CELLS` studies also where
    no framework is shared or fewer than `STUDIES_JOINED` state both.
    """
    keys = made.library.keys()
    rows, columns = axis(made.library, keys, "method", METHODS_IN_ROWS), axis(made.library, keys, "framework", FRAMEWORKS_IN_COLUMNS)
    methods, frameworks = ({key for line in side.values for key in line.keys} for side in (rows, columns))
    worth = len(methods) > 1 and bool(frameworks)
    if len(keys) > STUDIES_CITED_IN_CELLS:
        shared = any(line.kind == "value" and len(line.keys) > 1 for line in columns.lines)
        worth = worth and shared and len(methods & frameworks) >= STUDIES_JOINED
    return (rows, columns) if worth else None


def numbered(made: Composition) -> bool:
    """Whether the cells hold numbers of the table of previous studies."""
    return len(made.library) > STUDIES_CITED_IN_CELLS and made.table(previous_studies.KEY) is not None


def cross_table(made: Composition) -> Table | None:
    """The table, or None where there is nothing to cross. Numbers count the studies in the order of the library, from 1."""
    crossed = axes(made)
    if crossed is None:
        return None
    rows, columns = crossed
    words = made.table_words
    place = {key: n for n, key in enumerate(made.library.keys(), 1)}
    header = (cell(str(words["cross_corner"])), *(cell(line_name(column, made)) for column in columns.lines))
    body = tuple((cell(line_name(row, made)), *(_cell(row, column, place, made) for column in columns.lines)) for row in rows.lines)
    widths = (0.2, *(0.8 / len(columns.lines) for _ in columns.lines))
    caption = cell(str(words["cross_caption"])).paragraphs[0]
    wide = len(columns.lines) > COLUMNS_OF_AN_UPRIGHT_PAGE
    return Table(
        KEY,
        str(made.words["table"]),
        "",
        caption,
        header,
        body,
        widths,
        landscape=wide,
        description=str(words["cross_description"]),
        row_keys=tuple(map(line_key, rows.lines)),
        column_keys=("method", *map(line_key, columns.lines)),
    )


def _cell(row: Line, column: Line, place: dict[str, int], made: Composition) -> Cell:
    there = frozenset(column.keys)
    both = [key for key in row.keys if key in there]
    if not both:
        return cell(str(made.table_words["other"]))
    if len(made.library) <= STUDIES_CITED_IN_CELLS:
        return Cell(tuple(study_cell(key).paragraphs[0] for key in both))
    if len(both) > NUMBERS_IN_A_CELL or not numbered(made):
        return cell(str(len(both)))
    numbers = ", ".join(str(place[key]) for key in both)
    return cell(str(made.table_words["numbered"]).format(n=len(both), numbers=numbers))
