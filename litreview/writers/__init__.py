"""Outputs: a resolved document tree to bytes. One module is one output; `WRITER` registers it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Protocol

import attrs

from litreview._parts import parts
from litreview.document.nodes import Document
from litreview.errors import UnknownName
from litreview.writers.options import Citations, Options, Template, Words

__all__ = ["Citations", "Options", "Template", "Words", "Write", "Writer", "by_suffix", "named", "writers"]


class Write(Protocol):
    """A resolved document to the bytes of a whole file; the same document and options give the same bytes."""

    def __call__(self, document: Document, options: Options = ..., /) -> bytes: ...


@attrs.frozen
class Writer:
    """One output: `write(document)` or `write(document, options)` gives the whole file. Suffixes have their dot."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Write


def writers() -> tuple[Writer, ...]:
    """Every output, by module name."""
    return parts("litreview.writers", "WRITER", Writer)


def named(name: str) -> Writer:
    """The writer called `name`. Raises UnknownName.

    >>> named("html").suffixes
    ('.html', '.htm')
    """
    for writer in writers():
        if writer.name == name.casefold():
            return writer
    raise UnknownName("output", name, [w.name for w in writers()])


def by_suffix(path: str) -> Writer:
    """The writer for a file name. Raises UnknownName, which lists the suffixes there are."""
    suffix = PurePath(path).suffix.casefold()
    for writer in writers():
        if suffix in writer.suffixes:
            return writer
    known = [s for w in writers() for s in w.suffixes]
    raise UnknownName("output suffix", suffix or path, known)
