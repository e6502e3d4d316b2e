"""Entries that are no works: data for other entries (``@xdata``) and sets of entries. They stay in the file and give no study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litreview.formats.bibtex.blocks import Block
from litreview.formats.bibtex.raw_entry import Reading

NO_WORKS = frozenset(("xdata", "set"))


def works(blocks: Iterable[Block], reading: Reading) -> Iterator[Block]:
    """The entries that are works; each other one is told, with its whole text."""
    for block in blocks:
        if block.name.lower() in NO_WORKS:
            raw = block.raw or reading.text[block.start : block.end]
            reading.fault("bibtex-no-work", block, severity="info", type=block.name.lower(), raw=raw)
        else:
            yield block
