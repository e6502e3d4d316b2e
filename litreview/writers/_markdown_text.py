"""Markdown's escapes and delimiters: text that means itself in CommonMark and in pandoc's dialect."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from litreview.document.nodes import Cite, CiteItem
from litreview.writers._characters import clean

_ALWAYS = re.compile(r"[\\`*_\[\]<|~^$@{}\"']|&(?=#?\w)|(?<=-)-|(?<=\.)\.(?=\.)|(?<=\.\.)\.")
_AT_START = re.compile(r"[#=+:%>-]|(?P<mark>\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+|#))(?P<end>[.)])(?=\s|$)")


def escaped(text: str) -> str:
    r"""Characters of running text, so that none of them is read as markup wherever they stand in a line.

    >>> print(escaped("a*b & c_d [1]"))
    a\*b & c\_d \[1\]
    """
    return _ALWAYS.sub(r"\\\g<0>", clean(text))


def line(text: str) -> str:
    r"""A finished line of Markdown, so that its beginning starts no heading, list or rule.

    >>> print(line("2019. A year"))
    2019\. A year
    """
    text = text.strip(" ")
    match = _AT_START.match(text)
    if not match:
        return text
    if match["end"]:
        return f"{match['mark']}\\{match['end']}{text[match.end() :]}"
    return "\\" + text


def emphasis(before: str, inner: str, after: str, italic: bool, bold: bool) -> str:
    """`inner` in italics, bold or both, given the characters next to it: with asterisks or, where CommonMark would not see them, with tags.

    White space at its ends moves outside (CommonMark 0.31, 6.2).

    >>> emphasis("", "Title", ".", italic=True, bold=False)
    '*Title*'
    >>> emphasis("a", "(b)", "c", italic=True, bold=False)
    '<em>(b)</em>'
    """
    core = inner.strip()
    if not core:
        return inner
    left, right = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    delimiter = "*" * (italic + 2 * bold)
    seen = not core.startswith("*") and not core.endswith("*") and "*" not in (left or before)[-1:] + (right or after)[:1]
    if seen and _opens((left or before)[-1:], core[0]) and _opens((right or after)[:1], core[-1]):
        return f"{left}{delimiter}{core}{delimiter}{right}"
    opening = "<strong>" * bold + "<em>" * italic
    closing = "</em>" * italic + "</strong>" * bold
    return f"{left}{opening}{core}{closing}{right}"


def _opens(outside: str, inside: str) -> bool:
    return not _punctuation(inside) or not outside or outside.isspace() or _punctuation(outside)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


_PLAIN_KEY = re.compile(r"[\w](?:[\w]|[:.#$%&+?<>~/-](?=\w))*")


def citation(cite: Cite, locators: Mapping[str, str]) -> str:
    """A citation in pandoc's syntax: ``[see @a, p. 4; @b]``, ``@a [p. 4]``, ``[-@a]``.

    `locators` are the words before a place by term of CSL: pandoc knows those of the language that the text is in, and no others.

    >>> from litreview.document.nodes import CiteItem
    >>> citation(Cite((CiteItem("lee2019", "4", "page"), CiteItem("o p"))), {"page": "hlm."})
    '[@lee2019, {hlm. 4}; @{o p}]'
    """
    if cite.mode == "narrative":
        first, *others = cite.items
        inside = "; ".join(filter(None, (_behind(first, locators).lstrip(", "), *(_item(item, "", locators) for item in others))))
        return f"@{_key(first.key)}" + (f" [{inside}]" if inside else "")
    minus = "-" if cite.mode == "suppress-author" else ""
    return "[" + "; ".join(_item(item, minus if place == 0 else "", locators) for place, item in enumerate(cite.items)) + "]"


def _item(item: CiteItem, minus: str, locators: Mapping[str, str]) -> str:
    before = escaped(item.prefix).strip() + " " if item.prefix else ""
    return f"{before}{minus}@{_key(item.key)}{_behind(item, locators)}"


def _behind(item: CiteItem, locators: Mapping[str, str]) -> str:
    """Locator and suffix. The braces say where the locator ends."""
    label = item.label or "page"
    place = f", {{{escaped(locators.get(label, label))} {escaped(item.locator)}}}" if item.locator else ""
    suffix = escaped(item.suffix).strip() if item.suffix else ""
    return place + (f" {suffix}" if suffix and place else f", {suffix}" if suffix else "")


def _key(key: str) -> str:
    key = clean(key)
    return key if _PLAIN_KEY.fullmatch(key) else "{" + re.sub(r"[{}]", "", key) + "}"
