"""The library as callers use it: the record's `Library` with what can be done to it as methods."""

from __future__ import annotations

import os
from html import escape

import attrs

from litreview import record
from litreview.api.bibliography import Bibliography, bibliography
from litreview.api.check import check
from litreview.api.convert import convert, format_for
from litreview.api.save import save
from litreview.errors import Problem


@attrs.frozen(slots=False)
class Library(record.Library):
    """An ordered, keyed, immutable collection of studies; `litreview.load` makes one.

    ``library["KEY"]`` is a study, `filter` and ``|`` give new libraries, `problems` holds what was wrong in the sources.

    >>> from litreview.record import LangText, Study
    >>> library = Library((Study("lee2019", "book", title=LangText({"en": "Motives"})),))
    >>> library["lee2019"].text("title"), library.to_bibtex().splitlines()[:2]
    ('Motives', ['@book{lee2019,', '  title = {Motives},'])
    """

    def to_bibtex(self) -> str:
        """The library as BibTeX."""
        return convert(self, "bibtex")[0].decode()

    def to_csl_json(self) -> str:
        """The library as CSL-JSON, the text of a list of items."""
        return convert(self, "csl-json")[0].decode()

    def to_yaml(self) -> str:
        """The library in litreview's own format, which holds everything a record can say."""
        return convert(self, "yaml")[0].decode()

    def bibliography(self, style: str | os.PathLike[str] = "apa", lang: str = "id") -> Bibliography:
        """All studies as a bibliography: see `litreview.bibliography`."""
        return bibliography(self, style, lang)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong in the sources and the records: see `litreview.check`."""
        return check(self)

    def save(self, path: str | os.PathLike[str]) -> tuple[Problem, ...]:
        """Write the library to `path` in the format of its suffix; returns what that format could not hold.

        Raises UnknownName for an unknown suffix and WriteError where the file cannot be written; an old file is never half overwritten.
        """
        data, problems = convert(self, format_for(path))
        save(path, data)
        return problems

    def _repr_html_(self) -> str:
        head = "<tr><th>key</th><th>author</th><th>issued</th><th>title</th></tr>"
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in _row(study))}</tr>" for study in self.studies)
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _row(study: record.Study) -> tuple[str, ...]:
    authors = "; ".join(name.text() for name in study.author)
    return study.key, authors, study.issued.edtf() if study.issued else "", study.text("title") or ""
