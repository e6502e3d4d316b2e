"""Bibliographic formats: bytes to studies and back. One module or folder is one format; its `FORMAT` registers it.

In: the bytes of a file and its name, for messages; or studies to be written. Out: studies in the order of the file, or bytes, each with
the problems met; a file that cannot be read at all raises ReadError. No format opens a file, and none knows another: what several share
stands in modules that begin with ``_``.
Called by `library` (files of studies), `online` (answers of services), `themes` (outlines in YAML), `api` and `cli`, which ask `named` and
`by_suffix` for a format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

import attrs

from litreview._parts import advice, broken, parts
from litreview.errors import Problem, UnknownName
from litreview.formats._layout import Layout
from litreview.formats._text import head_of
from litreview.record import Study

__all__ = ["Format", "Layout", "broken_formats", "by_suffix", "formats", "named", "written_suffixes"]

GROUP = "litreview.formats"
"""The group of entry points by which other packages bring a format."""

Read = Callable[[bytes, str], tuple[tuple[Study, ...], tuple[Problem, ...]]]
Write = Callable[[Sequence[Study]], tuple[bytes, tuple[Problem, ...]]]
WriteAs = Callable[[Sequence[Study], Layout], tuple[bytes, tuple[Problem, ...]]]
Update = Callable[[bytes, Sequence[Study]], tuple[bytes, tuple[Problem, ...]]]
Sniff = Callable[[bytes], bool]


def _whatever_the_encoding(sniff: Sniff) -> Sniff:
    """The sniffing function, which need not think of UTF-16."""
    return lambda head: sniff(head_of(head))


@attrs.frozen
class Format:
    """One format.

    - `suffixes`: file name endings with their dot, lower case. Several formats may share one: `sniff` tells them apart.
    - `read(data, name)`: studies in file order and what was wrong; raises ReadError only where nothing can be read. `name` is for messages.
    - `write(studies)`: a whole new file.
    - `update(original, studies)`: the file `original` with `studies` in it, untouched parts byte for byte.
    - `write_as(studies, layout)`: a whole new file that looks as asked; `layout` names the parts of a `Layout` that it heeds, and
      `flavours` its dialects, the usual one first. `layout_of(data)` is how an existing file looks.
    - `dialects`: names of the programs under which it keeps what has no field, if others than its own.
    - `sniff(head)`: whether the first 4 kB of a file look like this format.

    A format that cannot do one of these has None there.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Read | None = None
    write: Write | None = None
    update: Update | None = None
    sniff: Sniff | None = attrs.field(default=None, converter=attrs.converters.optional(_whatever_the_encoding))
    write_as: WriteAs | None = None
    layout: tuple[str, ...] = ()
    flavours: tuple[str, ...] = ()
    layout_of: Callable[[bytes], Layout] | None = None
    dialects: tuple[str, ...] = ()


def formats() -> tuple[Format, ...]:
    """Every format, by module name."""
    return parts("litreview.formats", "FORMAT", Format, GROUP)


def broken_formats() -> tuple[Problem, ...]:
    """The formats of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "FORMAT", Format)


def written_suffixes() -> tuple[str, ...]:
    """The usual suffix of each format that can be written, once.

    >>> ".bib" in written_suffixes(), ".csv" in written_suffixes()
    (True, False)
    """
    return tuple(dict.fromkeys(f.suffixes[0] for f in formats() if f.write is not None))


def named(name: str) -> Format:
    """The format called `name`. Raises UnknownName.

    >>> named("bibtex").suffixes
    ('.bib', '.bibtex')
    """
    for fmt in formats():
        if fmt.name == name.casefold():
            return fmt
    raise UnknownName("format", name, [f.name for f in formats()], advice(GROUP, "FORMAT", Format))


def by_suffix(path: str, head: bytes = b"") -> Format | None:
    """The format for a file name, with the file's first bytes to choose among formats of one suffix; None if none fits."""
    suffix = PurePath(path).suffix.casefold()
    fitting = [f for f in formats() if suffix in f.suffixes]
    sniffed = [f for f in fitting if f.sniff is not None and head and f.sniff(head)]
    plain = [f for f in fitting if f.sniff is None]
    return next(iter([*sniffed, *plain, *fitting]), None)
