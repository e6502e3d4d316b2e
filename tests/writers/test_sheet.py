"""What is read off the styles of a file and off their use: levels, numbers, lists, indents, fonts, and which does the work of ours."""

from __future__ import annotations

import pytest
from lxml import etree

from litreview.errors import UnknownName
from litreview.writers.docx.package.xml import NAMESPACES
from litreview.writers.docx.template.styles import Sheet, choose

LONG = "Sebuah paragraf yang cukup panjang untuk dihitung sebagai isi naskah ini."


def style(style_id: str, name: str = "", inside: str = "", base: str = "", kind: str = "paragraph", default: bool = False) -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    usual = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{usual}><w:name w:val="{name or style_id}"/>{based}{inside}</w:style>'


def paragraph(style_id: str, text: str = LONG, inside: str = "") -> str:
    mark = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return f"<w:p><w:pPr>{mark}{inside}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(list_id: str, level: str | None = None) -> str:
    at = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    return f'<w:numPr>{at}<w:numId w:val="{list_id}"/></w:numPr>'


def sheet(*styles: str, text: str = "", defaults: str = "") -> Sheet:
    return Sheet(
        etree.fromstring(f"<w:styles {NAMESPACES}>{defaults}{''.join(styles)}</w:styles>"),
        etree.fromstring(f"<w:body {NAMESPACES}>{text}</w:body>"),
    )


def outline(level: str) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'


def test_what_a_style_leaves_open_it_has_from_the_one_it_is_based_on() -> None:
    made = sheet(
        style("A", inside=outline("2")),
        style("B", base="A"),
        style("C", base="B", inside=outline("0")),
        style("Nine", inside=outline("9")),
        style("Text", inside=outline("x")),
        style("Round", base="Trip"),
        style("Trip", base="Round"),
        style("Lost", base="Nowhere"),
    )
    assert [made.outline(one) for one in ("A", "B", "C", "Nine", "Text", "Round", "Lost", "Unknown")] == [
        2,
        2,
        0,
        None,
        None,
        None,
        None,
        None,
    ]


def test_numbers_indents_and_type_of_a_style() -> None:
    made = sheet(
        style("Numbered", inside=f"<w:pPr>{numbered('3')}</w:pPr>"),
        style("Off", base="Numbered", inside=f"<w:pPr>{numbered('0')}</w:pPr>"),
        style("Hung", inside='<w:pPr><w:ind w:hanging="360"/></w:pPr>'),
        style("Odd", inside='<w:pPr><w:ind w:hanging="wide"/></w:pPr>'),
        style("Set", inside='<w:rPr><w:rFonts w:ascii="Tinos"/><w:sz w:val="22"/></w:rPr>'),
        style("Plain"),
        defaults='<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arimo"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>',
    )
    assert [made.numbered(one) for one in ("Numbered", "Off", "Plain")] == [True, False, False]
    assert [made.hanging(one) for one in ("Hung", "Odd", "Plain")] == [360, None, None]
    assert [made.type(one) for one in ("Set", "Plain")] == [("Tinos", 22), ("Arimo", 24)]


def test_the_list_of_a_style_is_the_one_that_most_of_its_paragraphs_name() -> None:
    text = "".join(
        (
            paragraph("H", inside=numbered("4", "1")),
            paragraph("H", inside=numbered("7", "2")),
            paragraph("H", inside=numbered("7", "2")),
            paragraph("H", inside=numbered("0", "3")) * 3,
            paragraph("Other", inside=numbered("9")) * 4,
            paragraph("Bare", inside=numbered("5")),
            paragraph("H"),
        )
    )
    made = sheet(style("H"), style("Other"), style("Bare"), text=text)
    assert [made.listed(one) for one in ("H", "Bare", "None")] == [(7, 2), (5, 0), None]
    paragraphs = list(made.body)
    assert made.listed("H", near=paragraphs[:1]) == (4, 1), "those of the chapter alone"
    assert made.listed("H", near=paragraphs[1:2]) == (7, 2), "and those of the list in which its heading is"
    assert made.listed("Other", near=paragraphs[:1]) is None


def test_running_text_is_what_is_long_and_neither_a_heading_nor_in_a_list() -> None:
    made = sheet(
        style("N", default=True),
        style("Isi"),
        style("H", inside=outline("0")),
        text=paragraph("Isi") * 2
        + paragraph("")
        + paragraph("Isi", "pendek")
        + paragraph("H")
        + paragraph("Isi", inside=numbered("1"))
        + paragraph("Tiada"),
    )
    assert dict(made.written()) == {"Isi": 2, "N": 1}


def ways(made: Sheet, assigned: dict[str, str] | None = None) -> dict[str, tuple[str, str]]:
    return {one.role: (one.id, one.how) for one in choose(made, assigned or {})}


def test_each_of_ours_takes_the_style_that_tells_most_for_it() -> None:
    made = sheet(
        style("Dasar", "Normal", default=True),
        style("Judul1", "heading 1", inside=outline("0")),
        style("X2", "Sub Bab", inside=f'<w:aliases w:val="Anak, Heading 2"/>{outline("1")}'),
        style("Tiga", "Anak Sub", inside=outline("2")),
        style("Caption", "Keterangan Foto"),
        style("Footnote", "Catatan Kaki"),
        style("Isi", "Isi Paragraf"),
        text=paragraph("Isi") * 3,
    )
    found = ways(made)
    wanted = {
        "Normal": ("Dasar", "default"),
        "heading 1": ("Judul1", "name"),
        "heading 2": ("X2", "alias"),
        "heading 3": ("Tiga", "outline"),
        "caption": ("Caption", "id"),
        "Body Text": ("Isi", "use"),
    }
    assert {name: found.get(name) for name in wanted} == wanted
    assert ways(made, {"Heading 2": "anak sub"})["heading 2"] == ("Tiga", "given")
    with pytest.raises(UnknownName):
        choose(made, {"Heading 2": "tiada"})
    with pytest.raises(UnknownName):
        choose(made, {"tiada": "anak sub"})


def test_a_heading_that_the_file_uses_wins_over_one_that_has_the_name_and_stands_nowhere() -> None:
    styles = (style("N", "Normal", default=True), style("Heading1", "heading 1", inside=outline("0")), style("Bab", inside=outline("0")))
    assert ways(sheet(*styles, text=paragraph("Bab", "Satu") * 2))["heading 1"] == ("Bab", "use")
    assert ways(sheet(*styles, text=paragraph("Bab", "Satu")))["heading 1"] == ("Heading1", "name"), "once may be by mistake"
    assert ways(sheet(*styles, text=paragraph("Bab", "Satu") * 2 + paragraph("Heading1", "Dua")))["heading 1"] == ("Heading1", "name")


def test_what_is_nowhere_is_to_be_made_under_an_id_that_is_free() -> None:
    made = sheet(style("N", "Normal", default=True), style("Heading1", "Lain", kind="character"), style("Heading1R", kind="table"))
    assert ways(made)["heading 1"] == ("Heading1RR", "created")
