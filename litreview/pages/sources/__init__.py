"""Sources of pages: one module for each kind of file an abstract page comes in, each from bytes to plain or Markdown text."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import parts
from litreview.errors import UnknownName


@attrs.frozen
class PageSource:
    """A kind of file: its name, the suffixes of its file names (small letters, with the dot), and how its bytes become text.

    `text` raises ReadError for what cannot be taken apart, and MissingExtra where it needs a package that is not installed.
    """

    name: str
    suffixes: tuple[str, ...]
    text: Callable[[bytes], str]


def page_sources() -> tuple[PageSource, ...]:
    """Every kind of file there is, by the name of its module."""
    return parts("litreview.pages.sources", "SOURCE", PageSource)


def text_of(data: bytes, suffix: str) -> str:
    """The text of an abstract page from the bytes of its file; `suffix` (".docx") says what kind of file it is.

    Raises UnknownName for a suffix nobody reads, ReadError for bytes that are no such file, MissingExtra.

    >>> text_of("Kota dan desa".encode(), ".TXT")
    'Kota dan desa'
    """
    wanted = suffix.casefold()
    for source in page_sources():
        if wanted in source.suffixes:
            return source.text(data)
    raise UnknownName("suffix of a page", suffix, [s for source in page_sources() for s in source.suffixes])
