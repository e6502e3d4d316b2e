"""What in a part of a Word file would fetch or start something: fields and links, taken out with their words left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs
from lxml import etree

from litreview.writers.docx.package.xml import W

_W = f"{{{W}}}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FETCHING = frozenset(("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE"))
"""Fields that load something from elsewhere or start another program (ECMA-376 part 1, 17.16.5)."""
_CODES = (f"{_W}instrText", f"{_W}delInstrText")


def is_for_readers(target: str) -> bool:
    """Whether a link leads to a page of the web, a mail address or a place in the file.

    >>> [is_for_readers(target) for target in ("HTTPS://a.org/b", "mailto:a@b.org", "#bab2", "javascript:alert(1)", "C:/a.docx")]
    [True, True, True, False, False]
    """
    return re.match(r"(?:https?://|mailto:|#)", target.strip(), re.IGNORECASE) is not None


@attrs.define
class _Field:
    """A field of several runs while it is read: its code and the elements that make it one."""

    code: str = ""
    made_up: bool = False
    """Whether another field gives the name of this one."""
    shown: bool = False
    elements: list[Any] = attrs.Factory(list)


def without_fields(blob: bytes) -> tuple[bytes, list[str]]:
    """A part without fields that fetch, and their codes; their words stay. A part that has none comes back as it was."""
    if not re.search(rb"instrText|delInstrText|fldSimple", blob, re.IGNORECASE):
        return blob, []
    root = _root(blob)
    codes: list[str] = []
    for simple in list(root.iter(f"{_W}fldSimple")):
        code = str(simple.get(f"{_W}instr") or "")
        if _fetches(code):
            codes.append(code)
            _unwrapped(simple)
    for field in list(_fields(root)):
        if field.made_up or _fetches(field.code):
            codes.append(field.code)
            for element in field.elements:
                element.getparent().remove(element)
    return (_written(root), codes) if codes else (blob, [])


def without_elements(blob: bytes, name: str) -> bytes:
    """A part without its elements of WordprocessingML of this name."""
    root = _root(blob)
    for element in list(root.iter(f"{_W}{name}")):
        element.getparent().remove(element)
    return _written(root)


def without_links(blob: bytes, ids: frozenset[str]) -> bytes:
    """A part without the links of these relations; their words stay."""
    root = _root(blob)
    for element in [e for e in root.iter() if isinstance(e.tag, str) and e.get(f"{_RELATIONS}id") in ids]:
        if element.tag == f"{_W}hyperlink":
            _unwrapped(element)
        elif element.getparent() is not None:
            element.getparent().remove(element)
    return _written(root)


def _fields(root: Any) -> Iterator[_Field]:
    opened: list[_Field] = []
    for element in root.iter(f"{_W}fldChar", *_CODES):
        kind = element.get(f"{_W}fldCharType") if element.tag == f"{_W}fldChar" else None
        if kind == "begin":
            if opened and not opened[-1].shown and not opened[-1].code.strip():
                opened[-1].made_up = True
            opened.append(_Field())
        if not opened:
            continue
        opened[-1].elements.append(element)
        if kind == "separate":
            opened[-1].shown = True
        elif kind == "end":
            yield opened.pop()
        elif element.tag in _CODES and not opened[-1].shown:
            opened[-1].code += element.text or ""
    yield from opened


def _fetches(code: str) -> bool:
    name = (code.split() or [""])[0].strip('"\\').upper()
    if name == "HYPERLINK":
        target = re.match(r'\s*"?HYPERLINK"?\s+(?:"([^"]*)"|([^\s\\]\S*))', code, re.IGNORECASE)
        return target is not None and not is_for_readers(target[1] or target[2] or "#")
    return name in _FETCHING


def _unwrapped(element: Any) -> None:
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def _root(blob: bytes) -> Any:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True))


def _written(root: Any) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
