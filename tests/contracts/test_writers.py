"""What holds for every output, whichever there are: each node printed, nothing unescaped, the same bytes each time."""

from __future__ import annotations

import html.parser
import io
import re
import zipfile
from collections.abc import Callable
from typing import get_args
from xml.etree import ElementTree

import attrs
import pytest

from litreview.document.nodes import (
    Block,
    Cell,
    Cite,
    Cited,
    CiteItem,
    Display,
    Document,
    Entry,
    Figure,
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
from litreview.errors import UnknownName
from litreview.writers import Options, Writer, by_suffix, named, writers
from tests.writers.sample import chapter, numbered, png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = pytest.mark.parametrize("writer", writers(), ids=lambda w: w.name)
T = (Text("isi"),)
ITEM = (CiteItem("lee2019", "4", "page"),)

INLINES: dict[type, Inline] = {
    Text: Text("isi"),
    Styled: Styled("italic", T),
    Quoted: Quoted(T, "«", "»"),
    Link: Link("https://example.org/a", T),
    Foreign: Foreign("en", T),
    Display: Display("block", T),
    Cited: Cited("lee2019", T),
    Cite: Cite(ITEM, "parenthetical", T),
    Note: Note(T),
    Sentence: Sentence("c", "t", T),
    Reference: Reference("there", T),
}
CELL = Cell((T,))
BLOCKS: dict[type, Block] = {
    Heading: Heading(2, T, "h", "2.1"),
    Paragraph: Paragraph(T, "p"),
    ListBlock: ListBlock((T,), "l"),
    PageBreak: PageBreak(),
    Figure: Figure("f", "Gambar", "2.1", T, png(), 4, 3, "x"),
    Table: Table("t", "Tabel", "2.1", T, (CELL,), ((CELL,),), (1.0,)),
    References: References("r", (Entry("lee2019", T, (Text("[1]"),)),)),
}


class _Shown(html.parser.HTMLParser):
    """The text of a page, apart from its head."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.quiet += tag in ("title", "style")

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in ("title", "style")

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.found.append(data)


def _docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        stories = [
            ElementTree.fromstring(archive.read(n)) for n in archive.namelist() if re.fullmatch(r"word/(document|footnotes)\.xml", n)
        ]
    return " ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for story in stories for p in story.iter(f"{W}p"))


def _odt_text(data: bytes) -> str:
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    content = re.sub(r'<text:s(?: text:c="(\d+)")?/>|<text:(?:tab|line-break)/>', lambda m: " " * int(m[1] or 1), content)
    root = ElementTree.fromstring(content)
    lines = [p for p in root.iter() if p.tag in (f"{text}p", f"{text}h")]
    inner = {id(p) for line in lines for p in line.iter() if p is not line}
    return " ".join("".join(line.itertext()) for line in lines if id(line) not in inner)


def _html_text(data: bytes) -> str:
    page = _Shown()
    page.feed(data.decode())
    return "".join(page.found)


def _markdown_text(data: bytes) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", data.decode())


def _latex_text(data: bytes) -> str:
    text = data.decode().split("\\begin{document}")[1].split("\\end{document}")[0]
    named = {"textless": "<", "textgreater": ">", "textquotedbl": '"', "textbackslash": "\ue000", "textasciicircum": "^",
             "textasciitilde": "~", "textquotesingle": "'", "textasciigrave": "`"}  # fmt: skip
    for name, character in named.items():
        text = text.replace(f"\\{name}{{}}", character)
    text = re.sub(r"\\([{}$&#%_])", lambda found: chr(0xE100 + ord(found[1])), re.sub(r"([-,])\{\}", r"\1", text))
    text = re.sub(r"\\[A-Za-z]+\*?|[{}]|(?<!\\)\\\\", "", text)
    return re.sub("[\ue100-\ue1ff]", lambda found: chr(ord(found[0]) - 0xE100), text).replace("\ue000", "\\")


SHOWN: dict[str, Callable[[bytes], str]] = {
    "docx": _docx_text,
    "html": _html_text,
    "latex": _latex_text,
    "markdown": _markdown_text,
    "odt": _odt_text,
}


def shown(writer: Writer, document: Document) -> str:
    """The characters that a reader of the output sees, white space evened out."""
    data = writer.write(document)
    return " ".join(SHOWN.get(writer.name, bytes.decode)(data).split())


def test_every_kind_of_node_has_a_case() -> None:
    assert set(INLINES) == set(get_args(Inline))
    assert set(BLOCKS) == set(get_args(Block))


@ALL
@pytest.mark.parametrize("kind", INLINES, ids=lambda k: k.__name__)
def test_an_inline_is_printed_once_where_it_stands(writer: Writer, kind: type) -> None:
    text = shown(writer, Document("", "id", (Paragraph((Text("awal "), INLINES[kind], Text(" akhir")), "p"),)))
    assert text.count("isi") == 1
    assert text.index("awal") < text.index("akhir")
    assert kind is Note or text.index("awal") < text.index("isi") < text.index("akhir")
    assert kind is not Quoted or "«isi»" in text


@ALL
@pytest.mark.parametrize("kind", BLOCKS, ids=lambda k: k.__name__)
def test_a_block_is_printed_between_its_neighbours(writer: Writer, kind: type) -> None:
    text = shown(writer, Document("", "id", (Paragraph((Text("awal"),), "a"), BLOCKS[kind], Paragraph((Text("akhir"),), "b"))))
    assert text.index("awal") < text.index("akhir")
    count = {PageBreak: 0, Table: 3}.get(kind, 1)
    assert text.split("awal")[1].split("akhir")[0].count("isi") >= count


@ALL
@pytest.mark.parametrize("mark", get_args(Mark))
def test_every_mark_keeps_the_text(writer: Writer, mark: Mark) -> None:
    text = shown(writer, Document("", "id", (Paragraph((Text("x"), Styled(mark, T), Text("y")), "p"),)))
    assert re.search(r"x(\W|</?\w+>)*isi(\W|</?\w+>)*y", text)


@ALL
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_same_document_gives_the_same_bytes(writer: Writer, language: str) -> None:
    assert writer.write(chapter(language)) == writer.write(chapter(language)) == writer.write(chapter(language), Options())


@ALL
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_whole_chapter_keeps_every_word(writer: Writer, language: str) -> None:
    text = shown(writer, chapter(language)).casefold()
    for phrase in (
        "sejalan" if language == "id" else "agrees",
        "hartono, d. (2019)",
        "island studies quarterly",
        "harbour partnerships",
        "okafor, 2020",
    ):
        assert phrase in text


HOSTILE = "<script>alert(1)</script> & <w:p> \x00\x0b\x1f\ufffe ]]> --> \" ' ${x} \\input{a} {{a}} `c` [a](b) *b* _c_ | # \u202e"


def _everywhere(text: str) -> Document:
    """A document that holds `text` in every field that takes text."""
    t = (Text(text),)
    cell = Cell((t,))
    inlines = (
        Quoted(t, text, text),
        Link(text, t),
        Foreign(text, t),
        Cite((CiteItem(text),), "narrative", t),
        Note(t),
        Sentence(text, text, t),
    )
    blocks = (
        Heading(1, t, text, text),
        Paragraph(inlines, text),
        ListBlock((t,), text, True),
        Table(text, text, text, t, (cell,), ((cell,),), (1,), True, text),
        Figure(text, text, text, t, png(), 1, 1, text),
        References(text, (Entry(text, t, t),)),
    )
    return Document(text, text, blocks, ((text, text),))


@ALL
def test_nothing_of_a_field_is_read_as_markup(writer: Writer) -> None:
    data = writer.write(_everywhere(HOSTILE))
    text = " ".join(SHOWN.get(writer.name, bytes.decode)(data).split())
    assert "<script>alert(1)</script> & <w:p>" in text
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\ufffe\u202e]", text)
    if writer.name == "html":
        page = _Shown()
        page.feed(data.decode())
        assert not {"script", "w:p"} & page.tags
    if writer.name == "docx":
        assert data[:2] == b"PK"


@ALL
@pytest.mark.parametrize(
    "text", ["", " ", "x" * 10_000, "kata " * 4_000, "عنوان الكتاب (2019)", "𝔘𝔫𝔦 🌊 語言", "a\u0301", "\ud800x", "\n\n\ttab"]
)
def test_unusual_text_is_taken_everywhere(writer: Writer, text: str) -> None:
    data = writer.write(_everywhere(text))
    wanted = " ".join(text.replace("\ud800", "").split())
    assert wanted in " ".join(SHOWN.get(writer.name, bytes.decode)(data).split())


@ALL
def test_an_empty_document_is_written(writer: Writer) -> None:
    assert isinstance(writer.write(Document("", "en", ())), bytes)


@ALL
def test_empty_and_uneven_tables_are_written(writer: Writer) -> None:
    cell = Cell((T,))
    for header, rows in (((), ()), ((), ((cell,),)), ((cell,), ((cell, cell), ())), ((Cell(()),), ((Cell(()),),))):
        table = Table("t", "", "", (), header, rows, ())
        assert ("isi" in shown(writer, Document("", "id", (table, table)))) == bool("isi" in str((header, rows)))


@ALL
def test_two_blocks_of_one_key_do_no_harm(writer: Writer) -> None:
    document = chapter("id")
    assert writer.write(attrs.evolve(document, blocks=document.blocks + document.blocks + (numbered(),)))


@ALL
def test_a_writer_is_found_by_name_and_by_each_suffix(writer: Writer) -> None:
    assert named(writer.name) is writer
    for suffix in writer.suffixes:
        assert suffix.startswith(".")
        assert by_suffix(f"bab2{suffix.upper()}") is writer


def test_no_suffix_belongs_to_two_writers() -> None:
    suffixes = [suffix for writer in writers() for suffix in writer.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_an_unknown_output_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="docx"):
        by_suffix("bab2.pages")
    with pytest.raises(UnknownName, match="html"):
        named("htlm")
