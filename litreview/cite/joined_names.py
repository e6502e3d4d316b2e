"""The names of a citation that is a part of the sentence: joined by the word of the language, whatever sign stands within brackets."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.document.nodes import Display, Foreign, Inline, Inlines, Link, Quoted, Styled, Text

SIGN = " & "


def with_the_word(inlines: Inlines, word: str) -> Inlines:
    """`inlines` of a narrative citation with `word` for the sign "&" before the date in brackets; what stands in these is left.

    >>> with_the_word((Text("Hall & Tan (2018, Hall & Lee)"),), "dan")
    (Text(text='Hall dan Tan (2018, Hall & Lee)'),)
    """
    return tuple(_replaced(inlines, f" {word} ", [False]))


def _replaced(inlines: Inlines, word: str, behind: list[bool]) -> Iterator[Inline]:
    """The inlines one by one; `behind` holds whether the bracket has opened."""
    for node in inlines:
        if behind[0]:
            yield node
        elif isinstance(node, Text):
            names, bracket, rest = node.text.partition("(")
            behind[0] = bool(bracket)
            yield Text(names.replace(SIGN, word) + bracket + rest)
        elif isinstance(node, Styled | Foreign | Link | Quoted | Display):
            yield attrs.evolve(node, children=tuple(_replaced(node.children, word, behind)))
        else:
            yield node
