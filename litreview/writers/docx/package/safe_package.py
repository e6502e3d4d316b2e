"""A Word file from outside, before anything opens it: whole, bounded, without macros, entities or ways out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree
from xml.parsers import expat

from litreview.errors import Problem, fault
from litreview.writers.docx.package.opc import zipped
from litreview.writers.docx.package.refusal import refusal
from litreview.writers.docx.package.ways_out import is_for_readers, without_elements, without_fields, without_links

_LARGEST = 200_000_000
"""The most bytes that all parts of a file may have together."""
_MOST = 5_000
"""The most parts that a file may have."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def parts(data: bytes, name: str, only: tuple[str, ...] = ("",)) -> dict[str, bytes]:
    """The parts of a Word file that is only to be read: nothing is taken out, and nothing in it is ever followed or run.

    With `only` those whose names begin with one of these, and no other part is looked into.

    Raises ReadError for what is no Word file, is encrypted, holds a document type declaration, or unpacks to more than 200 MB.
    """
    blobs = unzipped(data, name)
    types = blobs.get("[Content_Types].xml", b"")
    if "word/document.xml" not in blobs and _MAIN not in types and _TEMPLATE not in types:
        raise refusal("template-no-word", name)
    blobs = {part: blob for part, blob in blobs.items() if part.startswith(only)}
    for part, blob in blobs.items():
        if part.endswith((".xml", ".rels")):
            _well_formed(part, blob, name)
    return blobs


def checked(data: bytes, name: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The same file as a document (a template becomes one), and what was taken out of it.

    Raises ReadError for what is no Word file, is encrypted, holds macros or a document type declaration, unpacks to more than 200 MB, or
    loads something from elsewhere. A link to the template from which a file was made is taken out, and so are fields that fetch something
    and links that are no address of the web or of mail; what they show stays.
    """
    parts = unzipped(data, name)
    types = parts.get("[Content_Types].xml", b"")
    if "word/document.xml" not in parts and _MAIN not in types and _TEMPLATE not in types:
        raise refusal("template-no-word", name)
    if b"macroEnabled" in types or any(part.lower().endswith(("vbaproject.bin", "vbadata.xml")) for part in parts):
        raise refusal("template-macros", name)
    for part, blob in parts.items():
        if part.endswith((".xml", ".rels")):
            _well_formed(part, blob, name)
    problems = tuple(problem for part in sorted(parts) if part.endswith(".rels") for problem in _without_ways_out(parts, part, name))
    problems = (*problems, *_without_fields(parts, name))
    parts["[Content_Types].xml"] = types.replace(_TEMPLATE, _MAIN)
    return zipped(parts), problems


def unzipped(data: bytes, name: str) -> dict[str, bytes]:
    """The parts as they are, of a Word file that has been checked or is about to be. Raises ReadError for what cannot be unpacked."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise refusal("template-encrypted", name)
    parts: dict[str, bytes] = {}
    room = _LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST or sum(entry.file_size for entry in entries) > _LARGEST:
                raise refusal("template-too-large", name, limit=_LARGEST // 1_000_000, parts=_MOST)
            for entry in entries:
                with archive.open(entry) as part:
                    blob = part.read(room + 1)
                room -= len(blob)
                if room < 0:
                    raise refusal("template-too-large", name, limit=_LARGEST // 1_000_000, parts=_MOST)
                if entry.filename in parts or ".." in entry.filename.split("/") or "\\" in entry.filename:
                    raise refusal("template-part-name", name, part=entry.filename[:80])
                parts[entry.filename.removeprefix("/")] = blob
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise refusal("template-unreadable", name, reason=error) from None
    return parts


def _well_formed(part: str, blob: bytes, name: str) -> None:
    """Read a part once, keeping nothing. Raises ReadError."""
    reader = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> None:
        raise refusal("template-doctype", name, part=part)

    def opened(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > 200:
            raise refusal("template-nested", name, part=part)

    def closed(*_: object) -> None:
        nonlocal depth
        depth -= 1

    reader.StartDoctypeDeclHandler = refuse
    reader.StartElementHandler, reader.EndElementHandler = opened, closed
    try:
        reader.Parse(blob, True)
    except expat.ExpatError as error:
        raise refusal("template-part", name, part=part, reason=error) from None


def _without_ways_out(parts: dict[str, bytes], part: str, name: str) -> list[Problem]:
    """Take out what would make Word fetch something. Raises ReadError for what cannot be taken out without harm."""
    outside = [e for e in ElementTree.fromstring(parts[part]).iter(_RELATION) if e.get("TargetMode") == "External"]
    problems: list[Problem] = []
    for relation in outside:
        kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
        if kind == "hyperlink":
            if not is_for_readers(relation.get("Target") or ""):
                problems.append(_without_link(parts, part, name, relation))
            continue
        if kind == "oleObject" and not _elsewhere(relation.get("Target") or ""):
            problems.append(_without_link(parts, part, name, relation, "template-object-link"))
            continue
        if kind.startswith("mailMerge"):
            problems.append(_without_mail_merge(parts, part, name, relation))
            continue
        if kind != "attachedTemplate":
            raise refusal("template-outside", name, kind=kind)
        _without_relation(parts, part, relation)
        settings = part.replace("_rels/", "").removesuffix(".rels")
        if settings in parts:
            parts[settings] = re.sub(rb"<w:attachedTemplate\b[^>]*?(?:/>|>\s*</w:attachedTemplate>)", b"", parts[settings])
        problems.append(fault("template-link-removed", file=name, severity="info", target=(relation.get("Target") or "")[:200]))
    return problems


def _elsewhere(target: str) -> bool:
    """Whether a target lies on another machine: at an address of the net, or on a share."""
    scheme, share = r"(?!file:|[A-Za-z]:)[A-Za-z][A-Za-z0-9+.-]*:", r"(?:file:)?[\\/]{2}(?!/|[A-Za-z]:)|file:/*\\\\"
    return re.match(f"{scheme}|{share}", target, re.IGNORECASE) is not None


def _without_relation(parts: dict[str, bytes], part: str, relation: ElementTree.Element) -> None:
    number = re.escape((relation.get("Id") or "").encode())
    pattern = rb"<(?:\w+:)?Relationship\b[^>]*\bId=[\"']" + number + rb"[\"'][^>]*?(?:/>|>\s*</(?:\w+:)?Relationship>)"
    parts[part] = re.sub(pattern, b"", parts[part])


def _without_mail_merge(parts: dict[str, bytes], part: str, name: str, relation: ElementTree.Element) -> Problem:
    """Take out the addresses from which a letter was to be filled."""
    _without_relation(parts, part, relation)
    settings = part.replace("_rels/", "").removesuffix(".rels")
    if settings in parts:
        parts[settings] = without_elements(parts[settings], "mailMerge")
    return fault("template-mail-merge", file=name, severity="info", target=(relation.get("Target") or "")[:200])


def _without_link(
    parts: dict[str, bytes], part: str, name: str, relation: ElementTree.Element, code: str = "template-link-unsafe"
) -> Problem:
    """Take out a link that leads neither to the web nor to a mail address; of a linked object the picture stays."""
    _without_relation(parts, part, relation)
    story = part.replace("_rels/", "").removesuffix(".rels")
    if story in parts:
        parts[story] = without_links(parts[story], frozenset((relation.get("Id") or "",)))
    return fault(code, file=name, severity="info", target=(relation.get("Target") or "")[:200])


def _without_fields(parts: dict[str, bytes], name: str) -> list[Problem]:
    """Take out the fields that fetch something."""
    problems: list[Problem] = []
    for part in sorted(part for part in parts if part.endswith(".xml")):
        parts[part], codes = without_fields(parts[part])
        problems += [fault("template-field-removed", file=name, severity="info", field=" ".join(code.split())[:200]) for code in codes]
    return problems
