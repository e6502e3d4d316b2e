"""HTML: valid, for every reader, complete in itself, and linked both ways."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest

from litreview.document.nodes import Document, Link, Paragraph, Text
from litreview.writers import Options, Words, named
from tests.writers.sample import chapter, in_notes, numbered

HTML = named("html")
DOCUMENTS = {"id": chapter("id"), "notes": in_notes(chapter("en")), "numbered": Document("Daftar", "id", (numbered(),))}


class Page(HTMLParser):
    """Identifiers and links of a page, and links that hold links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.depth = self.nested = 0
        self.outside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [value] if (value := given.get("id")) else []
        if tag == "a":
            self.depth += 1
            self.nested += self.depth > 1
            self.links.append(given.get("href") or "")
        sources = [value for name in ("src", "srcset", "data") if (value := given.get(name))]
        self.outside += [value for value in sources if not value.startswith("data:image/png;base64,")]
        assert tag not in ("script", "link", "iframe")
        if tag == "img":
            assert given.get("alt"), "a picture says what it shows"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "a"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere_and_do_not_nest(name: str) -> None:
    page = Page(HTML.write(DOCUMENTS[name]).decode())
    assert len(page.ids) == len(set(page.ids))
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert page.nested == 0
    assert not page.outside
    if name != "numbered":
        assert any(link.startswith("ref_") for link in inner)
        assert any(link.startswith("cite_") for link in inner)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_strict_parser_finds_nothing(name: str) -> None:
    parser: Any = pytest.importorskip("html5lib", reason="html5lib is not installed").HTMLParser(strict=False)
    parser.parse(HTML.write(DOCUMENTS[name]).decode())
    assert parser.errors == []


def test_readers_with_other_senses_are_told() -> None:
    text = HTML.write(chapter("id"), Options(words=Words(back="Kembali ke kutipan"))).decode()
    assert '<html lang="id">' in text
    assert '<span lang="en"><i>multilevel governance</i></span>' in text
    assert 'scope="col"' in text
    assert 'aria-label="Kembali ke kutipan' in text
    assert 'role="doc-noteref"' in text
    assert [len(h) for h in re.findall(r"<h(\d)", text)] == [1] * 5
    assert "@media print" in text


def test_arabic_is_written_from_the_right() -> None:
    assert '<html lang="ar" dir="rtl">' in HTML.write(attrs.evolve(chapter("id"), language="ar")).decode()


def test_backlinks_and_doubtful_addresses_can_be_absent() -> None:
    assert "doc-backlink" not in HTML.write(Document("", "id", chapter("id").blocks[-1:]), Options(backlinks="none")).decode()
    text = HTML.write(Document("", "id", (Paragraph((Link("javascript:alert(1)", (Text("x"),)),), "p"),))).decode()
    assert "javascript" not in text


def test_the_contents_lead_to_headings_and_tables() -> None:
    text = HTML.write(chapter("id"), Options(contents=True, words=Words(contents="Daftar Isi", tables="Daftar Tabel"))).decode()
    page = Page(text)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert text.count("<nav") == 3
    assert text.index("2.2.1 Kerangka dan konsep</a>") < text.index("<h1")
