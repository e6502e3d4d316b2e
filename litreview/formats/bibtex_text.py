"""BibTeX that was saved as ``.txt``: known by an entry at its beginning, since a text file may be anything."""

from __future__ import annotations

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(rb"(?:\s*%[^\n]*\n)*\s*@[A-Za-z]{2,30}\s*[{(]\s*[^\s{}(),=]{1,200}\s*[,=]")

FORMAT = Format(
    "bibtex-text",
    "BibTeX",
    (".txt",),
    read=Later("litreview.formats.bibtex.reader", "read_bibtex"),
    update=Later("litreview.formats.bibtex.update", "update_bibtex"),
    sniff=lambda head: _HEAD.match(head) is not None,
)
