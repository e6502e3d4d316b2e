"""The base of an edited file: in the file itself, in a part of its own or, where a program dropped that, in its properties."""

from __future__ import annotations

from lxml import etree

from litreview.merge.docx.base import Base, base_of
from litreview.writers.docx.package.manifest import NAMESPACE, unpacked
from litreview.writers.docx.package.safe_package import parts


def base_in(data: bytes, name: str) -> Base | None:
    """What was generated last, as the Word file `data` keeps it; None where it keeps nothing. Raises ReadError for what is no Word file."""
    blobs = parts(data, name)
    for part, blob in sorted(blobs.items()):
        if part.startswith("customXml/item") and NAMESPACE.encode() in blob and (base := base_of(blob)) is not None and base.blocks:
            return base
    properties = _properties(blobs.get("docProps/custom.xml", b""))
    packed = unpacked(properties)
    return base_of(packed) if packed else None


def _properties(blob: bytes) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(blob, parser) if blob else None
    except etree.XMLSyntaxError:
        return {}
    return {str(element.get("name")): "".join(element.itertext()) for element in root} if root is not None else {}
