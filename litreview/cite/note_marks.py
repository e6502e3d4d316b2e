"""Where the mark of a footnote stands: close to the word before it, and behind the full stop or comma."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Cite, Document, Inline, Inlines, Note, Sentence, Text
from litreview.document.walk import map_inlines, merge

_BEHIND = ".,;:!?”’)"
"""Marks that the number of a note follows (Chicago Manual of Style, 17th edition, 14.26)."""


def set_note_marks(document: Document) -> Document:
    """`document` with every citation that became a footnote set behind the punctuation next to it, without a space before it.

    >>> from litreview.document.nodes import Paragraph
    >>> note = Cite((), children=(Note((Text("n"),)),))
    >>> read = set_note_marks(Document("", "en", (Paragraph((Text("a city "), note, Text(". More")), "p"),)))
    >>> [node.text if isinstance(node, Text) else "*" for node in read.blocks[0].children]
    ['a city.', '*', ' More']
    """
    return map_inlines(document, _inlines)


def _inlines(inlines: Inlines) -> Inlines:
    done: list[Inline] = []
    rest = [attrs.evolve(node, children=_inlines(node.children)) if isinstance(node, Sentence) else node for node in inlines]
    while rest:
        node = rest.pop(0)
        if not _is_note(node):
            done.append(node)
            continue
        if done and isinstance(done[-1], Text):
            done[-1] = Text(done[-1].text.rstrip(" "))
        if rest and isinstance(rest[0], Text):
            text = rest[0].text
            bare = text.lstrip(_BEHIND)
            if len(bare) < len(text):
                done.append(Text(text[: len(text) - len(bare)]))
                rest[0] = Text(bare)
        done.append(node)
    return merge(done)


def _is_note(node: Inline) -> bool:
    """Whether a citation is nothing but a footnote (one that names its author in the sentence is not)."""
    return isinstance(node, Cite) and bool(node.children) and all(isinstance(child, Note) for child in node.children)
