"""What was generated, kept in the file itself, so that a later run can tell the writer's edits from its own text.

A custom XML part names each generated block: its key, its hidden bookmark, and its text. In that text a citation is a token
``⟦key|locator|prefix|suffix;…⟧`` and a cross reference ``⟦REF key⟧``, so that another citation style, or a refresh by a citation
manager, is no edit. The custom property "litreview" holds the SHA-256 of that part, which survives where custom XML is dropped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import attrs

from litreview.document.nodes import Cite, Inline, Inlines, Note, Quoted, Reference, Text
from litreview.writers._characters import clean
from litreview.writers.docx.package.xml import DECLARATION, escape, value

NAMESPACE = "urn:litreview:draft:1"
"""The namespace of the part."""
PROPERTY = "litreview"
"""The custom property with the part's SHA-256."""


@attrs.frozen
class Block:
    """One generated paragraph, heading, caption, row, item or entry."""

    key: str
    name: str
    text: str


def signed(inlines: Inlines) -> str:
    """The text of inlines with tokens for what programs may rewrite; white space evened out.

    >>> from litreview.document.nodes import CiteItem
    >>> signed((Text("Seen  by "), Cite((CiteItem("lee2019", "4"),), children=(Text("Lee (2019)"),))))
    'Seen by ⟦lee2019|4||⟧'
    """
    return " ".join("".join(_signed(node) for node in inlines).split())


def _signed(node: Inline) -> str:
    if isinstance(node, Text):
        return clean(node.text)
    if isinstance(node, Cite):
        return "⟦" + ";".join(f"{i.key}|{i.locator or ''}|{i.prefix or ''}|{i.suffix or ''}" for i in node.items) + "⟧"
    if isinstance(node, Reference):
        return f"⟦REF {node.key}⟧"
    inner = "".join(_signed(child) for child in node.children)
    if isinstance(node, Note):
        return f"⟦NOTE {inner}⟧"
    return f"{clean(node.open)}{inner}{clean(node.close)}" if isinstance(node, Quoted) else inner


def manifest_part(blocks: Iterable[Block], earlier: Iterable[Block] = ()) -> bytes:
    """The whole part; `earlier` blocks, of another chapter in the same file, stay as far as they are not made anew."""
    made = {block.name: block for block in blocks}
    kept = [*(block for block in earlier if block.name not in made), *made.values()]
    elements = "".join(f'<block key="{value(b.key)}" name="{value(b.name)}">{escape(b.text)}</block>' for b in kept)
    return f'{DECLARATION}<draft xmlns="{NAMESPACE}">{elements}</draft>'.encode()


def digest(part: bytes) -> str:
    """What the custom property says of the part."""
    return hashlib.sha256(part).hexdigest()
