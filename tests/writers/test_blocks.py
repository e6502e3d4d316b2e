"""Blocks in the words of Word: figures, captions, tables, lists, contents, notes, bibliographies."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from litreview.document.nodes import (
    Block,
    Display,
    Entry,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quoted,
    References,
    Text,
)
from litreview.writers import named
from tests.writers.packages import parts
from tests.writers.sample import chapter, in_notes, numbered, png, years
from tests.writers.test_look import layout, table, words, written

DOCX = named("docx")


def test_a_figure_is_as_large_as_it_is_and_smaller_where_the_line_is_short(tmp_path: Path) -> None:
    look = layout(tmp_path, '[page]\nwidth = "21cm"\nleft = "3cm"\nright = "3cm"\n')

    def size(figure: Figure) -> list[tuple[str, str]]:
        return re.findall(r'<(?:wp:extent|a:ext) cx="(\d+)" cy="(\d+)"/>', written(figure, look=look)["word/document.xml"])

    figure = years("id")
    assert size(attrs.evolve(figure, width=10.0, height=5.0)) == [("3600000", "1800000")] * 2
    ((wide, high), _) = size(attrs.evolve(figure, width=30.0, height=10.0))
    assert (round(int(wide) / 360_000, 2), round(int(high) / 360_000, 2)) == (15.0, 5.0)


def test_figures_have_numbers_and_pictures_of_their_own() -> None:
    first, second = years("id"), attrs.evolve(years("id"), key="other", number="2.2", image=png(shade=9))
    found = written(first, second, attrs.evolve(first, key="again", number="2.3"))
    document = found["word/document.xml"]
    assert re.findall(r'<wp:docPr id="(\d+)"', document) == ["1", "2", "3"]
    pictures = re.findall(r'<a:blip r:embed="(\w+)"', document)
    assert pictures[0] == pictures[2] != pictures[1]
    assert all(f'Id="{relation}"' in found["word/_rels/document.xml.rels"] for relation in pictures)
    assert 'name="Gambar 2.1 Studi menurut tahun terbit" descr="2017: 1; 2019: 1; 2020: 1; 2021: 2 &lt;&amp;&quot;&gt;"' in document
    assert re.findall(r'<w:pStyle w:val="(Figure|Caption)"/>(<w:keepNext[^>]*>)', document)[:2] == [
        ("Figure", "<w:keepNext/>"), ("Caption", '<w:keepNext w:val="0"/>'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "number", "code", "before"),
    [
        ("Tabel", "2.1", " SEQ Tabel \\* ARABIC ", "Tabel\u00a02."),
        ("Tabel A", "3", " SEQ TabelA \\* ARABIC \\r 3 ", "Tabel A\u00a0"),
        ("", "1", " SEQ Table \\* ARABIC ", ""),
        ("Tabel", "A", None, "Tabel\u00a0A"),
        ("Tabel", "1a", None, "Tabel\u00a01a"),
    ],
)
def test_a_caption_is_counted_under_its_label(label: str, number: str, code: str | None, before: str, tmp_path: Path) -> None:
    document = written(attrs.evolve(table(("a",)), label=label, number=number), look=layout(tmp_path, ""))["word/document.xml"]
    assert re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", document) == ([code] if code else [])
    assert "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", document)).startswith(
        before + (number.rpartition(".")[2] if code else "") + ". Isi"
    )


def test_a_chapter_is_counted_under_its_own_word() -> None:
    document = written(Heading(1, (Text("Tinjauan Pustaka"),), "c", "BAB II"), Heading(2, (Text("Pengantar"),), "s", "2.1"))[
        "word/document.xml"
    ]
    assert re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", document) == [" SEQ BAB \\* ROMAN \\r 2 "]
    assert "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", document)) == "BAB\u00a0IITinjauan PustakaPengantar"


def test_widths_heads_and_rows_of_a_table(tmp_path: Path) -> None:
    look = layout(tmp_path, '[page]\nwidth = "8in"\nleft = "1in"\nright = "1in"\n')
    document = written(table(("a", "b"), ("c",), header=("K", "L"), widths=(0.25, 0.75)), look=look)["word/document.xml"]
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', document) == ["2160", "6480"]
    assert '<w:tblW w:w="8640" w:type="dxa"/><w:tblLayout w:type="fixed"/>' in document
    assert 'w:firstRow="1"' in document
    assert re.findall(r"<w:trPr>(.*?)</w:trPr>", document) == ["<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>", "<w:cantSplit/>"]
    assert re.findall(r'<w:tcW w:w="(\d+)"', document) == ["2160", "6480"] * 3
    assert re.findall(r'<w:pStyle w:val="(Table\w+)"/>', document) == ["TableHeading"] * 2 + ["TableText"] * 4
    assert '<w:tblCaption w:val="Tabel 1 Isi"/>' in document
    assert "w:tblDescription" not in document
    bare = written(table(("a", "b"), widths=(1.0, 0.0)), look=look)["word/document.xml"]
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', bare) == ["4320", "4320"], "shares that do not fit count for nothing"
    assert 'w:firstRow="0"' in bare
    assert "w:tbl>" not in written(table(), look=look)["word/document.xml"]


def test_below_a_table_there_is_room_once(tmp_path: Path) -> None:
    look = layout(tmp_path, '[tables]\nafter = "10pt"\n')
    document = written(table(("a",)), words("b"), words("c"), look=look)["word/document.xml"]
    assert re.findall(r'<w:pStyle w:val="BodyText"/>(.*?)</w:pPr>', document) == ['<w:spacing w:before="200"/>', ""]


LONG = tuple(f"pertanggungjawaban{n}" for n in range(7))


def test_a_table_too_wide_for_upright_pages_lies_in_a_section_of_its_own(tmp_path: Path) -> None:
    look = layout(tmp_path, "")
    document = written(words("a"), table(LONG, landscape=True), words("c"), look=look)["word/document.xml"]
    assert re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"( w:orient="landscape")?/>', document) == [
        ("11906", "16838", ""), ("16838", "11906", ' w:orient="landscape"'), ("11906", "16838", ""),
    ]  # fmt: skip
    upright = written(words("a"), table(("b",), landscape=True), words("c"), look=look)["word/document.xml"]
    assert "landscape" not in upright
    first = written(table(LONG, landscape=True), look=look)["word/document.xml"]
    assert first.count("<w:sectPr>") == 1, "no empty page before it"
    assert first.index("</w:tbl>") < first.index('<w:pStyle w:val="SectionEnd"/>') < first.index("<w:sectPr>")


def test_a_wide_table_takes_narrow_type_before_it_turns_the_page(tmp_path: Path) -> None:
    narrow = '[styles."Table Text"]\nsize = "12pt"\n[styles."Table Text Narrow"]\nsize = "8pt"\nline = 1\n'
    wide = table(LONG[:5], landscape=True)
    document = written(wide, look=layout(tmp_path, narrow))["word/document.xml"]
    assert "landscape" not in document
    assert set(re.findall(r'<w:pStyle w:val="(Table\w+)"/>', document)) == {"TableTextNarrow"}
    assert re.findall(r'<w:tblCellMar><w:left w:w="(\d+)"', document) == ["35"]
    assert "landscape" in written(wide, look=layout(tmp_path, narrow.replace("8pt", "12pt")))["word/document.xml"]


def test_a_wide_table_turns_where_upright_its_rows_would_be_very_high(tmp_path: Path) -> None:
    look = layout(tmp_path, '[styles."Table Text Narrow"]\nsize = "8pt"\nline = 1\n')
    rows = [tuple("panjang sekali " * 150 for _ in range(8))]
    assert "landscape" in written(table(*rows, landscape=True), look=look)["word/document.xml"]


def test_only_a_row_of_a_quarter_page_may_be_parted(tmp_path: Path) -> None:
    document = written(table(("a",), ("kata " * 2000,), header=("b",)), look=layout(tmp_path, ""))["word/document.xml"]
    assert [("cantSplit" in row, "tblHeader" in row) for row in re.findall(r"<w:tr>.*?</w:tr>", document)] == [
        (True, True), (True, False), (False, False),
    ]  # fmt: skip


def test_a_page_break_is_one_of_the_next_paragraph() -> None:
    document = written(words("a"), PageBreak(), words("b"), words("c"))["word/document.xml"]
    assert [("pageBreakBefore" in p) for p in re.findall(r"<w:p>.*?</w:p>", document)] == [False, True, False]
    before_table = written(words("a"), PageBreak(), table(("b",)))["word/document.xml"]
    assert re.findall(r'<w:pStyle w:val="Caption"/>(.*?)<w:pageBreakBefore/>', before_table) == ["<w:keepNext/>"]


def test_each_ordered_list_counts_from_one() -> None:
    def items(*texts: str, ordered: bool = True) -> ListBlock:
        return ListBlock(tuple((Text(text),) for text in texts), texts[0], ordered=ordered)

    found = written(items("a", "b"), items("c", ordered=False), items("d"), language="en")
    assert re.findall(r'<w:ilvl w:val="0"/><w:numId w:val="(\d+)"/>', found["word/document.xml"]) == ["2", "2", "1", "3"]
    numbering = found["word/numbering.xml"]
    assert re.findall(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"/>(<w:lvlOverride)?', numbering) == [
        ("1", "0", ""), ("2", "1", "<w:lvlOverride"), ("3", "1", "<w:lvlOverride"),
    ]  # fmt: skip
    assert re.findall(r'<w:numFmt w:val="(\w+)"/><w:lvlText w:val="([^"]*)"/>', numbering) == [("bullet", "•"), ("decimal", "%1.")]
    assert '<w:startOverride w:val="1"/>' in numbering


def test_the_contents_name_every_heading_table_and_figure(tmp_path: Path) -> None:
    blocks = (Heading(1, (Text("Satu"),), "one", "1"), words("a"), Heading(2, (Text("Dua"),), "two", "1.1"), table(("b",)), years("id"))
    document = written(*blocks, contents=True, look=layout(tmp_path, ""))["word/document.xml"]
    lines = [
        (style, "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", text)))
        for style, text in re.findall(r'<w:pStyle w:val="(TOC\d|TableofFigures)"/>(.*?)</w:p>', document)
    ]
    assert [(style, text[:-1]) for style, text in lines] == [
        ("TOC1", "1 Satu"), ("TOC2", "1.1 Dua"), ("TableofFigures", "Tabel 1 Isi"), ("TableofFigures", "Gambar 2.1 Studi menurut tahun terbit"),
    ]  # fmt: skip
    codes = re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", document)
    assert [code for code in codes if code.startswith(" TOC")] == [
        ' TOC \\o "1-4" \\h \\z \\u ', ' TOC \\h \\z \\c "Tabel" ', ' TOC \\h \\z \\c "Gambar" ',
    ]  # fmt: skip
    fields = [re.findall(r'w:fldCharType="(\w+)"', p) for p in re.findall(r"<w:p>.*?</w:p>", document) if '"TOC1"' in p or '"TOC2"' in p]
    page = ["begin", "separate", "end"]
    assert fields == [["begin", "separate", *page], [*page, "end"]], "one field over all lines"
    assert re.findall(r'<w:sdtPr><w:id w:val="([1-9]\d{0,9})"/><w:docPartObj>', document)
    for name in re.findall(r" PAGEREF (\w+) ", document):
        assert f'w:anchor="{name}"' in document
        assert f'w:name="{name}"' in document


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (100, ["H11", "H21", "H32", "H43", "H53", "Akhir5"]),  # three lines fill a page
        (130, ["H11", "H22", "H33", "H44", "H55", "Akhir6"]),  # a third does not fit
    ],
)
def test_the_pages_of_the_contents_are_guessed_from_the_layout(line: int, lines: list[str], tmp_path: Path) -> None:
    look = layout(
        tmp_path,
        f'[page]\nheight = "400pt"\ntop = "50pt"\nbottom = "50pt"\n[page-numbers]\nfront = "roman"\n[styles.Normal]\nline = "{line}pt"\n',
    )
    blocks: list[Block] = []
    for number in range(1, 6):
        blocks += [Heading(2, (Text(f"H{number}"),), f"h{number}"), words("a")]
    document = written(*blocks, PageBreak(), Heading(2, (Text("Akhir"),), "last"), contents=True, look=look)["word/document.xml"]
    texts = ["".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", p)) for p in re.findall(r'<w:pStyle w:val="TOC2"/>(.*?)</w:p>', document)]
    assert texts == lines


def test_a_title_is_printed_where_no_chapter_has_one() -> None:
    document = written(words("a"), title="Judul")["word/document.xml"]
    assert re.findall(r'w:val="(Title|Heading1)"', document) == ["Title"]
    assert "landscape" not in document
    chapter_title = written(Heading(1, (Text("Bab"),), "b"), title="Judul")
    assert re.findall(r'w:val="(Title|Heading1)"', chapter_title["word/document.xml"]) == ["Heading1"]
    assert "<dc:title>Judul</dc:title><dc:language>id-ID</dc:language>" in chapter_title["docProps/core.xml"]


@pytest.mark.parametrize(("language", "point", "separator"), [("id", ",", ";"), ("en", ".", ","), ("ms", ".", ","), ("en-GB", ".", ",")])
def test_the_settings_know_how_the_language_writes_numbers(language: str, point: str, separator: str) -> None:
    settings = written(words("a"), language=language)["word/settings.xml"]
    assert f'<w:decimalSymbol w:val="{point}"/><w:listSeparator w:val="{separator}"/>' in settings
    assert "footnotePr" not in settings


def test_footnotes_have_their_separators_and_their_setting_before_the_compatibility() -> None:
    found = {name: blob.decode() for name, blob in parts(DOCX.write(in_notes(chapter("id")))).items() if name.endswith(".xml")}
    settings = found["word/settings.xml"]
    assert '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>' in settings
    numbers = re.findall(r'<w:footnote (?:w:type="(\w+)" )?w:id="(-?\d+)"', found["word/footnotes.xml"])
    assert numbers[:3] == [("separator", "-1"), ("continuationSeparator", "0"), ("", "1")]
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', found["word/document.xml"]) == [number for _, number in numbers[2:]]


@pytest.mark.parametrize(
    ("block", "said", "properties"),
    [
        ({"hanging": True}, "", ['<w:ind w:left="709" w:hanging="709"/>']),
        ({"hanging": True}, '[styles.Bibliography]\nhanging = "1cm"\nleft = "1cm"', []),
        ({"hanging": False}, "", ['<w:ind w:left="0" w:firstLine="0"/>']),
        (
            {"hanging": True, "line_spacing": 2, "entry_spacing": 1},
            '[references]\nspacing = "style"',
            ['<w:spacing w:after="480" w:line="480" w:lineRule="auto"/><w:ind w:left="709" w:hanging="709"/>'],
        ),
        (
            {"hanging": True, "line_spacing": 9, "entry_spacing": 0},
            '[references]\nspacing = "style"',
            ['<w:spacing w:after="0" w:line="1200" w:lineRule="auto"/><w:ind w:left="709" w:hanging="709"/>'],
        ),
    ],
)
def test_indent_and_spacing_of_a_bibliography(block: dict[str, bool | int], said: str, properties: list[str], tmp_path: Path) -> None:
    listed = attrs.evolve(References("r", (Entry("a", (Text("Lee, A. (2019)."),)),)), **block)
    document = written(listed, look=layout(tmp_path, said))["word/document.xml"]
    assert re.findall(r'<w:pStyle w:val="Bibliography"/>(.+?)</w:pPr>', document) == properties


def test_an_entry_of_several_lines_stays_together() -> None:
    entry = Entry("a", (Text("Lee, A."), Display("block", (Text("Catatan"),)), Display("indent", (Text("Rak 3"),))))
    document = written(References("r", (entry,)))["word/document.xml"]
    found = re.findall(r'<w:pStyle w:val="Bibliography"/>(.*?)</w:pPr>', document)
    assert [("<w:keepNext/>" in properties, '<w:spacing w:after="0"/>' in properties) for properties in found] == [
        (True, True), (True, True), (False, False),
    ]  # fmt: skip
    assert '<w:ind w:left="0" w:firstLine="0"/>' in found[1]
    assert re.search(r'<w:ind w:left="\d{3}" w:firstLine="0"/>', found[2])


def test_the_numbers_of_a_bibliography_stand_in_its_margin() -> None:
    document = written(numbered())["word/document.xml"]
    assert len(re.findall(r'<w:ind w:left="(\d+)" w:hanging="\1"/>', document)) == 5
    assert re.findall(r"<w:t [^>]*>(\[\d\])</w:t></w:r><w:r>(<w:tab/>)", document) == [(f"[{n}]", "<w:tab/>") for n in range(1, 6)]


def test_quotation_marks_are_those_of_the_text() -> None:
    document = written(Paragraph((Quoted((Text("a"),)),), "p"))["word/document.xml"]
    assert "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", document)) == "“a”"
