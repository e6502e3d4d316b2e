"""Sources as the library that callers use."""

from __future__ import annotations

import os
from collections.abc import Iterable

from litreview.api.library import Library
from litreview.library import load as reading


def load(*paths: str | os.PathLike[str], format: str | None = None, leave_out: Iterable[str | os.PathLike[str]] = ()) -> Library:
    """Read files and folders into one library, in the order given.

    A file is read by its suffix (and its first bytes), ``.txt``, ``.md``, ``.docx`` and ``.pdf`` as abstract pages; of a folder every
    readable file below it, in the order of their paths, hidden ones left out, and those of `leave_out` (an outline that lies
    beside the studies).
    `format` names one format for all of them ("page" for pages).
    A study that stands in several files under one key, as in a library and the ``.bib`` made from it, is there once.

    What is wrong within a source is in `Library.problems`. Raises ReadError for a source that cannot be read at all (missing, no
    studies' format, broken beyond reading), UnknownName for an unknown `format`.

    >>> from litreview._resources import folder
    >>> library = load(folder("references"))
    >>> len(library), library.problems == load(folder("references")).problems
    (5, True)
    """
    return Library.of(reading.load(*paths, format=format, leave_out=leave_out))
