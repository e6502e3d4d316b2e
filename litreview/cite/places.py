"""Where the citations of a document stand: in reading order, in the text or in a footnote, and what they become there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from litreview.document.nodes import Cite, Document, Inline, Inlines, Note, Text
from litreview.document.walk import block_inlines, rebuild_document


@attrs.frozen
class Place:
    """A citation and where it stands. `note` is the number of the footnote it is in, or will get; None in the text.

    `own` says that the footnote is made for this citation alone, because the style cites in notes.
    """

    cite: Cite
    note: int | None = None
    own: bool = False


def places(document: Document, in_notes: bool) -> tuple[Place, ...]:
    """Every citation of the document in reading order. With `in_notes`, each that stands in the text gets a footnote of its own.

    Footnotes that the document has itself are counted, whether or not they cite; what an earlier run put into citations is not.

    >>> from litreview.document.nodes import CiteItem, Paragraph
    >>> cite = Cite((CiteItem("a"),))
    >>> text = (cite, Note((Text("no citation"),)), Note((cite,)), cite)
    >>> [(p.note, p.own) for p in places(Document("", "en", (Paragraph(text, "p"),)), True)]
    [(1, True), (3, False), (4, True)]
    """
    found: list[Place] = []
    notes = 0

    def visit(inlines: Iterable[Inline], note: int | None) -> None:
        nonlocal notes
        for node in inlines:
            if isinstance(node, Cite):
                own = in_notes and note is None and node.mode != "author-only"
                notes += own
                found.append(Place(node, notes if own else note, own))
            elif isinstance(node, Note) and note is None:
                notes += 1
                visit(node.children, notes)
            elif not isinstance(node, Text):
                visit(node.children, note)

    for block in document.blocks:
        for inlines in block_inlines(block):
            visit(inlines, None)
    return tuple(found)


def fill(document: Document, children: Iterator[Inlines]) -> Document:
    """The same document with the children of every citation, in reading order, replaced by the next of `children`."""

    def change(node: Inline) -> Inline | None:
        return attrs.evolve(node, children=next(children)) if isinstance(node, Cite) else None

    return rebuild_document(document, change)
