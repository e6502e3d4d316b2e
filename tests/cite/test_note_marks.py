"""Footnote marks stand behind the punctuation, close to the word."""

from __future__ import annotations

import pytest

from litreview.cite.places import set_note_marks
from litreview.document.nodes import Cite, CiteItem, Document, Inlines, Note, Paragraph, Sentence, Text

NOTE = Cite((CiteItem("a"),), children=(Note((Text("Lee"),)),))
NAMED = Cite((CiteItem("a"),), "narrative", (Text("Lee"), Note((Text("Title"),))))


def shown(inlines: Inlines) -> str:
    parts = {Text: lambda n: n.text, Sentence: lambda n: shown(n.children), Cite: lambda n: "*" if n == NOTE else "Lee*"}
    return "".join(parts[type(node)](node) for node in inlines)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((Text("a city "), NOTE, Text(". More")), "a city.* More"),
        ((Text("one "), NOTE, Text(", but two "), NOTE, Text(".")), "one,* but two.*"),
        ((Text("one "), NOTE, Text(" and two")), "one* and two"),
        ((NAMED, Text(" finds it.")), "Lee* finds it."),
        ((Sentence("c", "t", (Text("It is so "), NOTE, Text("."))), Text(" Next.")), "It is so.* Next."),
    ],
)
def test_marks_follow_the_punctuation(before: Inlines, after: str) -> None:
    document = set_note_marks(Document("", "en", (Paragraph(before, "p"),)))
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert shown(paragraph.children) == after
    assert set_note_marks(document) == document
