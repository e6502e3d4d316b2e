"""The visible text of a Word file, a line a paragraph: body and tables in order, insertions kept, deletions left out."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from litreview.errors import ReadError
from litreview.pages.sources._refusal import refusal

MAX_BYTES = 200 * 2**20
"""A package that unpacks to more is not opened."""
LONG = 160
"""A paragraph of more characters stands apart from its neighbours, as running text does; shorter ones are lines of one block."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of the container of old .doc files, and of encrypted .docx files. Source: MS-CFB, section 2.2."""
_OWN = b"urn:litreview:draft:"
"""The namespace of the data that litreview puts into a chapter."""
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(data: bytes) -> str:
    """The text of a Word file given as bytes, headings and wholly bold paragraphs marked as in Markdown.

    Raises ReadError for bytes that are no Word file, one with a password, one that unpacks to an unreasonable size, and a chapter that
    litreview made (it says of itself what it is).
    """
    if data.startswith(_COMPOUND):
        raise refusal("page-word-locked")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
            if size > MAX_BYTES:
                raise refusal("page-word-large", limit=MAX_BYTES // 2**20)
            if any(_OWN in package.read(name) for name in package.namelist() if name.startswith("customXml/")):
                raise refusal("page-own-draft")
        document = Document(BytesIO(_as_document(data)))
    except ReadError:
        raise
    except (zipfile.BadZipFile, zlib.error, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, RuntimeError, OSError) as error:
        raise refusal("page-not-word") from error
    return _joined(list(_lines(document.iter_inner_content())))


def _as_document(data: bytes) -> bytes:
    """The package as a document where it says that it is a template."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
        if _TEMPLATE not in types:
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
            for entry in package.infolist():
                changed.writestr(entry, types.replace(_TEMPLATE, _MAIN) if entry.filename == "[Content_Types].xml" else package.read(entry))
    return out.getvalue()


def _joined(lines: list[str]) -> str:
    """Lines under each other; a long one, or one beside a long one, with an empty line between."""
    out: list[str] = []
    for number, line in enumerate(lines):
        if number and line and lines[number - 1] and max(len(line), len(lines[number - 1])) > LONG:
            out.append("")
        out.append(line)
    return "\n".join(out)


def _lines(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _paragraph(block)
        else:
            for row in block.rows:
                texts = [_text(cell).strip() for cell in dict.fromkeys(cell._tc for cell in row.cells)]
                yield "\t".join(text for text in texts if text)


def _paragraph(paragraph: Paragraph) -> str:
    text = _text(paragraph._p).strip("\n")
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if text.strip() and style.startswith(("Heading", "Title", "Judul")):
        return "# " + text.replace("\n", " ")
    runs = [run for run in paragraph.runs if run.text.strip()]
    if runs and all(run.bold for run in runs) and "*" not in text:
        return f"**{text.strip()}**"
    return text


def _text(element: Any) -> str:
    """The visible characters below an element; a paragraph within (in a cell) begins a new line."""
    pieces: list[str] = []
    hidden = {inner for dead in element.iter(_FALLBACK, _W + "del", _W + "moveFrom") for inner in dead.iter()}
    for node in element.iter():
        if node in hidden or not isinstance(node.tag, str):
            continue
        name = node.tag.removeprefix(_W)
        if name == "t":
            pieces.append(node.text or "")
        elif name in _MARKS and node.tag.startswith(_W):
            parent = node.getparent()
            if parent is not None and parent.tag == _W + "r":
                pieces.append(_MARKS[name])
        elif name == "p" and pieces:
            pieces.append("\n")
    return "".join(pieces)
