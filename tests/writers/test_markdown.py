"""Markdown: whatever a text holds, a CommonMark parser and pandoc read it back as that text."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.api.output import words
from litreview.document.nodes import Cite, CiteItem, Document, Heading, Inline, ListBlock, Note, Paragraph, References, Styled, Table, Text
from litreview.errors import UnknownName
from litreview.languages import language
from litreview.review.citation_syntax import bracketed
from litreview.writers import Options, named
from litreview.writers._characters import clean
from tests.writers.sample import chapter
from tests.writers.test_citations import pandoc

MARKDOWN = named("markdown")
SPECIAL = st.text(alphabet=st.sampled_from("ab1 *_[]()<>!`~#+-=|\\&;.:\"'{}^$@%/é\u00a0"), max_size=25)


def written(*children: Inline) -> str:
    return MARKDOWN.write(Document("", "id", (Paragraph(children, "p"),))).decode()


def parsed(text: str) -> list[tuple[str, bool, bool]]:
    """(characters, italic, bold) of the one paragraph in `text`, as a CommonMark parser reads it."""
    reader: Any = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed").MarkdownIt("commonmark")
    tokens = reader.parse(text)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"]), text
    found: list[tuple[str, bool, bool]] = []
    italic = bold = 0
    for token in tokens[1].children or () if tokens else ():
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        if token.type == "html_inline":
            italic += {"<em>": 1, "</em>": -1}.get(token.content, 0)
            bold += {"<strong>": 1, "</strong>": -1}.get(token.content, 0)
        else:
            assert token.type in ("text", "text_special", "em_open", "em_close", "strong_open", "strong_close"), (token.type, text)
            found.append((token.content, bool(italic), bool(bold)))
    return found


@given(SPECIAL)
def test_text_means_itself(text: str) -> None:
    assert "".join(part[0] for part in parsed(written(Text(text)))).strip() == clean(text).strip()


@given(st.lists(st.tuples(SPECIAL, st.sampled_from(["", "italic", "bold", "both"])), max_size=5))
def test_marks_cover_what_they_cover(pieces: list[tuple[str, str]]) -> None:
    children: list[Inline] = []
    wanted: list[tuple[str, bool, bool]] = []
    for text, mark in pieces:
        node: Inline = Text(text)
        node = Styled("italic", (node,)) if mark in ("italic", "both") else node
        children.append(Styled("bold", (node,)) if mark in ("bold", "both") else node)
        wanted += [(character, mark in ("italic", "both"), mark in ("bold", "both")) for character in text if not character.isspace()]
    found = [(c, italic, bold) for text, italic, bold in parsed(written(*children)) for c in text if not c.isspace()]
    assert found == wanted


@given(SPECIAL)
def test_pandoc_reads_the_same_text(text: str) -> None:
    source = written(Text(text))
    done = subprocess.run(
        [pandoc(), "-f", "markdown", "-t", "plain", "--wrap=none"], input=source, capture_output=True, text=True, check=True
    )
    assert " ".join(done.stdout.split()) == " ".join(clean(text).split())


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((Heading(2, (Text("C# and #"),), "h", "2.1"),), "## 2.1 C\\# and \\#"),
        ((ListBlock(((Text("a"),), (Text("1. b"),)), "l"),), "- a\n- 1\\. b"),
        ((Paragraph((Text("a"), Note((Text("n"),))), "p"),), "a[^1]\n\n[^1]: n"),
        ((Table("t", "Tabel", "1", (Text("x|y"),), (), (), ()),), "**Tabel 1** x\\|y"),
    ],
)
def test_blocks(blocks: tuple[Any, ...], wanted: str) -> None:
    assert MARKDOWN.write(Document("", "id", blocks)).decode() == wanted + "\n"


@pytest.mark.parametrize(
    ("cite", "wanted"),
    [
        (Cite((CiteItem("lee2019", "4-6", "page", "lihat", "dan lain"),)), "[lihat @lee2019, {page 4-6} dan lain]"),
        (Cite((CiteItem("a b"), CiteItem("c_d"))), "[@{a b}; @c_d]"),
        (Cite((CiteItem("lee2019", "4"),), "narrative"), "@lee2019 [{page 4}]"),
        (Cite((CiteItem("lee2019"),), "suppress-author"), "[-@lee2019]"),
    ],
)
def test_citations_as_keys(cite: Cite, wanted: str) -> None:
    text = MARKDOWN.write(Document("", "id", (Paragraph((cite,), "p"), References("r"))), Options(citations="keys")).decode()
    assert text == f"{wanted}\n\n::: {{#refs}}\n:::\n"


def test_pandoc_finds_every_citation_by_its_key() -> None:
    source = MARKDOWN.write(chapter("id"), Options(citations="keys"))
    done = subprocess.run([pandoc(), "-f", "markdown", "-t", "json"], input=source, capture_output=True, check=True)
    text = done.stdout.decode()
    assert text.count('"t":"Cite"') == 16
    assert text.count('"citationId":"okafor2020"') == 3


def test_word_citations_have_no_place_in_markdown() -> None:
    with pytest.raises(UnknownName, match="keys"):
        MARKDOWN.write(chapter("id"), Options(citations="zotero"))


@pytest.mark.parametrize("tag", ["id", "en"])
def test_a_place_in_a_work_is_named_so_that_it_is_read_again(tag: str) -> None:
    labels = tuple(language(tag).section("locators"))
    cites = tuple(Paragraph((Cite((CiteItem("lee2019", "4", label),)),), label) for label in labels)
    lines = MARKDOWN.write(Document("", tag, cites), Options(citations="keys", words=words(language(tag)))).decode().split("\n\n")
    assert lines[0].strip() == {"id": "[@lee2019, {hlm. 4}]", "en": "[@lee2019, {p. 4}]"}[tag]
    read = [item for line in lines for typed in bracketed(line.strip()[1:-1]) or () for item in typed.items]
    assert [(item.label, item.locator) for item in read] == [(label, "4") for label in labels]
