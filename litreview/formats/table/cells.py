"""A file that holds a table as rows of cells, whatever its kind."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator

import xlrd  # type: ignore[import-untyped]
from openpyxl import load_workbook

from litreview.errors import Problem, fault
from litreview.formats._csv import split_rows
from litreview.formats._entities import without_entities
from litreview.formats._refusal import refusal
from litreview.formats._text import decode

MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 200 * 2**20, 50_000, 300
_OLD = b"\xd0\xcf\x11\xe0"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

Cells = tuple[int, list[str]]
"""The line or row number, and the cells as text."""


def cells_of(data: bytes, name: str) -> tuple[list[Cells], tuple[Problem, ...]]:
    """The rows of the first sheet that holds any. What a file is, its first bytes say. Raises ReadError for what cannot be opened.

    >>> cells_of(b"Judul;Tahun\\nKota;2019\\n", "a.csv")[0]
    [(1, ['Judul', 'Tahun']), (2, ['Kota', '2019'])]
    """
    if data.startswith(b"PK"):
        return list(_new_excel(data, name)), ()
    if data.startswith(_OLD):
        return list(_old_excel(data, name)), ()
    text, assumed = decode(data, name, "cp1252")
    problems: list[Problem] = []
    rows = list(split_rows(text.lstrip("\ufeff"), name, problems))
    return rows[:MOST_ROWS], (*assumed, *problems, *_cut(len(rows), name))


def _new_excel(data: bytes, name: str) -> Iterator[Cells]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
                raise refusal("source-too-large", name, limit=MOST_BYTES >> 20)
            for member in archive.namelist():
                if member.endswith((".xml", ".rels")):
                    with archive.open(member) as part:
                        head = part.read(2048)
                    if any(declaration in head for declaration in _DECLARATIONS):
                        raise refusal("xml-entities", name)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets: Iterable[list[Cells]] = (
            _filled(book[title].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True))
            for title in book.sheetnames
            if hasattr(book[title], "iter_rows")
        )
        yield from next((rows for rows in sheets if rows), [])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, EOFError, zipfile.BadZipFile, SyntaxError) as error:
        if hasattr(error, "problem"):
            raise
        raise refusal("table-broken", name) from error


def _old_excel(data: bytes, name: str) -> Iterator[Cells]:
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True)
        sheets = (book.sheet_by_index(number) for number in range(book.nsheets))
        tables = (_filled(sheet.row_values(n)[:MOST_COLUMNS] for n in range(min(sheet.nrows, MOST_ROWS))) for sheet in sheets)
        yield from next((rows for rows in tables if rows), [])
    except Exception as error:  # a file of a closed format, of which the reader may raise anything
        raise refusal("table-broken", name) from error


def _filled(rows: Iterable[Iterable[object]]) -> list[Cells]:
    return [(number, texts) for number, row in enumerate(rows, 1) if any(texts := [_text(value) for value in row])]


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return without_entities(str(value).strip())


def _cut(count: int, name: str) -> tuple[Problem, ...]:
    return (fault("table-cut", file=name, limit=MOST_ROWS, count=count),) if count > MOST_ROWS else ()
