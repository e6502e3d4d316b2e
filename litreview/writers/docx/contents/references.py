"""Tables and figures with other numbers, and cross references that say them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from litreview.document.nodes import Document, Figure, Inline, Reference, Table, Text
from litreview.document.walk import plain, rebuild_document


def numbered_anew(document: Document, numbers: Mapping[str, str]) -> Document:
    """The document in which the tables and figures with these keys have these numbers, and references to them say so."""
    names: dict[str, tuple[str, str]] = {}
    blocks = list(document.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Table | Figure) and block.key in numbers:
            number = numbers[block.key]
            names[block.key] = (f"{block.label} {block.number}", f"{block.label} {number}")
            blocks[place] = attrs.evolve(block, number=number)

    def named(node: Inline) -> Inline | None:
        if not isinstance(node, Reference) or node.key not in names:
            return None
        before, behind = names[node.key]
        words = plain(node.children)
        return Reference(node.key, (Text(words[: -len(before)] + behind),)) if words.endswith(before) and before != behind else None

    return rebuild_document(attrs.evolve(document, blocks=tuple(blocks)), named)
