"""The full stop with which a citation may end ("Lee dkk.", the words of a note), next to the writer's own words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import attrs

from litreview.document.nodes import Cite, Document, Inline, Inlines, Note, Text
from litreview.document.walk import map_inlines, plain

_CLOSING = "”’»\"'›"


def ends_in_stop(inlines: Inlines) -> bool:
    """Whether what is read last in the line is a full stop, be it within quotation marks; the words of a note stand elsewhere.

    >>> ends_in_stop((Text("“Ports.”"),)), ends_in_stop((Text("(Lee)"),))
    (True, False)
    """
    in_line = not inlines or not isinstance(inlines[-1], Note)
    return in_line and plain(inlines).rstrip(_CLOSING).endswith(".")


def is_stop(text: str) -> bool:
    """Whether a text begins with a full stop, and not with dots.

    >>> is_stop(". So"), is_stop("...")
    (True, False)
    """
    return text.startswith(".") and not text.startswith("..")


def set_full_stops(document: Document, in_notes: bool) -> Document:
    """`document`, whose citations are filled, without a second full stop behind one, and with none before words that go on in a note.

    `in_notes` says that the style cites in notes, so that a citation within a note of the writer's ends as a note does.

    >>> from litreview.document.nodes import Paragraph
    >>> cite = Cite((), children=(Text("Lee, Ports, 4."),))
    >>> text = (Note((Text("See "), cite, Text(", and "), cite, Text("."))),)
    >>> plain(set_full_stops(Document("", "en", (Paragraph(text, "p"),)), True).blocks[0].children)
    'See Lee, Ports, 4, and Lee, Ports, 4.'
    """
    return map_inlines(document, lambda inlines: _set(inlines, in_notes, False))


def _set(inlines: Inlines, in_notes: bool, in_note: bool) -> Inlines:
    done: list[Inline] = []
    for number, node in enumerate(inlines):
        before = done[-1] if done else None
        if isinstance(node, Cite):
            goes_on = in_notes and in_note and _goes_on(islice(inlines, number + 1, None))
            done.append(attrs.evolve(node, children=_without_stop(node.children)) if goes_on else node)
        elif isinstance(node, Text):
            twice = isinstance(before, Cite) and is_stop(node.text) and ends_in_stop(before.children)
            done.append(Text(node.text[1:]) if twice else node)
        else:
            done.append(attrs.evolve(node, children=_set(node.children, in_notes, in_note or isinstance(node, Note))))
    return tuple(done)


def _goes_on(following: Iterable[Inline]) -> bool:
    """Whether words follow, and not the end of a sentence. Only the beginning is looked at: there may be very many nodes."""
    beginning = ""
    for node in following:
        beginning += plain((node,))
        if len(beginning) > 1 and not beginning.isspace():
            break
    return bool(beginning.strip()) and not is_stop(beginning)


def _without_stop(inlines: Inlines) -> Inlines:
    """The inlines without a full stop at their very end."""
    if not inlines:
        return inlines
    *others, last = inlines
    if isinstance(last, Text):
        return (*others, Text(last.text.removesuffix(".")))
    return (*others, attrs.evolve(last, children=_without_stop(last.children)))
