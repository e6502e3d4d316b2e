"""An OpenDocument text as a file: the zip with its parts (OASIS OpenDocument 1.3 part 2), the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from litreview.document.nodes import Document
from litreview.writers.docx.contents.wide_tables import upright
from litreview.writers.docx.package import layout as layouts
from litreview.writers.docx.package.sections import OwnPages
from litreview.writers.docx.package.styles import NAMES
from litreview.writers.odt.body import Body
from litreview.writers.odt.styles import styles_part
from litreview.writers.odt.xml import DECLARATION, NAMESPACES, text, value
from litreview.writers.options import DEFAULT, Options

MIME = "application/vnd.oasis.opendocument.text"
_DATE = (1980, 1, 1, 0, 0, 0)
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_LISTS = "".join(
    f'<text:list-style style:name="{name}">{level}</text:list-style>'
    for name, level in (
        (
            "Numbered",
            '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"><style:list-level-properties '
            'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
            'text:list-tab-stop-position="1.27cm" fo:text-indent="-0.635cm" fo:margin-left="1.27cm"/></style:list-level-properties>'
            "</text:list-level-style-number>",
        ),
        (
            "Bulleted",
            '<text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties '
            'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
            'text:list-tab-stop-position="1.27cm" fo:text-indent="-0.635cm" fo:margin-left="1.27cm"/></style:list-level-properties>'
            "</text:list-level-style-bullet>",
        ),
    )
)


def write(document: Document, options: Options = DEFAULT) -> bytes:
    """The document as an ``.odt`` file; with `citations` "zotero" its citations are reference marks with which Zotero goes on.

    Raises UnknownName for another kind of citations or an unknown layout, ReadError for one that cannot be used.
    """
    options.citations_among("plain", "zotero")
    layout = layouts.load(options.layout, NAMES)
    document = upright(document, layout, OwnPages(layout))
    body = Body(document, options, layout)
    content = body.content()
    automatic = f'{body.automatic()}<style:style style:name="Sect1" style:family="section"/>{_LISTS}'
    kept = body.marks.properties() if body.marks is not None else ()
    parts: dict[str, bytes] = {
        "content.xml": (
            f'{DECLARATION}<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>{automatic}'
            f"</office:automatic-styles><office:body><office:text>{content}</office:text></office:body></office:document-content>"
        ).encode(),
        "styles.xml": styles_part(layout, document.language).encode(),
        "meta.xml": _meta(document, kept).encode(),
        **body.pictures,
    }
    return _zipped({**parts, "META-INF/manifest.xml": _manifest(parts).encode()})


def _meta(document: Document, kept: tuple[tuple[str, str], ...]) -> str:
    own = "".join(
        f'<meta:user-defined meta:name={value(name)} meta:value-type="string">{text(piece)}</meta:user-defined>' for name, piece in kept
    )
    title = f"<dc:title>{text(document.title)}</dc:title>" if document.title else ""
    language = f"<dc:language>{text(document.language)}</dc:language>" if document.language else ""
    return (
        f'{DECLARATION}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>{title}{language}{own}</office:meta>'
        "</office:document-meta>"
    )


def _manifest(parts: Mapping[str, bytes]) -> str:
    kinds = {"xml": "text/xml", "png": "image/png", "svg": "image/svg+xml"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kinds[name.rpartition(".")[2]]}"/>'
        for name in sorted(parts)
    )
    return (
        f'{DECLARATION}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3"><manifest:file-entry '
        f'manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME}"/>{entries}</manifest:manifest>'
    )


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The kind of the file comes first and is not packed, so that it can be read from the first bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("mimetype", MIME.encode()), *sorted(parts.items())):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 0, 0
            archive.writestr(info, data)
    return buffer.getvalue()
