"""The worksheet: a library as a spreadsheet, and the spreadsheet back into the records."""

from __future__ import annotations

import os
from pathlib import PurePath

import attrs

from litreview.api.given import Studies
from litreview.api.load import load
from litreview.api.output import Choices, options
from litreview.errors import Problem, UnknownName
from litreview.languages import CHAPTER, language
from litreview.library.adding.beside import changeable, records_beside
from litreview.library.rewrite import Rewrite, files_of, rewritten, write
from litreview.library.save import NOTHING, Protected, Saved, protected, save
from litreview.library.sources import read_bytes
from litreview.record import Study
from litreview.sheets import csv_file, document, making, returning, taking, xlsx
from litreview.sheets.sheet import Sheet, SheetRow
from litreview.sheets.taking import CellChange
from litreview.writers import by_suffix, writers

XLSX, CSV = ".xlsx", ".csv"


@attrs.frozen
class Worksheet:
    """The worksheet of some studies: a row a study, a column an aspect, each cell with what is known of it."""

    sheet: Sheet
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files of the studies, which `save` never writes over."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings."""
        return tuple(column.heading for column in self.sheet.columns)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows, in the order of the library."""
        return self.sheet.rows

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write it to `path`: ``.xlsx`` to work in, ``.csv``, or a document (``.html``, ``.docx``, ``.md`` …) to read.

        Raises UnknownName for another suffix, and WriteError.
        """
        return save(path, self._written(path), self.keep, overwrite)

    def _written(self, path: str | os.PathLike[str]) -> bytes:
        suffix = PurePath(path).suffix.casefold()
        if suffix == XLSX:
            return xlsx.workbook(self.sheet)
        if suffix == CSV:
            return csv_file.written(self.sheet)
        if suffix not in suffixes():
            raise UnknownName("output suffix", suffix or os.fspath(path), suffixes())
        return by_suffix(os.fspath(path)).write(document.document(self.sheet), options(path, Choices(), self.sheet.tag, "apa"))


@attrs.frozen
class Taken:
    """What was taken from a worksheet: the cells that changed, the files that were (or would be) rewritten, and what could not be taken."""

    changes: tuple[CellChange, ...]
    files: tuple[Rewrite, ...]
    problems: tuple[Problem, ...]


def suffixes() -> tuple[str, ...]:
    """The suffixes in which a worksheet can be written."""
    return tuple(dict.fromkeys((XLSX, CSV, *(writer.suffixes[0] for writer in writers() if writer.suffixes[0] != ".txt"))))


def worksheet(library: Studies, *, lang: str | None = None) -> Worksheet:
    """The worksheet of `library`, in the language `lang` ("id" by default).

    A cell has what the record says, else what rules find in the abstract, with the words it rests on; a cell without a value says whether
    somebody has confirmed that the source does not state it, or nothing was found. Raises as `load` does, UnknownName (language).

    >>> from litreview._resources import folder
    >>> sheet = worksheet(folder("references"), lang="en")
    >>> sheet.columns[:5], len(sheet.rows)
    (('key', 'author', 'year', 'title', 'aim'), 5)
    """
    studies = load(library)
    return Worksheet(making.worksheet(studies, language(lang or CHAPTER).tag), protected(studies))


def take_worksheet(path: str | os.PathLike[str], into: Studies, *, lang: str | None = None, dry_run: bool = False) -> Taken:
    """Take what somebody changed in the worksheet `path` (``.xlsx`` or ``.csv``) into the records `into`; all else stays byte for byte.

    A study that was read from a file that cannot be changed, such as an abstract page, gets a record of its own beside that file, which
    is read in its stead from then on.

    A cell counts as changed where it differs from what the sheet was made with. Where the record was changed since as well, the cell is
    not taken and a problem shows both. "not stated", in the words of the sheet's language, says that the source does not state it. A
    heading that the sheet did not have is a column of your own. With `dry_run` nothing is written.
    `lang` is the language of the headings of a ``.csv`` ("id" by default); a workbook says it itself.
    Raises ReadError for what is no worksheet, and WriteError for a file of records that cannot hold what was typed.
    """
    library = load(into, leave_out=[path])
    back = returning.returned(read_bytes(path), os.fspath(path), language(lang or CHAPTER).tag)
    found = taking.changes(back, library)

    def change(study: Study) -> Study:
        return found.studies.get(study.key, study) if changeable(study) else study

    files, problems = rewritten(files_of(library, (path,)), library, change, whole=True) if found.studies else ((), ())
    files = (*files, *records_beside(library, found.studies, back.tag))
    if not dry_run:
        problems = (*problems, *write(files, "matrix --take"))
    return Taken(found.cells, files, (*found.problems, *problems))
