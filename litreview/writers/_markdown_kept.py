"""What was generated, kept in a Markdown file itself: a comment at its end that no reader sees, packed.

It is the part that a Word file keeps (`litreview.writers.docx.package.manifest`): blocks with their units, and the citations with what
they showed. Texts are Markdown without its escapes, with tokens for citations and cross references.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from litreview.document.nodes import (
    Block,
    Cite,
    Document,
    Entry,
    Figure,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Reference,
    References,
    Table,
)
from litreview.document.nodes import Text as TextNode
from litreview.document.walk import block_inlines, nodes, plain, rebuild
from litreview.writers._anchors import token
from litreview.writers.docx.package import manifest
from litreview.writers.docx.package.units import parted

_COMMENT = re.compile(r"\n?<!-- litreview kept\n([A-Za-z0-9+/=\n]+)\n-->\n?")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_WIDTH = 120
_LARGEST = 20_000_000
REFERENCE = "REF "
"""What the code of a cross reference begins with."""

Text = Callable[[Inlines], str]


def bare(markdown: str) -> str:
    r"""Markdown without its escapes.

    >>> bare(r"2019\. a\_b")
    '2019. a_b'
    """
    return _ESCAPED.sub(r"\1", markdown)


def token_of(node: Inline) -> str:
    """The token of a citation, cross reference or note; the works of a citation in the order of their keys, as styles sort them."""
    if isinstance(node, Cite):
        node = attrs.evolve(node, items=tuple(sorted(node.items, key=lambda item: (item.key, item.locator or ""))))
    return manifest.signed_node(node)


def comment(part: bytes) -> str:
    """The comment that holds a part."""
    packed = base64.b64encode(zlib.compress(part, 9)).decode("ascii")
    lines = [packed[at : at + _WIDTH] for at in range(0, len(packed), _WIDTH)]
    return "<!-- litreview kept\n" + "\n".join(lines) + "\n-->\n"


def taken_out(text: str) -> tuple[str, bytes | None]:
    """A file without the comment, and the part that it holds; None where it has none that is whole."""
    found = _COMMENT.search(text)
    if found is None:
        return text, None
    try:
        part = zlib.decompressobj().decompress(base64.b64decode(found[1].replace("\n", ""), validate=True), _LARGEST)
    except (ValueError, zlib.error):
        part = b""
    return _COMMENT.sub("\n", text), part or None


def kept_part(document: Document, text: Text, shown: Text, entry: Callable[[Entry], str], remembered: Iterable[tuple[str, str]]) -> bytes:
    """The part for a document: `text` writes inlines with tokens, `shown` as they are read; `entry` writes one of the bibliography."""
    blocks = [made for block in document.blocks for made in _blocks(block, text, entry)]
    return manifest.manifest_part(blocks, (), marked(document, shown), remembered)


def marked(document: Document, shown: Text) -> list[manifest.Marked]:
    """The citations and cross references of a document with what they show."""
    marks: dict[tuple[str, str], manifest.Marked] = {}
    for block in document.blocks:
        if isinstance(block, References):
            continue
        for node in (node for run in block_inlines(block) for node in nodes(run)):
            if isinstance(node, Cite) and node.items:
                notes = [inner for inner in nodes(node.children) if isinstance(inner, Note)]
                words = shown(rebuild(node.children, _no_note) if notes else (node,))
                words += manifest.NOTE + shown(notes[0].children).strip() if notes else ""
                code = manifest.cite_code(node)
            elif isinstance(node, Reference):
                code, words = REFERENCE + node.key, shown(node.children)
            else:
                continue
            marks.setdefault((code, words), manifest.Marked(f"c{len(marks) + 1}", code, words))
    return list(marks.values())


def _no_note(node: Inline) -> Inline | None:
    return TextNode("") if isinstance(node, Note) else None


def _blocks(block: Block, text: Text, written: Callable[[Entry], str]) -> Iterator[manifest.Block]:
    for key, kind, inlines in _texts(block):
        whole = " ".join(bare(text(inlines)).split())
        units = [(slot, " ".join(bare(text(words)).split())) for slot, words in parted(key, inlines, kind)]
        yield manifest.Block(key, token(key), whole, manifest.placed(whole, units), kind)
    if isinstance(block, Table):
        rows = [("header", block.header), *((f"row/{key}", row) for key, row in zip(row_keys(block), block.rows, strict=True))]
        for key, cells in rows:
            name = f"{block.key}/{key}"
            texts = [" <br> ".join(bare(text(paragraph)).strip() for paragraph in cell.paragraphs) for cell in cells]
            units = [(f"{name}/{column}", words) for column, words in zip(column_keys(block), texts, strict=False)]
            whole = " | ".join(texts)
            yield manifest.Block(name, token(name), whole, manifest.placed(whole, units), "row")
    elif isinstance(block, References):
        for entry in block.entries:
            name = f"references/{entry.key}"
            yield manifest.Block(name, token(name), " ".join(bare(written(entry)).split()), (), "entry")


def row_keys(table: Table) -> Sequence[str]:
    """What the rows are about, else their numbers."""
    return table.row_keys if len(table.row_keys) == len(table.rows) else [str(n) for n in range(len(table.rows))]


def column_keys(table: Table) -> Sequence[str]:
    """What the columns are about, else their numbers."""
    return table.column_keys if len(table.column_keys) == len(table.header) else [str(n) for n in range(len(table.header))]


def _texts(block: Block) -> Iterator[tuple[str, str, Inlines]]:
    if isinstance(block, Heading):
        yield block.key, "heading", block.children
    elif isinstance(block, Paragraph):
        yield block.key, "text", block.children
    elif isinstance(block, ListBlock):
        keys = block.keys if len(block.keys) == len(block.items) else [token(plain(item), 10) for item in block.items]
        for key, item in zip(keys, block.items, strict=True):
            yield f"{block.key}/{key}", "item", item
    elif isinstance(block, Table | Figure):
        yield f"{block.key}/caption", "caption", block.caption
