"""What the furniture of a page states, what is taken out of the running text, and one grammar for persons; all pages are invented."""

from __future__ import annotations

import pytest

from litreview.pages import parse_page
from litreview.pages.names import are_persons, looks_like_name
from litreview.record import Study

ABSTRAK = (
    "Penelitian ini bertujuan untuk menjelaskan kerja sama dua kota dalam pengelolaan sampah. Metode yang digunakan adalah kualitatif "
    "dengan wawancara terhadap dua belas pejabat kota. Hasil penelitian menunjukkan bahwa kerja sama itu berhasil."
)
ABSTRACT = (
    "This study aims to explain the cooperation of two cities in waste management. The method is qualitative, with interviews of twelve "
    "officials of the city. The results show that the cooperation was successful for both of them."
)


def study(page: str) -> Study:
    return parse_page(page).study


@pytest.mark.parametrize(
    ("masthead", "told"),
    [
        ("Jurnal Kota, Vol. 7, No. 2, Juli 2019, hal. 101-118", ("Jurnal Kota", "7", "2", "101-118", 2019)),
        ("Jurnal Kota Volume 7 Nomor 2 (Juli 2019): 101–118", ("Jurnal Kota", "7", "2", "101-118", 2019)),
        ("Jurnal Kota Volume 7,\nNomor 2 (Juli 2019): 101–118", ("Jurnal Kota", "7", "2", "101-118", 2019)),
        ("Jurnal Kota 7(2), 2019, 101-118", ("Jurnal Kota", "7", "2", "101-118", 2019)),
    ],
)
def test_a_masthead_fills_the_record(masthead: str, told: tuple[object, ...]) -> None:
    found = study(f"{masthead}\n\nKota Kembar di Jawa Tengah\n\nSri Wulandari1, Budi Santoso2\n\nAbstrak\n\n{ABSTRAK}\n")
    assert (*(found.text(name) for name in ("container-title", "volume", "issue", "page")), found.issued and found.issued.year) == told
    assert found.type == "article-journal"
    assert [name.text() for name in found.author] == ["Sri Wulandari", "Budi Santoso"]


def test_the_year_in_which_it_arrived_is_not_the_year_of_issue() -> None:
    found = study(f"Kota Kembar di Jawa Tengah\n\nSri Wulandari1, Budi Santoso2\n\nDiterima: 3 Mei 2018\n\nAbstrak\n\n{ABSTRAK}\n")
    assert not found.issued
    assert ("page.received", "2018") in found.extra


def test_a_running_head_between_keywords_is_left_out() -> None:
    head = "JURNAL KOTA VOL. 7 NO. 2, 2019"
    page = f"{head}\n\nKota Kembar di Jawa Tengah\n\nAbstrak\n\n{ABSTRAK}\n\nKata kunci: kota, sampah,\n{head}\nkerja sama\n\nAbstract\n\n{ABSTRACT}\n"
    assert list(study(page).keywords["id"]) == ["kota", "sampah", "kerja sama"]


def test_the_name_of_an_uploader_is_no_title() -> None:
    site = "N/A\nN/A\nMaria Schmidt\n\nAcademic year: 2023\n\nCopied!\n"
    found = study(f"{site}\n(1)\n\nKota Kembar di Jawa Tengah\n\nSri Wulandari1*\n\nAbstrak\n\n{ABSTRAK}\n")
    assert dict(found.title.items()) == {"id": "Kota Kembar di Jawa Tengah"}
    assert [name.text() for name in found.author] == ["Sri Wulandari"]


def test_a_title_goes_on_with_its_years() -> None:
    found = study(f"KOTA KEMBAR DI JAWA TENGAH TAHUN\n2010-2020\n\nSri Wulandari\n2017330045\n\nABSTRAK\n\n{ABSTRAK}\n")
    assert found.title["id"] == "Kota Kembar di Jawa Tengah Tahun 2010-2020"


@pytest.mark.parametrize("label", ["Pembimbing", "Dosen Pembimbing", "Pembimbing II", "Thesis Advisor"])
@pytest.mark.parametrize("mark", [": ", " ", "\n"])
def test_a_supervisor_is_no_author(label: str, mark: str) -> None:
    found = study(f"Kota Kembar di Jawa Tengah\n\nOleh: Sri Wulandari\n\n{label}{mark}Budi Santoso, M.A.\n\nAbstrak\n\n{ABSTRAK}\n")
    assert [name.text() for name in found.author] == ["Sri Wulandari"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Oleh: Sri Wulandari, M.A.", [("Sri", "Wulandari")]),
        ("Penulis: Wulandari, Sri Ayu Lestari", [("Sri Ayu Lestari", "Wulandari")]),
        ("Penulis: Wulandari, Sri; Santoso, Budi", [("Sri", "Wulandari"), ("Budi", "Santoso")]),
        ("Penulis: Sri Wulandari, Budi Santoso, dan Rina Lestari", [("Sri", "Wulandari"), ("Budi", "Santoso"), ("Rina", "Lestari")]),
    ],
)
def test_one_grammar_for_persons(line: str, names: list[tuple[str, str]]) -> None:
    found = study(f"Judul: Kota Kembar di Jawa Tengah\n{line}\n\nAbstrak\n\n{ABSTRAK}\n")
    assert [(name.given, name.family) for name in found.author] == names


def test_words_of_titles_are_no_names() -> None:
    assert not any(
        looks_like_name(text) for text in ("Pemberdayaan Aparatur", "Berbasis Web", "Karimunjawa National Park", "Fakultas Hukum")
    )
    assert are_persons("Sri Wulandari, Budi Santoso dan Ign. Rahmat")


def test_an_abstract_is_read_in_the_language_of_its_words() -> None:
    found = study(f"Abstrak\n\n{ABSTRACT}\n\nAbstract\n\n{ABSTRAK}\n")
    assert {tag: text[:10] for tag, text in found.abstract.items()} == {"en": ABSTRACT[:10], "id": ABSTRAK[:10]}


def test_parts_before_the_abstract_of_a_thesis_are_left_out() -> None:
    page = (
        "KOTA KEMBAR DI JAWA TENGAH\n\nSKRIPSI\n\nOleh:\n\nSri Wulandari\n2017330045\n\nUNIVERSITAS CONTOH\n2021\n\n"
        "KATA PENGANTAR\n\nPuji syukur penulis panjatkan. Terima kasih kepada Budi Santoso, M.A. yang membimbing penulis sejak awal.\n\n"
        f"ABSTRAK\n\n{ABSTRAK}\n\nKata kunci: kota, sampah\n"
    )
    found = study(page)
    assert found.abstract["id"] == ABSTRAK
    assert (found.type, found.issued and found.issued.year, [name.text() for name in found.author]) == ("thesis", 2021, ["Sri Wulandari"])


def test_a_quote_points_into_the_file_as_it_is() -> None:
    page = f"Jurnal Kota, Vol. 7, No. 2, Juli 2019\r\n\r\nKOTA KEMBAR DI JAWA Sri Wulandari Universitas Contoh\r\n\r\nAbstrak\r\n\r\n{ABSTRAK}\r\n"
    read = parse_page(page)
    at = read.study.abstract["id"].index("kualitatif")
    span = read.span("abstract", "id", at, at + 10)
    assert span is not None
    assert page[span.start : span.end] == "kualitatif"
