"""The library as callers use it: the record's `Library` with what can be done to it as methods."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from litreview._parts import Later
from litreview.errors import Problem
from litreview.formats import named
from litreview.languages import COMMON
from litreview.library.check import check
from litreview.library.convert import convert, format_for, written
from litreview.library.rewrite import Rewrite, as_read, write
from litreview.library.save import NOTHING, Saved, protected, save
from litreview.library.sources import read_bytes
from litreview.record import Library as BareLibrary
from litreview.record import Study, library_of
from litreview.record.csl_json.read import read_item

if TYPE_CHECKING:
    from litreview.api.bibliography import Bibliography

FIRST = 10
"""So many studies a notebook shows of a library."""
EMPTY = ("not-stated", "not-read", "no-abstract")
_worksheet, _grid = Later("litreview.sheets.making", "worksheet"), Later("litreview.review.tables.grid", "Grid")
_bibliography = Later("litreview.api.bibliography", "bibliography")  # reading and converting need no citation processor


@attrs.frozen(slots=False, repr=False)
class Library(BareLibrary):
    """An ordered, keyed, immutable collection of studies; `litreview.load` makes one.

    ``library["KEY"]`` is a study, `filter` and ``|`` give new libraries, `problems` holds what was wrong in the sources.

    >>> from litreview.record import LangText, Study
    >>> library = Library((Study("lee2019", "book", title=LangText({"en": "Motives"})),))
    >>> library["lee2019"].text("title"), library.to_bibtex().splitlines()[:2]
    ('Motives', ['@book{lee2019,', '  title = {Motives},'])
    """

    @classmethod
    def of(cls, library: BareLibrary) -> Library:
        """`library` with what callers can do to it."""
        if isinstance(library, Library):
            return library
        return cls(library.studies, library.problems, sources=library.sources, concepts=library.concepts, legend=library.legend)

    @classmethod
    def from_csl(cls, items: Iterable[Mapping[str, Any]]) -> Library:
        """The library of CSL-JSON items as other programs have them in memory; `problems` says what was wrong in them.

        >>> found = Library.from_csl([{"id": "lee", "type": "book", "title": "Ports", "autor": "Lee"}])
        >>> found.keys(), [problem.code for problem in found.problems]
        (('lee',), ['unknown-field-near'])
        """
        read = [read_item(item, Study) for item in items]
        return cls.of(library_of((study for study, _ in read), (problem for _, problems in read for problem in problems)))

    def to_bibtex(self) -> str:
        """The library as BibTeX."""
        return written(self.studies, named("bibtex"))[0].decode()

    def to_csl_json(self) -> str:
        """The library as CSL-JSON, the text of a list of items."""
        return written(self.studies, named("csl-json"))[0].decode()

    def to_yaml(self) -> str:
        """The library in litreview's own format, which holds everything a record can say."""
        return written(self.studies, named("yaml"))[0].decode()

    def bibliography(self, style: str | os.PathLike[str] = "apa", lang: str | None = None) -> Bibliography:
        """All studies as a bibliography: see `litreview.bibliography`."""
        made: Bibliography = _bibliography(self, style, lang)
        return made

    def check(self) -> tuple[Problem, ...]:
        """What is wrong in the sources and the records: see `litreview.check`."""
        return check(self)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write the library to `path` in the format of its suffix; the problems say what that format could not hold.

        A file from which studies of this library were read is rewritten with what changed: everything else in it, comments and
        order included, stays as it was (where the format can do that). Studies that are no longer in the library go. A new file in
        the format of the one file that all studies were read from looks like that file. Any other file that stands there is kept or
        refused as in `Review.save`.
        Raises UnknownName for an unknown suffix and WriteError where the file cannot be written, or is a source of this library whose
        studies it no longer has while it has others; an old file is never half overwritten.
        """
        format, target = format_for(path), Path(path)
        own = not any(study.origin and study.origin.file for study in self.studies)
        if target.is_file() and (any(_from(study, target) for study in self.studies) or (own and self._read_from(target))):
            before = self._before(target)
            data, problems = format.update(before, self.studies) if format.update else convert(self, format)
            told = write([Rewrite(os.fspath(path), before, data)], "save")
            return Saved(target, problems=(*told, *problems))
        data, problems = convert(self, format)
        saved = save(path, data, NOTHING if own else protected(self), overwrite)
        return attrs.evolve(saved, problems=(*saved.problems, *problems))

    def _before(self, path: Path) -> bytes:
        """What the file holds, which is what was read from it or what this process saved there since. Raises WriteError."""
        file = next((file for file in self.sources if file.place == os.path.realpath(path)), None)
        return as_read(file, own="save") if file is not None else read_bytes(path)

    def _read_from(self, path: Path) -> bool:
        return any(file.place == os.path.realpath(path) for file in self.sources)

    def _repr_html_(self) -> str:
        head = "<tr><th>key</th><th>author</th><th>issued</th><th>title</th></tr>"
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in _row(study))}</tr>" for study in self.studies[:FIRST])
        return f"<p>{escape(repr(self))}</p><table><thead>{head}</thead><tbody>{rows}</tbody></table>"

    def to_pandas(self) -> Any:
        """The library as a ``pandas.DataFrame``: a row a study, by its key, with its fields and aspects as the worksheet has them.

        Cells without a value are "". Raises MissingExtra if pandas is not installed.
        """
        sheet = _worksheet(self, COMMON)
        rows = [[row.key, *("" if cell.state in EMPTY else cell.text for cell in row.cells[1:])] for row in sheet.rows]
        names = [column.name for column in sheet.columns]
        return _grid("library", "", tuple(names), tuple(map(tuple, rows))).to_pandas().set_index("key")


def _row(study: Study) -> tuple[str, ...]:
    authors = "; ".join(name.text() for name in study.author)
    return study.key, authors, study.issued.edtf() if study.issued else "", study.text("title") or ""


def _from(study: Study, path: Path) -> bool:
    file = study.origin.file if study.origin else None
    return file is not None and os.path.isfile(file) and os.path.samefile(file, path)
