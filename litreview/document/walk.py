"""Going through a document tree: the text of inlines, every citation in order, and rebuilding with some nodes replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from litreview.document.nodes import (
    Block,
    Cell,
    Cite,
    Document,
    Entry,
    Figure,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Quoted,
    References,
    Table,
    Text,
)  # fmt: skip


def plain(inlines: Iterable[Inline]) -> str:
    """The characters a reader sees, without any marks.

    >>> plain((Text("a "), Quoted((Text("b"),))))
    'a “b”'
    """
    told: list[str] = []
    _gather(inlines, told)
    return "".join(told)


def _gather(inlines: Iterable[Inline], told: list[str]) -> None:
    for node in inlines:
        if isinstance(node, Text):
            told.append(node.text)
        elif isinstance(node, Quoted):
            told.append(node.open)
            _gather(node.children, told)
            told.append(node.close)
        else:
            _gather(node.children, told)


def rebuild(inlines: Inlines, change: Callable[[Inline], Inline | None]) -> Inlines:
    """The same inlines with every node for which `change` gives another node replaced by it (its inside is not visited again)."""
    done: list[Inline] = []
    for node in inlines:
        new = change(node)
        if new is not None:
            done.append(new)
        elif isinstance(node, Text):
            done.append(node)
        else:
            done.append(attrs.evolve(node, children=rebuild(node.children, change)))
    return tuple(done)


def rebuild_document(document: Document, change: Callable[[Inline], Inline | None]) -> Document:
    """The same document with inlines changed as by `rebuild`, in reading order (the bibliography is left alone)."""
    return map_inlines(document, lambda inlines: rebuild(inlines, change))


def map_inlines(document: Document, change: Callable[[Inlines], Inlines]) -> Document:
    """The same document with every run of inlines replaced by what `change` makes of it, in reading order (not the bibliography)."""
    return attrs.evolve(document, blocks=tuple(_map_block(block, change) for block in document.blocks))


def _map_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    if isinstance(block, Heading | Paragraph):
        return attrs.evolve(block, children=change(block.children))
    if isinstance(block, ListBlock):
        return attrs.evolve(block, items=tuple(change(item) for item in block.items))
    if isinstance(block, Figure):
        return attrs.evolve(block, caption=change(block.caption))
    if isinstance(block, Table):
        caption = change(block.caption)
        header = tuple(_map_cell(cell, change) for cell in block.header)
        rows = tuple(tuple(_map_cell(cell, change) for cell in row) for row in block.rows)
        return attrs.evolve(block, caption=caption, header=header, rows=rows)
    return block


def _map_cell(cell: Cell, change: Callable[[Inlines], Inlines]) -> Cell:
    return Cell(tuple(change(paragraph) for paragraph in cell.paragraphs))


def merge(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring texts and drop empty ones.

    >>> merge((Text("a"), Text(""), Text("b")))
    (Text(text='ab'),)
    """
    joined: list[Inline] = []
    for node in inlines:
        if isinstance(node, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + node.text)
        elif not isinstance(node, Text) or node.text:
            joined.append(node)
    return tuple(joined)


def block_inlines(block: Block) -> Iterator[Inlines]:
    """Every run of inlines in a block, in reading order."""
    if isinstance(block, Heading | Paragraph):
        yield block.children
    elif isinstance(block, ListBlock):
        yield from block.items
    elif isinstance(block, Figure):
        yield block.caption
    elif isinstance(block, Table):
        yield block.caption
        for row in (block.header, *block.rows):
            for cell in row:
                yield from cell.paragraphs
    elif isinstance(block, References):
        for entry in block.entries:
            yield entry_inlines(entry)


def entry_inlines(entry: Entry) -> Inlines:
    """All inlines of a bibliography entry, the first field included."""
    return (*entry.margin, *entry.children)


def nodes(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every node, outermost first, in reading order."""
    for node in inlines:
        yield node
        if not isinstance(node, Text):
            yield from nodes(node.children)


def cites(document: Document) -> Iterator[Cite]:
    """Every citation of the document, in reading order."""
    for block in document.blocks:
        for inlines in block_inlines(block):
            for node in nodes(inlines):
                if isinstance(node, Cite):
                    yield node
