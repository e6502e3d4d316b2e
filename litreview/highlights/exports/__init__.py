"""Exports of highlights, as readers give them: each module is one kind, `EXPORT` registers it.

In come the text of a file; out come the marks by the work that they are of. A file that is no such export gives None.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import parts
from litreview.record import Highlight


@attrs.frozen
class Excerpts:
    """The marks of one work, and what the export says of it: title, author as written, citation key, key of its item in Zotero."""

    highlights: tuple[Highlight, ...]
    title: str = ""
    author: str = ""
    key: str = ""
    item: str = ""


Read = Callable[[str], tuple[Excerpts, ...] | None]


@attrs.frozen
class Export:
    """One kind of export: its file name endings, lower case, and how it is read."""

    name: str
    suffixes: tuple[str, ...]
    read: Read


def exports() -> tuple[Export, ...]:
    """Every kind, by module name."""
    return parts("litreview.highlights.exports", "EXPORT", Export)


def excerpts_in(text: str, suffix: str) -> tuple[Excerpts, ...] | None:
    """The marks in a text by the work they are of; None for one that is no export of highlights.

    >>> clipping = "Ports (Lee, Min)\\n- Your Highlight on page 12 | Added on Monday\\n\\nTrade grew with trust.\\n==========\\n"
    >>> [(one.title, one.author, one.highlights[0].page) for one in excerpts_in(clipping, ".txt")]
    [('Ports', 'Lee, Min', '12')]
    """
    readings = (export.read(text) for export in exports() if suffix.casefold() in export.suffixes)
    return next((one for one in readings if one), None)
