"""What a university's file already has: which of its styles serve, where its place is, how wide its lines are, what its settings say."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from litreview.document.nodes import Document, Entry, Figure, Heading, Note, Paragraph, References, Table, Text
from litreview.errors import ReadError
from litreview.writers import Options, Template, named
from litreview.writers.docx import examine
from tests.writers.sample import in_notes, previous_studies, too_wide, years
from tests.writers.university import LONG, MARKER, NS, cell, changed, paragraph, section, thesis

DOCX = named("docx")


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def filled(data: bytes, *blocks: Heading | Paragraph | Table | Figure, name: str = "word/document.xml", contents: bool = False) -> str:
    """A part of the file with these blocks in it."""
    return part(DOCX.write(Document("", "id", blocks), Options(contents=contents, template=Template(data))), name)


def with_styles(*changes: tuple[str, str], body: str = "") -> bytes:
    """The thesis with other words in its styles; in its text `body` stands before the mark."""
    data = thesis(body + paragraph(MARKER), numbered=False)
    styles = part(data, "word/styles.xml")
    for old, new in changes:
        assert old in styles
        styles = styles.replace(old, new)
    return changed(data, {"word/styles.xml": styles.encode()})


def chosen(data: bytes, role: str) -> tuple[str, str]:
    """The name of the style taken for one of ours, and how it was found."""
    return next((style.name, style.how) for style in examine(Template(data))[0].styles if style.role == role)


def style(id: str, name: str, inside: str = "", kind: str = "paragraph") -> tuple[str, str]:
    """One more style."""
    return "</w:styles>", f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{inside}</w:style></w:styles>'


LISTED = paragraph(LONG, "Daftar")


@pytest.mark.parametrize(
    ("data", "role", "found"),
    [
        (with_styles(), "heading 1", ("heading 1", "name")),
        (with_styles(('w:val="heading 1"', 'w:val="HEADING 1"')), "heading 1", ("HEADING 1", "name")),
        (with_styles(), "Normal", ("Normal", "default")),
        (with_styles((' w:default="1"', "")), "Normal", ("Normal", "name")),
        (with_styles(style("X1", "Pustaka", '<w:aliases w:val="Rujukan, bibliography"/>')), "Bibliography", ("Pustaka", "alias")),
        (with_styles(style("X1", "Daftar Pustaka")), "Bibliography", ("Daftar Pustaka", "localised")),
        (with_styles(style("Bibliography", "Pustaka Saya")), "Bibliography", ("Pustaka Saya", "id")),
        (with_styles(), "heading 3", ("Judul Subbab", "outline")),
        (with_styles(), "heading 4", ("heading 4", "created")),
        (with_styles(), "Body Text", ("Isi Tesis", "use")),
        (with_styles(style("X1", "Body Text")), "Body Text", ("Isi Tesis", "use")),
        (with_styles(style("X1", "Body Text"), body=paragraph("Satu", "X1")), "Body Text", ("Body Text", "name")),
        (with_styles(style("X1", "Teks Isi"), body=paragraph("Satu", "X1")), "Body Text", ("Teks Isi", "name")),
        (with_styles(style("X1", "Judul 3", '<w:pPr><w:outlineLvl w:val="5"/></w:pPr>')), "heading 3", ("Judul Subbab", "outline")),
        (with_styles(style("X1", "Judul 3", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')), "heading 3", ("Judul 3", "localised")),
        (with_styles(style("X1", "Hyperlink")), "Hyperlink", ("Hyperlink", "created")),
        (with_styles(style("X1", "Judul 3", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')), "heading 3", ("Judul 3", "localised")),
        (with_styles(style("X1", "Hyperlink", kind="character")), "Hyperlink", ("Hyperlink", "name")),
    ],
)  # fmt: skip
def test_which_style_serves(data: bytes, role: str, found: tuple[str, str]) -> None:
    assert chosen(data, role) == found


def test_the_outline_level_may_come_from_the_style_below() -> None:
    based = style("X4", "Subbab kecil", '<w:basedOn w:val="X0"/>'), style("X0", "Dasar", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
    assert chosen(with_styles(*based), "heading 4")[1] == "outline"
    circle = style("X4", "Satu", '<w:basedOn w:val="X0"/>'), style("X0", "Dua", '<w:basedOn w:val="X4"/>')
    assert chosen(with_styles(*circle), "heading 4") == ("heading 4", "created")


def test_a_short_line_a_heading_or_a_list_is_no_running_text() -> None:
    short = "Kalimat pendek yang tidak dihitung sebagai teks biasa."
    assert len(short) < 60 <= len(LONG)
    other = style("Lain", "Lain")
    data = thesis(numbered=False)
    assert chosen(with_styles(other, body=paragraph(LONG, "Lain") * 3), "Body Text") == ("Lain", "use")
    assert chosen(with_styles(other, body=paragraph(short, "Lain") * 3), "Body Text") == ("Isi Tesis", "use")
    assert chosen(with_styles(body=paragraph(LONG, "Judul1") * 3), "Body Text") == ("Isi Tesis", "use")
    listed = '<w:p><w:pPr><w:pStyle w:val="Lain"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>' + LONG + "</w:t></w:r></w:p>"
    assert chosen(with_styles(other, body=listed * 3), "Body Text") == ("Isi Tesis", "use")
    assert chosen(data, "Body Text") == ("Isi Tesis", "use")


def test_a_style_that_is_added_takes_fonts_and_base_from_the_file() -> None:
    styles = filled(thesis(numbered=False), Heading(4, (Text("Kecil"),), "h"), Paragraph((Text("a"),), "p"), name="word/styles.xml")
    added = re.findall(r'<w:style [^>]*w:styleId="Heading4"[^>]*>(.*?)</w:style>', styles)[0]
    assert '<w:basedOn w:val="Normal"/><w:next w:val="IsiTesis"/>' in added
    assert "<w:rFonts" not in added
    assert "<w:color" not in added
    assert "Heading4" not in filled(thesis(numbered=False), Paragraph((Text("a"),), "p"), name="word/styles.xml"), "only what is used"


def test_a_table_style_is_based_on_the_one_of_the_file() -> None:
    styles = filled(thesis(numbered=False), previous_studies("id"), name="word/styles.xml")
    added = re.findall(r'<w:style [^>]*w:styleId="TableGrid"[^>]*>(.*?)</w:style>', styles)[0]
    assert '<w:basedOn w:val="TabelNormal"/>' in added


TABLE = previous_studies("id")


def widths(document: str) -> list[int]:
    """The width of each of our tables."""
    return [sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"', grid))) for grid in re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", document)]


PAGE = section(first=True, header="rId12")


@pytest.mark.parametrize(
    ("old", "new", "wide"),
    [
        ("", "", 11906 - 2268 - 1701),
        ('w:gutter="0"', 'w:gutter="500"', 11906 - 2268 - 1701 - 500),
        ('<w:cols w:space="708"/>', '<w:cols w:num="2" w:space="700"/>', (11906 - 2268 - 1701 - 700) // 2),
        ('<w:cols w:space="708"/>', '<w:cols w:num="2"/>', (11906 - 2268 - 1701 - 708) // 2),
        ('w:right="1701"', 'w:right="9000"', 1440),
    ],
)
def test_how_wide_a_line_of_the_file_is(old: str, new: str, wide: int) -> None:
    data = thesis()
    document = part(data, "word/document.xml")
    assert PAGE in document
    data = changed(data, {"word/document.xml": document.replace(PAGE, PAGE.replace(old, new) if old else PAGE).encode()})
    assert widths(filled(data, TABLE)) == [wide]
    assert examine(Template(data))[0].text_width == round(wide / 1440 * 2.54, 2)


@pytest.mark.parametrize(("said", "wide"), [("5000", 5000 - 216), ("1656", 11906 - 2268 - 1701), ("1657", 1441)])
def test_a_cell_is_as_wide_as_it_says_where_that_is_room_enough(said: str, wide: int) -> None:
    document = filled(thesis(cell(MARKER).replace('<w:tcW w:w="5000"', f'<w:tcW w:w="{said}"')), TABLE)
    assert wide in widths(document[document.index("<w:tc>") :])


def test_a_wide_table_turns_the_pages_of_the_file() -> None:
    (wide,) = too_wide(Document("", "id", (previous_studies("id", landscape=True),))).blocks
    document = filled(thesis(), wide, Paragraph((Text("a"),), "p"))
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"(?: w:orient="(\w+)")?/>', document)
    assert ("16838", "11906", "landscape") in sizes[:-1]
    assert widths(document) == [16838 - 2268 - 1701]


LATER = "<w:compat/><w:rsids/><w:themeFontLang w:val=\"id-ID\"/><w:decimalSymbol w:val=\",\"/>"  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "order"),
    [
        (f'<w:zoom w:percent="100"/>{LATER}', ["zoom", "footnotePr", "compat", "rsids", "themeFontLang", "decimalSymbol"]),
        ('<w:zoom w:percent="100"/><w:decimalSymbol w:val=","/>', ["zoom", "footnotePr", "decimalSymbol"]),
        ('<w:zoom w:percent="100"/>', ["zoom", "footnotePr"]),
        ("<w:footnotePr/><w:compat/>", ["footnotePr", "compat"]),
    ],
)
def test_the_setting_for_footnotes_stands_where_the_schema_wants_it(inside: str, order: list[str]) -> None:
    data = changed(thesis(notes=False), {"word/settings.xml": f"<w:settings {NS}>{inside}</w:settings>".encode()})
    settings = filled(data, Paragraph((Text("a"), Note((Text("Catatan."),))), "p"), name="word/settings.xml")
    assert [name for name in re.findall(r"<w:(\w+)", settings) if name not in ("settings", "footnote")] == order


def test_a_new_note_has_a_number_that_no_note_of_the_file_has() -> None:
    data = DOCX.write(in_notes(Document("", "id", (Paragraph((Text("a"), Note((Text("Satu."),))), "p"),))))
    both = Document("", "id", (Paragraph((Text("b"), Note((Text("Dua."),))), "q"),))
    document = DOCX.write(both, Options(template=Template(data)))
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(document, "word/document.xml")) == ["1", "2"]
    assert re.findall(r"<w:t [^>]*>([^< ][^<]*)</w:t>", part(document, "word/footnotes.xml")) == ["Satu.", "Dua."]
    assert "footnotePr" in part(document, "word/settings.xml")


def test_a_figure_goes_on_counting_the_drawings_and_captions_of_the_file() -> None:
    first = DOCX.write(Document("", "id", (years("id"),)))
    document = part(DOCX.write(Document("", "id", (years("id"),)), Options(template=Template(first))), "word/document.xml")
    assert re.findall(r'<wp:docPr id="(\d+)"', document) == ["1", "2"]
    assert re.findall(r"SEQ Gambar[^<]*", document) == ["SEQ Gambar \\* ARABIC ", "SEQ Gambar \\* ARABIC \\r 1 "]


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("Tinjauan Pustaka", "tinjauan  pustaka"),
        ("BAB II Tinjauan Pustaka", "Tinjauan Pustaka"),
        ("2.1. Tinjauan Pustaka", "Tinjauan Pustaka"),
        ("BAB II Tinjauan Pustaka", "BAB II Tinjauan Pustaka"),
    ],
)
def test_a_heading_is_found_with_and_without_its_number(heading: str, asked: str) -> None:
    data = thesis(paragraph("Tinjauan Pustaka") + paragraph(heading, "Judul1") + paragraph("Sesudah"))
    options = Options(template=Template(data, after_heading=asked))
    texts = re.findall(
        r"<w:t[^>]*>([^<]*)</w:t>", part(DOCX.write(Document("", "id", (Paragraph((Text("Baru"),), "p"),)), options), "word/document.xml")
    )
    assert texts[texts.index("Baru") - 2 : texts.index("Baru") + 1] == [heading, "Sesudah", "Baru"]


def test_an_empty_file_is_filled_from_its_beginning() -> None:
    data = changed(thesis(), {"word/document.xml": f"<w:document {NS}><w:body><w:p/><w:sectPr/></w:body></w:document>".encode()})
    document = filled(data, Paragraph((Text("Baru"),), "p"))
    assert len(re.findall(r"<w:p[ >]", document)) == 1
    assert document.index("Baru") < document.index("<w:sectPr/>")


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def test_parts_may_be_nested_two_hundred_deep() -> None:
    data = changed(thesis(), {"word/x.xml": nested(200)})
    assert examine(Template(data))[0].marked
    with pytest.raises(ReadError, match="nested"):
        examine(Template(changed(thesis(), {"word/x.xml": nested(201)})))


@pytest.mark.parametrize("name", ["word/../x.xml", "word\\x.xml"])
def test_parts_with_ways_out_in_their_names_are_refused(name: str) -> None:
    with pytest.raises(ReadError, match="damaged"):
        examine(Template(changed(thesis(), {name: b"<a/>"})))


def test_links_for_the_reader_stay() -> None:
    relations = part(thesis(), "word/_rels/document.xml.rels")
    link = '<Relationship Id="rId90" Type="http://x/hyperlink" Target="https://contoh.ac.id/" TargetMode="External"/></Relationships>'
    data = changed(thesis(), {"word/_rels/document.xml.rels": relations.replace("</Relationships>", link).encode()})
    assert "https://contoh.ac.id/" in filled(data, Paragraph((Text("a"),), "p"), name="word/_rels/document.xml.rels")


def test_a_section_ends_in_a_paragraph_behind_a_content_control() -> None:
    data = thesis(paragraph(MARKER, section=section(header="rId12")))
    listed = Document("", "id", (References("r", (Entry("a", (Text("Lee."),)),)),))
    document = part(DOCX.write(listed, Options(citations="word", template=Template(data))), "word/document.xml")
    assert re.search(r'</w:sdt><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr>', document)
    assert document.count("<w:sectPr>") == 4
