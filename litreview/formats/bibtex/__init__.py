"""BibTeX and BibLaTeX: reading what people really write, writing files that every program reads, changing files in place.

In: the bytes of a ``.bib`` file, studies to be written, or both. Out: studies or bytes, with problems. `read_bibtex`, `write_bibtex` (with
`BibtexOptions`) and `update_bibtex` are the whole of it; other packages reach them through `FORMAT`, as `litreview.formats` finds it.
Reading goes through layers, which are listed in `reader`; writing makes an `entry` for each study; updating compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._layout import Layout
from litreview.formats.bibtex.encoding import decode
from litreview.formats.bibtex.options import FLAVOURS, BibtexOptions
from litreview.formats.bibtex.reader import read_bibtex
from litreview.formats.bibtex.update import options_of, update_bibtex
from litreview.formats.bibtex.writer import write_bibtex
from litreview.record import Study

__all__ = ["FORMAT", "BibtexOptions", "read_bibtex", "update_bibtex", "write_bibtex"]


def _read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    return read_bibtex(data, name)


def _write(studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    return write_bibtex(studies)


def _write_as(studies: Sequence[Study], layout: Layout) -> tuple[bytes, tuple[Problem, ...]]:
    chosen = {name: getattr(layout, name) for name in layout.chosen()}
    return write_bibtex(studies, BibtexOptions(**chosen))


def _layout_of(data: bytes) -> Layout:
    options = options_of(decode(data)[0])
    return Layout(options.flavour, options.unicode)


def _update(original: bytes, studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    return update_bibtex(original, studies)


FORMAT = Format(
    name="bibtex",
    title="BibTeX and BibLaTeX",
    suffixes=(".bib", ".bibtex"),
    read=_read,
    write=_write,
    update=_update,
    write_as=_write_as,
    layout=("flavour", "unicode", "fields"),
    flavours=FLAVOURS,
    layout_of=_layout_of,
)
