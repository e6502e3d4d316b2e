"""Pages whose parts run on into each other, or are broken where they belong together: by sites, by page ends, by columns."""

from __future__ import annotations

from litreview.pages import parse_page
from litreview.pages.logical import logical_lines
from litreview.pages.unwrap import unwrap
from litreview.record import Study

ONE = "This study asks what two towns have in common with the villages around them. It finds that they share the roads and the schools. "
TWO = "Penelitian ini membahas kerja sama kota dan desa di Jawa. Hasilnya menunjukkan bahwa warga desa ikut serta dalam rencana kota. "


def study(page: str) -> Study:
    return parse_page(page).study


def names(page: str) -> list[str]:
    return [name.text() for name in study(page).author]


def supervisors(page: str) -> list[str]:
    return [value for key, value in study(page).extra if key == "page.supervisor"]


def test_two_abstracts_with_nothing_between_them_are_two() -> None:
    abstracts = study(f"ABSTRACT\n\n{ONE * 2}{TWO * 2}").abstract
    assert abstracts["en"] == (ONE * 2).strip()
    assert abstracts["id"] == (TWO * 2).strip()


def test_a_sentence_in_another_language_makes_no_second_abstract() -> None:
    page = f"ABSTRACT\n\n{ONE * 2}Warga berkata bahwa kota itu tidak ada bagi mereka yang di desa. {ONE}"
    assert list(study(page).abstract) == ["en"]


def test_a_list_of_keywords_goes_on_behind_the_end_of_a_page() -> None:
    page = f"ABSTRAK\n\n{TWO}\n\nKata kunci: kota kembar, desa, kerja sama,\n\n\nrencana kota\n\nABSTRACT\n\n{ONE}"
    assert study(page).keywords["id"] == ("kota kembar", "desa", "kerja sama", "rencana kota")


def test_the_body_behind_the_keywords_on_their_line_is_no_keyword() -> None:
    page = f"ABSTRAK {TWO * 2}Kata kunci: kota kembar, desa. 1. Latar Belakang Masalah Kota adalah tempat tinggal banyak orang di Jawa."
    assert study(page).keywords["id"] == ("kota kembar", "desa")


def test_a_classification_behind_the_keywords_is_none_of_them() -> None:
    page = f"Abstract: {ONE}Keywords: town; village JEL Classification: O11, O47"
    assert study(page).keywords["en"] == ("town", "village")


def test_a_running_head_in_a_line_is_left_out() -> None:
    page = "Jurnal Kota Terapan Vol. 5, No. 1, June 2021 Kota Kembar di Jawa Tengah Sri Wulandari Universitas Contoh Email: a@example.com "
    page += f"Abstract {ONE * 2}Keywords: town, village 2 Jurnal Kota Terapan Vol. 5, No. 1, June 2021 INTRODUCTION Towns are old."
    assert study(page).keywords["en"] == ("town", "village")


def test_keywords_without_their_label_behind_the_text_that_uses_them() -> None:
    page = f"Kota Kembar dan Desa di Jawa Tengah\n\nSri Wulandari, Budi Santoso\n\n{TWO}\n\nKerja Sama Kota, Warga Desa, Rencana Kota."
    assert study(page).keywords["id"] == ("Kerja Sama Kota", "Warga Desa", "Rencana Kota")
    assert names(page) == ["Sri Wulandari", "Budi Santoso"]


def test_keywords_before_the_text_on_its_line_without_a_mark() -> None:
    page = f"Abstrak\n\nKata kunci Kerja Sama Kota Kembar. {TWO * 2}"
    assert study(page).keywords["id"] == ("Kerja Sama Kota Kembar",)
    assert study(page).abstract["id"] == (TWO * 2).strip()


def test_the_first_line_of_a_text_that_a_page_end_cuts_off_is_kept() -> None:
    lines = "Pada masa lalu warga desa dan warga kota itu hidup\n\n\nBersama di Jawa dan mereka saling membantu dalam kerja\n"
    lines += "di ladang dan di pasar sampai hari ini juga demikian\nhal itu berubah karena rencana kota yang baru.\n"
    assert study(f"ABSTRAK\n\n{lines}").abstract["id"].startswith("Pada masa lalu warga desa")


def test_every_second_line_empty_is_no_end_of_a_paragraph_though_a_site_put_a_long_line_over_them() -> None:
    lines = ["KOTA KEMBAR DAN DESA WISATA DI JAWA TENGAH " * 6, *(TWO.strip().rpartition(".")[0][n : n + 58] for n in range(0, 116, 58))]
    lines += ["yang kami sebut di sini karena kota dan desa itu tetangga"] * 14
    assert max(len(line.text) for line in logical_lines(unwrap("\n\n".join(lines)))) > 200
    assert sum(not line.text for line in logical_lines(unwrap("\n\n".join(lines)))) < 4


def test_the_letters_of_notes_are_none_of_the_names() -> None:
    page = "Study of Twin Towns in\n\nSri Wulandaria,b, Budi Santosoc, Lee Mind, *Rina Lestarie,aNational Institute of Towns, Contoh, bDoctoral "
    page += (
        "Program, Universitas Contoh, Surabaya, cDepartment of Towns, Universitas Contoh, Surabaya, dDepartment of Villages, Universitas "
    )
    page += f"Contoh, Surabaya, eDepartment of Roads, Universitas Contoh, Surabaya\n\nABSTRACT\n\n{ONE}"
    assert names(page) == ["Sri Wulandari", "Budi Santoso", "Lee Min", "Rina Lestari"]
    assert study(page).title["en"] == "Study of Twin Towns in"


def test_who_alone_has_no_degree_on_a_thesis_wrote_it() -> None:
    page = f"Kota Kembar dan Desa di Jawa Tengah\nSRI WULANDARI, Prof. Dr. Budi Santoso, M.P.\n2024 | Skripsi | KEHUTANAN\n\n{TWO}"
    assert names(page) == ["Sri Wulandari"]
    assert supervisors(page) == ["Prof. Dr. Budi Santoso, M.P."]
    assert (study(page).issued and study(page).issued.year, study(page).genre["id"]) == (2024, "Skripsi")


def test_two_supervisors_on_one_line_are_two() -> None:
    page = f"KOTA KEMBAR DI JAWA TENGAH\nOleh: Sri Wulandari\nPembimbing: Dr. Rina Johan, M.Si. dan Budi Santoso\n\nABSTRAK\n\n{TWO}"
    assert supervisors(page) == ["Dr. Rina Johan, M.Si.", "Budi Santoso"]


def test_the_author_behind_a_slash_is_none_of_the_title() -> None:
    page = "Kota Kembar dan Desa / Sri Wulandari\n\nWulandari, Sri (2013) Kota Kembar dan Desa / Sri Wulandari. Skripsi, Universitas Contoh.\n\n"
    assert study(f"{page}Abstrak\n\n{TWO}").title["id"] == "Kota Kembar dan Desa"


def test_a_title_is_in_the_language_in_which_it_begins() -> None:
    page = f"Tindak Tutur dalam Novel Finally the Netherlands\n\nSri Wulandari1, Budi Santoso2\n\nABSTRACT\n\n{ONE}"
    assert list(study(page).title) == ["id"]


def test_the_day_of_a_conference_under_its_name_says_the_year() -> None:
    page = (
        "Seminar of Social Sciences e-ISSN 2775-4049\n\nKOTA | Medan - Sabtu, 26 Desember 2020\n\nKOTA KEMBAR DAN DESA DI JAWA TENGAH\n\n"
    )
    read = study(f"{page}Sri Wulandari\nUniversitas Contoh\n\nABSTRAK\n\n{TWO}")
    assert read.issued is not None
    assert read.issued.year == 2020


def test_a_town_behind_the_name_of_a_university_that_stands_alone_elsewhere_is_none_of_it() -> None:
    page = "KOTA KEMBAR Oleh SRI WULANDARI FAKULTAS HUKUM UNIVERSITAS CONTOH BANDAR LAMPUNG 2017\n\nKOTA KEMBAR DAN DESA\n\n(Skripsi)\n\nOleh\n\n"
    page += f"SRI WULANDARI\n\nFAKULTAS HUKUM\n\nUNIVERSITAS CONTOH\n\nBANDAR LAMPUNG\n\n2017\n\nABSTRAK\n\n{TWO}"
    assert study(page).text("publisher") == "Universitas Contoh"


def test_a_species_in_small_letters_stands_within_a_title_in_capitals() -> None:
    page = f"PENGARUH PENGGANTIAN DEDAK PADI DAN DAUN\n\nIndigofera\n\ncontohensis\n\nTERHADAP AYAM BROILER\n\nSri Wulandari1), Lee Min2)\n\nAbstrak\n\n{TWO}"
    assert study(page).title["id"] == "Pengaruh Penggantian Dedak Padi dan Daun Indigofera contohensis terhadap Ayam Broiler"


def test_a_bracket_in_a_title_that_closes_behind_an_empty_line() -> None:
    page = "Upaya Meningkatkan Kinerja Kota\n\n(Studi pada Kantor Kota dan Otoritas\n\nDesa Kelas Empat)\n\n"
    page += f"Sri Wulandari1, Lee Min2\n\nAbstrak\n\n{TWO}"
    assert study(page).title["id"] == "Upaya Meningkatkan Kinerja Kota (Studi pada Kantor Kota dan Otoritas Desa Kelas Empat)"


def test_the_first_words_of_an_abstract_that_a_site_prints_over_it_are_no_study_of_their_own() -> None:
    page = f"KOTA KEMBAR DAN DESA WISATA DI JAWA\n\nDownload Abstrak: {TWO[:70]}...\n\n3 downloads 508 Views 971KB Size\nKOTA KEMBAR DAN DESA WISATA DI JAWA TENGAH "
    page += f"Sri Wulandari, Budi Santoso Universitas Contoh Abstrak: {TWO * 2}"
    assert study(page).title["id"] == "Kota Kembar dan Desa Wisata di Jawa Tengah"
    assert study(page).abstract["id"] == (TWO * 2).strip()


def test_names_in_capitals_behind_a_title_in_usual_letters() -> None:
    page = f"Studi Mengenai Kota Kembar di Jawa (Kota Desa) SRI WULANDARI1, BUDI SANTOSO2 Dosen, Universitas Contoh\n\nABSTRAK\n\n{TWO}"
    assert names(page) == ["Sri Wulandari", "Budi Santoso"]
    assert study(page).title["id"] == "Studi Mengenai Kota Kembar di Jawa (Kota Desa)"


def test_what_a_person_is_at_a_place_is_no_person() -> None:
    page = "KOTA KEMBAR DI JAWA TENGAH\n\nSri Wulandari\n\nAlumnus Fakultas Hukum Universitas Contoh\n\nLee Min\n\n"
    page += f"Staf Pengajar Fakultas Hukum Universitas Contoh\n\nAbstrak\n\n{TWO}"
    assert names(page) == ["Sri Wulandari", "Lee Min"]


def test_the_title_of_a_site_with_bars_is_that_under_it() -> None:
    page = "PENERAPAN KOTA KEMBAR DI JAWA TENGAH | Wulandari | KOTA : Jurnal Kota 1 PB\n\nPENERAPAN KOTA KEMBAR\nDI JAWA TENGAH\n"
    assert study(f"{page}Sri Wulandari1, Lee Min2\n\nAbstrak\n\n{TWO}").title["id"] == "Penerapan Kota Kembar di Jawa Tengah"


def test_a_masthead_with_slashes_and_the_page_behind_it() -> None:
    read = study(f"Kota et Desa, Vol. II/No. 7/Ags/2014 PEMIDANAAN KOTA DAN DESA DI JAWA1 Oleh: Sri Wulandari2 ABSTRAK {TWO}")
    assert (read.title["id"], read.issued and read.issued.year, read.text("issue")) == ("Pemidanaan Kota dan Desa di Jawa", 2014, "7")
    read = study(f"JOM Kota Volume III Nomor 2, Oktober 2016 1 KOTA KEMBAR DAN DESA\n\nOleh : Sri Wulandari\n\nABSTRAK\n\n{TWO}")
    assert read.title["id"] == "Kota Kembar dan Desa"


def test_a_translation_printed_otherwise_straight_under_the_title() -> None:
    page = f"KOTA KEMBAR DAN DESA DI JAWA\n\nRelationship Of Twin Towns With The Villages\n\nSri Wulandari1, Lee Min2\n\nABSTRAK\n\n{TWO}"
    assert dict(study(page).title.items()) == {
        "id": "Kota Kembar dan Desa di Jawa",
        "en": "Relationship Of Twin Towns With The Villages",
    }
