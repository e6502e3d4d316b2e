"""Pages as Word and PDF files: the same record as from the text, or a sentence that says why not."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from litreview.errors import MissingExtra, ReadError, UnknownName
from litreview.pages import parse_page
from litreview.pages.sources import page_sources, text_of
from litreview.pages.sources.pdf import read as pdf
from litreview.record import Study

CASES = Path(__file__).parent.parent / "cases" / "pages"
CONVERTED = (
    "by-lines",
    "capitals-wrapped-repeated",
    "label-table",
    "no-front-three-paragraphs",
    "citation-line",
    "keywords-glued-to-the-end",
)


def page(name: str) -> str:
    return (CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n=== page\n", 1)[1].split("\n=== record\n", 1)[0]


def word(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def without_origin(study: Study) -> tuple[object, ...]:
    return (study.title, study.names, study.abstract, study.keywords, study.variables, study.genre, study.extra)


def test_every_suffix_has_one_reader() -> None:
    suffixes = [suffix for source in page_sources() for suffix in source.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert {".txt", ".md", ".docx", ".pdf"} <= set(suffixes)


@pytest.mark.parametrize("name", CONVERTED)
def test_a_word_file_gives_the_record_of_its_text(name: str) -> None:
    text = page(name)
    found = parse_page(text_of(word(*text.split("\n")), ".docx"), name).study
    assert without_origin(found) == without_origin(parse_page(text, name).study)


def test_word_as_people_write_it() -> None:
    document = Document()
    document.add_heading("Pasar Malam dan Kota", 0)
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("Nama", ":", "Ratna Kusumawardhani"), ("NIM", ":", "2019310045")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph().add_run("ABSTRAK").bold = True
    body = document.add_paragraph("Penelitian ini membahas pasar malam dan hasilnya bagi semua ")
    body.add_run("warga kota").italic = True
    body.add_run(" yang tinggal di sekitarnya sejak lama, dengan wawancara dan pengamatan di lapangan selama dua bulan penuh.")
    document.add_paragraph("Kata kunci: pasar malam; kota")
    out = io.BytesIO()
    document.save(out)
    study = parse_page(text_of(out.getvalue(), ".docx")).study
    assert study.title["id"] == "Pasar Malam dan Kota"
    assert study.author[0].text() == "Ratna Kusumawardhani"
    assert "semua warga kota yang tinggal" in study.abstract["id"]
    assert study.keywords["id"] == ("pasar malam", "kota")


@pytest.mark.slow
@pytest.mark.parametrize("name", CONVERTED)
def test_a_pdf_gives_the_record_of_its_text(name: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice, which makes the PDF, is not installed")
    if pdf.pypdf is None:
        pytest.skip("pypdf, the extra [pdf], is not installed")
    (tmp_path / "page.txt").write_text(page(name), encoding="utf-8")
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "page.txt")], check=True, capture_output=True, timeout=120)
    found = parse_page(text_of((tmp_path / "page.pdf").read_bytes(), ".pdf"), name).study
    assert without_origin(found) == without_origin(parse_page(page(name), name).study)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (201 * 2**20))
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"not a package", b"PK\x03\x04", bomb], ids=["empty", "text", "cut", "bomb"])
def test_what_is_no_word_file_is_refused_in_words(data: bytes | Callable[[], bytes]) -> None:
    with pytest.raises(ReadError, match="Word file"):
        text_of(data() if callable(data) else data, ".docx")


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\n%%EOF\n"], ids=["empty", "text", "cut"])
def test_what_is_no_pdf_is_refused_in_words(data: bytes) -> None:
    if pdf.pypdf is None:
        pytest.skip("pypdf, the extra [pdf], is not installed")
    with pytest.raises(ReadError, match="PDF"):
        text_of(data, ".pdf")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"litreview-kit\[pdf\]"):
        text_of(b"%PDF-", ".pdf")


def test_other_encodings_and_suffixes_are_refused() -> None:
    assert text_of("kota".encode("utf-16"), ".md") == "kota"
    with pytest.raises(ReadError, match="UTF-8"):
        text_of("kota é".encode("latin-1"), ".txt")
    with pytest.raises(UnknownName, match="docx"):
        text_of(b"", ".doc")
