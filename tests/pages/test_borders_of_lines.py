"""What a line, a list of keywords and a paragraph are taken for, on both sides of each border."""

from __future__ import annotations

import pytest

from litreview.pages.headings import begins_abstract, is_stated_heading
from litreview.pages.keywords import split_keywords
from litreview.pages.lines import is_front_line
from litreview.pages.offsets import Flat
from litreview.pages.prose import is_prose
from litreview.pages.tongues import tongue, tongue_short, tongue_title
from litreview.pages.unwrap import Line


def words(count: int, end: str = "") -> str:
    """A sentence of so many words."""
    return " ".join(("warga dan kota itu ada di sana dengan desa yang baik".split() * 10)[:count]) + end


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("", False),
        ("Judul: Kota Kembar", True),
        # "Label: …" with a whole sentence or with very many words is running text; a title may be long.
        (f"Nama: {words(12)}.", True), (f"Nama: {words(13)}.", False), (f"Nama: {words(13)}", True),
        (f"Judul: {words(13)}.", True), (f"Nama: {'A ' * 45}", True), (f"Nama: {'A ' * 46}", False),
        ("Judul: " + "a" * 193, True), ("Judul: " + "a" * 194, False),
        # An address in a short line.
        ("sri@contoh.example", True), ("a b c d e f g sri@contoh.example", True), ("a b c d e f g h sri@contoh.example", False),
        # Numbers of students: six digits, no period of years, no sentence.
        ("123456", True), ("12345", False), ("12.345.6", True), ("2016-2018", False), ("123456.", False), ("123456. ", False), ("NIM 2017330045", True), ("Bab 2017330045", False),
        ("(NIM. 2017330045)", True),
        # Kinds of work, institutions and "by", in lines of no more than fourteen words that are no sentences.
        ("SKRIPSI", True), ("A Thesis", True), ("Skripsi ini", False), ("Universitas Contoh", True), ("(Universitas Contoh)", True), ("Universitas Contoh.", False),
        ("Universitas Contoh " + "Kota " * 12, True), ("Universitas Contoh " + "Kota " * 13, False),
        ("Oleh: Sri Wulandari", True), ("Oleh karena itu", False), ("Oleh", True), ("Oleh :", True), ("Fakultas Hukum", True), ("Program Studi Hukum", True),
        ("aNational Institute of Towns, Contoh", True), ("aKota Kembar", False), ("Kota Kembar", False),
    ],
)  # fmt: skip
def test_a_line_belongs_to_front_matter_beyond_doubt(text: str, front: bool) -> None:
    text = text.strip() if not text.startswith("123456") else text
    assert is_front_line(Line(Flat.cut(text, 0, len(text)), 1)) is front


@pytest.mark.parametrize(
    ("text", "stated", "begins"),
    [
        ("Metode", True, False), ("**Metode:**", True, False), ("Results.", True, False), ("Metode kota", False, False), ("ABSTRAK", False, True),
        ("Abstract: Two towns meet.", False, True), ("Abstrak kota", False, False), ("ABSTRAK Penelitian ini membahas kota.", False, True),
    ],
)  # fmt: skip
def test_headings_of_abstracts_and_of_their_parts(text: str, stated: bool, begins: bool) -> None:
    assert (is_stated_heading(text), begins_abstract(text)) == (stated, begins)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        # From twelve words on, where it ends as a sentence does; from forty on without.
        (words(11, "."), False), (words(12, "."), True), (words(12), False), (words(39), False), (words(40), True),
        ("Kota Besar Desa Kecil Jawa Tengah Ambon Bogor Medan Padang Solo Tegal.", False),
        ("Kota Besar Desa Kecil Jawa Tengah Ambon Bogor Medan Padang " * 4, False), (("Kota Besar Desa Kecil Jawa Tengah Ambon Bogor Medan Padang " * 4).strip() + ".", True),
        # Capitals and numbers are no running text, unless there is very much of it.
        (words(20, ".").upper(), False), (words(79, ".").upper(), False), (words(80, ".").upper(), True), ("12 34 56 78 90 12 34 56 78 90 12 34 dan di.", False),
        # Nor need it be Indonesian or English.
        ("Deze scriptie onderzoekt waarom de gemeente een band met de stad had en wil.", True), ("Deze scriptie onderzoekt waarom de gemeente een band met de stad had", False),
    ],
)  # fmt: skip
def test_running_text_has_some_length_and_ends(text: str, prose: bool) -> None:
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("printed", "keywords"),
    [
        ("kota; desa, baru; negara.", ["kota", "desa, baru", "negara"]),
        ("kota, desa", ["kota", "desa"]),
        ("kota (besar, kecil), desa", ["kota (besar, kecil)", "desa"]),
        ("kota [besar, kecil], desa", ["kota [besar, kecil]", "desa"]),
        ("kota), (desa, baru), negara", ["kota)", "(desa, baru)", "negara"]),
        ("kota)), (desa, baru), negara", ["kota))", "(desa, baru)", "negara"]),
        ("kota / desa / negara", ["kota", "desa", "negara"]),
        ("kota • desa", ["kota", "desa"]),
        ("1. kota 2. desa", ["kota", "desa"]),
        ("1. kota", ["kota"]),
        ("1) kota (2) desa 12. negara", ["kota", "desa", "negara"]),
        ("kota, desa, dan negara", ["kota", "desa", "negara"]),
        ("kota dan desa", ["kota dan desa"]),
        ("dan desa", ["dan desa"]),
        ("“kota”; ‘desa’; \"negara\"", ["kota", "desa", "negara"]),
        ("“kota’; ””; “”", ["“kota’"]),
        ("““a””", ["“a”"]),
        ("- kota; - desa", ["kota", "desa"]),
        ("- ; desa", ["desa"]),
        ("kota; U.S.A.; R.I.", ["kota", "U.S.A.", "R.I."]),
        ("kota A.; desa", ["kota A", "desa"]),
        ("kota,; desa..", ["kota", "desa"]),
        ("; ;", []),
    ],
)  # fmt: skip
def test_a_list_is_cut_into_its_keywords(printed: str, keywords: list[str]) -> None:
    assert [keyword.text for keyword in split_keywords(Flat.cut(printed, 0, len(printed)))] == keywords


def test_a_list_has_forty_keywords_at_most() -> None:
    for count, kept in ((39, 39), (40, 40), (41, 40)):
        listed = "; ".join(f"kota{number}" for number in range(count))
        assert len(split_keywords(Flat.cut(listed, 0, len(listed)))) == kept


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Penelitian ini membahas dua kota itu", "id"), ("This study is about the two towns", "en"), ("2015", "und"), ("", "und"),
        ("Deze scriptie onderzoekt waarom de gemeente een band met de stad had", "nl"),
        ("Penelitian ini membahas kota dan desa yang ada di Jawa dengan de stad", "id"),
        ("تدرس هذه الرسالة المدينتين", "ar"), ("Kota تدرس", "und"),
        ("Panaliten iki nduweni ancas kanggo njlentrehake struktur lan nilai moral ing crita cekak", "jv"),
    ],
)  # fmt: skip
def test_running_text_is_known_by_its_own_words_and_letters(text: str, tag: str) -> None:
    assert tongue(text) == tag


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Tindak Tutur Ilokusi dalam Novel Finally the Netherlands", "id"), ("Kota", "und"), ("The Town and the Village in Kota dan Desa di Jawa", "en"),
        ("Kota dan Desa di Jawa: The Town", "id"),
    ],
)  # fmt: skip
def test_a_title_in_two_languages_is_in_the_one_it_begins_with(title: str, tag: str) -> None:
    assert tongue_title(title) == tag


def test_a_title_in_letters_of_its_own_needs_no_words() -> None:
    assert [tongue_short(text) for text in ("المدينة والقرية", "Kota dan Desa di Jawa", "Café")] == ["ar", "id", "und"]
