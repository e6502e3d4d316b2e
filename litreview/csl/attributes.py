"""Attributes that many elements of a style share: formatting, affixes, quotes and display."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

import attrs
from lxml import etree

from litreview.csl.tree import Content, Format, Node

_FORMATTING = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


_SHARED = (*_FORMATTING, "prefix", "suffix", "quotes", "display")


@attrs.frozen
class Look:
    """Formatting, affixes, quotes and display of one element; `plain` if it has none of them."""

    format: Format | None = None
    prefix: str | None = None
    suffix: str | None = None
    quotes: str | None = None
    display: str | None = None
    plain: bool = True

    def wrap(self, content: list[Content], mark: str | None = None) -> Content:
        """`content` as one part with this look."""
        if self.plain and mark is None:
            return content[0] if len(content) == 1 else Node(content)
        return Node(
            content, format=self.format, prefix=self.prefix, suffix=self.suffix, quotes=self.quotes, display=self.display, mark=mark
        )  # fmt: skip


def attributes_of(element: etree._Element | None) -> dict[str, str]:
    """The attributes of an element, which are all text in a parsed style; none of no element."""
    return {} if element is None else cast(dict[str, str], dict(element.attrib))


def look_of(attributes: Mapping[str, str]) -> Look:
    """Read the shared attributes of an element."""
    return _look(tuple((name, attributes[name]) for name in _SHARED if name in attributes))


@lru_cache(maxsize=4096)
def _look(items: tuple[tuple[str, str], ...]) -> Look:
    attributes = dict(items)
    formatting = tuple((name, attributes[name]) for name in _FORMATTING if name in attributes) or None
    prefix, suffix = attributes.get("prefix") or None, attributes.get("suffix") or None
    quotes = "outer" if attributes.get("quotes") == "true" else None
    display = attributes.get("display")
    plain = not (formatting or prefix or suffix or quotes or display)
    return Look(formatting, prefix, suffix, quotes, display, plain)
