"""A worksheet file as somebody saved it: what stands in its cells, and what stood there when it was made."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from openpyxl import load_workbook

from litreview.errors import Problem, fault
from litreview.languages import known, language, tags
from litreview.languages.failures import unreadable
from litreview.sheets.columns import known as known_columns
from litreview.sheets.csv_file import rows as csv_rows
from litreview.sheets.screened import screening_columns
from litreview.sheets.taking import Returned
from litreview.sheets.xlsx import MADE

MOST_BYTES = 200 * 2**20
"""A workbook that unpacks to more is not opened."""
MOST_ROWS, MOST_COLUMNS = 20_000, 300
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

Table = Sequence[Sequence[str]]


def returned(data: bytes, path: str, tag: str) -> Returned:
    """The worksheet in the file `path` that holds `data`; `tag` is the language of its headings where it does not say it itself.

    Raises ReadError for what is no worksheet.
    """
    if not data.startswith(b"PK"):
        return _returned(csv_rows(data), None, tag, path)
    _refuse_unsafe(data, path)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        pages = {name: _table(book[name].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)) for name in book.sheetnames}
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, zipfile.BadZipFile, SyntaxError) as error:
        raise unreadable(fault("worksheet-broken", file=path, severity="error")) from error
    made = pages.pop(MADE, None)
    if made and made[0] and known(made[0][0]):
        tag = made[0][0]
        made = [[language(tag).section("worksheet")["key"], *made[0][1:]], *made[1:]]
    return _returned(next(iter(pages.values()), []), made, tag, path)


def _returned(table: Table, made: Table | None, tag: str, path: str) -> Returned:
    tag = next((other for other in (tag, *tags()) if any(_heading(other) in row for row in table[:20])), tag)
    heading = _heading(tag)
    head = next((n for n, row in enumerate(table[:20]) if heading in row), None)
    if head is None:
        raise unreadable(fault("worksheet-no-key", file=path, severity="error", heading=heading))
    problems: list[Problem] = []
    typed = dict(_by_key(table[head:], heading, path, problems))
    was = dict(_by_key(made, heading, path, [])) if made is not None else None
    if was is not None:  # a column taken out is no wish to empty it
        missing = {column.heading for column in (*known_columns(tag), *screening_columns(tag))} - set(table[head])
        was = {key: {name: text for name, text in row.items() if name not in missing} for key, row in was.items()}
    return Returned(tag, typed, was, tuple(problems))


def _heading(tag: str) -> str:
    """What stands above the keys in the language `tag`."""
    return str(language(tag).section("worksheet")["key"])


def _by_key(table: Table, heading: str, path: str, problems: list[Problem]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each row by its key; of a key that is there twice the first row counts."""
    at = table[0].index(heading)
    seen: set[str] = set()
    for row in table[1:]:
        key = row[at].strip() if at < len(row) else ""
        if not key:
            if any(cell.strip() for cell in row):
                problems.append(fault("worksheet-no-key-in-row", file=path, row=" · ".join(cell for cell in row if cell)[:60]))
            continue
        if key in seen:
            problems.append(fault("worksheet-key-twice", key=key, file=path))
            continue
        seen.add(key)
        cells = zip(table[0], (*row, *[""] * (len(table[0]) - len(row))), strict=False)
        yield key, {name.strip(): text.strip() for name, text in cells if name.strip()}


def _table(rows: Iterator[tuple[object, ...]]) -> list[list[str]]:
    return [[_text(value) for value in row] for row in rows]


def _text(value: object) -> str:
    """A cell as text: a number without its decimal point where it is whole, a date by its day."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _refuse_unsafe(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_BYTES:
                raise unreadable(fault("page-word-large", file=path, severity="error", limit=MOST_BYTES // 2**20))
            for entry in package.infolist():
                with package.open(entry) as part:
                    head = part.read(2048)
                if any(mark in head for mark in _DECLARATIONS):
                    raise unreadable(fault("worksheet-broken", file=path, severity="error"))
    except (zipfile.BadZipFile, RuntimeError, OSError) as error:
        raise unreadable(fault("worksheet-broken", file=path, severity="error")) from error
