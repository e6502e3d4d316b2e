"""Text with HTML or JATS in it, as databases give titles and abstracts, to text with the small markup of CSL-JSON."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)(?:jats:|mml:)?([A-Za-z][\w:.-]*)([^<>]*)>")
_KEPT = {"i": "i", "em": "i", "italic": "i", "b": "b", "strong": "b", "bold": "b", "sup": "sup", "sub": "sub"}
_SMALL_CAPS = ("sc", "scp")
_BLOCKS = ("p", "sec", "title", "br", "break", "div", "list", "list-item", "abstract")
_HEADING = re.compile(r"^\W*(?:abstract|abstrak|summary|ringkasan)\W*$", re.IGNORECASE)


def plain(text: str | None) -> str:
    """One line of text with ``<i> <b> <sup> <sub>`` and small caps at most, entities resolved.

    >>> plain("Ports &amp; <em>aid</em> in <scp>ASEAN</scp>")
    'Ports & <i>aid</i> in <span style="font-variant:small-caps;">ASEAN</span>'
    """
    return " ".join(_without_tags(text or "").split())


def paragraphs(text: str | None) -> str:
    """An abstract, its paragraphs apart by an empty line, without a heading that says no more than "Abstract".

    >>> paragraphs("<jats:title>Abstract</jats:title><jats:p>One.</jats:p> <jats:p>Two &lt; three.</jats:p>")
    'One.\\n\\nTwo < three.'
    """
    blocks = [" ".join(block.split()) for block in _without_tags(text or "").split("\n\n")]
    filled = [block for block in blocks if block]
    return "\n\n".join(filled[1:] if filled and _HEADING.match(filled[0]) else filled)


_MARKED = re.compile(r"</(?:jats:)?(?:p|em|i|b|strong|bold|italic|sub|sup|div|sec|title|h[1-6]|li|ul)>|<br ?/?>|<p>", re.IGNORECASE)


def unmarked(text: str, long: bool = False) -> str:
    """A text without HTML where there is any in it, for formats that do not say: `paragraphs` of a `long` one, else `plain`.

    >>> unmarked("p < 0.05, n > 3"), unmarked("<p>One &amp; <em>two</em>.</p>", True)
    ('p < 0.05, n > 3', 'One & <i>two</i>.')
    """
    if not _MARKED.search(text):
        return text.strip(" ")
    return paragraphs(text) if long else plain(text)


def _without_tags(text: str) -> str:
    def put(match: re.Match[str]) -> str:
        name = match[2].casefold().rpartition(":")[2]
        if name in _KEPT:
            return f"<{match[1]}{_KEPT[name]}>"
        if name in _SMALL_CAPS:
            return "</span>" if match[1] else '<span style="font-variant:small-caps;">'
        if name == "span" and ("nocase" in match[3] or "small-caps" in match[3] or match[1]):
            return match[0]
        return "\n\n" if name in _BLOCKS else ""

    return html.unescape(_TAG.sub(put, text))
