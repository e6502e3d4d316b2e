"""Copies of what is to be replaced: numbered, beside it, the last five of them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from litreview.library.safe.state import remembered

MOST = 5
"""So many copies of one file are kept."""

_COPY = re.compile(r".+\.bak[1-9]\d{0,8}(?:\.[^.]*)?", re.DOTALL)


def copy_place(place: Path, data: bytes) -> Path:
    """Where a copy of `place`, which holds `data`, is: one that is there already and says the same, else the next free name.

    >>> copy_place(Path("nowhere/bab2.docx"), b"").name
    'bab2.bak1.docx'
    """
    copies = dict(_copies(place))
    for copy in copies.values():
        if copy.stat().st_size == len(data) and copy.read_bytes() == data:
            return copy
    return place.with_name(f"{place.stem}.bak{max(copies, default=0) + 1}{place.suffix}")


def outlived(place: Path) -> tuple[Path, ...]:
    """The copies of `place` before the last five, as far as litreview made them and nobody has changed them since."""
    copies = sorted(_copies(place))[:-MOST]
    return tuple(copy for _, copy in copies if remembered(copy) == hashlib.sha256(copy.read_bytes()).hexdigest())


def is_copy(name: str) -> bool:
    """Whether a file is called as copies are.

    >>> [is_copy(name) for name in ("bab2.bak1.docx", "library.bak12.bib", "bab2.docx", "bak1.docx", "bab2.bakmi.docx")]
    [True, True, False, False, False]
    """
    return _COPY.fullmatch(name) is not None


def _copies(place: Path) -> Iterator[tuple[int, Path]]:
    """The copies of `place` that are there, with their numbers."""
    pattern = re.compile(re.escape(place.stem) + r"\.bak([1-9]\d{0,8})" + re.escape(place.suffix))
    if not place.parent.is_dir():
        return
    for entry in os.scandir(place.parent):
        match = pattern.fullmatch(entry.name)
        if match is not None and entry.is_file():
            yield int(match[1]), Path(entry.path)
