"""Papers: somebody's own text in which works are cited by key, as a document, and written back with its citations set.

One module is one kind of file; `PAPER` registers it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import PurePath
from typing import Protocol

import attrs

from litreview._parts import parts
from litreview.document.nodes import Document
from litreview.errors import Problem, UnknownName
from litreview.writers import Citations, Options

__all__ = ["OWN_HEADING", "Asked", "Paper", "Read", "by_suffix", "papers"]

OWN_HEADING = "bibliography"
"""The key of a heading that was added for the bibliography."""


@attrs.frozen
class Asked:
    """What a paper is read with: the name of its `file` for messages, the keys of the works that are `known`, and languages.

    `language` was asked for and goes before what the paper says of itself; `usual` holds where neither says anything.
    """

    file: str | None
    known: Collection[str]
    language: str | None
    usual: str


class Read(Protocol):
    """A paper that was read."""

    @property
    def document(self) -> Document:
        """Its text with `Cite` nodes that are not yet resolved, and the place of its bibliography; unknown keys stay as typed."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong, with its line."""
        ...

    @property
    def style(self) -> str | None:
        """The name of the citation style that the paper itself asks for."""
        ...

    @property
    def uncited(self) -> tuple[str, ...]:
        """The keys of works that it wants in its bibliography without citing them."""
        ...

    def written(self, resolved: Document, options: Options) -> bytes:
        """The same file with the citations and the bibliography of `resolved`; nothing else in it changes."""
        ...


@attrs.frozen
class Paper:
    """One kind of file. `read(data, asked)` raises ReadError for what is none; suffixes have their dot.

    `citations` are the ways in which citations can live on in a file of this kind; `elsewhere` says whether its document is whole enough
    to be written in other outputs.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, Asked], Read]
    citations: tuple[Citations, ...] = ("plain",)
    elsewhere: bool = True


def papers() -> tuple[Paper, ...]:
    """Every kind of paper, by module name.

    >>> [paper.name for paper in papers()]
    ['markdown', 'word']
    """
    return parts("litreview.papers", "PAPER", Paper)


def by_suffix(path: str) -> Paper:
    """The kind of the file `path`. Raises UnknownName with the suffixes there are.

    >>> by_suffix("paper.md").name
    'markdown'
    """
    suffix = PurePath(path).suffix.casefold()
    for paper in papers():
        if suffix in paper.suffixes:
            return paper
    raise UnknownName("paper", suffix or path, [suffix for paper in papers() for suffix in paper.suffixes])
