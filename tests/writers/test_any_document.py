"""Any document at all: every output is written, links lead somewhere, nothing is named twice."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from litreview.document.nodes import (
    Block,
    Cell,
    Cite,
    Cited,
    CiteItem,
    CiteMode,
    Display,
    Document,
    Entry,
    Foreign,
    Heading,
    Inline,
    Link,
    ListBlock,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Quoted,
    Reference,
    References,
    Sentence,
    Styled,
    Table,
    Text,
)
from litreview.writers import Citations, Options, Template, named, writers
from tests.writers.test_citations import W, fields
from tests.writers.university import thesis

KEYS = st.sampled_from(["a", "A", "b-1", "b 1", "ü"])
TEXTS = st.text(alphabet=st.sampled_from("ab (.)[]<&>\"'\x00\n\u202e\u05d0漢\ud800*_\\"), max_size=8)
ITEMS = st.lists(st.builds(CiteItem, KEYS, st.none() | TEXTS, st.sampled_from([None, "page", "chapter"])), max_size=3).map(tuple)


def _children(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Styled, st.sampled_from(get_args(Mark)), several),
        st.builds(Quoted, several, TEXTS, TEXTS),
        st.builds(Link, st.sampled_from(["https://a.b/c", "javascript:x", "http://[", "mailto:a@b.c"]), several),
        st.builds(Foreign, st.sampled_from(["en", "ar", "ja", "x-?", ""]), several),
        st.builds(Display, st.sampled_from(["block", "left-margin", "right-inline", "indent"]), several),
        st.builds(Cited, KEYS, several),
        st.builds(Cite, ITEMS, st.sampled_from(get_args(CiteMode)), several),
        st.builds(Note, several),
        st.builds(Sentence, KEYS, KEYS, several),
        st.builds(Reference, KEYS, several),
    )


INLINES = st.lists(st.recursive(st.builds(Text, TEXTS), _children, max_leaves=6), max_size=3).map(tuple)
CELLS = st.lists(st.builds(Cell, st.lists(INLINES, max_size=2).map(tuple)), max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(0, 7), INLINES, KEYS, st.none() | TEXTS),
    st.builds(Paragraph, INLINES, KEYS),
    st.builds(ListBlock, st.lists(INLINES, max_size=2).map(tuple), KEYS, st.booleans()),
    st.builds(
        Table, KEYS, TEXTS, st.sampled_from(["", "1", "2.3", "A"]), INLINES, CELLS, st.lists(CELLS, max_size=2).map(tuple),
        st.sampled_from([(), (1.0,), (0.2, 0.8), (0.0, 1.0)]), st.booleans(), TEXTS,
    ),
    st.builds(
        References, KEYS, st.lists(st.builds(Entry, KEYS, INLINES, INLINES), max_size=3).map(tuple), st.booleans(),
        st.sampled_from([None, "flush", "margin"]), st.integers(0, 3), st.integers(0, 3),
    ),
    st.just(PageBreak()),
)  # fmt: skip
SOURCES = st.lists(
    st.tuples(
        KEYS, st.sampled_from([{}, {"title": "T\x00", "DOI": "10.1/x"}, {"author": [{"family": 1}, []], "issued": {"date-parts": [[]]}}])
    ),
    max_size=3,
).map(tuple)
DOCUMENTS = st.builds(Document, TEXTS, st.sampled_from(["id", "en-GB", "ar", "??"]), st.lists(BLOCKS, max_size=5).map(tuple), SOURCES)
LIVE: tuple[Citations, ...] = ("plain", "zotero", "zotero-bookmarks", "word")


@given(DOCUMENTS, st.booleans())
def test_every_output_is_written(document: Document, contents: bool) -> None:
    for writer in writers():
        options = Options(contents=contents)
        assert writer.write(document, options) == writer.write(document, options)


def _sound(data: bytes) -> None:
    """What Word would call damaged: unbalanced fields, names or numbers given twice, links to nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        stories = {n: archive.read(n) for n in archive.namelist() if re.fullmatch(r"word/(document|footnotes)\.xml", n)}
        relations = {
            n: archive.read(f"word/_rels/{n.removeprefix('word/')}.rels")
            for n in stories
            if f"word/_rels/{n[5:]}.rels" in archive.namelist()
        }
    roots = {name: etree.fromstring(blob) for name, blob in stories.items()}
    starts = [mark for root in roots.values() for mark in root.iter(f"{W}bookmarkStart")]
    ends = Counter(mark.get(f"{W}id") for root in roots.values() for mark in root.iter(f"{W}bookmarkEnd"))
    names = Counter(str(mark.get(f"{W}name")).casefold() for mark in starts)
    assert not [name for name, count in names.items() if count > 1 or len(name) > 40]
    assert Counter(mark.get(f"{W}id") for mark in starts) == ends
    assert set(ends.values()) <= {1}
    for name, root in roots.items():
        for link in root.iter(f"{W}hyperlink"):
            assert next(link.iterancestors(f"{W}hyperlink"), None) is None
            if anchor := link.get(f"{W}anchor"):
                assert anchor.casefold() in names
            else:
                rid = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
                assert f'Id="{rid}"'.encode() in relations[name]
        for code, _, _ in fields(stories[name]):
            if (found := re.match(r"\s*(?:PAGE)?REF (\S+)", code)) is not None:
                assert found[1].casefold() in names
    used = [r.get(f"{W}id") for r in roots["word/document.xml"].iter(f"{W}footnoteReference")]
    there = [n.get(f"{W}id") for n in roots["word/footnotes.xml"]][2:] if "word/footnotes.xml" in roots else []
    assert used == there


@given(DOCUMENTS, st.sampled_from(LIVE), st.booleans())
def test_every_word_file_is_sound(document: Document, mode: Citations, contents: bool) -> None:
    _sound(named("docx").write(document, Options(citations=mode, contents=contents, style="s")))


@given(DOCUMENTS, st.sampled_from(LIVE), st.booleans())
def test_every_word_file_of_a_university_is_sound(document: Document, mode: Citations, contents: bool) -> None:
    _sound(named("docx").write(document, Options(citations=mode, contents=contents, style="s", template=Template(thesis()))))


@given(DOCUMENTS)
def test_every_page_is_sound(document: Document) -> None:
    text = named("html").write(document, Options(contents=True)).decode()
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
