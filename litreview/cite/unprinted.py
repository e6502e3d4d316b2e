"""Works for which a style prints nothing: what a processor says then is for programmers; here it is told, and something readable stands."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from litreview.csl import NO_FORM
from litreview.document.nodes import Cite, Document, Inline, Inlines, Text
from litreview.document.walk import plain, rebuild, rebuild_document


def is_unprinted(inlines: Inlines) -> bool:
    """Whether the style printed nothing for a work in these.

    >>> is_unprinted((Text(NO_FORM),)), is_unprinted((Text("(Lee)"),))
    (True, False)
    """
    return NO_FORM in plain(inlines)


def with_words(inlines: Inlines, words: str) -> Inlines:
    """The same with `words` where the style printed nothing.

    >>> plain(with_words((Text(f"1. {NO_FORM}"),), "Ports"))
    '1. Ports'
    """

    if not is_unprinted(inlines):  # as hardly any is
        return inlines

    def change(node: Inline) -> Inline | None:
        return Text(node.text.replace(NO_FORM, words)) if isinstance(node, Text) and NO_FORM in node.text else None

    return rebuild(inlines, change)


def with_authors(document: Document, numbers: Collection[int]) -> Document:
    """The document in which the citations with these numbers (from 0, in reading order) name their authors."""
    seen = -1

    def change(node: Inline) -> Inline | None:
        nonlocal seen
        if not isinstance(node, Cite):
            return None
        seen += 1
        return attrs.evolve(node, mode="parenthetical") if seen in numbers else None

    return rebuild_document(document, change)
