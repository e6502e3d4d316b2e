"""The base of an edited file: in the file itself, in a part of its own or, where a program dropped that, in its properties."""

from __future__ import annotations

import re

from lxml import etree

from litreview.audit.chapters.docx.package import W
from litreview.merge.docx.base import Base, base_of
from litreview.merge.texts import folded
from litreview.writers.docx.package.manifest import NAMESPACE, unpacked
from litreview.writers.docx.package.safe_package import parts

_TOKEN = re.compile(r"⟦[^⟦⟧]*⟧| \\| ")
_KEPT = ("customXml/item", "docProps/custom.xml")
"""Where a file keeps what was generated."""
_LONG = 20
"""Characters from which on words tell where a text comes from."""
_SHARE = 0.4


def base_in(data: bytes, name: str) -> Base | None:
    """What was generated last, as the Word file `data` keeps it; None where it keeps nothing. Raises ReadError for what is no Word file."""
    blobs = parts(data, name, _KEPT)
    for part, blob in sorted(blobs.items()):
        if part.startswith("customXml/item") and NAMESPACE.encode() in blob and (base := base_of(blob)) is not None and base.blocks:
            return base
    properties = _properties(blobs.get("docProps/custom.xml", b""))
    packed = unpacked(properties)
    return base_of(packed) if packed else None


def part_in(data: bytes, name: str) -> bytes | None:
    """The part of the Word file `data` that says what was generated last, as it stands there. Raises ReadError for what is no Word file."""
    for part, blob in sorted(parts(data, name, _KEPT).items()):
        if part.startswith("customXml/item") and NAMESPACE.encode() in blob:
            return blob
    return None


def is_of(data: bytes, name: str, base: Base) -> bool:
    """Whether a Word file that keeps nothing was made from a base: a good part of its words stands there. Raises ReadError."""
    text = folded(" ".join(_text(parts(data, name, ("word/document.xml",)).get("word/document.xml", b"")).split()))
    pieces = [piece for block in base.blocks for piece in _TOKEN.split(folded(block.text)) if len(piece.strip()) >= _LONG]
    return bool(pieces) and sum(piece.strip() in text for piece in pieces) >= _SHARE * len(pieces)


def _text(blob: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(blob, parser)
    except etree.XMLSyntaxError:
        return ""
    return "".join((t.text or "") if t.tag == f"{W}t" else " " for t in root.iter(f"{W}t", f"{W}p"))


def _properties(blob: bytes) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(blob, parser) if blob else None
    except etree.XMLSyntaxError:
        return {}
    return {str(element.get("name")): "".join(element.itertext()) for element in root} if root is not None else {}
