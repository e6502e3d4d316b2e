"""Sources and texts as the library that callers use."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from litreview.api.given import Studies, library_of
from litreview.api.library import Library
from litreview.library import text as pasting


def load(
    *given: Studies,
    format: str | None = None,
    leave_out: Iterable[str | os.PathLike[str]] = (),
    concepts: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
    highlights: Mapping[str, str | None] | None = None,
) -> Library:
    """Read files and folders into one library, in the order given; libraries among them are joined with what is read.

    A file is read by its suffix (and its first bytes), ``.txt``, ``.md``, ``.docx`` and ``.pdf`` as abstract pages; of a folder every
    readable file below it, in the order of their paths, hidden ones left out, and those of `leave_out` (an outline that lies
    beside the studies).
    `format` names one format for all of them ("page" for pages).
    `concepts` are files with concepts of your own, in the shape of ``litreview/concepts/*.toml``: pages are read by them, and so is
    whatever is made of the library, which keeps them in `Library.concepts`. A file with a fault in it is left out.
    `highlights` is the legend of what is marked in the full texts: ``{"yellow": "findings", "red": "gap", "core": "method"}``, by
    colour or tag. Without it a mark counts by the first word of its comment alone ("method: …").
    A study that stands in several files under one key, as in a library and the ``.bib`` made from it, is there once.

    What is wrong within a source is in `Library.problems`. Raises ReadError for a source that cannot be read at all (missing, no
    studies' format, broken beyond reading),
    UnknownName for an unknown `format` or meaning of a highlight, WrongType for what is neither a path nor a Library.

    >>> from litreview._resources import folder
    >>> library = load(folder("references"))
    >>> len(library), library.problems == load(folder("references")).problems, load(library) is library
    (5, True, True)
    """
    return Library.of(library_of(*given, format=format, leave_out=leave_out, concepts=concepts, highlights=highlights))


def loads(text: str | bytes, format: str | None = None) -> Library:
    """The studies in `text`: records in the format called `format` ("page" for abstract pages), or in the one it begins like.

    Bytes may be in any encoding that the format declares, else in UTF-8. What is wrong is in `Library.problems`. Raises ReadError for
    text that cannot be read at all, UnknownName for an unknown `format`.

    >>> page = "Kota Kembar dan Desa\\n\\nSri Wulandari\\n\\nAbstrak\\n\\nStudi ini bertujuan menjelaskan alasan dua kota bekerja sama."
    >>> loads("@book{lee, title = {Ports}}").keys(), loads(page).keys()
    (('lee',), ('wulandari-kota-nd',))
    """
    return Library.of(pasting.loads(text, format))
