"""What the end of a line, a narrow column or a new page breaks is put together again."""

from __future__ import annotations

from litreview.pages import parse_page

ABSTRACT = "ABSTRAK\n\nPenelitian ini membahas kerja sama kota dan desa dengan hasil yang baik bagi semua warga di sana.\n"


def test_a_reference_goes_on_behind_an_empty_line() -> None:
    page = "Sri Wulandari. E12114009. 2019. KOTA KEMBAR DAN DESA WISATA\n\nDI JAWA TENGAH. Skripsi. Program Studi Ilmu Politik, Universitas Contoh."
    study = parse_page(f"{page}\n\n{ABSTRACT}").study
    assert study.title["id"] == "Kota Kembar dan Desa Wisata di Jawa Tengah"
    assert [name.text() for name in study.author] == ["Sri Wulandari"]
    assert study.issued is not None
    assert study.issued.year == 2019


def test_the_name_of_a_university_goes_on_in_the_next_line() -> None:
    study = parse_page(
        f"KOTA KEMBAR DI JAWA TENGAH\n\nSri Wulandari, Fakultas Hukum Universitas\nSukamaju, e-mail: sri@example.com\n\n{ABSTRACT}"
    ).study
    assert [name.text() for name in study.author] == ["Sri Wulandari"]


def test_a_doi_goes_on_in_the_next_line() -> None:
    study = parse_page(
        f"Kota Kembar di Jawa Tengah\n\nDOI:\nhttps://doi.org/10.99999/kota\n.v3i1.15\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    ).study
    assert study.text("DOI") == "10.99999/kota.v3i1.15"


def test_the_name_of_a_journal_goes_on_in_the_next_line() -> None:
    front = "JURNAL PENELITIAN DAN PENGABDIAN KOTA KEMBAR\nINDONESIA\n\nVol. 3 No. 1, 2019\n\nKota Kembar di Jawa Tengah\n\nSri Wulandari1, Lee Min2"
    study = parse_page(f"{front}\n\n{ABSTRACT}").study
    assert study.text("container-title") == "Jurnal Penelitian dan Pengabdian Kota Kembar Indonesia"
    assert study.title["id"] == "Kota Kembar di Jawa Tengah"


def test_a_roman_folio_beside_the_university_is_none_of_its_name() -> None:
    page = f"Nama : Sri Wulandari\nJudul : Kota Kembar di Jawa Tengah\n\n{ABSTRACT}\nKata kunci: kota, desa\n\nvii Universitas Sukamaju\n"
    assert parse_page(page).study.text("publisher") == "Universitas Sukamaju"


def test_a_name_cut_by_a_running_foot_is_no_second_author() -> None:
    study = parse_page(
        f"KOTA KEMBAR DI JAWA TENGAH\n\nSri Ayu Wulandari\n\n{ABSTRACT}\n\nSKRIPSI KOTA KEMBAR... SRI\nAYU WULANDARI\n"
    ).study
    assert [name.text() for name in study.author] == ["Sri Ayu Wulandari"]


def test_the_end_of_a_sentence_in_a_paragraph_of_its_own_is_kept() -> None:
    page = "ABSTRAK\n\nPenelitian ini membahas kerja sama kota dan desa di Jawa sejak tahun\n\n1948.\n\nKata kunci: kota, desa"
    assert parse_page(page).study.abstract["id"].endswith("sejak tahun 1948.")


def test_text_straight_under_a_list_of_keywords_is_no_keyword() -> None:
    text = "Penelitian ini membahas kerja sama kota dan desa di Jawa Tengah yang berlangsung\nlama dengan hasil yang baik bagi semua warga di sana dan di tempat\nlain, walaupun banyak yang belum tahu."
    study = parse_page(f"ABSTRAK\n\nKata kunci: kota, desa wisata\n{text}\n").study
    assert study.keywords["id"] == ("kota", "desa wisata")
    assert study.abstract["id"] == " ".join(text.split())
