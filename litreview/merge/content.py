"""What is generated now, unit by unit: the inlines behind each slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from litreview.document.nodes import Block, Document, Figure, Heading, Inlines, ListBlock, Note, Paragraph, Table, Text
from litreview.document.walk import plain, rebuild
from litreview.merge.plan import NewBlock
from litreview.writers._anchors import token
from litreview.writers.docx.package.manifest import signed
from litreview.writers.docx.package.units import parted


@attrs.frozen(slots=False)
class Content:
    """A document as units. Blocks of a list are its items, of a table its caption."""

    document: Document

    @cached_property
    def blocks(self) -> tuple[NewBlock, ...]:
        """The blocks that have words of their own outside tables and the bibliography, in order."""
        return tuple(new for block in self.document.blocks for new in self._new(block))

    @cached_property
    def inlines(self) -> Mapping[str, Inlines]:
        """What each slot holds."""
        return {slot: inlines for key, kind, texts in self._texts() for slot, inlines in parted(key, texts, kind)}

    @cached_property
    def home(self) -> Mapping[str, Block]:
        """The block of the document behind each key of `blocks`."""
        return {key: block for block in self.document.blocks for key, _, _ in _texts(block)}

    def _texts(self) -> Iterator[tuple[str, str, Inlines]]:
        for block in self.document.blocks:
            yield from _texts(block)

    def _new(self, block: Block) -> Iterator[NewBlock]:
        for key, kind, inlines in _texts(block):
            yield NewBlock(key, kind, tuple((slot, signed(words)) for slot, words in parted(key, inlines, kind)))


def _texts(block: Block) -> Iterator[tuple[str, str, Inlines]]:
    if isinstance(block, Heading):
        yield block.key, "heading", block.children
    elif isinstance(block, Paragraph):
        yield block.key, "text", block.children
    elif isinstance(block, ListBlock):
        for key, item in zip(item_keys(block), block.items, strict=True):
            yield key, "item", item
    elif isinstance(block, Table | Figure):
        yield f"{block.key}/caption", "caption", block.caption


def keys_of(block: Block) -> list[str]:
    """The keys of the units of a block that stand in lines of their own."""
    if isinstance(block, ListBlock):
        return list(item_keys(block))
    if isinstance(block, Table):
        return [f"{block.key}/caption", f"{block.key}/table"]
    if isinstance(block, Figure):
        return [f"{block.key}/caption"]
    return [block.key] if isinstance(block, Heading | Paragraph) else []


def item_keys(block: ListBlock) -> Sequence[str]:
    """The keys under which the items of a list are kept."""
    keys = block.keys if len(block.keys) == len(block.items) else [token(plain(item), 10) for item in block.items]
    return [f"{block.key}/{key}" for key in keys]


def readable(inlines: Inlines) -> str:
    """Inlines as a reader sees them in the text, without footnotes."""
    return " ".join(plain(rebuild(inlines, lambda node: Text("") if isinstance(node, Note) else None)).split())
