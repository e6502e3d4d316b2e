"""A chapter in a thesis whose headings stand there already: they stand once, and no other chapter changes its numbers."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from litreview.document.nodes import Document, Entry, Heading, Paragraph, References, Text
from litreview.writers import Options, Template, named
from litreview.writers.docx.package.xml import W

CHAPTER = Document(
    "",
    "id",
    (
        Heading(1, (Text("Tinjauan Pustaka"),), "chapter", "BAB II"),
        Heading(2, (Text("Pengantar"),), "introduction", "2.1"),
        Paragraph((Text("Isi bab."),), "introduction/p1"),
        Heading(1, (Text("Daftar Pustaka"),), "references"),
        References("references/list", (Entry("lee", (Text("Lee. Pelabuhan."),)),)),
    ),
)


def numbered(paragraph: Any, number: int) -> None:
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))


def thesis(inside: str, last: str = "") -> bytes:
    """A thesis of three chapters; `inside` is what chapter two holds, `last` what the bibliography holds."""
    word = docx.Document()
    word.add_heading("BAB I\nPENDAHULUAN", 1)
    numbered(word.add_heading("Latar", 2), 5)
    word.add_heading("BAB II\nTINJAUAN PUSTAKA", 1)
    word.add_paragraph(inside)
    word.add_heading("BAB III\nMETODE", 1)
    numbered(word.add_heading("Desain", 2), 6)
    numbered(word.add_heading("Data", 2), 6)
    word.add_heading("DAFTAR PUSTAKA", 1)
    if last:
        word.add_paragraph(last)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def filled(template: Template) -> list[tuple[str, int | None]]:
    """The paragraphs of the thesis with the chapter in it, each with the list that it names."""
    word = docx.Document(io.BytesIO(named("docx").write(CHAPTER, Options(template=template))))
    lists = [p._p.find(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId") for p in word.paragraphs]
    return [
        (p.text, int(str(number.get(f"{{{W}}}val"))) if number is not None else None)
        for p, number in zip(word.paragraphs, lists, strict=True)
    ]


WANTED = [
    ("BAB I\nPENDAHULUAN", None),
    ("Latar", 5),
    ("BAB II\nTINJAUAN PUSTAKA", None),
    ("2.1 Pengantar", None),
    ("Isi bab.", None),
    ("BAB III\nMETODE", None),
    ("Desain", 6),
    ("Data", 6),
    ("DAFTAR PUSTAKA", None),
    ("Lee. Pelabuhan.", None),
]


@pytest.mark.parametrize("last", ["", "{{BIBLIOGRAPHY}}", "{{DAFTAR_PUSTAKA}}"])
def test_headings_of_the_file_stand_once_and_lists_of_other_chapters_are_left_alone(last: str) -> None:
    assert filled(Template(thesis("{{LITERATURE_REVIEW}}", last))) == WANTED


@pytest.mark.parametrize("place", ["BAB IITINJAUAN PUSTAKA", "BAB II TINJAUAN PUSTAKA", "tinjauan pustaka"])
def test_the_text_goes_behind_what_its_chapter_holds(place: str) -> None:
    words = "Pembuka yang sudah ditulis."
    wanted = [*WANTED[:3], (words, None), *WANTED[3:]]
    assert filled(Template(thesis(words), after_heading=place)) == wanted


def test_with_an_offset_our_heading_is_one_of_the_chapter() -> None:
    texts = [text for text, _ in filled(Template(thesis("Pembuka."), after_heading="tinjauan pustaka", level_offset=1))]
    assert any(text.endswith("Tinjauan Pustaka") for text in texts)
