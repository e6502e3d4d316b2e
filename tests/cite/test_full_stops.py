"""A citation that ends in a full stop, next to the writer's own."""

from __future__ import annotations

import pytest

from litreview.cite.full_stops import set_full_stops
from litreview.document.nodes import Cite, Document, Inline, Note, Paragraph, Quoted, Styled, Text
from litreview.document.walk import plain

STOPPED = Cite((), children=(Text("Lee, "), Styled("italic", (Text("Ports."),))))
QUOTED = Cite((), children=(Quoted((Text("Ports."),)),))


def printed(*children: Inline, in_notes: bool = True) -> str:
    return plain(set_full_stops(Document("", "en", (Paragraph(children, "p"),)), in_notes).blocks[0].children)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("children", "wanted"),
    [
        ((STOPPED, Text(". So")), "Lee, Ports. So"),
        ((QUOTED, Text(".")), "“Ports.”"),
        ((STOPPED, Text("... so")), "Lee, Ports.... so"),
        ((Note((Text("See "), STOPPED)),), "See Lee, Ports."),
        ((Note((STOPPED, Text(", and so"))),), "Lee, Ports, and so"),
        ((Note((STOPPED, Text(" "))),), "Lee, Ports. "),
        ((STOPPED, Text(" says so")), "Lee, Ports. says so"),
        ((Cite((), children=(Note((Text("Lee."),)),)), Text(". So")), "Lee.. So"),
    ],
)
def test_stops(children: tuple[Inline, ...], wanted: str) -> None:
    assert printed(*children) == wanted


def test_only_a_style_of_notes_makes_a_citation_in_a_note_a_note() -> None:
    assert printed(Note((STOPPED, Text(", and so"))), in_notes=False) == "Lee, Ports., and so"
