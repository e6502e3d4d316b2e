"""Outputs: a resolved document tree to bytes. One module is one output; `WRITER` registers it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import attrs

from litreview._parts import parts
from litreview.document.nodes import Document
from litreview.errors import UnknownName


@attrs.frozen
class Writer:
    """One output: `write(document)` gives the whole file; the same document gives the same bytes. Suffixes have their dot."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Document], bytes]


def writers() -> tuple[Writer, ...]:
    """Every output, by module name."""
    return parts("litreview.writers", "WRITER", Writer)


def by_suffix(path: str) -> Writer:
    """The writer for a file name. Raises UnknownName, which lists the suffixes there are."""
    suffix = PurePath(path).suffix.casefold()
    for writer in writers():
        if suffix in writer.suffixes:
            return writer
    known = [s for w in writers() for s in w.suffixes]
    raise UnknownName("output suffix", suffix or path, known)
