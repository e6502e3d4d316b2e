"""What a file carries beside its text: custom properties (names and texts) and custom XML parts (data with a namespace)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from litreview.writers.docx.package.xml import DECLARATION, escape, value

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES = f"{_OFFICE}/custom-properties"
_TYPES = f"{_OFFICE}/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def add_properties(document: WordDocument, properties: Iterable[tuple[str, str]]) -> None:
    """Set custom properties; one that is there already under the same name is replaced, all others stay."""
    wanted = dict(properties)
    if not wanted:
        return
    package = document.part.package
    related = [rel for rel in package.rels.values() if rel.reltype == f"{_OFFICE}/relationships/custom-properties"]
    kept = [] if not related else [e for e in _parsed(related[0].target_part.blob) if e.get("name") not in wanted]
    used = [int(str(element.get("pid"))) for element in kept if str(element.get("pid")).isdigit()]
    first = max([1, *used]) + 1
    new = (
        f'<property fmtid="{_FORMAT}" pid="{first + n}" name="{value(name)}"><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for n, (name, text) in enumerate(wanted.items())
    )
    old = "".join(etree.tostring(element, encoding="unicode", with_tail=False) for element in kept)
    blob = f'{DECLARATION}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{old}{"".join(new)}</Properties>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = Part(PackURI(str(related[0].target_part.partname) if related else "/docProps/custom.xml"), kind, blob, package)
    if related:
        package.rels[related[0].rId]._target = part
    else:
        package.rels.add_relationship(f"{_OFFICE}/relationships/custom-properties", part, "customProperties")


def remove_properties(document: WordDocument, beginnings: tuple[str, ...]) -> None:
    """Take out the custom properties whose names begin with one of these."""
    for relation in document.part.package.rels.values():
        if relation.reltype == f"{_OFFICE}/relationships/custom-properties":
            root = _parsed(relation.target_part.blob)
            if root is not None:
                for element in [e for e in root if str(e.get("name")).startswith(beginnings)]:
                    root.remove(element)
                old = relation.target_part
                blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
                relation._target = Part(old.partname, old.content_type, blob, old.package)


def custom_properties(document: WordDocument) -> dict[str, str]:
    """The custom properties of a file that are texts."""
    related = [r for r in document.part.package.rels.values() if r.reltype == f"{_OFFICE}/relationships/custom-properties"]
    root = _parsed(related[0].target_part.blob) if related else None
    return {str(e.get("name")): "".join(e.itertext()) for e in root} if root is not None else {}


def data_of(document: WordDocument, namespace: str) -> Any:
    """The root of the custom XML part with this namespace, or None."""
    for relation in document.part.rels.values():
        if relation.reltype == f"{_OFFICE}/relationships/customXml" and not relation.is_external:
            root = _parsed(relation.target_part.blob)
            if root is not None and etree.QName(root).namespace == namespace:
                return root
    return None


def add_data(document: WordDocument, namespace: str, blob: bytes) -> None:
    """Put a custom XML part with this namespace into the file; one of the same namespace is replaced."""
    main = document.part
    for relation in [rel for rel in main.rels.values() if rel.reltype == f"{_OFFICE}/relationships/customXml"]:
        root = _parsed(relation.target_part.blob)
        if root is not None and etree.QName(root).namespace == namespace:
            main.rels.pop(relation.rId)
    package = main.package
    name = package.next_partname("/customXml/item%d.xml")
    number = str(name).removeprefix("/customXml/item").removesuffix(".xml")
    store = str(uuid.uuid5(uuid.NAMESPACE_URL, namespace)).upper()
    about = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{{{store}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{value(namespace)}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    item = Part(name, "application/xml", blob, package)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item.rels.add_relationship(
        f"{_OFFICE}/relationships/customXmlProps", Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, about.encode(), package), "rId1"
    )
    main.rels.add_relationship(f"{_OFFICE}/relationships/customXml", item, f"data{number}")


def _parsed(blob: bytes) -> Any:
    try:
        return parse_xml(blob)
    except etree.XMLSyntaxError:
        return None
