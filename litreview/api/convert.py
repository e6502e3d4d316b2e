"""A library as a file of another format."""

from __future__ import annotations

from litreview.api._failures import unwritable
from litreview.errors import Problem, fault
from litreview.formats import Format, named
from litreview.record import Library


def convert(library: Library, to: str | Format) -> tuple[bytes, tuple[Problem, ...]]:
    """The library in the format `to` (its name, as in ``"bibtex"``), and what that format cannot hold.

    Raises UnknownName for an unknown format, WriteError for one that is only read.
    """
    format = named(to) if isinstance(to, str) else to
    if format.write is None:
        raise unwritable(fault("format-not-writable", severity="error", title=format.title))
    return format.write(library.studies)
