"""The worksheet as a workbook: colours and words for what is known, evidence as comments, filters, lists, and what it was made from."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from litreview.languages import Section, language
from litreview.record import Evidence
from litreview.record.langtext import UNDETERMINED
from litreview.sheets.making import outcome_words, word
from litreview.sheets.screened import decision_words
from litreview.sheets.sheet import EMPTY, Sheet, SheetCell, SheetColumn, State

MADE = "litreview"
"""The hidden page that keeps what each cell held when the sheet was made."""
LONGEST = 32_000
"""Characters that a cell may hold; a workbook allows 32,767."""
FILLS: dict[State, str] = {
    "found": "E2F0D9",
    "recorded": "DDEBF7",
    "own": "D9D2E9",
    "not-stated": "FFF2CC",
    "not-read": "EDEDED",
    "no-abstract": "FBE5D6",
}
"""The colour behind a cell, by what is known of it."""
_HEAD = "1F3864"
_WIDTHS = {"key": 18, "names": 24, "year": 8, "period": 12, "outcome": 16, "lines": 60, "screening": 20, "own": 24}
_USUAL_WIDTH = 34
_DATE = datetime.datetime(2000, 1, 1)
"""The date that a workbook says it was made: the same studies give the same file."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_QUOTED = 300
_A3 = 8


def workbook(sheet: Sheet) -> bytes:
    """The bytes of an ``.xlsx`` file of `sheet`."""
    words = language(sheet.tag).section("worksheet")
    book = Workbook()
    book.properties.creator, book.properties.created, book.properties.modified = "litreview", _DATE, _DATE
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = str(words["page"])
    _fill(page, sheet, words)
    _legend(book.create_sheet(str(words["legend"])), sheet, words)
    made = book.create_sheet(MADE)
    made.sheet_state = "hidden"
    _keep(made, sheet)
    out = io.BytesIO()
    book.save(out)
    return _undated(out.getvalue())


def _fill(page: Worksheet, sheet: Sheet, words: Section) -> None:
    headings = [column.heading for column in sheet.columns]
    for at, column in enumerate(sheet.columns, 1):
        _put(page, 1, at, column.heading, Font(bold=True, color="FFFFFF"), _HEAD)
        page.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(column.kind, _USUAL_WIDTH)
    for number, row in enumerate(sheet.rows, 2):
        for at, (column, cell) in enumerate(zip(sheet.columns, row.cells, strict=True), 1):
            _cell(page, number, at, column, cell, sheet.tag, words)
    last = f"{get_column_letter(len(headings))}{len(sheet.rows) + 1}"
    page.auto_filter.ref = f"A1:{last}"
    page.freeze_panes = "B2"
    page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight = "landscape", 2, 0
    page.page_setup.paperSize = _A3
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    for at, column in enumerate(sheet.columns, 1):
        if column.name == "decision" and column.kind == "screening" and sheet.rows:
            _choices(page, at, len(sheet.rows), list(decision_words(sheet.tag).values()), words)
        if column.kind == "outcome" and sheet.rows:
            _choices(page, at, len(sheet.rows), [*outcome_words(sheet.tag).values(), word("not-stated", sheet.tag)], words)


def _cell(page: Worksheet, row: int, at: int, column: SheetColumn, cell: SheetCell, tag: str, words: Section) -> None:
    font = Font(bold=column.kind == "key", italic=cell.state in EMPTY, color="595959" if cell.state in EMPTY else "000000")
    _put(page, row, at, cell.text, font, FILLS.get(cell.state))
    if cell.state in ("found", "recorded", "own"):
        quotes = dict.fromkeys(f"“{' '.join(one.quote.split())[:_QUOTED]}” ({_place(one, tag)})" for one in cell.evidence)
        said = "\n".join((word(cell.state, tag), *quotes))
        page.cell(row, at).comment = Comment(_CONTROL.sub("", said), "litreview", height=30 + 18 * min(12, 2 * len(quotes) + 1), width=320)


def _place(one: Evidence, tag: str) -> str:
    """Where the words of a cell stand: the field, and its language where that is known."""
    words = language(tag).section("evidence")
    field = str(words["fields"].get(one.field, one.field))
    tongue = words["languages"].get(one.language.split("-")[0], one.language)
    return f"{field}, {tongue}" if one.language != UNDETERMINED else field


def _put(page: Worksheet, row: int, at: int, text: str, font: Font | None = None, fill: str | None = None) -> None:
    """Write a text into a cell: always as text, so that one that begins like a formula is none."""
    cell = page.cell(row, at)
    cell.value = _CONTROL.sub("", text)[:LONGEST] or None
    if text:
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.number_format = "@"
    if font is not None:
        cell.font = font
    if fill is not None:
        cell.fill = PatternFill("solid", start_color=fill, end_color=fill)


def _choices(page: Worksheet, at: int, rows: int, known: Sequence[str], words: Section) -> None:
    """A list to choose from, down a column."""
    listed = DataValidation(type="list", formula1='"' + ",".join(known) + '"', allow_blank=True, showErrorMessage=True)
    listed.error, listed.errorTitle = str(words["choose"]), str(words["page"])
    page.add_data_validation(listed)
    letter = get_column_letter(at)
    listed.add(f"{letter}2:{letter}{rows + 1}")


def _legend(page: Worksheet, sheet: Sheet, words: Section) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 90
    for number, (state, fill) in enumerate(FILLS.items(), 1):
        _put(page, number, 1, word(state, sheet.tag), None, fill)
        _put(page, number, 2, str(words["meanings"][state]))
    for number, line in enumerate(str(words["how"]).strip().splitlines(), len(FILLS) + 2):
        _put(page, number, 2, line)


def _keep(page: Worksheet, sheet: Sheet) -> None:
    """What each cell holds, by key and heading, behind the language."""
    for at, text in enumerate((sheet.tag, *(column.heading for column in sheet.columns)), 1):
        _put(page, 1, at, text)
    for number, row in enumerate(sheet.rows, 2):
        for at, text in enumerate((row.key, *(cell.text for cell in row.cells)), 1):
            _put(page, number, at, text)


def _undated(data: bytes) -> bytes:
    """The package with the same time on each of its parts, and in its properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as plain:
        for entry in package.infolist():
            content = package.read(entry)
            if entry.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content)
            info = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            plain.writestr(info, content)
    return out.getvalue()
