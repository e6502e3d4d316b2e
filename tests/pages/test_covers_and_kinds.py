"""Covers, repositories and running lines that once hid the kind of a work, its institution, its title or its authors."""

from __future__ import annotations

import pytest

from litreview.pages import parse_page
from litreview.record import Study

ABSTRACT_ID = (
    "Penelitian ini bertujuan untuk mengetahui bagaimana warga Desa Karangmelati mengelola sumur bersama pada musim kering. Data diperoleh "
    "dari wawancara dengan sebelas warga dan dari pengamatan di lapangan. Hasil penelitian menunjukkan bahwa giliran disepakati dalam rapat."
)
ABSTRACT_EN = (
    "This study aims to find out how the residents of Karangmelati Village manage their common well in the dry season. The data were obtained "
    "from interviews with eleven residents and from field observation. The results show that turns are agreed upon in meetings."
)


def read(text: str) -> Study:
    return parse_page(text).study


def level(study: Study, field: str) -> str:
    return next(each.level for each in study.confidence if each.field == field)


def test_a_cover_that_says_for_which_degree_is_of_a_thesis_of_the_institution_it_was_handed_in_to() -> None:
    page = f"""PENGELOLAAN SUMUR BERSAMA DI DESA KARANGMELATI
KABUPATEN SUKAMAKMUR

Diajukan Kepada Universitas Contoh Nusantara untuk Memenuhi Salah Satu Persyaratan Memperoleh Gelar Sarjana Sosial

Disusun Oleh : Nama : Laras Prameswari

NIM : A10223344

PROGAM STUDI SOSIOLOGI FAKULTAS ILMU SOSIAL UNIVERSITAS CONTOH NUSANTARA

ABSTRAK

{ABSTRACT_ID}
"""
    study = read(page)
    assert study.type == "thesis"
    assert [name.text() for name in study.author] == ["Laras Prameswari"]
    assert study.text("publisher") == "Universitas Contoh Nusantara"
    assert dict(study.title.items()) == {"id": "Pengelolaan Sumur Bersama di Desa Karangmelati Kabupaten Sukamakmur"}


def test_an_article_drawn_from_a_thesis_keeps_its_institution_and_the_student_as_author() -> None:
    page = f"""PENGELOLAAN SUMUR BERSAMA DI DESA KARANGMELATI
E_JURNAL
Diajukan Guna Memenuhi Persyaratan Untuk Memperoleh Gelar Sarjana Pendidikan (S1)
LARAS 11090106
PROGRAM STUDI PENDIDIKAN GEOGRAFI
SEKOLAH TINGGI KEGURUAN CONTOH MULIA
SUKAMAKMUR
2015
PENGELOLAAN SUMUR BERSAMA DI DESA KARANGMELATI
Oleh
Laras¹, dewi Anjani, S.Pd, M.Pd², Wibowo, S.Pd, M.Pd³ Pendidikan Geografi STKIP Contoh Mulia Jl. Kenanga No.1, Sukamakmur
Abstrak
{ABSTRACT_ID}
"""
    study = read(page)
    assert study.type == "thesis"
    assert [name.text() for name in study.author] == ["Laras"]
    assert study.text("publisher") == "Sekolah Tinggi Keguruan Contoh Mulia"


@pytest.mark.parametrize(
    ("behind", "publisher", "genre"),
    [
        ("Undergraduate thesis, Uncontoh.", "Uncontoh", "Undergraduate thesis"),
        ("Masters thesis, Universitas Contoh.", "Universitas Contoh", "Master's thesis"),
        ('[["eprint_typename_skripsi" not defined]]', None, "Skripsi"),
    ],
)
def test_the_reference_of_a_catalogue_names_kind_and_institution_by_whatever_name(behind: str, publisher: str | None, genre: str) -> None:
    study = read(f"Prameswari, Laras (2021) SUMUR BERSAMA DI DESA KARANGMELATI. {behind}\n\nAbstract\n\n{ABSTRACT_ID}\n")
    assert (study.type, study.text("publisher"), next(iter(study.genre.values()))) == ("thesis", publisher, genre)
    assert study.issued is not None
    assert study.issued.year == 2021


def test_a_statement_of_originality_names_the_kind_of_work() -> None:
    page = f"""SUMUR BERSAMA DI DESA KARANGMELATI

LARAS PRAMESWARI

SEKOLAH PASCASARJANA
INSTITUT CONTOH NUSANTARA
2014

PERNYATAAN MENGENAI TESIS
Dengan ini saya menyatakan bahwa tesis Sumur Bersama di Desa Karangmelati adalah benar karya saya.

RINGKASAN
{ABSTRACT_ID}
"""
    study = read(page)
    assert (study.type, dict(study.genre.items())) == ("thesis", {"id": "Tesis"})


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (f"Sumur Bersama di Desa Karangmelati\nDate\n2021-06-03\nMetadata\nShow full item record\nAbstract\n{ABSTRACT_ID}\n", "thesis"),
        (f"dc.description.abstract |\n{ABSTRACT_ID} |\nen_US |\n", "thesis"),
        (f"Sumur Bersama di Desa\n\nAbstract\n\n{ABSTRACT_EN} Theories of commons are used by the writer of this thesis.\n", "thesis"),
        (f"Sumur Bersama di Desa\n\nAbstrak\n\nArtikel ini membahas sumur bersama di desa. {ABSTRACT_ID}\n", "article-journal"),
        (f"Sumur Bersama di Desa\n\nAbstrak\n\n{ABSTRACT_ID}\n", "document"),
    ],
)
def test_a_kind_that_only_the_place_or_the_text_itself_tells_is_to_be_checked(page: str, kind: str) -> None:
    study = read(page)
    assert (study.type, level(study, "type")) == (kind, "low")


def test_the_kind_that_a_masthead_tells_is_sure() -> None:
    study = read(f"Jurnal Desa Vol. 3, No. 1, Juli 2019\n\nSumur Bersama di Desa\n\nAbstrak\n\n{ABSTRACT_ID}\n")
    assert (study.type, level(study, "type")) == ("article-journal", "high")


def test_a_table_copied_without_its_borders_keeps_labels_and_values_apart() -> None:
    study = read(f"JudulSumur Bersama di Desa Karangmelati |\nNama: LARAS PRAMESWARI |\nTahun: 2022 |\nAbstrak\n{ABSTRACT_ID}\n")
    assert dict(study.title.items()) == {"id": "Sumur Bersama di Desa Karangmelati"}
    assert [name.text() for name in study.author] == ["Laras Prameswari"]


def test_a_running_head_with_a_list_of_authors_cut_short_is_no_part_of_the_title() -> None:
    page = f"""Laras Prameswari A. S., dkk. – Universitas Contoh Nusantara 2875

Sumur Bersama di Desa: Studi Kasus Karangmelati

Laras Prameswari1 Dewi Anjani2

Program Studi Sosiologi, Universitas Contoh Nusantara

Abstrak

{ABSTRACT_ID}
"""
    assert dict(read(page).title.items()) == {"id": "Sumur Bersama di Desa: Studi Kasus Karangmelati"}


def test_a_whole_page_on_one_line_behind_its_masthead() -> None:
    page = (
        "62 JSDK 4 (1) (2019) 62-67 Jurnal Sumur dan Kebun http://jurnal.example.ac.id/index.php/sumur Common Wells in the Dry Season of "
        "Karangmelati Laras Prameswari, Dewi Anjani, Wibowo Santika Universitas Contoh Nusantara, Indonesia Keywords : Wells, Village Abstrak "
        f"{ABSTRACT_ID} Abstract {ABSTRACT_EN} The wells of Karangmelati were visited."
    )
    study = read(page)
    assert study.text("container-title") == "Jurnal Sumur dan Kebun"
    assert list(study.title.values()) == ["Common Wells in the Dry Season of Karangmelati"]
    assert [name.text() for name in study.author] == ["Laras Prameswari", "Dewi Anjani", "Wibowo Santika"]


def test_a_title_in_capitals_behind_a_masthead_ends_where_its_authors_begin() -> None:
    page = (
        "Vol. 3 No.2 Tahun 2021. E-ISSN: 2999-0001 158 SUMUR BERSAMA DI DESA KARANGMELATI PADA MUSIM KERING Laras Prameswari, Dewi Anjani "
        f"Fakultas Ilmu Sosial, Universitas Contoh Nusantara Email: laras@example.com Abstrak {ABSTRACT_ID}"
    )
    study = read(page)
    assert dict(study.title.items()) == {"id": "Sumur Bersama di Desa Karangmelati pada Musim Kering"}
    assert [name.text() for name in study.author] == ["Laras Prameswari", "Dewi Anjani"]


def test_the_heading_of_an_abstract_behind_the_last_author() -> None:
    study = read(f"SUMUR BERSAMA DI DESA KARANGMELATI\nLaras Prameswari1, Dewi Anjani2 Abstrak\n{ABSTRACT_ID}\nKata Kunci : sumur, desa\n")
    assert [name.text() for name in study.author] == ["Laras Prameswari", "Dewi Anjani"]
    assert study.keywords["id"] == ("sumur", "desa")


def test_two_titles_in_capitals_each_with_its_case_in_brackets() -> None:
    page = f"""SUMUR BERSAMA PADA MUSIM KERING (STUDI KASUS DI DESA KARANGMELATI) COMMON WELLS IN THE DRY SEASON (CASE STUDY IN KARANGMELATI VILLAGE)

Laras Prameswari1, Dewi Anjani2

1Jurusan Sosiologi, Fakultas Ilmu Sosial, Universitas Contoh Nusantara

ABSTRAK

{ABSTRACT_ID}
"""
    titles = {tag: title.casefold() for tag, title in read(page).title.items()}
    assert titles == {
        "id": "sumur bersama pada musim kering (studi kasus di desa karangmelati)",
        "en": "common wells in the dry season (case study in karangmelati village)",
    }


@pytest.mark.parametrize(("doi", "found"), [("10.99999/jsumur", None), ("10.99999/jsumur.v3i2.17", "10.99999/jsumur.v3i2.17")])
def test_the_doi_of_a_journal_is_not_that_of_an_article(doi: str, found: str | None) -> None:
    study = read(f"Vol. 3, No. 2 DOI : https://doi.org/{doi}\n\nSumur Bersama di Desa Karangmelati\n\nAbstrak\n\n{ABSTRACT_ID}\n")
    assert study.text("DOI") == found


def test_the_number_of_a_book_is_no_part_of_the_name_of_proceedings() -> None:
    page = f"Prosiding Seminar Nasional Sumur ISBN: 978-602-0000-25-9\n\npp. 483-492, 2020\n\nSumur Bersama di Desa\n\nAbstrak\n\n{ABSTRACT_ID}\n"
    assert read(page).text("container-title") == "Prosiding Seminar Nasional Sumur"


def test_a_journal_with_a_name_of_one_word_before_month_and_pages() -> None:
    study = read(f"Sumurselebes, Juni 2016, hlm. 18-26 ISSN: 1999-0001\nVol. 10 No. 1\nSUMUR BERSAMA DI DESA\nABSTRAK\n{ABSTRACT_ID}\n")
    assert (study.text("container-title"), study.text("volume"), study.text("page")) == ("Sumurselebes", "10", "18-26")


def test_an_acronym_and_the_name_it_stands_for_are_one_institution() -> None:
    page = f"""Diajukan Kepada Universitas Islam Negeri Sunan Contoh untuk Memenuhi Persyaratan Memperoleh Gelar Sarjana

ABSTRAK

Laras Prameswari, 2019, Sumur Bersama di Desa Karangmelati, Skripsi Program Studi Sosiologi Fakultas Dakwah UIN Sunan Contoh.

{ABSTRACT_ID}
"""
    assert read(page).text("publisher") == "Universitas Islam Negeri Sunan Contoh"


def test_a_title_in_capitals_straight_over_running_text() -> None:
    study = read(f"Text\nSUMUR BERSAMA DI DESA KARANGMELATI PADA MUSIM KERING\n{ABSTRACT_ID}\nNo copy data\n")
    assert dict(study.title.items()) == {"id": "Sumur Bersama di Desa Karangmelati pada Musim Kering"}
    assert study.abstract["id"] == ABSTRACT_ID


def test_the_years_of_two_calendars_and_the_town_of_an_institution_named_by_its_kind() -> None:
    page = """SKRIPSI

SUMUR BERSAMA DI DESA KARANGMELATI

PADA MUSIM KERING TAHUN INI

Oleh:

LARAS PRAMESWARI

NPM. 14110000

INSTITUT AGAMA ISLAM NEGERI (IAIN)

SUKAMAKMUR

1439 H/2018 M
"""
    study = read(page)
    assert study.text("publisher") == "Institut Agama Islam Negeri Sukamakmur"
    assert study.issued is not None
    assert study.issued.year == 2018


def test_a_place_with_its_year_and_the_title_behind_it_in_one_line_of_capitals() -> None:
    page = f"""PROGRAM STUDI SOSIOLOGI UNIVERSITAS CONTOH NUSANTARA 2020 SUMUR BERSAMA DI DESA KARANGMELATI
PADA MUSIM KERING
Laras Prameswari 1) Dewi Anjani 2)
ABSTRAK
{ABSTRACT_ID}
"""
    study = read(page)
    assert dict(study.title.items()) == {"id": "Sumur Bersama di Desa Karangmelati pada Musim Kering"}
    assert study.issued is not None
    assert study.issued.year == 2020


def test_stars_before_a_bracket_are_notes_of_names_and_a_name_may_hold_a_common_word() -> None:
    page = f"""SUMUR BERSAMA DI DESA KARANGMELATI

Laras Prameswari *), Dewi Negara Anjani **), Wibowo Santika **)

*) Alumni Program Studi Sosiologi Universitas Contoh Nusantara

**) Staf Pengajar Program Studi Sosiologi Universitas Contoh Nusantara

ABSTRAK

{ABSTRACT_ID}
"""
    assert [name.text() for name in read(page).author] == ["Laras Prameswari", "Dewi Negara Anjani", "Wibowo Santika"]


def test_a_name_that_begins_with_a_single_letter_behind_a_title_in_capitals() -> None:
    page = (
        "SUMUR BERSAMA DI DESA KARANGMELATI PADA MUSIM KERING I Ketut Prameswara, I Gede Anjana Universitas Contoh Nusantara Jalan Kenanga "
        f"Email: ketut@example.com Abstrak {ABSTRACT_ID}"
    )
    study = read(page)
    assert list(study.title.values()) == ["Sumur Bersama di Desa Karangmelati pada Musim Kering"]
    assert [name.text() for name in study.author] == ["I Ketut Prameswara", "I Gede Anjana"]


def test_the_name_of_a_journal_between_its_number_and_its_volume() -> None:
    page = f"ISSN 1999-1137 MEDIA SUMURKITA Volume 12, No.1, April 2015 SUMUR BERSAMA DI DESA KARANGMELATI Oleh : Laras Prameswari Abstrak {ABSTRACT_ID}"
    study = read(page)
    assert (study.text("container-title"), study.text("volume")) == ("Media Sumurkita", "12")


def test_a_title_that_ends_within_its_brackets_and_a_name_with_degrees_are_no_reference() -> None:
    page = f"""SUMUR BERSAMA DI DESA KARANGMELATI (Studi Kasus pada Kantor

Lurah Wibowo Santika, S.H.,M. Hum. di Sukamakmur) Laras Prameswari, S.H., M.Hum. Jurusan Administrasi, Politeknik Contoh ABSTRAK {ABSTRACT_ID}
"""
    assert "Wibowo" not in " ".join(name.text() for name in read(page).author)


@pytest.mark.parametrize(
    "title",
    [
        "TERHADAP SUMUR BERSAMA DI DESA KARANGMELATI",
        "SUMUR BERSAMA 1999-1137 DI DESA KARANGMELATI",
    ],
)
def test_a_title_that_cannot_be_whole_is_to_be_checked(title: str) -> None:
    study = read(f"{title}\n\nLaras Prameswari1, Dewi Anjani2\n\nABSTRAK\n\n{ABSTRACT_ID}\n")
    assert level(study, "title/id") == "low"


def test_years_in_a_title_are_no_number_of_a_journal() -> None:
    study = read(f"SUMUR BERSAMA DI DESA KARANGMELATI 2013-2018\n\nLaras Prameswari1, Dewi Anjani2\n\nABSTRAK\n\n{ABSTRACT_ID}\n")
    assert level(study, "title/id") == "high"


def test_an_institution_without_a_name_of_its_own_is_to_be_checked() -> None:
    cover = "SUMUR BERSAMA DI DESA KARANGMELATI\n\nSKRIPSI\n\nOleh:\n\nLARAS PRAMESWARI\n\n{}\n\n2018\n\nABSTRAK\n\n" + ABSTRACT_ID
    assert level(read(cover.format("INSTITUT AGAMA ISLAM NEGERI")), "publisher") == "low"
    assert level(read(cover.format("UNIVERSITAS CONTOH NUSANTARA")), "publisher") == "high"


def test_two_authors_each_over_what_they_are_and_where() -> None:
    page = f"""SUMUR BERSAMA DI DESA KARANGMELATI
Laras Prameswari
Mahasiswa S-1 Sosiologi, Fakultas Ilmu Sosial, Universitas Contoh Nusantara
laras@example.com
Dewi Anjani
Dosen S-1 Sosiologi, Fakultas Ilmu Sosial, Universitas Contoh Nusantara
Abstrak
{ABSTRACT_ID}
"""
    assert [name.text() for name in read(page).author] == ["Laras Prameswari", "Dewi Anjani"]


def test_two_species_end_a_title_in_capitals() -> None:
    page = f"""DAYA HAMBAT EKSTRAK SUMUR TERHADAP BAKTERI

Exempla prima DAN Exempla secunda

SKRIPSI

Oleh:

LARAS PRAMESWARI

NIM I21110009

UNIVERSITAS CONTOH NUSANTARA

2015

ABSTRAK

{ABSTRACT_ID}
"""
    title = read(page).title["id"]
    assert title.casefold() == "daya hambat ekstrak sumur terhadap bakteri exempla prima dan exempla secunda"


def test_a_number_behind_the_author_is_that_of_a_student() -> None:
    page = (
        "SUMUR BERSAMA DI DESA KARANGMELATI Jurnal Ilmiah Disusun Oleh : Laras Prameswari 115020107111 JURUSAN SOSIOLOGI FAKULTAS ILMU SOSIAL "
        "UNIVERSITAS CONTOH NUSANTARA 2015 SUMUR BERSAMA DI DESA KARANGMELATI Laras Prameswari Fakultas Ilmu Sosial Universitas Contoh Nusantara "
        f"Email: laras@example.com ABSTRAK {ABSTRACT_ID}"
    )
    study = read(page)
    assert (study.type, study.text("publisher")) == ("thesis", "Universitas Contoh Nusantara")


def test_a_title_that_a_site_cuts_short_is_no_second_one() -> None:
    page = f"""Sumur Bersama di Desa Karangmelati melalui - E

advertisement
Jurnal Sumur,
Vol. 2, No. 1 (Januari-Juni 2017): 1-17
Sumur Bersama di Desa Karangmelati melalui Giliran
Warga pada Musim Kering
Laras Prameswari
Dewi Anjani
Universitas Contoh Nusantara
Abstrak
{ABSTRACT_ID}
"""
    assert dict(read(page).title.items()) == {"id": "Sumur Bersama di Desa Karangmelati melalui Giliran Warga pada Musim Kering"}


def test_of_two_labelled_titles_that_begin_alike_the_longer_is_whole() -> None:
    page = f"ABSTRAKSI Judul : Sumur Bersama di Desa\n\nABSTRAKSI\nJudul : Sumur Bersama di Desa Karangmelati\nNama : Laras Prameswari\nNIM : D2C00520\n{ABSTRACT_ID}\n"
    study = read(page)
    assert dict(study.title.items()) == {"id": "Sumur Bersama di Desa Karangmelati"}
    assert study.type == "thesis"


def test_a_line_of_which_nothing_is_known_behind_a_title_makes_it_doubtful() -> None:
    front = "SUMUR BERSAMA DI DESA KARANGMELATI\n\n{}Laras Prameswari1, Dewi Anjani2\n\nABSTRAK\n\n" + ABSTRACT_ID
    assert level(read(front.format("")), "title/id") == "high"
    assert level(read(front.format("1 2*** / kuning ke-3\n\n")), "title/id") == "low"


def test_a_title_that_names_one_with_a_title_goes_on_to_its_end() -> None:
    page = f"FAKTOR RISIKO SUMUR DI RUMAH SAKIT UMUM Dr. H. WIBOWO SANTIKA SUKAMAKMUR 2013 Laras Prameswari*) ABSTRAK {ABSTRACT_ID}"
    study = read(page)
    assert study.title["id"].casefold() == "faktor risiko sumur di rumah sakit umum dr. h. wibowo santika sukamakmur 2013"
    assert [name.text() for name in study.author] == ["Laras Prameswari"]


def test_names_with_the_family_first_and_notes_behind_each() -> None:
    page = f"""Sumur Bersama di Desa Karangmelati Tahun 2020

Prameswari, Ni Laras Ayu 1 , Anjani, Ni Dewi 2 , Santika, I Gusti 3

1
Poltekkes Contoh, Jurusan Sosiologi

ABSTRAK

{ABSTRACT_ID}
"""
    assert [name.text() for name in read(page).author] == ["Ni Laras Ayu Prameswari", "Ni Dewi Anjani", "I Gusti Santika"]


def test_by_at_the_end_of_a_title_names_the_authors_under_it() -> None:
    page = f"Sumurnea, Volume XII, Nomor 1 : 35 - 41, 1987 ISSN 0999-1877\n\nSEJARAH DAN TIPE SUMUR DESA oleh\n\nL. PRAMESWARI1) dan D. AYU ANJANI2)\n\nABSTRAK\n\n{ABSTRACT_ID}\n"
    study = read(page)
    assert study.title["id"] == "Sejarah dan Tipe Sumur Desa"
    assert [name.text() for name in study.author] == ["L. Prameswari", "D. Ayu Anjani"]


def test_the_running_line_of_a_conference_is_where_a_paper_was_read() -> None:
    page = f"National Conference on Wells and Villages (NCWV 2022) 1111\n\nSUMUR BERSAMA DI DESA KARANGMELATI\n\nLaras Prameswari1), Dewi Anjani2)\n\nAbstrak: {ABSTRACT_ID}\n"
    study = read(page)
    assert (study.type, study.text("container-title")) == ("paper-conference", "National Conference on Wells and Villages (NCWV 2022)")
    assert list(study.title.values()) == ["Sumur Bersama di Desa Karangmelati"]


def test_the_site_of_a_journal_and_its_lines() -> None:
    study = read(f"SUMUR BERSAMA DI DESA KARANGMELATI\nMain Article Content\nAbstract\n{ABSTRACT_ID}\nArticle Details\n")
    assert study.type == "article-journal"


def test_the_number_of_a_page_before_the_title_on_the_first_line() -> None:
    study = read(
        f"2983 SUMUR BERSAMA DI DESA KARANGMELATI\nLaras Prameswari1, Dewi Anjani2\n1,2 Universitas Contoh\nABSTRAK\n{ABSTRACT_ID}\n"
    )
    assert study.title["id"] == "Sumur Bersama di Desa Karangmelati"


def test_one_name_under_a_title_and_over_what_it_is() -> None:
    page = f"SUMUR BERSAMA\n\nDI DESA KARANGMELATI\n\nLarasati\n\nDosen STMIK Contoh Sukamakmur\n\ne-mail : laras@example.com\n\nAbstrak\n\n{ABSTRACT_ID}\n"
    study = read(page)
    assert study.title["id"] == "Sumur Bersama di Desa Karangmelati"
    assert [name.text() for name in study.author] == ["Larasati"]


@pytest.mark.parametrize(
    "front",
    [
        "SUMUR BERSAMA DI DESA KARANGMELATI\n\nUniversitas Contoh Nusantara, Email: laras@example.com",
        "SUMUR A B S T R A K BERSAMA DI DESA\n\nLaras Prameswari1, Dewi Anjani2",
    ],
)
def test_a_title_without_its_author_or_with_letters_in_it_is_to_be_checked(front: str) -> None:
    study = read(f"{front}\n\nABSTRAK\n\n{ABSTRACT_ID}\n")
    assert level(study, next(each.field for each in study.confidence if each.field.startswith("title/"))) == "low"
