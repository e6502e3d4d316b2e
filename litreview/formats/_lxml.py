"""XML from strangers: no entity is expanded, nothing outside the file is read, size and depth are bounded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from litreview.formats._refusal import refusal

Element = etree._Element
_LIMIT = 256 * 1024 * 1024
_HARMLESS = (etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE, etree.ErrorTypes.ERR_GT_REQUIRED)
"""Faults that cost no content: a prefix that is not declared, the last bracket of the last tag cut off."""
_REASONS = {
    code: word
    for word, names in {
        "xml-empty": "ERR_DOCUMENT_EMPTY ERR_DOCUMENT_START",
        "xml-ends-early": "ERR_TAG_NOT_FINISHED ERR_DOCUMENT_END_EARLY ERR_INTERNAL_ERROR ERR_LTSLASH_REQUIRED",
        "xml-tags": "ERR_TAG_NAME_MISMATCH",
        "xml-behind": "ERR_DOCUMENT_END",
        "xml-character": "ERR_INVALID_CHAR ERR_INVALID_CHARREF ERR_INVALID_HEX_CHARREF ERR_INVALID_DEC_CHARREF",
        "xml-encoding": "ERR_INVALID_ENCODING ERR_UNSUPPORTED_ENCODING ERR_UNKNOWN_ENCODING ERR_ENCODING_NAME",
        "xml-tag": "ERR_NAME_REQUIRED ERR_GT_REQUIRED ERR_SPACE_REQUIRED",
        "xml-attribute": "ERR_ATTRIBUTE_NOT_STARTED ERR_ATTRIBUTE_NOT_FINISHED ERR_ATTRIBUTE_REDEFINED ERR_ATTRIBUTE_WITHOUT_VALUE "
        "ERR_LT_IN_ATTRIBUTE",
        "xml-entity": "ERR_ENTITYREF_SEMICOL_MISSING ERR_ENTITYREF_NO_NAME ERR_UNDECLARED_ENTITY WAR_UNDECLARED_ENTITY "
        "ERR_ENTITYREF_AT_EOF",
        "too-deep": "ERR_RESOURCE_LIMIT",
    }.items()
    for name in names.split()
    if (code := getattr(etree.ErrorTypes, name, None)) is not None
}
"""Faults by the numbers of the parser, as words of the language files: its own words are English only."""
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def root_of(data: bytes, name: str) -> Element:
    """The root element of an XML file. Raises ReadError (path and line) for what is no XML, declares entities or is too large.

    >>> root_of(b"<a><b>x</b></a>", "x.xml").findtext("b")
    'x'
    """
    if len(data) > _LIMIT:
        raise refusal("source-too-large", name, limit=_LIMIT >> 20)
    if _ENTITY.search(data) or _ENTITY.search(data.replace(b"\0", b"")):
        raise refusal("xml-entities", name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data.lstrip(b" \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        if error.code in _HARMLESS and (mended := _mended(data)) is not None:
            return mended
        raise refusal("not-xml", name, error.lineno or None, reason=_REASONS.get(error.code, "xml-syntax")) from None
    except ValueError:
        raise refusal("not-xml", name, reason="xml-syntax") from None
    return root


def _mended(data: bytes) -> Element | None:
    """The root of an XML file whose only faults are harmless, as cut out of an answer of a catalogue; None if it has others."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, recover=True)
    root = etree.fromstring(data.lstrip(b" \t\r\n"), parser)
    return root if all(entry.type in _HARMLESS for entry in parser.error_log) else None


def text_of(element: Element | None) -> str:
    """All text in an element, without comments, white space folded; "" for None."""
    return " ".join(whole_text_of(element).split())


def whole_text_of(element: Element | None) -> str:
    """All text in an element with its white space, without comments; "" for None."""
    return "".join(_texts(element)) if element is not None else ""


def local(element: Element) -> str:
    """The name of an element without its namespace or prefix; "" for a comment or an entity."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The child elements, in order; only those of `names` if any are given. Namespaces are ignored."""
    for child in element if element is not None else ():
        if local(child) and (not names or local(child) in names):
            yield child


def at(element: Element | None, path: str) -> Element | None:
    """The first element at a path of child names (``Journal/Title``), or None. Namespaces are ignored."""
    for step in path.split("/"):
        element = next(children(element, step), None)
        if element is None:
            return None
    return element


def inside(element: Element | None, path: str) -> str:
    """The text of the first element at a path; "" where there is none."""
    return text_of(at(element, path))


def _texts(element: Element) -> Iterator[str]:
    """The texts of an element and all below it; the parser allows 256 levels. Of entities only HTML's characters have a text."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        elif isinstance(child, etree._Entity):
            yield html.unescape(child.text or "")
        yield child.tail or ""
