"""The small markup that CSL-JSON allows inside text, as inlines: ``<i> <b> <sup> <sub>``, small caps, ``nocase``.

Source: the CSL-JSON description of the citation-style-language documentation, "Rich text". Anything else between angle brackets is text.
"""

from __future__ import annotations

import re

from litreview.document.nodes import Inline, Inlines, Mark, Styled, Text

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s+[a-z]+=\"[^\"<>]*\")?)\s*>")
_MARKS: dict[str, Mark] = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript", "sc": "small-caps"}


def parse_markup(text: str) -> Inlines:
    """Read a text with markup. A tag that is not closed, or closed without being open, is kept as text.

    >>> parse_markup("the <i>sister city</i> idea")
    (Text(text='the '), Styled(mark='italic', children=(Text(text='sister city'),)), Text(text=' idea'))
    """
    opened: list[tuple[str, str, list[Inline]]] = [("", "", [])]
    at = 0
    for found in _TAG.finditer(text):
        _add(opened[-1][2], text[at : found.start()])
        at = found.end()
        closing, tag, attribute = found.groups()
        if not closing:
            opened.append((tag, attribute + "\x00" + found.group(), []))
        elif len(opened) > 1 and opened[-1][0] == tag:
            _, kind, children = opened.pop()
            opened[-1][2].extend(_styled(tag, kind.split("\x00")[0], tuple(children)))
        else:
            _add(opened[-1][2], found.group())
    _add(opened[-1][2], text[at:])
    while len(opened) > 1:
        _, kind, children = opened.pop()
        _add(opened[-1][2], kind.split("\x00")[1])
        for child in children:
            opened[-1][2].append(child)
    return tuple(opened[0][2])


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
