"""Pages as sites copy them: covers in steps, several values on one line, masts and buttons of the site."""

from __future__ import annotations

import pytest

from litreview.pages import parse_page
from litreview.pages.names import cut_persons
from litreview.record import Study

TEXT = "Penelitian ini membahas kerja sama kota dan desa dengan hasil yang baik bagi semua warga di sana."
ABSTRACT = f"ABSTRAK\n\n{TEXT}\n"


def study(page: str) -> Study:
    return parse_page(page).study


def names(page: str) -> list[str]:
    return [name.text() for name in study(page).author]


def test_a_cover_set_in_steps_is_one_title() -> None:
    page = f"PENGARUH\n\nKOTA KEMBAR\n\nPADA DESA WISATA\n\nSKRIPSI\n\nDisusun oleh:\n\nSRI WULANDARI\n\n2017\n\n{ABSTRACT}"
    assert study(page).title["id"] == "Pengaruh Kota Kembar pada Desa Wisata"
    assert names(page) == ["Sri Wulandari"]


def test_a_whole_cover_on_one_line() -> None:
    page = f"KOTA KEMBAR DI JAWA TENGAH SKRIPSI Oleh: SRI AYU WULANDARI PROGRAM STUDI ILMU POLITIK UNIVERSITAS CONTOH 2021\n\n{ABSTRACT}"
    assert names(page) == ["Sri Ayu Wulandari"]
    assert study(page).title["id"] == "Kota Kembar di Jawa Tengah"


def test_supervisors_named_on_the_line_of_the_author_are_no_authors() -> None:
    page = f"KOTA KEMBAR DI JAWA TENGAH Oleh : Sri Wulandari Di bawah bimbingan: Rina Johan dan Budi Santoso\n\n{ABSTRACT}"
    assert names(page) == ["Sri Wulandari"]
    assert [value for key, value in study(page).extra if key == "page.supervisor"] == ["Rina Johan", "Budi Santoso"]


def test_a_title_and_its_translation_on_one_line() -> None:
    page = f"Pengaruh Kota Kembar terhadap Desa di Jawa The Effect of Twin Towns on the Villages of Java\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert dict(study(page).title.items()) == {
        "id": "Pengaruh Kota Kembar terhadap Desa di Jawa",
        "en": "The Effect of Twin Towns on the Villages of Java",
    }


def test_what_stands_in_brackets_behind_a_title_in_capitals_belongs_to_it() -> None:
    page = f"PENGARUH KOTA KEMBAR\nTERHADAP DESA WISATA (Studi pada Desa\nWisata yang Terdaftar di Jawa)\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert study(page).title["id"] == "Pengaruh Kota Kembar terhadap Desa Wisata (Studi pada Desa Wisata yang Terdaftar di Jawa)"


def test_the_word_for_a_journal_on_a_line_of_its_own() -> None:
    page = f"Jurnal\n\nKOTA TERAPAN\n\nISSN: 1978-1520\n\nJKT, 4 (1), 2022, 1-10\n\nKota Kembar di Jawa Tengah\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert study(page).text("container-title") == "Jurnal KOTA TERAPAN"
    assert study(page).title["id"] == "Kota Kembar di Jawa Tengah"


def test_the_number_of_the_first_page_is_none_of_the_title() -> None:
    page = f"Jurnal Kota Volume 6 Nomor 5 Desember 2021 (246-264)\n246 KOTA KEMBAR DI JAWA TENGAH\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert study(page).title["id"] == "Kota Kembar di Jawa Tengah"


def test_a_heading_glued_to_the_end_of_a_line() -> None:
    page = f"Kota Kembar di Jawa Tengah\n\nSri Wulandari1, Lee Min2\n\nCorresponding Author: sri@example.com ABSTRAK\n\n{TEXT}\n"
    assert study(page).abstract["id"] == TEXT


def test_the_end_of_a_place_is_no_author() -> None:
    page = f"Kota Kembar di Jawa Tengah\n\nSri Wulandari1, Lee Min2\nJurusan Ilmu Politik, Politeknik Negeri\nSukamaju1,2\n\n{ABSTRACT}"
    assert names(page) == ["Sri Wulandari", "Lee Min"]


@pytest.mark.parametrize("number", ["No.x | Vol.xx Agustus 2014", "Vol. X No. X, Agustus 2014"])
def test_a_volume_that_is_not_filled_in_is_none(number: str) -> None:
    page = f"Jurnal Kota {number}\n\nKota Kembar di Jawa Tengah\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert study(page).text("volume") in (None, "X")
    assert study(page).title["id"] == "Kota Kembar di Jawa Tengah"


def test_initials_before_a_short_name_are_no_degree() -> None:
    assert cut_persons("Sri N. Wulandari, A.S. Ali, T.F. Kurnia") == ("Sri N. Wulandari", "A.S. Ali", "T.F. Kurnia")


def test_a_title_before_the_text_of_an_abstract() -> None:
    english = "This study tells how two towns and their villages meet, and what the people there gain by it in the end."
    title = "The Effect of Twin Towns on the Villages of Java"
    page = f"Pengaruh Kota Kembar terhadap Desa\n\nSri Wulandari1, Lee Min2\n\nABSTRACT\n\n{title}. {english}\n\nABSTRAK\n\n{TEXT}\n"
    assert dict(study(page).title.items()) == {"id": "Pengaruh Kota Kembar terhadap Desa", "en": title}
    assert study(page).abstract["en"] == english


def test_another_title_before_the_text_of_an_abstract_stays() -> None:
    english = "This study tells how two towns and their villages meet, and what the people there gain by it in the end."
    page = f"Twin Towns of Sumatra and the World\n\nSri Wulandari1, Lee Min2\n\nABSTRACT\n\nThe Rise and Fall of the Villages in Java. {english}\n"
    assert study(page).abstract["en"].startswith("The Rise and Fall")


def test_a_short_form_in_brackets_keeps_its_capitals() -> None:
    page = f"SURVEI DESA DENGAN TES KEBUGARAN JASMANI INDONESIA (TKJI)\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert study(page).title["id"] == "Survei Desa dengan Tes Kebugaran Jasmani Indonesia (TKJI)"


def test_a_student_number_in_groups_is_none_of_the_name() -> None:
    page = f"KOTA KEMBAR DI JAWA TENGAH\n\nSKRIPSI\n\nOleh : SRI AYU WULANDARI 11.1.01.09.1506\n\n{ABSTRACT}"
    assert names(page) == ["Sri Ayu Wulandari"]


def test_a_title_cut_short_gives_way_to_the_whole_one() -> None:
    page = f"KOTA KEMBAR DI JAWA TENGAH DAN …\n\nKOTA KEMBAR DI JAWA TENGAH DAN DESA WISATA Oleh Sri Wulandari Program Studi Arsitektur Universitas Contoh\n\n{ABSTRACT}"
    assert study(page).title["id"] == "Kota Kembar di Jawa Tengah dan Desa Wisata"


def test_the_name_of_a_journal_printed_with_spaces() -> None:
    page = f"I N S I D E Vol 01 No 02 pp. 112-133 E-ISSN 2987-5226\n\nKota Kembar di Jawa Tengah\n\nSri Wulandari1, Lee Min2\n\n{ABSTRACT}"
    assert study(page).text("container-title") == "INSIDE"
