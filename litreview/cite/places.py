"""Where the citations of a document stand, in the text or in a footnote; filling them in; where the marks of their footnotes stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from litreview.document.nodes import Cite, Document, Foreign, Inline, Inlines, Note, Quoted, Sentence, Styled, Table, Text
from litreview.document.walk import block_inlines, map_inlines, merge, rebuild_document

BEHIND = ".,;:!?”’)"
"""Marks that the number of a note follows (Chicago Manual of Style, 17th edition, 14.26)."""

_AROUND = (Sentence, Styled, Quoted, Foreign)
"""What stands around words of a sentence, citations among them."""


@attrs.frozen
class Place:
    """A citation and where it stands. `note` is the number of the footnote it is in, or will get; None in the text.

    `own` says that the footnote is made for this citation alone, because the style cites in notes; `label` that it fills a cell of a
    table, alone or with others of its kind: there works are named, and a style that cites in notes gets no note.
    """

    cite: Cite
    note: int | None = None
    own: bool = False
    label: bool = False


def places(document: Document, in_notes: bool) -> tuple[Place, ...]:
    """Every citation of the document in reading order. With `in_notes`, each that stands in the text gets a footnote of its own.

    Footnotes that the document has itself are counted, whether or not they cite; what an earlier run put into citations is not.

    >>> from litreview.document.nodes import CiteItem, Paragraph
    >>> cite = Cite((CiteItem("a"),))
    >>> text = (cite, Note((Text("no citation"),)), Note((cite,)), cite)
    >>> [(p.note, p.own) for p in places(Document("", "en", (Paragraph(text, "p"),)), True)]
    [(1, True), (3, False), (4, True)]
    """
    cited_places: list[Place] = []
    notes = 0

    def visit(inlines: Iterable[Inline], note: int | None, label: bool = False) -> None:
        nonlocal notes
        for node in inlines:
            if isinstance(node, Cite):
                own = in_notes and note is None and node.mode != "author-only" and not label
                notes += own
                cited_places.append(Place(node, notes if own else note, own, label))
            elif isinstance(node, Note) and note is None:
                notes += 1
                visit(node.children, notes)
            elif not isinstance(node, Text):
                visit(node.children, note)

    for block in document.blocks:
        if isinstance(block, Table):
            visit(block.caption, None)
            for cell in (cell for row in (block.header, *block.rows) for cell in row):
                label = in_notes and all(_narrative(paragraph) for paragraph in cell.paragraphs)
                for paragraph in cell.paragraphs:
                    visit(paragraph, None, label)
            continue
        for inlines in block_inlines(block):
            visit(inlines, None)
    return tuple(cited_places)


def _narrative(inlines: Inlines) -> bool:
    """Whether a paragraph is one narrative citation alone."""
    return len(inlines) == 1 and isinstance(inlines[0], Cite) and inlines[0].mode == "narrative"


def fill(document: Document, children: Iterator[Inlines]) -> Document:
    """The same document with the children of every citation, in reading order, replaced by the next of `children`."""

    def change(node: Inline) -> Inline | None:
        return attrs.evolve(node, children=next(children)) if isinstance(node, Cite) else None

    return rebuild_document(document, change)


def set_note_marks(document: Document) -> Document:
    """`document` with every citation that became a footnote set behind the punctuation next to it, without a space before it.

    >>> from litreview.document.nodes import Paragraph
    >>> note = Cite((), children=(Note((Text("n"),)),))
    >>> marked = set_note_marks(Document("", "en", (Paragraph((Text("a city "), note, Text(". More")), "p"),)))
    >>> [node.text if isinstance(node, Text) else "*" for node in marked.blocks[0].children]
    ['a city.', '*', ' More']
    """
    return map_inlines(document, _marks_set)


def _marks_set(inlines: Inlines) -> Inlines:
    done: list[Inline] = []
    rest = [attrs.evolve(node, children=_marks_set(node.children)) if isinstance(node, _AROUND) else node for node in inlines]
    while rest:
        node = rest.pop(0)
        if not is_note(node):
            done.append(node)
            continue
        if done and isinstance(done[-1], Text):
            done[-1] = Text(done[-1].text.rstrip(" "))
        if rest and isinstance(rest[0], Text):
            text = rest[0].text
            bare = text.lstrip(BEHIND)
            if len(bare) < len(text):
                done.append(Text(text[: len(text) - len(bare)]))
                rest[0] = Text(bare)
        done.append(node)
    return merge(done)


def is_note(node: Inline) -> bool:
    """Whether a citation is nothing but a footnote (one that names its author in the sentence is not)."""
    return isinstance(node, Cite) and bool(node.children) and all(isinstance(child, Note) for child in node.children)
