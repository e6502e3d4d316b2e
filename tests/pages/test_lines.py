"""Lines of front matter that are a title, a name, a place or a date, and lines that look alike and are none."""

from __future__ import annotations

import pytest

from litreview.pages import Page, parse_page

BODY = "\n\nABSTRAK\n\nPenelitian ini membahas kerja sama kota kembar dan desa dengan hasil yang baik bagi semua warga di sana.\n"
AUTHOR = "\n\nOleh: Ratna Kusumawardhani"
INDONESIAN, ENGLISH = "Kota Kembar dan Desa Pesisir", "Twin Towns and the Villages of the Coast"


def page(front: str) -> Page:
    """The page with `front` above its abstract."""
    return parse_page(front + BODY)


def title(front: str) -> str:
    """The only title of a page with an author."""
    (text,) = page(front + AUTHOR).study.title.values()
    return text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("PERAN KOTA PESISIR A DI ASIA", "Peran Kota Pesisir a di Asia"),
        ("PERAN KOTA PESISIR (DAN DESA)", "Peran Kota Pesisir (Dan Desa)"),
        ("PERAN KOTA PESISIR: DI ASIA", "Peran Kota Pesisir: Di Asia"),
        ("PERAN KOTA. DI DESA PESISIR", "Peran Kota. Di Desa Pesisir"),
        ("DI KOTA PESISIR DAN DI DESA", "Di Kota Pesisir dan di Desa"),
        ("PERAN KOTA PESISIR dan DESA a TUA", "Peran Kota Pesisir dan Desa a Tua"),
        ("PERAN DETIK.COM BAGI KOTA PESISIR", "Peran Detik.com bagi Kota Pesisir"),
        ("PENGARUH pH TANAH BAGI KOTA PESISIR", "Pengaruh pH Tanah bagi Kota Pesisir"),
        ("PERAN KOTA PESISIR XIV BAGI KPK", "Peran Kota Pesisir XIV bagi KPK"),
        ("UJI DAUN SIRIH TERHADAP Staphylococcus aureus", "Uji Daun Sirih terhadap Staphylococcus aureus"),
        ("PERAN KOTA PESISIR DALAM Pertukaran Budaya Antarbangsa", "PERAN KOTA PESISIR DALAM Pertukaran Budaya Antarbangsa"),
    ],
)
def test_a_title_in_capitals_is_put_into_the_case_in_which_it_is_read(printed: str, read: str) -> None:
    assert title(printed) == read
    assert [value for name, value in page(printed + AUTHOR).study.extra if name == "page.title_as_printed"] == [printed] * (printed != read)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Wulandari, Sri", [("Wulandari", "Sri")]),
        ("Wulandari, Sri Ayu", [("Wulandari", "Sri Ayu")]),
        ("Wulandari, Sri; Santoso, Budi", [("Wulandari", "Sri"), ("Santoso", "Budi")]),
        ("Sri Wulandari, Budi Santoso", [("Wulandari", "Sri"), ("Santoso", "Budi")]),
        ("Sri Wulandari, Budi Santoso, S.IP., dan Lee Min", [("Wulandari", "Sri"), ("Santoso", "Budi"), ("Min", "Lee")]),
        ("Sri Wulandari (2017330045)", [("Wulandari", "Sri")]),
        ("Sri Wulandari1,2*, Budi Santoso[2]", [("Wulandari", "Sri"), ("Santoso", "Budi")]),
        ("Sri Wulandari, NIM 2017330045", [("Wulandari", "Sri")]),
        ("Sri Wulandari, sri.w@contoh.ac.id", [("Wulandari", "Sri")]),
        ("Budi Santoso, Jr.", [("Santoso", "Budi")]),
        ("SRI WULANDARI", [("Wulandari", "Sri")]),
        ("R. SOEKARNO, Ph.D.", [("Soekarno", "R.")]),
    ],
)
def test_the_persons_of_a_line(printed: str, names: list[tuple[str, str]]) -> None:
    assert [(name.family, name.given) for name in page(f"{INDONESIAN}\n\nOleh: {printed}").study.author] == names


@pytest.mark.parametrize(
    "front",
    [
        f"{INDONESIAN}\n\n{ENGLISH}",
        f"{INDONESIAN} / {ENGLISH}",
        f"{INDONESIAN} ({ENGLISH})",
        f"**{INDONESIAN}**\n\n**{ENGLISH}**",
    ],
)
def test_a_title_with_its_translation_near_it_is_two_titles(front: str) -> None:
    assert dict(page(front).study.title) == {"id": INDONESIAN, "en": ENGLISH}


@pytest.mark.parametrize(
    ("front", "read"),
    [
        (f"{INDONESIAN}\n\n**{ENGLISH}**", {"en": ENGLISH}),
        (f"{INDONESIAN} (studi tentang dua kota)", {"id": f"{INDONESIAN} (studi tentang dua kota)"}),
        (f"{INDONESIAN} (the coast)", {"id": f"{INDONESIAN} (the coast)"}),
    ],
)
def test_what_stands_far_off_or_is_printed_otherwise_is_no_translation(front: str, read: dict[str, str]) -> None:
    assert dict(page(front).study.title) == read


def test_the_translation_of_a_title_begins_at_most_three_lines_further_down() -> None:
    assert dict(page(f"{INDONESIAN}\n\n\n{ENGLISH}").study.title) == {"id": INDONESIAN, "en": ENGLISH}
    assert dict(page(f"{INDONESIAN}\n\n\n\n{ENGLISH}").study.title)["id"] == INDONESIAN


LABELLED = """Judul: Kota Kembar
Nama: Sri Wulandari
NPM: 2017330045
Program Studi: Ilmu Politik
Fakultas: Ilmu Sosial
Universitas Contoh
Tahun: 2019
Pembimbing: Dr. Budi Santoso
Gelar: Sarjana"""
UNLABELLED = """Skripsi
Kota Kembar
Sri Wulandari
2017330045
Program Studi Ilmu Politik, Fakultas Ilmu Sosial, Universitas Contoh
Bandung, 2019"""


def test_labels_say_what_is_what() -> None:
    study = page(LABELLED).study
    assert (dict(study.title), [name.text() for name in study.author]) == ({"id": "Kota Kembar"}, ["Sri Wulandari"])
    assert (study.text("publisher"), study.text("division")) == ("Universitas Contoh", "Ilmu Sosial")
    assert study.issued is not None
    assert study.issued.year == 2019
    assert set(study.extra) == {
        ("page.programme", "Ilmu Politik"), ("page.supervisor", "Dr. Budi Santoso"), ("page.degree", "Sarjana"),
    }  # fmt: skip
    assert (study.type, study.genre) == ("thesis", {})


def test_without_labels_its_words_say_what_a_line_is() -> None:
    study = page(UNLABELLED).study
    assert ([*study.title.values()], [name.text() for name in study.author]) == (["Kota Kembar"], ["Sri Wulandari"])
    assert (study.text("publisher"), study.text("division")) == ("Universitas Contoh", "Fakultas Ilmu Sosial")
    assert study.issued is not None
    assert study.issued.year == 2019
    assert (study.type, dict(study.genre)) == ("thesis", {"id": "Skripsi"})
    assert study.extra == (("page.programme", "Program Studi Ilmu Politik"),)


def test_of_several_authors_with_a_place_each_the_places_are_affiliations() -> None:
    read = page(f"{INDONESIAN}\nSri Wulandari\nUniversitas Contoh\nBudi Santoso\nUniversitas Lain")
    assert [name.text() for name in read.study.author] == ["Sri Wulandari", "Budi Santoso"]
    assert read.study.text("publisher") is None
    assert read.study.extra == (("page.affiliation", "Universitas Contoh, Universitas Lain"),)
    assert read.doubtful == ("author",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Kerja Sama", []),
        ("Kota Kembar", []),
        ("Sri", []),
        ("Sri Wulandari", ["Sri Wulandari"]),
        ("Sri Wulandari dan Budi Santoso", ["Sri Wulandari", "Budi Santoso"]),
        ("Studi Kasus di Pelabuhan", []),
        ("Sri Wulandari?", []),
    ],
)
def test_a_line_below_the_title_is_a_name_unless_its_words_are_those_of_the_abstract_or_of_a_title(line: str, authors: list[str]) -> None:
    read = page(f"**{INDONESIAN}**\n\n{line}")
    assert [name.text() for name in read.study.author] == authors
    assert ("author" in read.doubtful) is bool(authors)


def test_a_student_number_below_a_name_makes_it_sure() -> None:
    assert page(f"{INDONESIAN}\nSri Wulandari\n2017330045").doubtful == ()
    assert page(f"{INDONESIAN}\nSri Wulandari\n\n2017330045").doubtful == ()
    assert page(f"{INDONESIAN}\nSri Wulandari\n\n\n2017330045").doubtful == ("author",)


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("|Judul|Kota Kembar|\n|---|---|\n|Nama|Sri Wulandari|", ("Kota Kembar", "Sri Wulandari")),
        ("| Judul | Kota Kembar |\n| --- | --- |\n| Nama | Sri Wulandari |", ("Kota Kembar", "Sri Wulandari")),
        ("|Judul|Kota Kembar\n|Nama|Sri Wulandari", ("Kota Kembar", "Sri Wulandari")),
    ],
)
def test_a_table_of_labels_with_and_without_room_in_its_cells(row: str, read: tuple[str, str]) -> None:
    study = page(row).study
    assert ([*study.title.values()], [name.text() for name in study.author]) == ([read[0]], [read[1]])


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Kota\\_Kembar dan Desa", "Kota_Kembar dan Desa"),
        ("Kota Kembar &amp; Desa", "Kota Kembar & Desa"),
        ("Kota Kembar &nosuch; Desa", "Kota Kembar &nosuch; Desa"),
        ("Kota Kembar<br>dan Desa", "Kota Kembar dan Desa"),
        ("Kota <i>Kembar</i> dan Desa", "Kota Kembar dan Desa"),
        ("Kota [Kembar](https://contoh.ac.id/a) dan Desa", "Kota Kembar dan Desa"),
        ("Kota\u00adKembar dan\u00a0Desa", "KotaKembar dan Desa"),
        ("## Kota Kembar dan Desa ##", "Kota Kembar dan Desa"),
        ("> Kota Kembar dan Desa", "Kota Kembar dan Desa"),
    ],
)
def test_marks_are_taken_out_of_a_title_and_nothing_else(printed: str, read: str) -> None:
    assert title(printed) == read


SENTENCE = "This study looks at the ferry and the town, and it finds that {}good for all of the people who live there."


@pytest.mark.parametrize("more", ["", "the harbour is "])
def test_a_paragraph_in_another_language_is_an_abstract_of_its_own(more: str) -> None:
    first = BODY.split("\n\n")[-1].strip()
    second = SENTENCE.format(more)
    assert dict(parse_page(f"ABSTRAK\n\n{first}\n\n{second}").study.abstract) == {"id": first, "en": second}


def test_a_second_abstract_in_one_language_is_left_out_and_told() -> None:
    first = BODY.split("\n\n")[-1].strip()
    read = parse_page(f"ABSTRAK\n\n{first}\n\nABSTRAK\n\n{first.replace('kota', 'pelabuhan')}")
    assert dict(read.study.abstract) == {"id": first}
    assert [(p.code, p.origin.line) for p in read.problems if p.severity != "info"] == [("second-abstract", 7)]


@pytest.mark.parametrize(
    ("lists", "read"),
    [
        ("Kata kunci: kota kembar, desa\n\nKata kunci: pelabuhan", ("kota kembar", "desa")),
        ("Kata kunci: kota kembar, desa dan pelabuhan", ("kota kembar", "desa dan pelabuhan")),
        ("Kata kunci: kota kembar, desa, dan pelabuhan", ("kota kembar", "desa", "pelabuhan")),
        ("Kata kunci: 1. kota kembar 2. desa", ("kota kembar", "desa")),
        ("Kata kunci: “kota kembar”; 'desa'", ("kota kembar", "desa")),
        ("Kata kunci:\n- kota kembar\n- desa", ("kota kembar", "desa")),
        ("Kata kunci: kota (kembar; tua); desa", ("kota (kembar; tua)", "desa")),
        ("Kata kunci: kota / desa", ("kota", "desa")),
        ("Kata kunci: kota/desa", ("kota/desa",)),
        ("Kata kunci: desa, U.S.A.", ("desa", "U.S.A.")),
        ("Kata kunci: " + "; ".join(f"kata {n}" for n in range(41)), tuple(f"kata {n}" for n in range(40))),
    ],
)
def test_lists_of_keywords(lists: str, read: tuple[str, ...]) -> None:
    assert dict(parse_page(f"{BODY}\n\n{lists}").study.keywords) == {"id": read}
