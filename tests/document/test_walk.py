"""The tree: what a reader sees of it, and changing some nodes of it."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.document.markup import parse_markup
from litreview.document.nodes import Cell, Cite, CiteItem, Document, Heading, ListBlock, Paragraph, Quoted, Styled, Table, Text
from litreview.document.walk import cites, nodes, plain, rebuild_document

CITE = Cite((CiteItem("a"),))
DOCUMENT = Document(
    "T",
    "en",
    (
        Heading(1, (CITE,), "h"),
        Paragraph((Styled("bold", (CITE,)),), "p"),
        ListBlock(((CITE,),), "l"),
        Table("t", "Table", "1", (CITE,), (Cell(((CITE,),)),), ((Cell(((CITE,),)),),), (1.0,)),
    ),
)


def test_every_citation_is_found_and_can_be_filled() -> None:
    assert len(list(cites(DOCUMENT))) == 6
    filled = rebuild_document(DOCUMENT, lambda node: attrs.evolve(node, children=(Text("(A)"),)) if isinstance(node, Cite) else None)
    assert all(cite.children == (Text("(A)"),) for cite in cites(filled))


@pytest.mark.parametrize(
    ("text", "seen", "marks"),
    [
        ("plain", "plain", []),
        ("a <i>b</i> c", "a b c", ["italic"]),
        ("<b>a <i>b</i></b>", "a b", ["bold", "italic"]),
        ('<span class="nocase">DIY</span>', "DIY", []),
        ('<span style="font-variant:small-caps;">x</span>', "x", ["small-caps"]),
        ("1 < 2 <script>", "1 < 2 <script>", []),
        ("<i>open", "<i>open", []),
        ("shut</i>", "shut</i>", []),
    ],
)
def test_markup_is_read_and_what_is_none_stays_text(text: str, seen: str, marks: list[str]) -> None:
    read = parse_markup(text)
    assert plain(read) == seen
    assert [node.mark for node in nodes(read) if isinstance(node, Styled)] == marks


@given(st.text(alphabet='ab<>/i sup"=', max_size=40))
def test_no_character_is_lost_but_those_of_tags(text: str) -> None:
    seen = plain(parse_markup(text))
    assert [c for c in seen if c in "ab"] == [c for c in text if c in "ab"] or "<" in text


def test_quotation_marks_are_seen() -> None:
    assert plain((Quoted((Text("a"),), "‘", "’"),)) == "‘a’"
