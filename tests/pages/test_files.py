"""The text of PDF and Word files made by hand: lines, empty lines, numbers of pages, tables, headings, and files that are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from docx import Document

from litreview.errors import ReadError
from litreview.pages.sources import text_of
from litreview.pages.sources.pdf import read as pdf
from tests.pages.printed import Set
from tests.pages.printed import pdf as printed_pdf

Page = Sequence[tuple[int, str]]
"""Lines with their height above the foot of the page, in points."""


def made(*pages: Page) -> bytes:
    """A PDF file of these pages."""
    return printed_pdf(*([Set(height, text) for height, text in page] for page in pages))


needs_pypdf = pytest.mark.skipif(pdf.pypdf is None, reason="pypdf, the extra [pdf], is not installed")


@needs_pypdf
def test_a_gap_wider_than_the_usual_one_is_an_empty_line() -> None:
    lines = [(700, "Kota Kembar"), (686, "dan Desa"), (672, "Pesisir"), (640, "Sri Wulandari"), (622, "Bandung")]
    assert text_of(made(lines), ".pdf") == "Kota Kembar\ndan Desa\nPesisir\n\nSri Wulandari\nBandung"


@needs_pypdf
@pytest.mark.parametrize("number", ["7", "- 7 -", "iv"])
def test_the_number_of_a_page_at_its_head_or_foot_is_left_out(number: str) -> None:
    text = [(700, "Kota Kembar"), (686, "dan Desa")]
    assert text_of(made([*text, (50, number)]), ".pdf") == "Kota Kembar\ndan Desa"
    assert text_of(made([(750, number), *text]), ".pdf") == "Kota Kembar\ndan Desa"
    assert number in text_of(made([text[0], (693, number), text[1]]), ".pdf"), "between lines it is none"
    assert text_of(made([(700, number)]), ".pdf") == number, "a page of one line has no foot"


@needs_pypdf
def test_pages_follow_each_other_up_to_a_limit() -> None:
    assert text_of(made([(700, "Satu")], [(700, "Dua")]), ".pdf") == "Satu\nDua"
    many = text_of(made(*([(700, f"Halaman nomor {n}")] for n in range(pdf.MAX_PAGES + 1))), ".pdf").splitlines()
    assert (len(many), many[-1]) == (15, "Halaman nomor 14")
    assert pdf.pages(made([(700, "Satu")], [(700, "Dua")])) == 2


@needs_pypdf
def test_a_scan_has_no_text() -> None:
    with pytest.raises(ReadError) as refused:
        text_of(made([]), ".pdf")
    assert "scan" in str(refused.value)


def word(*, template: bool = False, data: bytes = b"") -> bytes:
    """A Word file with a heading, a bold line, a table, and tabs; as a template, or with data of its own."""
    document = Document()
    document.add_heading("Kota\nKembar", 1)
    document.add_paragraph().add_run("Sri Wulandari").bold = True
    both = document.add_paragraph()
    both.add_run("NPM:\t2017330045\nBandung")
    half = document.add_paragraph("Jakarta ")
    half.add_run("2019").bold = True
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ("Nama", "Sri", "Tahun", ""), strict=True):
        cell.text = text
    document.add_paragraph("a" * 160)
    document.add_paragraph("b" * 161)
    document.add_paragraph("c")
    out = io.BytesIO()
    document.save(out)
    if not template and not data:
        return out.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            if template and name == "[Content_Types].xml":
                blob = blob.replace(b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")
            new.writestr(name, blob)
        if data:
            new.writestr("customXml/item9.xml", data)
    return changed.getvalue()


def test_a_word_file_line_by_line() -> None:
    lines = text_of(word(), ".docx").split("\n")
    assert lines == [
        "# Kota Kembar", "**Sri Wulandari**", "NPM:\t2017330045", "Bandung", "Jakarta 2019", "Nama\tSri", "Tahun", "a" * 160, "",
        "b" * 161, "", "c",
    ]  # fmt: skip


def test_a_template_is_read_as_a_document() -> None:
    assert text_of(word(template=True), ".docx") == text_of(word(), ".docx")


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"), (word(data=b'<draft xmlns="urn:litreview:draft:1"/>'), "litreview")],
)
def test_a_locked_file_and_a_chapter_of_our_own_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        text_of(data, ".docx")
    assert text_of(word(data=b"<other/>"), ".docx") == text_of(word(), ".docx")


def test_cells_that_were_joined_are_read_once() -> None:
    document = Document()
    row = document.add_table(rows=1, cols=3).rows[0]
    row.cells[0].merge(row.cells[1]).text = "Kota Kembar"
    row.cells[2].text = "Kota Kembar"
    out = io.BytesIO()
    document.save(out)
    assert text_of(out.getvalue(), ".docx") == "Kota Kembar\tKota Kembar"
