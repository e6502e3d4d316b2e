"""How the chapter looks in a thesis that is formatted by hand, and which of its styles are taken."""

from __future__ import annotations

import io

import attrs
import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from litreview.document.nodes import Cell, Document, Heading, Paragraph, Table, Text
from litreview.writers import Options, Template, named

LONG = "Kalimat contoh ini cukup panjang untuk dihitung sebagai teks biasa di dalam naskah tesis mahasiswa."
TABLE = Table("t", "Tabel", "2.1", (Text("Studi"),), (Cell(((Text("A"),),)),), ((Cell(((Text("B"),),)),),), (1.0,))
CHAPTER = Document("", "id", (Heading(1, (Text("Tinjauan Pustaka"),), "chapter", "BAB II"), Paragraph((Text("Isi."),), "p")))


def made(word: docx.document.Document, place: str = "", chapter: Document = CHAPTER) -> docx.document.Document:
    file = io.BytesIO()
    word.save(file)
    template = Template(file.getvalue(), after_heading=place)
    return docx.Document(io.BytesIO(named("docx").write(chapter, Options(template=template))))


def last(word: docx.document.Document, text: str) -> WordParagraph:
    return next(p for p in reversed(word.paragraphs) if p.text == text)


def by_hand(word: docx.document.Document, text: str, bold: bool = False) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.line_spacing = 1.5
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold = "Times New Roman", Pt(12), bold or None


def test_body_text_looks_as_most_paragraphs_do_by_hand() -> None:
    word = docx.Document()
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    for _ in range(3):
        by_hand(word, LONG)
    word.add_paragraph(LONG)
    ours = last(made(word, "Tinjauan Pustaka"), "Isi.")
    assert (ours.alignment, ours.paragraph_format.line_spacing) == (WD_ALIGN_PARAGRAPH.JUSTIFY, 1.5)
    assert (ours.runs[0].font.name, ours.runs[0].font.size) == ("Times New Roman", Pt(12))


def test_text_below_a_table_has_the_lines_of_all_text() -> None:
    word = docx.Document()
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    for _ in range(3):
        by_hand(word, LONG)
    chapter = attrs.evolve(CHAPTER, blocks=(CHAPTER.blocks[0], TABLE, CHAPTER.blocks[1]))
    ours = last(made(word, "Tinjauan Pustaka", chapter), "Isi.").paragraph_format
    assert ours.line_spacing == 1.5
    assert ours.space_before is not None


def test_the_lines_of_a_title_page_make_no_style_that_of_the_text() -> None:
    word = docx.Document()
    for text in ("Nama", "Fakultas", "Universitas", "2026"):
        word.add_paragraph(text, "Body Text")
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    for _ in range(12):
        word.add_paragraph(LONG)
    style = last(made(word, "Tinjauan Pustaka"), "Isi.").style
    assert style is not None
    assert style.name == "Normal"


def test_an_annex_that_is_longer_than_the_chapter_does_not_say_how_its_text_looks() -> None:
    word = docx.Document()
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    for _ in range(5):
        by_hand(word, LONG)
    word.add_heading("LAMPIRAN", 1)
    for _ in range(20):
        word.add_paragraph(LONG)
    ours = last(made(word, "Tinjauan Pustaka"), "Isi.")
    assert (ours.alignment, ours.paragraph_format.line_spacing) == (WD_ALIGN_PARAGRAPH.JUSTIFY, 1.5)


def test_what_half_of_the_paragraphs_have_is_no_rule() -> None:
    word = docx.Document()
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    by_hand(word, LONG)
    word.add_paragraph(LONG)
    ours = last(made(word, "Tinjauan Pustaka"), "Isi.")
    assert ours.alignment is None
    assert ours.runs[0].font.name is None


def test_a_heading_in_a_thesis_without_heading_styles_looks_as_those_typed_there() -> None:
    word = docx.Document()
    for chapter in ("BAB I PENDAHULUAN", "BAB III METODE"):
        by_hand(word, chapter, bold=True)
        by_hand(word, LONG)
    ours = next(p for p in made(word).paragraphs if p.text.endswith("Tinjauan Pustaka"))
    assert ours.style is not None
    assert ours.style.name == "Heading 1"
    font = ours.runs[-1].font
    assert (font.name, font.size, font.bold, font.color.rgb) == ("Times New Roman", Pt(12), True, None)
    assert '<w:color w:val="auto"/>' in ours._p.xml


def test_a_style_that_is_used_goes_before_one_that_has_the_name() -> None:
    word = docx.Document()
    own = word.styles.add_style("Isi Paragraf", 1)
    for _ in range(12):
        word.add_paragraph(LONG, style=own)
    word.add_paragraph(LONG, style="Body Text")
    style = last(made(word), "Isi.").style
    assert style is not None
    assert style.name == "Isi Paragraf"
