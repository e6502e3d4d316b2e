"""What a line of a title page is by its words, its looks and the lines around it: title, authors, places, dates, supervisors."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.pages import Page, parse_page, parse_pages

BODY = "\n\nABSTRAK\n\nPenelitian ini membahas kerja sama kota kembar dan desa dengan hasil yang baik bagi semua warga di sana.\n"
TITLE = "Kota Kembar di Jawa"
SRI, BUDI, LEE = "Sri Wulandari", "Budi Santoso", "Lee Min"


def read(front: str) -> Page:
    return parse_page(front + BODY, "page.txt")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        # A title goes on in the next line where its end is open, where that begins low or in brackets, or where both are in capitals …
        (f"{TITLE} dan\nDesa Wisata\n{SRI}", f"{TITLE} dan Desa Wisata"),
        (f"{TITLE}\ndan Desa Wisata\n{SRI}", f"{TITLE} dan Desa Wisata"),
        (f"{TITLE}\n(Studi Kasus Desa)\n{SRI}", f"{TITLE} (Studi Kasus Desa)"),
        (f"Kota Kembar (Studi Kasus\nDesa Wisata)\n{SRI}", "Kota Kembar (Studi Kasus Desa Wisata)"),
        (f"KOTA KEMBAR DI JAWA\nTENGAH BAGIAN SELATAN\n{SRI.upper()}", "Kota Kembar di Jawa Tengah Bagian Selatan"),
        # … over an empty line as well, not over many.
        (f"{TITLE}\n\ndan Desa Wisata\n\n{SRI}", f"{TITLE} dan Desa Wisata"),
        (f"{TITLE} dan\n\n\nDesa Wisata\n\n{SRI}", f"{TITLE} dan Desa Wisata"),
        (f"{TITLE} dan\n\n\n\nDesa Wisata\n\n{SRI}", f"{TITLE} dan"),
        (f"{TITLE}\n\n\n\n\ndan Desa Wisata\n\n{SRI}", TITLE),
        (f"KOTA KEMBAR DI JAWA\n\nTENGAH BAGIAN SELATAN\n\n{SRI.upper()}", "Kota Kembar di Jawa Tengah Bagian Selatan"),
        # Behind its label every line is more of it.
        (f"Judul: Kota Kembar\ndan Desa\ndi Jawa\nNama: {SRI}", "Kota Kembar dan Desa di Jawa"),
        (f"Judul\n: Kota Kembar\nNama\n: {SRI}", "Kota Kembar"),
        (f"Judul :\nKota Kembar\nNama :\n{SRI}", "Kota Kembar"),
        # Words of others between them are none of it.
        (f"{TITLE}\nA\n{SRI}", TITLE),
        (f"{TITLE}\nUniversitas Contoh\nBOGOR\n{SRI}", TITLE),
        (f"Vol. 3 No. 2 (2019)\n{TITLE}\n{SRI}", TITLE),
        (f"Jurnal Kota Vol. 3, No. 2, Mei 2019, 12-25\nISSN 1234-5678\n{TITLE}\n{SRI}", TITLE),
        (f"2019 | Skripsi | S1 Kehutanan\n{TITLE}\n{SRI}", TITLE),
        (f"**{TITLE}**\n{SRI}\nDesa Wisata dan Warga Jawa Itu", TITLE),
        (f"{TITLE}\nSKRIPSI\n{SRI}", TITLE),
    ],
)  # fmt: skip
def test_the_lines_of_a_title(front: str, title: str) -> None:
    study = read(front).study
    assert dict(study.title) == {"id": title}
    assert [name.text() for name in study.author] == [SRI]


def test_a_title_in_a_second_language_is_a_second_title() -> None:
    for between in ("\n", "\n\n"):
        page = read(f"{TITLE}{between}Twin Towns in the Villages of Java\n{SRI}")
        assert dict(page.study.title) == {"id": TITLE, "en": "Twin Towns in the Villages of Java"}
        assert "title" in page.doubtful


@pytest.mark.parametrize(
    ("under", "authors", "sure"),
    [
        (SRI, [SRI], False), (f"{SRI}, {BUDI}", [SRI, BUDI], False), (f"{SRI},\n{BUDI}", [SRI, BUDI], False),
        (f"{SRI}1, {BUDI}2", [SRI, BUDI], True), (f"{SRI}1, Budi\nSantoso2", [SRI, BUDI], True), (f"• {SRI}\n• {BUDI}", [SRI, BUDI], True),
        (f"Oleh: {SRI}", [SRI], True), (f"Oleh\n{SRI}", [SRI], True), (f"Penulis: {SRI}\n{BUDI}1, {LEE}2", [SRI, BUDI, LEE], True), (f"Oleh: {SRI}\n{BUDI}", [SRI], True),
        (f"{SRI}\nNIM 2017330045", [SRI], True), (f"{SRI} (2017330045)", [SRI], True), (f"{SRI} - 2017330045", [SRI], False), (f"{SRI}\n(Mahasiswa Hukum)", [SRI], False),
        (f"{SRI}1\n1Universitas Contoh", [SRI], True), (f"{SRI}\nsri@contoh.example", [SRI], False), (f"Dr. {SRI}, M.A.", [SRI], False), ("Sri", [], True),
        (f"{SRI}\nUniversitas Contoh\n{BUDI}\nUniversitas Lain", [SRI, BUDI], False), (f"{SRI}\n\n\n\n\n{BUDI}", [SRI], False),
    ],
)  # fmt: skip
def test_the_authors_under_a_title(under: str, authors: list[str], sure: bool) -> None:
    page = read(f"{TITLE}\n{under}")
    assert dict(page.study.title) == {"id": TITLE}
    assert [name.text() for name in page.study.author] == authors
    assert ("author" not in page.doubtful) is sure


@pytest.mark.parametrize(
    ("under", "stated"),
    [
        ("Universitas Contoh\n2019", {"publisher": "Universitas Contoh", "issued": "2019"}),
        ("Universitas Contoh\nBogor 2019", {"publisher": "Universitas Contoh", "issued": "2019"}),
        ("Universitas Contoh\nBogor\n2019", {"publisher": "Universitas Contoh", "issued": "2019"}),
        ("Fakultas Hukum\nUniversitas Contoh", {"publisher": "Universitas Contoh", "division": "Fakultas Hukum"}),
        ("Fakultas Hukum, Universitas Contoh", {"publisher": "Universitas Contoh", "division": "Fakultas Hukum"}),
        ("Fakultas Hukum - Universitas Contoh", {"publisher": "Universitas Contoh", "division": "Fakultas Hukum"}),
        ("Fakultas Hukum Universitas Contoh", {"publisher": "Universitas Contoh", "division": "Fakultas Hukum"}),
        ("(Universitas Contoh)", {"publisher": "Universitas Contoh"}),
        ("Universitas Contoh Jl. Kota 3", {"publisher": "Universitas Contoh"}),
        ("Universitas Contoh e-mail: sri@contoh.example", {"publisher": "Universitas Contoh"}),
        ("Fakultas: Hukum\nTahun: 2019", {"division": "Hukum", "issued": "2019"}),
        ("SKRIPSI\nUniversitas Contoh", {"genre": "Skripsi", "publisher": "Universitas Contoh"}),
        ("Skripsi, Universitas Contoh, 2019", {"genre": "Skripsi", "publisher": "Universitas Contoh", "issued": "2019"}),
        ("(Skripsi)", {"genre": "Skripsi"}),
        ("Program Studi Hukum, Fakultas Hukum, Universitas Contoh, 2019", {"publisher": "Universitas Contoh", "division": "Fakultas Hukum", "issued": "2019"}),
        ("Diterima: 3 Mei 2018", {}),
        ("Tahun 2016-2018", {}),
    ],
)  # fmt: skip
def test_what_is_stated_under_an_author(under: str, stated: dict[str, str]) -> None:
    study = read(f"{TITLE}\nOleh: {SRI}\n{under}").study
    values: dict[str, Any] = {name: study.text(name) for name in ("publisher", "division")}
    values |= {"issued": study.issued.edtf() if study.issued else None, "genre": next(iter(study.genre.values()), None)}
    assert {name: value for name, value in values.items() if value} == stated
    assert [name.text() for name in study.author] == [SRI]
    assert dict(study.title) == {"id": TITLE}


@pytest.mark.parametrize(
    ("under", "supervisors"),
    [
        ("Pembimbing: Dr. Budi Santoso, M.A.", ["Dr. Budi Santoso, M.A."]), ("Pembimbing:\nDr. Budi Santoso, M.A.", ["Dr. Budi Santoso, M.A."]),
        ("Pembimbing: Dr. Budi Santoso, M.A.\nLee Min, M.A.", ["Dr. Budi Santoso, M.A.", "Lee Min, M.A."]), ("Pembimbing I: Budi Santoso\nPembimbing II: Lee Min", [BUDI, LEE]),
        ("Dibimbing oleh Budi Santoso dan Lee Min", [BUDI, LEE]), ("Universitas Contoh", []),
    ],
)  # fmt: skip
def test_supervisors_are_told_from_authors(under: str, supervisors: list[str]) -> None:
    study = read(f"{TITLE}\nOleh: {SRI}\n{under}").study
    assert [value for name, value in study.extra if name == "page.supervisor"] == supervisors
    assert [name.text() for name in study.author] == [SRI]


def test_what_a_page_lacks_is_told_with_its_place() -> None:
    page = parse_page(f"{TITLE}\n\nOleh: {SRI}\n\nKata kunci: kota", "page.txt")
    (problem,) = [one for one in page.problems if one.severity != "info"]
    assert (problem.code, problem.severity, problem.origin.file if problem.origin else None) == ("no-abstract", "warning", "page.txt")
    page = parse_page("Kata kunci: kota", "page.txt")
    assert [one.severity for one in page.problems if one.code == "no-abstract"] == ["error"]


def test_a_stretch_of_an_abstract_stands_at_its_place_in_the_page() -> None:
    page = read(f"{TITLE}\nOleh: {SRI}")
    text = page.study.abstract["id"]
    span = page.span("abstract", "id", 0, len(text))
    assert span is not None
    assert (TITLE + f"\nOleh: {SRI}" + BODY)[span.start : span.end] == span.quote == text
    for start, end in ((-1, 3), (3, 3), (0, len(text) + 1)):
        assert page.span("abstract", "id", start, end) is None
    assert page.span("abstract", "en", 0, 1) is None


EN = "\n\nABSTRACT\n\nThis study is about the two towns and what they share with the villages around them in the long run.\n"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # Two pages in one file; an abstract in a second language makes no second page.
        (f"{TITLE}\n\nOleh: {SRI}{BODY}\n\nDesa Wisata di Bali\n\nOleh: {BUDI}{BODY}", [TITLE, "Desa Wisata di Bali"]),
        (f"{TITLE}\n\nOleh: {SRI}{BODY}{EN}", [TITLE]),
        (f"{TITLE}\n\nOleh: {SRI}{BODY}{EN}\n\nDesa Wisata di Bali\n\nOleh: {BUDI}{BODY}", [TITLE, "Desa Wisata di Bali"]),
        (f"{TITLE}\n\nOleh: {SRI}{BODY}\n\nTwin Towns in the Villages of Java\n\nOleh: {SRI}{EN}", [TITLE]),
        (f"{TITLE}\n\nOleh: {SRI}{BODY}\f{TITLE} dan Bali\n\nOleh: {BUDI}{BODY}\fDesa Wisata Lama\n\nOleh: {LEE}{BODY}", [TITLE, f"{TITLE} dan Bali", "Desa Wisata Lama"]),
    ],
)  # fmt: skip
def test_several_pages_of_one_file_are_told_apart(text: str, titles: list[str]) -> None:
    pages = parse_pages(text, "pages.txt")
    assert [page.study.title.get("id") for page in pages] == titles
    for page in pages:
        for tag, abstract in page.study.abstract.items():
            span = page.span("abstract", tag, 0, len(abstract))
            assert span is not None
            assert text[span.start : span.end] == span.quote
