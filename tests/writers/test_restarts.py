"""Headings that count anew below each section, by a list that would count on through the thesis."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from litreview.document.nodes import Document, Heading, Paragraph, Reference, Text
from litreview.writers import Options, Template, named
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.counting import Counting, lists_of, place_of
from litreview.writers.docx.template.styles import Sheet

NS = f'xmlns:w="{W}"'
LETTERS, FIGURES = 90, 91
CHAPTER = Document(
    "",
    "id",
    (
        Heading(1, (Text("Tinjauan Pustaka"),), "chapter", "BAB II"),
        Heading(2, (Text("Tema"),), "themes", "2.1"),
        Heading(3, (Text("Konsep"),), "concepts", "2.1.1"),
        Heading(3, (Text("Metode"),), "methods", "2.1.2"),
        Heading(2, (Text("Sintesis"),), "synthesis", "2.2"),
        Heading(3, (Text("Matriks"),), "matrix", "2.2.1"),
        Paragraph((Text("Lihat "), Reference("matrix", (Text("2.2.1"),)), Text(".")), "p"),
    ),
)


def thesis(*, anew: bool) -> bytes:
    """Chapters with sections A, B and headings 1, 2 of another list, which begins `anew` below each section or counts on."""
    word = docx.Document()
    numbering: Any = word.part.numbering_part.element
    for number, form in ((LETTERS, "upperLetter"), (FIGURES, "decimal")):
        level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
        numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="{number}">{level}</w:abstractNum>'))
    last = FIGURES + 1
    begun = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, of, more in ((LETTERS, LETTERS, ""), (FIGURES, FIGURES, ""), *((last + n, LETTERS, begun) for n in range(2)), *((last + 2 + n, FIGURES, begun) for n in range(4))):  # fmt: skip
        numbering.append(parse_xml(f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'))
    for level, number in ((2, LETTERS), (3, FIGURES)):
        style: Any = word.styles[f"Heading {level}"].element
        style.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:numId w:val="{number}"/></w:numPr>'))
    figures = iter(range(last + 2, last + 6))
    for n, chapter in enumerate(("BAB II TINJAUAN PUSTAKA", "BAB III METODE")):
        word.add_heading(chapter, 1)
        for section in range(2):
            heading: Any = word.add_heading("Bagian", 2)._p
            heading.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:numId w:val="{last + n}"/></w:numPr>')) if not section else None
            for part in range(2):
                below: Any = word.add_heading("Bawah", 3)._p
                if anew and not part:
                    below.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:numId w:val="{next(figures)}"/></w:numPr>'))
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def printed(data: bytes) -> list[str]:
    """The headings below chapters with the numbers that their lists print."""
    word = docx.Document(io.BytesIO(data))
    lists = lists_of(word.part.numbering_part.element)
    sheet, counting = Sheet(word.styles.element, word.element.body), Counting(lists)
    places = [(p.text, place_of(p._p, sheet, lists)) for p in word.paragraphs]
    return [f"{counting.label(place)} {text}" for text, place in places if place is not None]


def filled(data: bytes) -> bytes:
    return named("docx").write(CHAPTER, Options(template=Template(data, after_heading="TINJAUAN PUSTAKA")))


def test_ours_begin_anew_too_and_no_other_changes() -> None:
    data = thesis(anew=True)
    made = printed(filled(data))
    assert made[6:11] == ["C. Tema", "1. Konsep", "2. Metode", "D. Sintesis", "1. Matriks"]
    assert made[:6] + made[11:] == printed(data)


@pytest.mark.parametrize("label", ["%1.%2.%3.", "2.1.%3."])
def test_a_list_below_typed_sections_that_it_does_not_count_is_left(label: str) -> None:
    word = docx.Document()
    numbering: Any = word.part.numbering_part.element
    texts = ("%1", "%1.%2", label)
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(texts)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="{LETTERS}">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NS} w:numId="{LETTERS}"><w:abstractNumId w:val="{LETTERS}"/></w:num>'))
    style: Any = word.styles["Heading 3"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:ilvl w:val="2"/><w:numId w:val="{LETTERS}"/></w:numPr>'))
    for heading, level in (("BAB II TINJAUAN PUSTAKA", 1), ("2.1 Teori", 2), ("2.2 Konsep", 2)):
        word.add_heading(heading, level)
    file = io.BytesIO()
    word.save(file)
    made = docx.Document(io.BytesIO(filled(file.getvalue())))
    assert [p.text for p in made.paragraphs if "Konsep" in p.text or "Matriks" in p.text] == ["2.2 Konsep", "2.3.1 Konsep", "2.4.1 Matriks"]
    assert printed(filled(file.getvalue())) == []


def test_a_heading_stays_with_its_text_where_the_style_does_not_say_so() -> None:
    word = docx.Document()
    style: Any = word.styles["Heading 2"].element
    style.pPr.remove(style.pPr.find(f"{{{W}}}keepNext"))
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    file = io.BytesIO()
    word.save(file)
    made = docx.Document(io.BytesIO(filled(file.getvalue())))
    kept = {
        p.text.split()[-1]: p.paragraph_format.keep_with_next
        for p in made.paragraphs
        if p.style is not None and "Heading" in str(p.style.name)
    }
    assert (kept["Tema"], kept["Konsep"], kept["PUSTAKA"]) == (True, None, None)


def test_sections_and_what_is_below_them_in_one_style_are_told_apart() -> None:
    word = docx.Document()
    numbering: Any = word.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{".".join(f"%{k}" for k in range(1, n + 2))}"/></w:lvl>'
        for n in range(3)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="{LETTERS}">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NS} w:numId="{LETTERS}"><w:abstractNumId w:val="{LETTERS}"/></w:num>'))
    word.add_heading("BAB II TINJAUAN PUSTAKA", 1)
    for level in (1, 2, 2, 2, 1, 2, 2):
        heading: Any = word.add_heading("Bagian", 2)._p
        heading.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="{LETTERS}"/></w:numPr>'))
    file = io.BytesIO()
    word.save(file)
    assert [line for line in printed(filled(file.getvalue())) if "Tema" in line or "Sintesis" in line] == ["2.4 Tema", "2.5 Sintesis"]


def test_where_they_count_on_ours_do() -> None:
    assert [line for line in printed(filled(thesis(anew=False))) if "Konsep" in line or "Matriks" in line] == ["5. Konsep", "7. Matriks"]
