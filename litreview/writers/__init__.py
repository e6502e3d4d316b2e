"""Outputs: a resolved document tree to bytes. One module is one output; `WRITER` registers it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Protocol

import attrs

from litreview._parts import advice, parts
from litreview.document.nodes import Document
from litreview.errors import UnknownName
from litreview.writers._beside import references_name
from litreview.writers.options import Backlinks, Citations, Options, Template, Words

GROUP = "litreview.outputs"
"""The group of entry points by which other packages bring an output."""

__all__ = [
    "Backlinks",
    "Citations",
    "Options",
    "Template",
    "Words",
    "Write",
    "Writer",
    "by_suffix",
    "citation_modes",
    "named",
    "references_name",
    "writers",
]


class Write(Protocol):
    """A resolved document to the bytes of a whole file; the same document and options give the same bytes."""

    def __call__(self, document: Document, options: Options = ..., /) -> bytes: ...


def nothing_beside(document: Document, options: Options) -> tuple[tuple[str, bytes], ...]:
    """For outputs that hold everything in one file."""
    return ()


@attrs.frozen
class Writer:
    """One output: `write(document)` or `write(document, options)` gives the whole file. Suffixes have their dot.

    - `citations`: the ways in which citations can live on in it, or a function that gives them.
    - `honours`: the choices of `Options` beside them that it has a use for.
    - `beside`: the files that belong to it, by name; `works`: the format of one more, with the works, where it cites by key.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Write
    _citations: tuple[Citations, ...] | Callable[[], tuple[Citations, ...]] = attrs.field(default=("plain",), alias="citations")
    honours: frozenset[str] = frozenset()
    beside: Callable[[Document, Options], tuple[tuple[str, bytes], ...]] = nothing_beside
    works: str | None = None

    @property
    def citations(self) -> tuple[Citations, ...]:
        """The ways in which citations can live on in it, the usual one first."""
        return self._citations() if callable(self._citations) else self._citations


def citation_modes() -> tuple[Citations, ...]:
    """The ways in which citations can live on, in one output or another.

    >>> citation_modes()
    ('plain', 'zotero', 'zotero-bookmarks', 'word', 'keys')
    """
    return tuple(dict.fromkeys(mode for writer in writers() for mode in writer.citations))


def writers() -> tuple[Writer, ...]:
    """Every output, by module name."""
    return parts("litreview.writers", "WRITER", Writer, GROUP)


def named(name: str) -> Writer:
    """The writer called `name`. Raises UnknownName.

    >>> named("html").suffixes
    ('.html', '.htm')
    """
    for writer in writers():
        if writer.name == name.casefold():
            return writer
    raise UnknownName("output", name, [w.name for w in writers()], advice(GROUP, "WRITER", Writer))


def by_suffix(path: str) -> Writer:
    """The writer for a file name. Raises UnknownName, which lists the suffixes there are."""
    suffix = PurePath(path).suffix.casefold()
    for writer in writers():
        if suffix in writer.suffixes:
            return writer
    known = [s for w in writers() for s in w.suffixes]
    raise UnknownName("output suffix", suffix or path, known, advice(GROUP, "WRITER", Writer))
