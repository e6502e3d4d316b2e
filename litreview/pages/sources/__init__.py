"""Sources of pages: one module for each kind of file an abstract page comes in, each from bytes to plain or Markdown text.

In come the bytes of a file, out comes text for `litreview.pages`, or a ReadError that says why there is none. Each kind has a module here
whose `SOURCE` registers it; the packages that a kind needs are first imported when such a file is read.
Called by the layer that loads a library (`library`) and by the public face (`api`).
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import advice, broken, parts
from litreview.errors import Problem, UnknownName

GROUP = "litreview.pages"
"""The group of entry points by which other packages bring a kind of file."""


@attrs.frozen
class PageSource:
    """A kind of file: its name, the suffixes of its file names (small letters, with the dot), and how its bytes become text.

    `text` raises ReadError for what cannot be taken apart, and MissingExtra where it needs a package that is not installed. `pages`
    tells how many printed pages a file has, where that kind of file has such (raising the same); `mixed` says that files of this kind
    are as often something else (articles, chapters, letters), so that one that nobody named must show that it is an abstract page.
    """

    name: str
    suffixes: tuple[str, ...]
    text: Callable[[bytes], str]
    pages: Callable[[bytes], int] | None = None
    mixed: bool = False


def page_sources() -> tuple[PageSource, ...]:
    """Every kind of file there is, by the name of its module."""
    return parts("litreview.pages.sources", "SOURCE", PageSource, GROUP)


def broken_sources() -> tuple[Problem, ...]:
    """The kinds of file of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "SOURCE", PageSource)


def source_for(suffix: str) -> PageSource:
    """The kind of file whose names end in `suffix`, whatever its case. Raises UnknownName for a suffix nobody reads."""
    folded = suffix.casefold()
    for source in page_sources():
        if folded in source.suffixes:
            return source
    known = [s for source in page_sources() for s in source.suffixes]
    raise UnknownName("suffix of a page", suffix, known, advice(GROUP, "SOURCE", PageSource))


def text_of(data: bytes, suffix: str) -> str:
    """The text of an abstract page from the bytes of its file; `suffix` (".docx") says what kind of file it is.

    The same bytes give the same text: it is what places in a page count in. Raises UnknownName for a suffix nobody reads, ReadError for
    bytes that are no such file, MissingExtra.

    >>> text_of("Kota dan desa".encode(), ".TXT")
    'Kota dan desa'
    """
    return source_for(suffix).text(data)
