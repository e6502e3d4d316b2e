"""XML of OpenDocument as text: names, escaping, white space that stays."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as _escape
from xml.sax.saxutils import quoteattr

from litreview.writers._characters import clean

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = re.compile(r"  +|^ | $|\t|\n")


def text(characters: str) -> str:
    """Characters as they are to be read: runs of blanks, and those at an edge, are elements of their own (ODF 1.3 part 3, 6.1.2).

    >>> text("a  <b>")
    'a <text:s/>&lt;b&gt;'
    """
    return _SPACES.sub(_space, _escape(clean(characters)))


def _space(match: re.Match[str]) -> str:
    found = match[0]
    if found == "\t":
        return "<text:tab/>"
    if found == "\n":
        return "<text:line-break/>"
    return found[0] + "<text:s/>" * (len(found) - 1) if len(found) > 1 else "<text:s/>"


def value(characters: str) -> str:
    """An attribute's value with its quotation marks.

    >>> value('a "b"')
    '\\'a "b"\\''
    """
    return quoteattr(clean(characters))


def centimetres(twips: float) -> str:
    """A length in twips, as the file says it.

    >>> centimetres(1440)
    '2.54cm'
    """
    return f"{twips * 2.54 / 1440:.4g}cm"
