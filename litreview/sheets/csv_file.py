"""The worksheet as comma-separated values that Excel opens as they are, and back."""

from __future__ import annotations

import csv
import io

from litreview.sheets.sheet import Sheet

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t")
_DELIMITERS = ",;\t"


def written(sheet: Sheet) -> bytes:
    """The file: UTF-8 with its mark, without which Excel takes it for another encoding. What begins like a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_harmless(column.heading) for column in sheet.columns])
    writer.writerows([_harmless(cell.text) for cell in row.cells] for row in sheet.rows)
    return (_MARK + out.getvalue()).encode()


def rows(data: bytes) -> list[list[str]]:
    """The cells of a file as somebody saved it, whichever delimiter the spreadsheet of their country has.

    >>> rows("kunci;judul\\r\\na;Kota\\r\\n".encode())
    [['kunci', 'judul'], ['a', 'Kota']]
    """
    text = data.decode("utf-8-sig", "replace")
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    return [[_bare(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _bare(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
