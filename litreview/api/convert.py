"""A library as a file of another format."""

from __future__ import annotations

import os
from pathlib import PurePath

from litreview.api._failures import unwritable
from litreview.errors import Problem, UnknownName, fault
from litreview.formats import Format, formats, named
from litreview.record import Library


def convert(library: Library, to: str | Format) -> tuple[bytes, tuple[Problem, ...]]:
    """The library in the format `to` (its name, as in ``"bibtex"``), and what that format cannot hold.

    Raises UnknownName for an unknown format, WriteError for one that is only read.
    """
    format = named(to) if isinstance(to, str) else to
    if format.write is None:
        raise unwritable(fault("format-not-writable", severity="error", title=format.title))
    return format.write(library.studies)


def format_for(path: str | os.PathLike[str]) -> Format:
    """The format in which a library is written to `path`, by its suffix. Raises UnknownName, which lists the suffixes there are.

    >>> format_for("library.yaml").name, format_for("library.bib").name
    ('yaml', 'bibtex')
    """
    suffix = PurePath(path).suffix.casefold()
    writable = [f for f in formats() if f.write is not None]
    fitting = [f for f in writable if suffix in f.suffixes]
    if not fitting:
        raise UnknownName("output suffix", suffix or os.fspath(path), dict.fromkeys(f.suffixes[0] for f in writable))
    # Of several formats with one suffix, those that must be told by their contents give way to the one that is usual.
    return min(fitting, key=lambda f: f.sniff is not None)
