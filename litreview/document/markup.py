"""The small markup that CSL-JSON allows inside text, as inlines: ``<i> <b> <sup> <sub>``, small caps, ``nocase``.

Source: the CSL-JSON description of the citation-style-language documentation, "Rich text". Anything else between angle brackets is text.
"""

from __future__ import annotations

import re

import attrs

from litreview.document.nodes import Inline, Inlines, Mark, Styled, Text

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s+[a-z]+=\"[^\"<>]*\")?)\s*>")
_MARKS: dict[str, Mark] = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript", "sc": "small-caps"}


@attrs.define
class _Open:
    """A tag that waits for its end: its name and attribute, how it is written, and what stands behind it."""

    tag: str = ""
    attribute: str = ""
    written: str = ""
    children: list[Inline] = attrs.field(factory=list)


def parse_markup(text: str) -> Inlines:
    """Read a text with markup. A tag that is not closed, or closed without being open, is kept as text.

    >>> parse_markup("the <i>sister city</i> idea")
    (Text(text='the '), Styled(mark='italic', children=(Text(text='sister city'),)), Text(text=' idea'))
    """
    opened = [_Open()]
    at = 0
    for match in _TAG.finditer(text):
        _add(opened[-1].children, text[at : match.start()])
        at = match.end()
        closing, tag, attribute = match.groups()
        if not closing:
            opened.append(_Open(tag, attribute, match[0]))
        elif len(opened) > 1 and opened[-1].tag == tag:
            closed = opened.pop()
            opened[-1].children.extend(_styled(tag, closed.attribute, tuple(closed.children)))
        else:
            _add(opened[-1].children, match[0])
    _add(opened[-1].children, text[at:])
    while len(opened) > 1:
        unclosed = opened.pop()
        _add(opened[-1].children, unclosed.written)
        opened[-1].children.extend(unclosed.children)
    return tuple(opened[0].children)


def _styled(tag: str, attribute: str, children: Inlines) -> Inlines:
    if tag != "span":
        return (Styled(_MARKS[tag], children),)
    if "small-caps" in attribute:
        return (Styled("small-caps", children),)
    return children


def _add(inlines: list[Inline], text: str) -> None:
    if not text:
        return
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text + text)
    else:
        inlines.append(Text(text))
