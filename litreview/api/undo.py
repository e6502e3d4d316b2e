"""The last change taken back."""

from __future__ import annotations

import os

from litreview.library.safe import undoing
from litreview.library.safe.undoing import Undone


def undo(where: str | os.PathLike[str] = ".") -> Undone:
    """Take back the last change that litreview made in the folder `where` (or from it), or of the file `where`.

    Such changes are those of sources and outlines by `add`, `rename_keys`, `fix`, `merge_duplicates`, `Library.save` and
    `OutlineFile.save`, and a draft that `Review.save` wrote over one that stood there, merged with it or not; the last twenty are kept. A
    further call takes back the one before. Files that the change had made are removed. Other outputs are not taken back: what they
    replace is kept as a copy beside them.
    Raises WriteError where there is no such change, and where a file of it was changed since: then nothing is changed.

    >>> import tempfile
    >>> page = "Kota Kembar dan Desa\\n\\nSri Wulandari\\n\\nAbstrak\\n\\nStudi ini bertujuan menjelaskan alasan dua kota bekerja sama."
    >>> import litreview
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = litreview.add(into=folder, text=page)
    ...     undo(folder).command, os.listdir(folder)
    ('add', [])
    """
    return undoing.undo(where)
