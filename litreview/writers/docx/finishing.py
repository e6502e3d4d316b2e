"""A Word file made ready to hand in: no comments, nothing of how it was made, no evidence, no paths of a machine."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from litreview.errors import Problem, fault
from litreview.writers.docx.package.manifest import NAMESPACE, PROPERTY
from litreview.writers.docx.package.opc import zipped
from litreview.writers.docx.package.safe_package import checked
from litreview.writers.docx.package.xml import W

_W = f"{{{W}}}"
_OURS = "urn:litreview:"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HIDDEN = ("_lr_", "_lrc_")
_PATH = re.compile(r"[A-Za-z]:\\[^\s\"<>|]+|\\\\[\w.-]+\\[^\s\"<>|]+|file:/{1,3}\S+|/(?:home|Users)/[\w.-]+/\S*")
"""A place on a machine: a drive, a share, a home folder."""
EVIDENCE = "evidence"
"""The key of the appendix with the evidence."""
_ASIDE = re.compile(r"word/(?:comments\w*|people|commentsExtensible)\.xml")
_STORIES = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*|comments)\.xml")
_TRACKED = (f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo")


def finished(data: bytes, name: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The file without comments, hidden parts, evidence and paths, and what is still to be seen to. Raises ReadError.

    Live citations, sources of Word and all that is printed stay, save an appendix with evidence that litreview wrote.
    """
    whole, problems = checked(data, name)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    keys = _made(parts)
    _drop(parts, {part for part in parts if _ASIDE.fullmatch(part) or _is_ours(part, parts)})
    for part in [part for part in parts if _STORIES.fullmatch(part)]:
        root = etree.fromstring(parts[part])
        if part == "word/document.xml":
            _without_evidence(root, keys)
        _without_marks(root)
        parts[part] = _written(root)
    _without_properties(parts)
    told = [fault("finish-path", file=name, part=part, path=path[:200]) for part, path in _paths(parts)]
    return zipped(parts), (*problems, *told)


def tracked_changes(data: bytes) -> int:
    """How many tracked changes a file holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        blobs = [archive.read(name) for name in archive.namelist() if _STORIES.fullmatch(name) and "comments" not in name]
    return sum(1 for blob in blobs for _ in etree.fromstring(blob).iter(*_TRACKED))


def _made(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """The names of hidden bookmarks and the keys of the blocks they are around."""
    for blob in (blob for part, blob in parts.items() if part.startswith("customXml/item")):
        root = etree.fromstring(blob)
        if etree.QName(root).namespace == NAMESPACE:
            return {str(e.get("name")): str(e.get("key")) for e in root.iter() if e.get("key") and e.get("name")}
    return {}


def _is_ours(part: str, parts: Mapping[str, bytes]) -> bool:
    if re.fullmatch(r"customXml/item\d+\.xml", part):
        return str(etree.QName(etree.fromstring(parts[part])).namespace).startswith(_OURS)
    return part.startswith("docProps/thumbnail")


def _drop(parts: dict[str, bytes], gone: set[str]) -> None:
    """Take parts out with what belongs to them alone, and every relation and type that names them."""
    for part in list(gone):
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels"
        if rels in parts:
            for relation in etree.fromstring(parts[rels]).iter(_RELATION):
                if relation.get("TargetMode") != "External" and part.startswith("customXml/"):
                    gone.add(_target(folder, str(relation.get("Target"))))
            gone.add(rels)
    for part in gone:
        parts.pop(part, None)
    for rels in [part for part in parts if part.endswith(".rels")]:
        base = posixpath.dirname(posixpath.dirname(rels))
        root: Any = etree.fromstring(parts[rels])
        for relation in [r for r in root.iter(_RELATION) if r.get("TargetMode") != "External"]:
            if _target(base, str(relation.get("Target"))) in gone:
                relation.getparent().remove(relation)
        parts[rels] = _written(root)
    types: Any = etree.fromstring(parts["[Content_Types].xml"])
    for override in [e for e in types if str(e.get("PartName")).removeprefix("/") in gone]:
        types.remove(override)
    parts["[Content_Types].xml"] = _written(types)


def _target(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _without_evidence(root: Any, keys: Mapping[str, str]) -> None:
    """Take out the appendix with the evidence, and the lines of contents that lead to it."""
    body = root.find(f"{_W}body")
    appendix = {name for name, key in keys.items() if key == EVIDENCE or key.startswith((f"{EVIDENCE}/", f"table/{EVIDENCE}"))}
    gone: list[Any] = []
    for element in list(body):
        names = {str(mark.get(f"{_W}name")) for mark in element.iter(f"{_W}bookmarkStart")}
        if names & appendix:
            gone.append(element)
    for element in gone:
        for mark in element.iter(f"{_W}bookmarkStart"):
            for link in [e for e in root.iter(f"{_W}hyperlink") if e.get(f"{_W}anchor") == mark.get(f"{_W}name")]:
                _without_line(link)
        section = element.find(f"{_W}pPr/{_W}sectPr")
        before = element.getprevious()
        if section is not None and before is not None and before.tag == f"{_W}p" and before.find(f"{_W}pPr/{_W}sectPr") is None:
            properties = before.find(f"{_W}pPr")
            if properties is None:
                properties = etree.Element(f"{_W}pPr")
                before.insert(0, properties)
            properties.append(section)
        body.remove(element)


def _without_line(link: Any) -> None:
    """Take out a line of contents; where the field ends in it, it ends in the line before; where it opens, the line stays, empty."""
    line = next(link.iterancestors(f"{_W}p"))
    link.getparent().remove(link)
    kinds = [e.get(f"{_W}fldCharType") for e in line.iter(f"{_W}fldChar")]
    before = line.getprevious()
    if any(True for _ in line.iter(f"{_W}t")) or "begin" in kinds or (kinds and (before is None or before.tag != f"{_W}p")):
        return
    for run in line.findall(f"{_W}r"):
        before.append(run)
    line.getparent().remove(line)


def _without_marks(root: Any) -> None:
    """Take out the marks of comments and the bookmarks by which a later run would know its own text, and paths behind pictures."""
    ours = {e.get(f"{_W}id") for e in root.iter(f"{_W}bookmarkStart") if str(e.get(f"{_W}name")).startswith(_HIDDEN)}
    for mark in [e for e in root.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd") if e.get(f"{_W}id") in ours]:
        mark.getparent().remove(mark)
    for mark in list(root.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd")):
        mark.getparent().remove(mark)
    for mark in list(root.iter(f"{_W}commentReference")):
        run = mark.getparent()
        run.remove(mark)
        if all(child.tag == f"{_W}rPr" for child in run) and run.getparent() is not None:
            run.getparent().remove(run)
    for element in root.iter():
        if isinstance(element.tag, str) and etree.QName(element).localname in ("docPr", "cNvPr"):
            for name in ("descr", "title", "name"):
                if _PATH.search(str(element.get(name) or "")):
                    element.set(name, "")


def _without_properties(parts: dict[str, bytes]) -> None:
    """Take out our own properties, and paths among all others."""
    for part in [part for part in parts if part.startswith("docProps/") and part.endswith(".xml")]:
        root = etree.fromstring(parts[part])
        for element in list(root):
            if re.match(rf"{PROPERTY}(?![^\W_])", str(element.get("name"))):
                root.remove(element)
        for element in root.iter():
            if element.text and _PATH.search(element.text):
                element.text = ""
        parts[part] = _written(root)


def _paths(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Paths of a machine that are printed, or stand in field codes."""
    for part in sorted(parts):
        if _STORIES.fullmatch(part):
            root = etree.fromstring(parts[part])
            for element in root.iter(f"{_W}t", f"{_W}instrText"):
                if path := _PATH.search(element.text or ""):
                    yield part, path[0]


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
