"""A table as a Python value: named columns, rows of plain values, and the studies behind each cell."""

from __future__ import annotations

import csv
import importlib
import io
import os
from collections.abc import Iterator
from html import escape
from typing import Any

import attrs

from litreview.errors import MissingExtra, UnknownName
from litreview.library.save import NOTHING, Protected, Saved, save

Value = str | int | bool | None
"""What a cell holds; None stands for "nobody looked"."""

_NOTATION = {".csv": "to_csv", ".md": "to_markdown"}


@attrs.frozen(repr=False)
class Grid:
    """A table of a review.

    - `name`: which table it is ("table/previous-studies"); `title`: what stands above it.
    - `columns`: the names of the columns, the first that of the rows; `rows`: the cells, each row as long as `columns`.
    - `studies`: for each row the keys behind each cell (empty where a cell rests on none).
    - `keep`: the files of the studies, which `save` never writes over; equality ignores them.

    >>> grid = Grid("table/x", "Methods", ("Method", "n"), (("interviews", 2), ("survey", 1)), (((), ("a", "b")), ((), ("c",))))
    >>> grid.column("n"), grid.records()[0], grid.behind(1, "n")
    ((2, 1), {'Method': 'interviews', 'n': 2}, ('c',))
    >>> print(grid.to_csv(), end="")
    Method,n
    interviews,2
    survey,1
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    studies: tuple[tuple[tuple[str, ...], ...], ...] = ()
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)

    def __repr__(self) -> str:
        """What it is, on one line.

        >>> Grid("table/x", "Methods", ("Method", "n"), (("survey", 1),))
        <Grid Methods: 1 row, 2 columns>
        """
        rows, columns = ("1 row" if len(self.rows) == 1 else f"{len(self.rows)} rows", len(self.columns))
        return f"<{type(self).__name__} {self.title}: {rows}, {columns} columns>"

    def __str__(self) -> str:
        """The table, as Markdown writes one."""
        return self.to_markdown()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self.rows)

    def column(self, name: str) -> tuple[Value, ...]:
        """The cells of one column. Raises UnknownName."""
        at = self._column_index(name)
        return tuple(row[at] for row in self.rows)

    def behind(self, row: int, column: str) -> tuple[str, ...]:
        """The keys of the studies on which one cell rests; `row` counts from 0. Raises UnknownName and IndexError."""
        at = self._column_index(column)
        return self.studies[row][at] if self.studies else ()

    def records(self) -> list[dict[str, Value]]:
        """The rows as dictionaries by column. Of two columns with one name the last counts."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_csv(self) -> str:
        """The table as CSV (RFC 4180, but with plain line ends); an empty cell stands for None."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return text.getvalue()

    def to_markdown(self) -> str:
        """The table as a Markdown pipe table; lines within a cell are parted by ``<br>``."""
        lines = [self.columns, tuple("---" for _ in self.columns), *self.rows]
        return "".join("| " + " | ".join(_markdown(value) for value in line) + " |\n" for line in lines)

    def to_pandas(self) -> Any:
        """The table as a ``pandas.DataFrame`` with the columns in their order. Raises MissingExtra if pandas is not installed."""
        try:
            pandas = importlib.import_module("pandas")
        except ImportError as error:
            raise MissingExtra("pandas", "pandas") from error
        return pandas.DataFrame([list(row) for row in self.rows], columns=list(self.columns))

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write the table to `path`: ``.csv`` (UTF-8 with a mark at its start, which Excel needs) or ``.md``.

        What stands there is kept or refused as in `Review.save`. Raises UnknownName for another suffix, WriteError where the file cannot
        be written or holds studies.
        """
        suffix = os.path.splitext(os.fspath(path))[1].casefold()
        if suffix not in _NOTATION:
            raise UnknownName("output suffix", suffix, _NOTATION)
        text: str = getattr(self, _NOTATION[suffix])()
        return save(path, text.encode("utf-8-sig" if suffix == ".csv" else "utf-8"), self.keep, overwrite)

    def _column_index(self, name: str) -> int:
        if name not in self.columns:
            raise UnknownName("column", name, self.columns)
        return self.columns.index(name)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = "".join("<tr>" + "".join(f"<td>{_html(value)}</td>" for value in row) + "</tr>" for row in self.rows)
        return f"<table><caption>{escape(self.title)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _html(value: Value) -> str:
    return escape(_text(value)).replace("\n", "<br>")


def _markdown(value: Value) -> str:
    return _text(value).replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>")
