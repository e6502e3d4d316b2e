"""Numbers of headings and tables, and the words of the cross references to tables, once the order of the chapter is settled."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.document.nodes import Block, Document, Heading, Inline, Reference, Table, Text
from litreview.document.walk import rebuild_document


def number_headings(blocks: Sequence[Block], chapter: int) -> tuple[Block, ...]:
    """Number the headings of level 2 ("2.1") and 3 ("2.1.1") in their order, from 1 in each chapter and section."""
    numbered: list[Block] = []
    section = part = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            section, part = section + 1, 0
            block = attrs.evolve(block, number=f"{chapter}.{section}")
        elif isinstance(block, Heading) and block.level == 3:
            part += 1
            block = attrs.evolve(block, number=f"{chapter}.{section}.{part}")
        numbered.append(block)
    return tuple(numbered)


def number_tables(blocks: Sequence[Block], chapter: int) -> tuple[Block, ...]:
    """Number the tables among `blocks` in their order ("2.1", "2.2" …) and print label and number in every reference to one.

    A reference that has words already keeps them.
    """
    numbered: list[Block] = []
    labels: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Table):
            block = attrs.evolve(block, number=f"{chapter}.{len(labels) + 1}")
            labels[block.key] = f"{block.label} {block.number}"
        numbered.append(block)

    def name(node: Inline) -> Inline | None:
        if isinstance(node, Reference) and not node.children and node.key in labels:
            return Reference(node.key, (Text(labels[node.key]),))
        return None

    return rebuild_document(Document("", "", tuple(numbered)), name).blocks
