"""BibTeX and BibLaTeX."""

from __future__ import annotations

from litreview.formats import Format
from litreview.formats.bibtex.reader import read_bibtex


def _read(data: bytes, name: str):  # type: ignore[no-untyped-def]
    return read_bibtex(data, name)


FORMAT = Format(name="bibtex", title="BibTeX and BibLaTeX", suffixes=(".bib", ".bibtex"), read=_read)
