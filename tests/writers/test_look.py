"""A layout in the words of Word: every length in its unit, every element with its attributes, in the order of the schema."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from litreview.document.nodes import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
)
from litreview.errors import ReadError
from litreview.writers import Options, named
from litreview.writers.docx.package.layout import length
from tests.writers.packages import parts

DOCX = named("docx")


def written(*blocks: Block, look: Path | None = None, title: str = "", language: str = "id", contents: bool = False) -> dict[str, str]:
    """The parts of a file of these blocks, as text."""
    options = Options(contents=contents, **({"layout": str(look)} if look else {}))
    return {
        name: blob.decode()
        for name, blob in parts(DOCX.write(Document(title, language, blocks), options)).items()
        if name.endswith(("xml", "rels"))
    }


def layout(folder: Path, text: str) -> Path:
    """A layout of these words."""
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def style(part: str, id: str) -> str:
    """The inside of one style of ``word/styles.xml``."""
    return re.findall(rf'<w:style [^>]*w:styleId="{id}"[^>]*>(.*?)</w:style>', part)[0]


def inside(element: str, xml: str) -> list[str]:
    """What stands in each `element` of some XML."""
    return re.findall(rf"<w:{element}>(.*?)</w:{element}>", xml)


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),), text)


def table(*rows: tuple[str, ...], header: tuple[str, ...] = (), landscape: bool = False, widths: tuple[float, ...] = ()) -> Table:
    made = [tuple(Cell(((Text(word),),)) for word in row) for row in (header, *rows)]
    return Table("t", "Tabel", "1", (Text("Isi"),), made[0], tuple(made[1:]), widths, landscape, "")


@pytest.mark.parametrize(
    ("said", "twips"),
    [("1in", 1440), ("72pt", 1440), ("2.54cm", 1440), ("25.4mm", 1440), ("-1in", -1440), ("0.5pt", 10), ("1000pt", 20000), ("4 cm", 2268)],
)
def test_lengths_in_twips(said: str, twips: int) -> None:
    assert length(said) == twips


@pytest.mark.parametrize("said", ["1", "1em", "1001pt", "-1001pt", "1.cm", "one cm", 3])
def test_what_is_no_length(said: object) -> None:
    with pytest.raises(ValueError, match="layout-length"):
        length(said)


BODY_TEXT = """[styles."Body Text"]
font = "Arial"
size = "11pt"
bold = true
italic = false
caps = true
small-caps = false
color = "0a0b0c"
underline = true
script = "superscript"
align = "justify"
left = "1in"
right = "0.5in"
first-line = "36pt"
line = 1.5
before = "6pt"
after = "12pt"
keep-next = true
keep-lines = false
page-break-before = true
"""


def test_everything_a_layout_says_of_a_style(tmp_path: Path) -> None:
    found = style(written(words("a"), look=layout(tmp_path, BODY_TEXT))["word/styles.xml"], "BodyText")
    assert inside("pPr", found) == [
        '<w:keepNext/><w:keepLines w:val="0"/><w:pageBreakBefore/><w:spacing w:before="120" w:after="240" w:line="360" w:lineRule="auto"/>'
        '<w:ind w:left="1440" w:right="720" w:firstLine="720"/><w:jc w:val="both"/>'
    ]
    assert inside("rPr", found) == [
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:b/><w:bCs/><w:i w:val="0"/><w:iCs w:val="0"/>'
        '<w:caps/><w:smallCaps w:val="0"/><w:color w:val="0A0B0C"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:u w:val="single"/>'
        '<w:vertAlign w:val="superscript"/>'
    ]


@pytest.mark.parametrize(
    ("said", "properties"),
    [
        ('line = "18pt"', ['<w:spacing w:line="360" w:lineRule="exact"/>']),
        ("line = 2", ['<w:spacing w:line="480" w:lineRule="auto"/>']),
        ('before = "0pt"', ['<w:spacing w:before="0"/>']),
        ('hanging = "1cm"\nleft = "1cm"\nfirst-line = "2cm"', ['<w:ind w:left="567" w:hanging="567"/>']),
        ('hanging = "0cm"\nfirst-line = "2cm"', ['<w:ind w:hanging="0" w:firstLine="1134"/>']),
        ('align = "center"', ['<w:jc w:val="center"/>']),
        ('align = "left"', ['<w:jc w:val="left"/>']),
    ],
)
def test_spacing_indents_and_alignment(said: str, properties: list[str], tmp_path: Path) -> None:
    found = style(written(words("a"), look=layout(tmp_path, f'[styles."Body Text"]\n{said}\n'))["word/styles.xml"], "BodyText")
    assert (inside("pPr", found), inside("rPr", found)) == (properties, [])


def test_what_a_layout_does_not_say_is_not_written(tmp_path: Path) -> None:
    part = written(words("a"), look=layout(tmp_path, ""))["word/styles.xml"]
    assert inside("pPr", style(part, "BodyText")) == inside("rPr", style(part, "BodyText")) == []
    assert inside("pPr", style(part, "Heading2")) == ['<w:outlineLvl w:val="1"/>']
    defaults = re.findall(r"<w:docDefaults>(.*?)</w:docDefaults>", part)[0]
    assert '<w:rFonts w:ascii="Times New Roman"' in defaults
    assert '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="id-ID"/>' in defaults
    normal = '[styles.Normal]\nfont = "Arial"\nsize = "10.5pt"\n'
    defaults = re.findall(r"<w:docDefaults>(.*?)</w:docDefaults>", written(look=layout(tmp_path, normal))["word/styles.xml"])[0]
    assert '<w:rFonts w:ascii="Arial"' in defaults
    assert '<w:sz w:val="21"/>' in defaults


def test_styles_are_based_on_and_followed_by_what_word_expects(tmp_path: Path) -> None:
    part = written(words("a"), look=layout(tmp_path, ""))["word/styles.xml"]
    assert '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">' in part
    assert '<w:basedOn w:val="Normal"/><w:next w:val="BodyText"/>' in style(part, "Heading1")
    assert '<w:basedOn w:val="TableText"/>' in style(part, "TableHeading")
    assert '<w:basedOn w:val="DefaultParagraphFont"/>' in style(part, "Hyperlink")
    assert "w:basedOn" not in style(part, "Normal")
    assert sorted(re.findall(r'w:styleId="(\w+)" w:customStyle="1"', part)) == [
        "CitationBacklink", "Figure", "SectionEnd", "TableHeading", "TableHeadingNarrow", "TableText",
        "TableTextNarrow",
    ]  # fmt: skip
    assert '<w:tab w:val="right" w:leader="dot" w:pos="9026"/>' in style(part, "TOC2")
    assert "w:tabs" not in style(part, "BodyText")


@pytest.mark.parametrize(
    ("said", "sides", "first_row"),
    [
        ("", ["top", "left", "bottom", "right", "insideH", "insideV"], []),
        ('borders = "rules"', ["top", "bottom"], ["tcBorders"]),
        ('header-shade = "d9d9d9"', ["top", "left", "bottom", "right", "insideH", "insideV"], ["shd"]),
        ('borders = "rules"\nheader-shade = "d9d9d9"', ["top", "bottom"], ["tcBorders", "shd"]),
    ],
)
def test_rules_and_shade_of_a_table(said: str, sides: list[str], first_row: list[str], tmp_path: Path) -> None:
    found = style(written(words("a"), look=layout(tmp_path, f'[tables]\ncell-margin = "3mm"\n{said}\n'))["word/styles.xml"], "TableGrid")
    (borders,) = inside("tblBorders", found)
    assert re.findall(r'<w:(\w+) w:val="single" w:sz="4"', borders) == sides
    assert inside("tblCellMar", found) == ['<w:left w:w="170" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>']
    rows = [re.findall(r"<w:(tcBorders|shd)\b", row) for row in re.findall(r'<w:tblStylePr w:type="firstRow">(.*?)</w:tblStylePr>', found)]
    assert rows == ([first_row] if first_row else [])
    assert ('w:fill="D9D9D9"' in found) is ("shd" in first_row)


@pytest.mark.parametrize(
    ("said", "body_starts"),
    [('[page]\nwidth = "10cm"\nleft = "4cm"\nright = "4cm"', False), ('[page]\nwidth = "10cm"\nleft = "3cm"\nright = "4cm"', True)],
)
def test_a_line_of_text_is_an_inch_at_least(said: str, body_starts: bool, tmp_path: Path) -> None:
    if body_starts:
        assert 'w:w="5669"' in written(words("a"), look=layout(tmp_path, said))["word/document.xml"]
    else:
        with pytest.raises(ReadError, match="margins"):
            written(words("a"), look=layout(tmp_path, said))


@pytest.mark.parametrize(
    "said", ["line = 0", "line = 10", "line = true", 'size = "1500pt"', 'size = "0.04pt"', 'color = "12345g"', "caps = 1"]
)
def test_what_no_style_can_be(said: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"own\.toml"):
        written(words("a"), look=layout(tmp_path, f"[styles.Normal]\n{said}\n"))


@pytest.mark.parametrize(
    ("opening", "other", "references"),
    [
        ("bottom-center", "bottom-center", [("footer", "default", "center")]),
        ("none", "top-right", [("header", "default", "right")]),
        ("bottom-left", "top-right", [("header", "default", "right"), ("footer", "first", "left")]),
        ("bottom-center", "none", [("footer", "first", "center")]),
        ("none", "none", []),
    ],
)
def test_where_page_numbers_stand(opening: str, other: str, references: list[tuple[str, str, str]], tmp_path: Path) -> None:
    look = layout(tmp_path, f'[page-numbers]\nopening = "{opening}"\nother = "{other}"\n')
    found = written(Heading(1, (Text("Bab"),), "b"), words("a"), look=look)
    (section,) = re.findall(r"<w:sectPr>(.*?)</w:sectPr>", found["word/document.xml"])
    numbers = {
        relation: re.findall(r'<w:jc w:val="(\w+)"/>', found[f"word/{target}"])[0]
        for one in re.findall(r"<Relationship [^>]*>", found["word/_rels/document.xml.rels"])
        for target, relation in zip(re.findall(r'Target="((?:header|footer)\w+\.xml)"', one), re.findall(r'Id="(\w+)"', one), strict=False)
    }
    told = re.findall(r'<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"/>', section)
    assert [(kind, page, numbers[relation]) for kind, page, relation in told] == references
    assert ("<w:titlePg/>" in section) is (opening != other)
