"""The working tree of the processor: what an element of a style yields before quotes, punctuation and marks are settled.

A leaf is a `str`: the characters of one piece of text. Punctuation is only ever compared where two pieces meet, never inside one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Format: TypeAlias = tuple[tuple[str, str], ...]
"""Formatting attributes of CSL with their values, as ``(("font-style", "italic"),)``."""


class Node:
    """A part of the output with its affixes, delimiter, formatting and quotes.

    `mark` says what the part is ("names", "name", "year", "citation-number", "year-suffix", "nocase", "label" …) for the stages that
    look at it again; `data` goes with the mark. `rich` formatting comes from markup in a field and flips inside the same formatting.
    """

    __slots__ = ("children", "data", "delimiter", "display", "format", "lang", "link", "mark", "prefix", "quotes", "rich", "suffix")

    def __init__(
        self,
        children: list[Content],
        *,
        format: Format | None = None,
        prefix: str | None = None,
        suffix: str | None = None,
        delimiter: str | None = None,
        quotes: str | None = None,
        display: str | None = None,
        mark: str | None = None,
        data: Any = None,
        rich: bool = False,
        link: str | None = None,
        lang: str | None = None,
    ) -> None:
        self.children = children
        self.format = format
        self.prefix = prefix
        self.suffix = suffix
        self.delimiter = delimiter
        self.quotes = quotes
        self.display = display
        self.mark = mark
        self.data = data
        self.rich = rich
        self.link = link
        self.lang = lang

    def copy(self, children: list[Content] | None = None) -> Node:
        """The same node, with other children if given."""
        return Node(
            self.children if children is None else children,
            format=self.format, prefix=self.prefix, suffix=self.suffix, delimiter=self.delimiter, quotes=self.quotes, display=self.display,
            mark=self.mark, data=self.data, rich=self.rich, link=self.link, lang=self.lang,
        )  # fmt: skip


Content: TypeAlias = str | Node


def text_of(content: Content, affixes: bool = True) -> str:
    """The characters of a part, unformatted, with its affixes and delimiters: what sort keys and comparisons look at."""
    if isinstance(content, str):
        return content
    inner = (content.delimiter or "").join(text_of(child, affixes) for child in content.children)
    return f"{content.prefix or ''}{inner}{content.suffix or ''}" if affixes else inner


def marked(content: Content, mark: str) -> Iterator[Node]:
    """Every node with this mark, in reading order; the inside of one is not searched."""
    if isinstance(content, Node):
        if content.mark == mark:
            yield content
        else:
            for child in content.children:
                yield from marked(child, mark)


def first_marked(content: Content, marks: frozenset[str]) -> Node | None:
    """The first node with one of these marks, or None."""
    if isinstance(content, str):
        return None
    if content.mark in marks:
        return content
    for child in content.children:
        node = first_marked(child, marks)
        if node is not None:
            return node
    return None


def replaced(content: Content, old: Node, new: Content | None) -> Content | None:
    """A copy of `content` with `old` (by identity) replaced, or taken out with what only served it if `new` is None."""
    if content is old:
        return new
    if isinstance(content, str):
        return content
    children: list[Content] = []
    changed = False
    for child in content.children:
        after = replaced(child, old, new) if not isinstance(child, str) else child
        if after is not child:
            changed = True
        if after is not None:
            children.append(after)
    if not changed:
        return content
    return content.copy(children) if children else None
