"""Running heads, lines of sites and kinds of article around a work: what they state is kept, and none of it is title or author."""

from __future__ import annotations

from litreview.pages import parse_page
from litreview.record import Study

ABSTRACT = "Penelitian ini bertujuan untuk mengetahui hubungan antara dua kota yang bekerja sama. Hasil penelitian menunjukkan kerja sama itu berjalan."


def read(text: str) -> Study:
    return parse_page(text, "page.txt").study


def authors(study: Study) -> list[str]:
    return [name.text() for name in study.author]


def test_the_running_head_of_a_journal_with_its_page_is_no_title() -> None:
    study = read(f"Jurnal Kota Contoh 3976\n\nKerja Sama Dua Kota di Jawa\n\nSri Wulandari1), Kartika2)\n\nAbstrak\n\n{ABSTRACT}")
    assert study.title["id"] == "Kerja Sama Dua Kota di Jawa"
    assert study.text("container-title") == "Jurnal Kota Contoh"
    assert authors(study) == ["Sri Wulandari", "Kartika"]


def test_a_running_head_with_volume_and_pages_stands_for_the_article_and_its_year() -> None:
    study = read(
        "Sri Wulandari dan B. Santoso (2015)\nJ. Kota 10: 54 - 60\nKERJA SAMA DUA KOTA DI JAWA Sister Cities and Their Villages in Java "
        f"Sri Wulandari1 dan B. Santoso2 ¹Mahasiswa Program Doktor Fakultas Hukum UI\nABSTRAK {ABSTRACT}"
    )
    assert dict(study.title.items()) == {"id": "Kerja Sama Dua Kota di Jawa", "en": "Sister Cities and Their Villages in Java"}
    assert authors(study) == ["Sri Wulandari", "B. Santoso"]
    assert [study.text(field) for field in ("container-title", "volume", "page")] == ["J. Kota", "10", "54-60"]
    assert study.issued is not None
    assert study.issued.year == 2015


def test_the_kind_of_article_over_the_title_is_no_part_of_it() -> None:
    study = read(f"SYSTEMATIC REVIEW\n\nKERJA SAMA DUA KOTA DI JAWA\n\nSri Wulandari\n\nABSTRAK\n\n{ABSTRACT}")
    assert study.title["id"] == "Kerja Sama Dua Kota di Jawa"
    within = read(f"KERJA SAMA DUA KOTA DI JAWA:\nLITERATURE REVIEW\n\nSri Wulandari\n\nABSTRAK\n\n{ABSTRACT}")
    assert within.title["id"] == "Kerja Sama Dua Kota di Jawa: Literature Review"


def test_what_stands_beside_the_name_of_a_journal_is_left_out() -> None:
    study = read(
        f"Jurnal Kota dan Desa Article History\n\nVol. 6 No. 1, Juli 2018, 1-10\n\nKERJA SAMA DUA KOTA\n\nSri Wulandari\n\nAbstrak\n\n{ABSTRACT}"
    )
    assert study.text("container-title") == "Jurnal Kota dan Desa"


def test_a_licence_names_the_journal() -> None:
    study = read(
        f"Kerja Sama Dua Kota di Jawa\n\nAbstrak\n\n{ABSTRACT}\n\nArticles published in Jurnal Kota Contoh are licensed under a free licence."
    )
    assert study.text("container-title") == "Jurnal Kota Contoh"


def test_keywords_glued_to_the_heading_are_those_of_a_journal_s_site() -> None:
    study = read(f"Kerja Sama Dua Kota di Jawa\nkota, desa, kerja samaAbstract\n{ABSTRACT}")
    assert study.type == "article-journal"


def test_a_head_before_the_title_in_capitals_is_not_read_twice() -> None:
    study = read(f"Kerja Sama Kota, Universitas Contoh 12 KERJA SAMA DUA KOTA DI JAWA Sri Wulandari Universitas Contoh Abstrak {ABSTRACT}")
    assert study.title["id"] == "Kerja Sama Dua Kota di Jawa"
    assert authors(study) == ["Sri Wulandari"]


def test_a_sentence_left_over_behind_the_abstract_is_no_title() -> None:
    english = "This study describes how two towns in the region work together with each other and why the villages follow them."
    left = "This research uses a qualitative approach. The resu"
    study = read(f"Kerja Sama Dua Kota di Jawa\n\nSri Wulandari\n\nAbstrak\n\n{ABSTRACT}\n\nAbstract\n\n{english}\n\n{left}")
    assert dict(study.title.items()) == {"id": "Kerja Sama Dua Kota di Jawa"}


def test_a_kind_of_work_in_spaced_letters_or_behind_the_title() -> None:
    spaced = read(f"S K R I P SI\n\nKERJA SAMA DUA KOTA DI JAWA\n\nSRI WULANDARI\nNIM. 201351143\n\nABSTRAK\n\n{ABSTRACT}")
    assert (spaced.genre["id"], spaced.title["id"]) == ("Skripsi", "Kerja Sama Dua Kota di Jawa")
    behind = read("Kerja Sama Dua Kota di Jawa (Studi di Kota Contoh) SKRIPSI\n\nOleh:\n\nSRI WULANDARI\n\nUNIVERSITAS CONTOH\n\n2013")
    assert behind.title["id"] == "Kerja Sama Dua Kota di Jawa (Studi di Kota Contoh)"


def test_names_with_roles_and_odd_notes() -> None:
    study = read(
        f"KERJA SAMA DUA KOTA DI JAWA\nSri Wulandari(ˡ), Budi Santoso(2), dan Ratna Dewi(3)\nUniversitas Contoh\nABSTRAK\n{ABSTRACT}"
    )
    assert authors(study) == ["Sri Wulandari", "Budi Santoso", "Ratna Dewi"]
    glued = read(f"KERJA SAMA DUA KOTA DI JAWA Sri Wulandari1)dan Budi Santoso2) Universitas Contoh\nABSTRAK {ABSTRACT}")
    assert authors(glued) == ["Sri Wulandari", "Budi Santoso"]
    role = read(f"KERJA SAMA DUA KOTA DI JAWA\n\nSri Wulandari ( Mahasiswa Hukum )\n\nABSTRAK\n\n{ABSTRACT}")
    assert authors(role) == ["Sri Wulandari"]


def test_a_field_of_study_before_the_place_of_an_author() -> None:
    study = read(f"KERJA SAMA DUA KOTA DI JAWA\n\nSri Wulandari\nSosiologi, Universitas Contoh\na@example.com\n\nABSTRAK\n\n{ABSTRACT}")
    assert "Universitas Contoh" in (study.text("publisher"), *(value for _, value in study.extra))
    assert authors(study) == ["Sri Wulandari"]


def test_a_malay_abstract_stays_whole_and_its_title_is_malay() -> None:
    first = "Kajian ini dijalankan kerana kaedah pengajaran sahaja yang digunakan oleh guru di sekolah ialah kuliah dan latihan."
    second = "Hasil yang diperoleh dalam penelitian ini diharapkan membantu para guru untuk meningkatkan kemampuan menulis."
    study = read(f"KEBERKESANAN MODUL DUA BANDAR\n\nAhmad bin Yusuf\n\nAbstrak\n\n{first}\n\n{second}")
    assert list(study.abstract) == ["ms"]
    assert second in study.abstract["ms"]
    assert list(study.title) == ["ms"]


def test_a_title_that_asks_for_a_place_goes_on_with_it() -> None:
    place = read(
        f"HUBUNGAN KERJA SAMA KOTA PADA MAHASISWA\nUNIVERSITAS CONTOH\nSri Wulandari\nProgram Studi Hukum Universitas Contoh\nABSTRAK\n{ABSTRACT}"
    )
    assert place.title["id"] == "Hubungan Kerja Sama Kota pada Mahasiswa Universitas Contoh"
    assert authors(place) == ["Sri Wulandari"]
    within = read(
        f"HUBUNGAN KERJA SAMA KOTA PADA DOSEN\n\nFAKULTAS HUKUM UNIVERSITAS CONTOH Sri Ayu Wulandari, Budi Santoso\n\nABSTRAK {ABSTRACT}"
    )
    assert within.title["id"] == "Hubungan Kerja Sama Kota pada Dosen Fakultas Hukum Universitas Contoh"
    assert authors(within) == ["Sri Ayu Wulandari", "Budi Santoso"]
    cover = read(f"KERJA SAMA KOTA KEMBAR DI JAWA\n\nUNIVERSITAS CONTOH\n\nSri Wulandari\n\nABSTRAK\n\n{ABSTRACT}")
    assert cover.title["id"] == "Kerja Sama Kota Kembar di Jawa"


def test_the_last_word_of_a_title_in_capitals_is_no_button() -> None:
    study = read(f"KERJA SAMA DUA KOTA YANG SEDANG MENYUSUN SEBUAH\n\nARTIKEL\n\nSri Wulandari1, Budi Santoso2\n\nABSTRAK\n\n{ABSTRACT}")
    assert study.title["id"] == "Kerja Sama Dua Kota yang Sedang Menyusun Sebuah Artikel"


def test_short_names_of_journals() -> None:
    over = read(f"JKC\n\nVolume 8 No.2 | Maret – Agustus 2020 10\n\nKERJA SAMA DUA KOTA DI JAWA\n\nSri Wulandari1\n\nABSTRAK\n\n{ABSTRACT}")
    assert over.text("container-title") == "JKC"
    head = read(
        f"KOTA : Jurnal Kota Contoh Page 894\n\nKERJA SAMA DUA KOTA DI JAWA\n\nSri Wulandari1, Budi Santoso2\n\nABSTRAK\n\n{ABSTRACT}"
    )
    assert (head.text("container-title"), head.title["id"]) == ("KOTA : Jurnal Kota Contoh", "Kerja Sama Dua Kota di Jawa")
    spelt = read(
        f"JKC, 5 (2) January 2022 ISSN 2599-0715 (Print)\nJKC (Journal of Cities)\nTwin Towns and Their Villages\nSri Wulandari1)\nAbstrak\n{ABSTRACT}"
    )
    assert spelt.text("container-title") == "JKC (Journal of Cities)"
    assert "Twin Towns and Their Villages" in spelt.title.values()


def test_names_before_a_field_of_study_on_one_line() -> None:
    study = read(
        "Kerja Sama Dua Kota di Jawa\n\nSiti Aminah 1 Kartikasari2 Budi Surya Santoso3 Sistem Informasi / Fakultas Ilmu Komputer Universitas Contoh\n\n"
        f"Abstrak. {ABSTRACT[:60]}\n\nlama dan {ABSTRACT[60:]} Penelitian lain juga berjalan dengan baik di desa-desa itu\n\nserta di kota, dan itu saja."
    )
    assert authors(study) == ["Siti Aminah", "Kartikasari", "Budi Surya Santoso"]
    assert study.title["id"] == "Kerja Sama Dua Kota di Jawa"


def test_what_a_work_was_handed_in_for_is_no_abstract() -> None:
    study = read(
        "KERJA SAMA DUA KOTA DI JAWA\n\nPROPOSAL SKRIPSI\n\nDisusun sebagai salah satu syarat untuk menempuh mata kuliah Seminar dan\n"
        "Karya Tulis Ilmiah untuk memperoleh gelar Sarjana Pendidikan (S.Pd.)\n\nDisusun Oleh:\n\nSRI WULANDARI\n\nUNIVERSITAS CONTOH\n\nSERANG 2022"
    )
    assert not study.abstract
    assert study.issued is not None
    assert (study.issued.year, study.text("publisher")) == (2022, "Universitas Contoh")


def test_the_number_of_the_first_page_is_no_part_of_a_title_in_capitals() -> None:
    assert (
        read(f"1 KERJA SAMA DUA KOTA DI JAWA Sri Wulandari Universitas Contoh ABSTRAK {ABSTRACT}").title["id"]
        == "Kerja Sama Dua Kota di Jawa"
    )


def test_an_abstract_of_a_script_without_spaces_is_kept_under_its_own_language() -> None:
    study = read(
        "ジャワの姉妹都市\n\n要旨\n\n本研究の目的は、ジャワの姉妹都市の協力とその住民への影響を明らかにすることである。結果として学校が恩恵を受けた。\n\n"
        f"キーワード：姉妹都市、協力\n\nABSTRAK\n\n{ABSTRACT}"
    )
    assert set(study.abstract) == {"ja", "id"}
    assert dict(study.title.items()) == {"ja": "ジャワの姉妹都市"}
    assert list(study.keywords["ja"]) == ["姉妹都市", "協力"]


def test_what_a_person_is_within_a_title_is_no_label() -> None:
    page = "KERJA SAMA KOTA BAGI PASANGAN SUAMI ISTRI BERSTATUS\n\nMAHASISWA\n\n(Studi Kasus Mahasiswa Fakultas Hukum)\n\nSKRIPSI\n\nOleh:\n\nSRI WULANDARI"
    study = read(page)
    assert study.title["id"].startswith("Kerja Sama Kota bagi Pasangan Suami Istri Berstatus Mahasiswa")
    assert authors(study) == ["Sri Wulandari"]


def test_an_abstract_without_its_heading_over_its_keywords_is_kept_beside_one_with_a_heading() -> None:
    english = "This study aims to describe how two towns work together with each other and with the villages around them."
    study = read(
        "KERJA SAMA DUA KOTA\n\nSri Wulandari\n\nPenelitian ini bertujuan untuk mengetahui hubungan yang\n\n\nterjadi antara dua kota dan desa di sekitarnya "
        f"dengan wawancara. Hasilnya baik bagi semua.\n\nKata kunci: kota, desa\n\n21\nAbstract\n{english}\n\nKeywords: town, village"
    )
    assert study.abstract["id"].startswith("Penelitian ini bertujuan")
    assert set(study.abstract) == {"id", "en"}
    assert (list(study.keywords["id"]), list(study.keywords["en"])) == (["kota", "desa"], ["town", "village"])


def test_a_heading_glued_to_the_text_and_a_list_that_ended() -> None:
    glued = read(f"KERJA SAMA DUA KOTA DI JAWA Sri Wulandari Universitas Contoh a@example.com Abstrak{ABSTRACT} Kata Kunci: kota, desa")
    assert glued.abstract["id"].startswith("Penelitian ini")
    behind = "ilmu pengetahuan terutama hasil penelitian yang mendorong perkembangan kota dan desa serta warga di sana dan"
    ended = read(f"Kerja Sama Dua Kota\nSri Wulandari\nAbstrak {ABSTRACT}\nKata Kunci : kota; desa; kerja sama.\n{behind}")
    assert list(ended.keywords["id"]) == ["kota", "desa", "kerja sama"]


def test_a_species_in_brackets_is_no_second_title() -> None:
    study = read(f"Application of Leaves on Rubber Plants (Hevea brasiliensis)\n\nSri Wulandari1, Budi Santoso2\n\nABSTRAK\n\n{ABSTRACT}")
    assert dict(study.title.items()) == {"en": "Application of Leaves on Rubber Plants (Hevea brasiliensis)"}


def test_the_name_of_a_journal_alone_over_the_title() -> None:
    study = read(
        f"Program Studi Hukum\n\nJurnal Ilmiah Kota Contoh\n\nKerja Sama Dua Kota Kembar di Jawa\n\nSri Wulandari1, Budi Santoso2\n\nAbstrak\n\n{ABSTRACT}"
    )
    assert (study.text("container-title"), study.title["id"]) == ("Jurnal Ilmiah Kota Contoh", "Kerja Sama Dua Kota Kembar di Jawa")
    diary = read(f"Jurnal Harian Guru sebagai Alat Refleksi\n\nSri Wulandari\n\nAbstrak\n\n{ABSTRACT}")
    assert diary.title["id"] == "Jurnal Harian Guru sebagai Alat Refleksi"
