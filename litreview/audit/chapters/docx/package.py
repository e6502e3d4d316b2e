"""What a Word file carries besides its text: styles, properties, the works cited, what was generated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from lxml import etree

from litreview.audit.chapters.docx import LEDGER
from litreview.audit.chapters.text import tokens
from litreview.document.works import Json, Works, frozen_item
from litreview.writers._anchors import slug
from litreview.writers.docx.citations.word import tags
from litreview.writers.docx.package.safe_package import parts, unzipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MANIFEST = "urn:litreview:draft:1"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"


@attrs.frozen
class Style:
    """A paragraph style: its name in small letters and its outline level (0 is a chapter), own or inherited."""

    name: str
    level: int | None


@attrs.frozen
class Package:
    """A Word file taken apart."""

    body: Any
    notes: Mapping[str, Any]
    styles: Mapping[str, Style]
    properties: Mapping[str, str]
    blocks: tuple[tuple[str, str, str], ...]
    ledger: str | None
    language: str | None
    sources: Works = ()
    """Word's own sources by their tags."""

    def keys(self, known: Iterable[str]) -> dict[str, str]:
        """The names of bookmarks and tags by which the file calls the works `known`: name to key."""
        generated = [key.partition("/")[2] for key, _, _ in self.blocks if key.startswith("references/")]
        cited = [key for _, _, text in self.blocks for key in tokens(text)]
        every = list(dict.fromkeys([*generated, *cited, *known]))
        names = {slug(key).casefold(): key for key in every}
        return {**names, **{tag.casefold(): key for key, tag in tags(every).items()}}


def opened(data: bytes, name: str, sound: bool = False) -> Package:
    """Take a file apart, one that has been checked before if it is `sound`. Raises ReadError for what cannot be read at all."""
    blobs = unzipped(data, name) if sound else parts(data, name)
    main = _main(blobs)
    folder = main.rsplit("/", 1)[0] if "/" in main else ""
    xml = {part: blob for part, blob in blobs.items() if part.endswith(".xml")}
    custom = [root for part, blob in sorted(xml.items()) if part.startswith("customXml/item") and (root := _root(blob)) is not None]
    manifest = next((root for root in custom if etree.QName(root).namespace == MANIFEST), None)
    ledger = next((root for root in custom if etree.QName(root).namespace == LEDGER), None)
    sheet = _root(xml.get(f"{folder}/styles.xml", b""))
    body = _root(blobs[main])
    return Package(
        body=body.find(f"{W}body") if body is not None else None,
        notes=_notes(xml, folder),
        styles=_styles(sheet),
        properties=_properties(xml.get("docProps/custom.xml", b"")),
        blocks=tuple((str(b.get("key")), str(b.get("name")).casefold(), b.text or "") for b in manifest if b.get("key"))
        if manifest is not None
        else (),
        ledger="".join(ledger.itertext()) if ledger is not None else None,
        language=_language(sheet),
        sources=tuple(source for root in custom if etree.QName(root).localname == "Sources" for source in _sources(root)),
    )


def _main(blobs: Mapping[str, bytes]) -> str:
    """The name of the main part."""
    relations = _root(blobs.get("_rels/.rels", b""))
    if relations is not None:
        for relation in relations:
            target = str(relation.get("Target") or "").removeprefix("/")
            if str(relation.get("Type") or "").endswith("/officeDocument") and target in blobs:
                return target
    return "word/document.xml" if "word/document.xml" in blobs else next(part for part in blobs if part.endswith("document.xml"))


def _root(blob: bytes) -> Any:
    if not blob:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError:
        return None


def _notes(xml: Mapping[str, bytes], folder: str) -> dict[str, Any]:
    notes: dict[str, Any] = {}
    for kind in ("footnote", "endnote"):
        root = _root(xml.get(f"{folder}/{kind}s.xml", b""))
        for note in root if root is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                notes[f"{kind}/{note.get(f'{W}id')}"] = note
    return notes


def _styles(sheet: Any) -> dict[str, Style]:
    if sheet is None:
        return {}
    raw = {str(style.get(f"{W}styleId")): style for style in sheet.iter(f"{W}style")}
    return {number: Style(_name(style), _level(style, raw)) for number, style in raw.items()}


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val")).casefold() if name is not None else ""


def _level(style: Any, raw: Mapping[str, Any]) -> int | None:
    for _ in range(20):
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and str(outline.get(f"{W}val")).isdigit():
            level = int(outline.get(f"{W}val"))
            return level if level < 9 else None
        heading = re.fullmatch(r"heading (\d)", _name(style))
        if heading:
            return int(heading[1]) - 1
        based = style.find(f"{W}basedOn")
        style = raw.get(str(based.get(f"{W}val"))) if based is not None else None
        if style is None:
            return None
    return None


def _language(sheet: Any) -> str | None:
    if sheet is None:
        return None
    stated = sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    tag = stated.get(f"{W}val") if stated is not None else None
    return str(tag) if tag else None


def _properties(blob: bytes) -> dict[str, str]:
    root = _root(blob)
    return {str(e.get("name")): "".join(e.itertext()) for e in root} if root is not None else {}


def _sources(root: Any) -> Works:
    """Word's sources as CSL-JSON: names, title and year are all that is needed to know a work again."""
    works: list[tuple[str, Mapping[str, Json]]] = []
    for source in root.iter(f"{_B}Source"):
        tag = source.findtext(f"{_B}Tag")
        if not tag:
            continue
        item: dict[str, Any] = {"id": tag, "title": source.findtext(f"{_B}Title") or ""}
        people = [{"family": p.findtext(f"{_B}Last") or "", "given": p.findtext(f"{_B}First") or ""} for p in source.iter(f"{_B}Person")]
        if people:
            item["author"] = people
        year = source.findtext(f"{_B}Year") or ""
        if year.isdigit():
            item["issued"] = {"date-parts": [[int(year)]]}
        works.append((tag, frozen_item(item)))
    return tuple(works)
