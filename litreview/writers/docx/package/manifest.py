"""What was generated, kept in the file itself, so that a later run can tell the writer's edits from its own text.

A custom XML part names each generated block: its key, its hidden bookmark, and its text. In that text a citation is a token
``⟦key|locator|prefix|suffix;…⟧`` and a cross reference ``⟦REF key⟧``, so that another citation style, or a refresh by a citation
manager, is no edit. Below a block stand its units, the stretches of its text that are edited and made anew each for itself: a sentence,
a cell, each with its slot. Each citation is kept too, under the name of its bookmark: what it cites, and what it showed; and whatever
the maker of the document wants to know again (`Options.kept`).

The custom property "litreview" holds the SHA-256 of that part; programs that drop custom XML keep properties, so these hold the whole
part once more, packed and cut into pieces.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from litreview.document.nodes import Cite, Inline, Inlines, Note, Quoted, Reference, Text
from litreview.document.walk import plain
from litreview.writers._anchors import token
from litreview.writers._characters import clean
from litreview.writers.docx.package.xml import DECLARATION, escape, value

NAMESPACE = "urn:litreview:draft:1"
"""The namespace of the part."""
PROPERTY = "litreview"
"""The custom property with the part's SHA-256."""
PACKED = "litreview_kept"
"""The custom properties with the part itself, in pieces: this name, an underscore and a number from 1."""
NOTE = "‖"
"""What parts the words of a citation from those in its footnote."""
_PIECE = 250
_LARGEST = 20_000_000
"""Bytes that a packed part may have unpacked."""


@attrs.frozen
class Unit:
    """A stretch of a block's text (code points, end exclusive) that is edited and made anew for itself."""

    slot: str
    start: int
    end: int


@attrs.frozen
class Block:
    """One generated paragraph, heading, caption, row, item or entry."""

    key: str
    name: str
    text: str
    units: tuple[Unit, ...] = ()
    kind: str = "text"
    """What it is: "text", "heading", "caption", "item", "row", "entry" or "figure"."""


@attrs.frozen
class Marked:
    """One citation as it was written: the name of its bookmark, what it cites (`code`), and what it showed."""

    name: str
    code: str
    shown: str


def signed(inlines: Inlines) -> str:
    """The text of inlines with tokens for what programs may rewrite; white space evened out.

    >>> from litreview.document.nodes import CiteItem
    >>> signed((Text("Seen  by "), Cite((CiteItem("lee2019", "4"),), children=(Text("Lee (2019)"),))))
    'Seen by ⟦lee2019|4||⟧'
    """
    return " ".join("".join(signed_node(node) for node in inlines).split())


def signed_node(node: Inline) -> str:
    """The same of one node, white space as it is."""
    if isinstance(node, Text):
        return clean(node.text)
    if isinstance(node, Cite):
        return "⟦" + ";".join(f"{i.key}|{i.locator or ''}|{i.prefix or ''}|{i.suffix or ''}" for i in node.items) + "⟧"
    if isinstance(node, Reference):
        return f"⟦REF {node.key}⟧"
    inner = "".join(signed_node(child) for child in node.children)
    if isinstance(node, Note):
        return f"⟦NOTE {inner}⟧"
    return f"{clean(node.open)}{inner}{clean(node.close)}" if isinstance(node, Quoted) else inner


def placed(text: str, units: Iterable[tuple[str, str]]) -> tuple[Unit, ...]:
    """The units with their places in the text of the block, in which they stand in this order."""
    found: list[Unit] = []
    at = 0
    for slot, words in units:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Unit(slot, start, at))
    return tuple(found)


def cite_code(cite: Cite) -> str:
    """What a citation cites, as JSON: how, what leads it in, and of each work key, place, label, prefix and suffix.

    >>> from litreview.document.nodes import CiteItem
    >>> cite_code(Cite((CiteItem("lee2019", "4"),), "narrative"))
    '["narrative",null,["lee2019","4"]]'
    """
    items: list[Any] = []
    for item in cite.items:
        values = [item.key, item.locator, item.label, item.prefix, item.suffix]
        while values[-1] is None:
            values.pop()
        items.append(values)
    return json.dumps([cite.mode, cite.lead, *items], ensure_ascii=False, separators=(",", ":"))


def shown_text(inlines: Inlines) -> str:
    """What a citation shows: its words in the text, then behind `NOTE` what stands in its footnote."""
    notes = [node for node in inlines if isinstance(node, Note)]
    text = plain(tuple(node for node in inlines if not isinstance(node, Note)))
    return clean(text + (NOTE + plain(tuple(notes)) if notes else ""))


def cite_name(code: str, number: int) -> str:
    """The hidden bookmark of the `number`-th citation with this code."""
    return f"_lrc_{token(code, 10)}_{number}"


def manifest_part(
    blocks: Iterable[Block], earlier: Iterable[Block] = (), cites: Iterable[Marked] = (), kept: Iterable[tuple[str, str]] = ()
) -> bytes:
    """The whole part; `earlier` blocks, of another chapter in the same file, stay as far as they are not made anew."""
    made = {block.name: block for block in blocks}
    listed = [*(block for block in earlier if block.name not in made), *made.values()]
    elements = "".join(
        f'<block key="{value(b.key)}" name="{value(b.name)}"{_kind(b)}>{escape(b.text)}'
        + "".join(f'<unit slot="{value(u.slot)}" start="{u.start}" end="{u.end}"/>' for u in b.units)
        + "</block>"
        for b in listed
    )
    marks = "".join(f'<cite name="{value(c.name)}" shown="{value(c.shown)}">{escape(c.code)}</cite>' for c in cites)
    remembered = "".join(f'<kept name="{value(name)}">{escape(text)}</kept>' for name, text in kept)
    return f'{DECLARATION}<draft xmlns="{NAMESPACE}">{elements}{marks}{remembered}</draft>'.encode()


def _kind(block: Block) -> str:
    return "" if block.kind == "text" else f' kind="{value(block.kind)}"'


def digest(part: bytes) -> str:
    """What the custom property says of the part."""
    return hashlib.sha256(part).hexdigest()


def properties(part: bytes) -> list[tuple[str, str]]:
    """The custom properties that go with the part: its digest, and itself in pieces."""
    text = base64.b64encode(zlib.compress(part, 9)).decode("ascii")
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    return [(PROPERTY, digest(part)), *((f"{PACKED}_{n}", piece) for n, piece in enumerate(pieces, 1))]


def unpacked(found: Mapping[str, str]) -> bytes | None:
    """The part that custom properties hold, or None where they hold none that is whole."""
    pieces: list[str] = []
    while (piece := found.get(f"{PACKED}_{len(pieces) + 1}")) is not None:
        pieces.append(piece)
    try:
        reader = zlib.decompressobj()
        part = reader.decompress(base64.b64decode("".join(pieces), validate=True), _LARGEST)
    except (ValueError, zlib.error):
        return None
    return part if part and digest(part) == found.get(PROPERTY) else None
