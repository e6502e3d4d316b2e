"""The package that a Word file is (ECMA-376 part 2, "Open Packaging Conventions"): a new one, parts added to it, saving it.

A new package is the smallest that Word takes as its own; saving gives the same bytes each time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from litreview.writers.docx.package.language_tags import word_language
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.notes import SETTING
from litreview.writers.docx.package.styles import styles_part
from litreview.writers.docx.package.xml import DECLARATION, NAMESPACES, value

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_POINT = {"en", "ms", "fil", "ja", "ko", "th", "zh", "he", "hi", "bn", "ta"}
"""Languages that write a decimal point."""
_DATE = (1980, 1, 1, 0, 0, 0)

_CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{WORD}.settings+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/></Relationships>'
)


def _settings(language: str, notes: bool) -> str:
    tongue = word_language(language)
    point = "." if language.split("-")[0].lower() in _POINT else ","
    theme = f'<w:themeFontLang w:val="{tongue.tag}"/>' if tongue and tongue.attribute == "w:val" else ""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{SETTING if notes else ""}'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'{theme}<w:decimalSymbol w:val="{point}"/><w:listSeparator w:val="{"," if point == "." else ";"}"/></w:settings>'
    )


def _core(title: str, language: str) -> str:
    tongue = word_language(language)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{value(title)}</dc:title>{f'<dc:language>{tongue.tag}</dc:language>' if tongue else ''}</cp:coreProperties>"
    )


def new(layout: Layout, title: str, language: str, notes: bool = False, headings: int | None = None) -> WordDocument:
    """An empty document in our own look; `notes` says that it will have footnotes, `headings` which list numbers its headings."""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES.encode(),
        "_rels/.rels": _RELATIONS.encode(),
        "docProps/core.xml": _core(title, language).encode(),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS.encode(),
        "word/document.xml": f"{DECLARATION}<w:document {NAMESPACES}><w:body><w:sectPr/></w:body></w:document>".encode(),
        "word/settings.xml": _settings(language, notes).encode(),
        "word/styles.xml": styles_part(layout, language, headings),
    }
    return docx.Document(io.BytesIO(zipped(parts)))


def saved(document: WordDocument, parts: Mapping[str, bytes] | None = None) -> bytes:
    """The file, in bytes that depend on the document alone; `parts` replace parts of the package by name."""
    buffer = io.BytesIO()
    document.save(buffer)
    instead = parts or {}
    with zipfile.ZipFile(buffer) as archive:
        return zipped({name: instead[name] if name in instead else archive.read(name) for name in archive.namelist()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts: content types and root relations first, the rest sorted, one date for all."""
    buffer = io.BytesIO()
    first = ("[Content_Types].xml", "_rels/.rels")
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in [*(n for n in first if n in parts), *sorted(n for n in parts if n not in first)]:
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def add_part(document: WordDocument, name: str, kind: str, blob: bytes, relation: str) -> Part:
    """Put a new part of a WordprocessingML kind ("footnotes", "header") into the package, related from the main document by that id."""
    part = Part(PackURI(name), f"{WORD}.{kind}+xml", blob, document.part.package)
    document.part.rels.add_relationship(f"{_OFFICE}/{kind}", part, relation)
    return part


def add_pictures(document: WordDocument, pictures: Mapping[bytes, str]) -> None:
    """Put PNG pictures into the package: content to the id of the relation from the main document."""
    for image, relation in pictures.items():
        name = document.part.package.next_partname("/word/media/image%d.png")
        document.part.rels.add_relationship(f"{_OFFICE}/image", Part(name, "image/png", image, document.part.package), relation)


def add_links(part: Part, links: Mapping[str, str]) -> None:
    """Relate a part to outside addresses: address to relation id."""
    for address, relation in links.items():
        part.rels.add_relationship(f"{_OFFICE}/hyperlink", address, relation, is_external=True)
