"""``zotero:…`` among the sources, and where the library lies."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence

import attrs

from litreview.zotero.selection import selection

_SOURCES = ("sources", "draft_sources", "what")
"""The arguments that may name a part of a library of Zotero."""


def placed(sources: Sequence[str], data: str | os.PathLike[str] | None) -> list[str]:
    """The sources; what is asked of Zotero, and says not yet where, is in the folder `data`."""
    return [_placed(source, data) for source in sources]


def place_all(arguments: Namespace) -> None:
    """The same for all sources of a command, by its option ``--zotero``."""
    data = getattr(arguments, "zotero", None)
    for name in _SOURCES:
        if data is not None and getattr(arguments, name, None):
            setattr(arguments, name, placed(getattr(arguments, name), data))


def _placed(source: str, data: str | os.PathLike[str] | None) -> str:
    asked = selection(source)
    # Whatever takes a path takes this too: it is one, by os.PathLike.
    return attrs.evolve(asked, data=data) if asked is not None and asked.data is None and data is not None else source  # type: ignore[return-value]
