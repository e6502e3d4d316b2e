"""The numbers of a chapter in a university's file: as its lists or its writers count, in headings, captions and cross references."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from litreview.document.nodes import Cell, Document, Heading, Paragraph, Reference, Table, Text
from litreview.writers import Options, Template, named
from litreview.writers.docx.package.xml import W

CHAPTER = Document(
    "",
    "id",
    (
        Heading(1, (Text("Tinjauan Pustaka"),), "chapter", "BAB II"),
        Heading(2, (Text("Pengantar"),), "introduction", "2.1"),
        Paragraph((Text("Lihat "), Reference("t", (Text("Tabel 2.1"),)), Text(".")), "p1"),
        Table("t", "Tabel", "2.1", (Text("Studi"),), (Cell(((Text("A"),),)),), ((Cell(((Text("B"),),)),),), (1.0,)),
        Heading(2, (Text("Sintesis"),), "synthesis", "2.2"),
        Heading(3, (Text("Metode"),), "methods", "2.2.1"),
    ),
)
LONG = "Kalimat contoh ini cukup panjang untuk dihitung sebagai teks biasa di dalam naskah tesis mahasiswa."


def words(data: bytes) -> list[str]:
    return [" ".join(p.text.replace("\u00a0", " ").split()) for p in docx.Document(io.BytesIO(data)).paragraphs if p.text.strip()]


def thesis(*headings: tuple[int, str], styled: bool = True) -> bytes:
    word = docx.Document()
    for level, heading in headings:
        if not level:
            word.add_paragraph(heading)
        elif styled:
            word.add_heading(heading, level)
        else:
            word.add_paragraph().add_run(heading).bold = True
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def filled(data: bytes, place: str, level_offset: int | None = None) -> list[str]:
    return words(
        named("docx").write(CHAPTER, Options(template=Template(data, marker=place, after_heading=place, level_offset=level_offset)))
    )


@pytest.mark.parametrize(
    ("chapter", "sections", "wanted"),
    [
        ("BAB IV TINJAUAN PUSTAKA", ("3.1 Desain", "3.2 Data"), ["4.1 Pengantar", "Lihat Tabel 4.1.", "Tabel 4.1 Studi", "4.2 Sintesis", "4.2.1 Metode"]),
        ("BAB IV TINJAUAN PUSTAKA", ("III.1 Desain", "III.2 Data"), ["IV.1 Pengantar", "Lihat Tabel IV.1.", "Tabel IV.1 Studi", "IV.2 Sintesis", "4.2.1 Metode"]),
        ("BAB IV TINJAUAN PUSTAKA", ("A. Desain", "B. Data"), ["A. Pengantar", "Lihat Tabel 4.1.", "Tabel 4.1 Studi", "B. Sintesis", "4.2.1 Metode"]),
        ("BAB II TINJAUAN PUSTAKA", ("Desain", "Data"), ["Pengantar", "Lihat Tabel 2.1.", "Tabel 2.1 Studi", "Sintesis", "2.2.1 Metode"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("styled", [True, False])
def test_typed_numbers_are_those_of_the_chapter(chapter: str, sections: tuple[str, str], wanted: list[str], styled: bool) -> None:
    if not styled and "Desain" in sections:
        pytest.skip("without a style and a number nobody knows a heading")
    others = [(2, section) for section in sections]
    data = thesis((1, chapter), (0, LONG), (1, "BAB V METODE"), *others, (0, LONG), styled=styled)
    found = filled(data, "tinjauan pustaka")
    assert found[2 : 2 + len(wanted) - 1] == wanted[:-1]
    assert [line for line in found if line in (chapter, "BAB V METODE", *sections)] == [chapter, "BAB V METODE", *sections]


def test_captions_go_on_behind_those_that_the_chapter_has() -> None:
    data = thesis((1, "BAB III KAJIAN"), (0, "Tabel 3.1 Milik sendiri tentang data"), (0, LONG), (1, "BAB IV HASIL"))
    assert "Tabel 3.2 Studi" in filled(data, "KAJIAN")


def test_a_section_takes_the_chapter_as_its_own() -> None:
    data = thesis(
        (1, "BAB II TEORI"), (2, "2.1 Dasar"), (2, "2.2 Penelitian Terdahulu"), (0, LONG), (2, "2.3 Kerangka"), (1, "BAB III METODE")
    )
    found = filled(data, "Penelitian terdahulu")
    assert found[3:7] == [LONG, "2.2.1 Pengantar", "Lihat Tabel 2.1.", "Tabel 2.1 Studi"]
    assert found[-2:] == ["2.3 Kerangka", "BAB III METODE"]


def test_an_offset_that_is_given_keeps_our_heading_below_the_chapter() -> None:
    data = thesis((1, "BAB II TEORI"), (2, "2.1 Dasar"), (0, LONG), (1, "BAB III METODE"))
    found = filled(data, "TEORI", level_offset=1)
    assert any(line.endswith("Tinjauan Pustaka") for line in found)


def test_a_number_that_is_a_heading_of_its_own_leads_to_the_title() -> None:
    data = thesis((1, "BAB II"), (1, "TINJAUAN PUSTAKA"), (0, LONG), (1, "BAB III"), (1, "METODE"), (2, "3.1 Desain"))
    for place in ("BAB II", "tinjauan pustaka"):
        assert filled(data, place)[:4] == ["BAB II", "TINJAUAN PUSTAKA", LONG, "2.1 Pengantar"]


def counted(number: str, switches: str = "") -> str:
    return (
        f'<w:p xmlns:w="{W}"><w:r><w:t xml:space="preserve">Tabel </w:t></w:r><w:fldSimple w:instr=" SEQ Tabel \\* ARABIC {switches}">'
        f"<w:r><w:t>{number}</w:t></w:r></w:fldSimple><w:r><w:t> Milik sendiri</w:t></w:r></w:p>"
    )


@pytest.mark.parametrize(("switches", "restored"), [("", [r"SEQ Tabel \h \r 1"]), (r"\r 1", []), (r"\s 1", [])])
def test_captions_behind_go_on_counting_as_before(switches: str, restored: list[str]) -> None:
    word = docx.Document(io.BytesIO(thesis((1, "BAB I AWAL"), (1, "BAB II TEORI"), (0, LONG), (1, "BAB III METODE"))))
    body = word.element.body
    body[1].addprevious(parse_xml(counted("1")))
    body[-2].addnext(parse_xml(counted("2", switches)))
    file = io.BytesIO()
    word.save(file)
    made = named("docx").write(CHAPTER, Options(template=Template(file.getvalue(), marker="TEORI", after_heading="TEORI")))
    codes = re.findall(r"SEQ Tabel [^<\"]*", docx.Document(io.BytesIO(made)).element.xml)
    assert [code.strip() for code in codes if r"\h" in code] == restored


def captioned(word: Any, kind: str, number: int, words_behind: str) -> None:
    paragraph = word.add_paragraph(f"{kind} ", style="Caption")
    code = f'<w:fldSimple xmlns:w="{W}" w:instr=" SEQ {kind} \\* ARABIC "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(code))
    paragraph.add_run(f" {words_behind}")


@pytest.mark.parametrize(("behind", "number"), [((), 2), (("Responden",), 3), (("Responden", "Indikator"), 4)])
def test_captions_without_the_number_of_a_chapter_are_numbered_through(behind: tuple[str, ...], number: int) -> None:
    word = docx.Document()
    word.add_heading("BAB I PENDAHULUAN", 1)
    captioned(word, "Tabel", 1, "Kota")
    captioned(word, "Gambar", 1, "Peta")
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    word.add_heading("BAB III METODE", 1)
    for place, name in enumerate(behind, 2):
        captioned(word, "Tabel", place, name)
    file = io.BytesIO()
    word.save(file)
    made = filled(file.getvalue(), "BAB II TINJAUAN PUSTAKA")
    assert f"Lihat Tabel {number}." in made
    captions = [line for line in made if line.startswith("Tabel ")]
    assert f"Tabel {number} Studi" in captions
