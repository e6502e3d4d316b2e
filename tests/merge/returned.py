"""What other programs make of a Word file that they open and give back, after files of theirs: what they drop and how they name the rest."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from tests.merge.edits import SPACE, W

KEPT = re.compile(r"Heading[1-6]|Title|Normal")
"""The styles that Google Docs has too."""


def google(data: bytes) -> bytes:
    """As Google Docs gives it back: text, tables, notes and comments; of styles the headings; no fields, no bookmarks and links of ours."""
    parts = _without_custom(data)
    for name in _stories(parts):
        root = etree.fromstring(parts[name])
        _flat_fields(root)
        _without(root, "bookmarkStart", "bookmarkEnd")
        for link in list(root.iter(f"{W}hyperlink")):
            _unwrapped(link)
        for style in list(root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
            if not KEPT.fullmatch(str(style.get(f"{W}val"))):
                style.getparent().remove(style)
        for run in list(root.iter(f"{W}r")):
            _halved(run)
        parts[name] = _written(root)
    sheet = etree.fromstring(parts["word/styles.xml"])
    for style in list(sheet.iter(f"{W}style")):
        if not KEPT.fullmatch(str(style.get(f"{W}styleId"))) and style.get(f"{W}default") is None:
            sheet.remove(style)
    parts["word/styles.xml"] = _written(sheet)
    parts.pop("docProps/app.xml", None)
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<(?:Override|Relationship) [^>]*app\.xml[^>]*/>", b"", parts[name])
    return _zipped(parts)


def wps(data: bytes) -> bytes:
    """As WPS Office gives it back: the styles have numbers for ids, and of custom parts and properties there are only its own."""
    parts = _without_custom(data)
    sheet = etree.fromstring(parts["word/styles.xml"])
    numbers = {str(style.get(f"{W}styleId")): str(number) for number, style in enumerate(sheet.iter(f"{W}style"), 1)}
    for name in ("word/styles.xml", "word/numbering.xml", *_stories(parts)):
        if name in parts:
            root = etree.fromstring(parts[name])
            for element in root.iter(*(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))):
                element.set(f"{W}val", numbers.get(str(element.get(f"{W}val")), "1"))
            for style in root.iter(f"{W}style"):
                style.set(f"{W}styleId", numbers[str(style.get(f"{W}styleId"))])
            parts[name] = _written(root)
    return _zipped(parts)


PROGRAMS: Mapping[str, Callable[[bytes], bytes]] = {"google": google, "wps": wps}


def _without_custom(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = [name for name in archive.namelist() if not name.startswith("customXml/") and name != "docProps/custom.xml"]
        parts = {name: archive.read(name) for name in kept}
    for name in parts:
        if name.endswith(".rels"):
            parts[name] = re.sub(rb"<Relationship [^>]*(customXml|custom-properties)[^>]*/>", b"", parts[name])
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*(customXml|custom\.xml)[^>]*/>", b"", parts["[Content_Types].xml"])
    return parts


def _stories(parts: Mapping[str, bytes]) -> list[str]:
    return [f"word/{name}.xml" for name in ("document", "footnotes", "comments") if f"word/{name}.xml" in parts]


def _flat_fields(root: Any) -> None:
    """Fields as the text that they show."""
    for simple in list(root.iter(f"{W}fldSimple")):
        _unwrapped(simple)
    for run in list(root.iter(f"{W}r")):
        if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
            run.getparent().remove(run)


def _without(root: Any, *names: str) -> None:
    for element in list(root.iter(*(f"{W}{name}" for name in names))):
        element.getparent().remove(element)


def _unwrapped(element: Any) -> None:
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def _halved(run: Any) -> None:
    """A run as two, each saying that it goes from left to right."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    etree.SubElement(properties, f"{W}rtl").set(f"{W}val", "0")
    text = run.find(f"{W}t")
    if text is None or len(run) != 2 or len(text.text or "") < 20:
        return
    half = len(text.text) // 2
    other = etree.fromstring(etree.tostring(run, with_tail=False))
    other.find(f"{W}t").text, text.text = text.text[half:], text.text[:half]
    for one in (text, other.find(f"{W}t")):
        one.set(SPACE, "preserve")
    run.addnext(other)


def _written(root: Any) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return out.getvalue()
