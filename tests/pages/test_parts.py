"""The parts of a page: references to the work itself, headings within an abstract, broken words, the key, and how sure a field is."""

from __future__ import annotations

import pytest

from litreview.pages import Page, parse_page, read_page

TEXT = "Penelitian ini membahas kerja sama kota kembar dan desa dengan hasil yang baik bagi semua warga di sana."
BODY = f"\n\nABSTRAK\n\n{TEXT}\n"


def extra(page: Page, name: str) -> list[str]:
    return [value for key, value in page.study.extra if key == f"page.{name}"]


@pytest.mark.parametrize(
    ("reference", "title", "authors", "year", "genre", "place"),
    [
        ("Wulandari, Sri (2019) Kota Kembar dan Desa. Skripsi, Universitas Contoh.",
         "Kota Kembar dan Desa", ["Sri Wulandari"], 2019, "Skripsi", "Universitas Contoh"),
        ("Sri Wulandari. 2019. Kota Kembar dan Desa. Tesis. Universitas Contoh.",
         "Kota Kembar dan Desa", ["Sri Wulandari"], 2019, "Tesis", "Universitas Contoh"),
        ("Sri Wulandari, 2017330045. Kota Kembar dan Desa. Skripsi. Universitas Contoh, 2019.",
         "Kota Kembar dan Desa", ["Sri Wulandari"], 2019, "Skripsi", "Universitas Contoh"),
        ("Sri Wulandari, “Kota Kembar dan Desa,” Skripsi, Universitas Contoh, 2019.",
         "Kota Kembar dan Desa", ["Sri Wulandari"], 2019, "Skripsi", "Universitas Contoh"),
        ("Wulandari, Sri; Santoso, Budi (2019) Kota Kembar (Dua Desa). Skripsi, Universitas Contoh.",
         "Kota Kembar (Dua Desa)", ["Sri Wulandari", "Budi Santoso"], 2019, "Skripsi", "Universitas Contoh"),
    ],
)  # fmt: skip
def test_a_reference_to_the_work_itself(reference: str, title: str, authors: list[str], year: int, genre: str, place: str) -> None:
    study = parse_page(reference + BODY).study
    assert [*study.title.values()] == [title]
    assert [name.text() for name in study.author] == authors
    assert study.issued is not None
    assert study.issued.year == year
    assert (list(study.genre.values()), study.text("publisher")) == ([genre], place)


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("Dibimbing oleh Budi Santoso dan Lee Min", ["Budi Santoso", "Lee Min"]),
        ("Pembimbing: (I) Budi Santoso, (II) Lee Min", ["Budi Santoso", "Lee Min"]),
        ("Pembimbing: 1. Budi Santoso; 2. Lee Min", ["Budi Santoso", "Lee Min"]),
        ("Pembimbing: Dr. Budi Santoso, M.Si.", ["Dr. Budi Santoso, M.Si."]),
    ],
)
def test_supervisors_behind_a_reference(behind: str, names: list[str]) -> None:
    page = parse_page(f"Sri Wulandari. 2019. Kota Kembar dan Desa. Skripsi. Universitas Contoh. {behind}" + BODY)
    assert extra(page, "supervisor") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Sri Wulandari tinggal di kota kembar. Skripsi ini membahas desa.",
        "Kota dan desa itu, 2019. Kota Kembar. Skripsi.",
        "Sri Wulandari. 2019. Kota. Skripsi. Universitas Contoh.",
    ],
)
def test_what_is_no_reference_gives_no_author(sentence: str) -> None:
    assert [name.text() for name in parse_page(f"Judul: Kota Kembar\n\n{sentence}" + BODY).study.author] == []


@pytest.mark.parametrize("heading", ["Metode", "Metode:", "**Metode**", "HASIL"])
def test_a_heading_within_an_abstract_belongs_to_it(heading: str) -> None:
    study = parse_page(f"ABSTRAK\n\n{TEXT}\n\n{heading}\n\n{TEXT}\n\nKata kunci: kota").study
    assert study.abstract["id"] == f"{TEXT}\n\n{heading.strip('*')}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("peng-\nguna kota", "pengguna kota"),
        ("negara-\nnegara tetangga", "negara-negara tetangga"),
        ("di Asia-\nPasifik", "di Asia-Pasifik"),
        ("kota -\ndesa", "kota - desa"),
        ("tahun 2016-\n2018", "tahun 2016- 2018"),
    ],
)
def test_a_word_over_two_lines(broken: str, whole: str) -> None:
    sentence = "Penelitian ini membahas kerja sama kota kembar bagi {} dengan hasil yang baik bagi semua warga di sana."
    assert parse_page("ABSTRAK\n\n" + sentence.format(broken)).study.abstract["id"] == sentence.format(whole)


@pytest.mark.parametrize(
    ("page", "name", "key"),
    [
        (f"Kota Kembar dan Desa\n\nOleh: Sri Wulandari\n\n2019{BODY}", "x.txt", "wulandari-kota-2019"),
        (f"{BODY}\n\nKata kunci: Bandung; Surabaya", "x.txt", "bandung-surabaya-nd"),
        (f"2019{BODY}\n\nKata kunci: Bandung; Surabaya; Bogor", "x.txt", "bandung-surabaya-2019"),
        (f"{BODY}\n\nKata kunci: kota kembar; desa; pasar", "x.txt", "kota-kembar-desa-nd"),
        (BODY, "dir/Halaman 3.txt", "halaman-3"),
        (BODY, "C:\\dir\\Halaman_3.v2.md", "halaman-3-v2"),
        (BODY, "", "page-nd"),
    ],
)
def test_the_key_of_a_page(page: str, name: str, key: str) -> None:
    assert parse_page(page, name).study.key == key


def level(page: Page, field: str) -> tuple[str, tuple[str, ...]]:
    """How sure a field is, and the signs for and against it."""
    return next((known.level, tuple(known.reasons)) for known in page.study.confidence if known.field == field)


LONG = " ".join([TEXT] * 3)


@pytest.mark.parametrize(
    ("page", "field", "told"),
    [
        (f"Judul: Kota Kembar{BODY}", "title/id", ("high", ("label",))),
        (f"# Kota Kembar dan Desa{BODY}", "title/id", ("high", ("print",))),
        (f"KOTA KEMBAR DAN DESA TUA{BODY}", "title/id", ("high", ("print", "recased"))),
        (f"Kota Kembar dan Desa\n\noleh Sri Wulandari{BODY}", "title/id", ("medium", ("position",))),
        (f"Kota Kembar dan Desa{BODY}", "title/id", ("low", ("position", "no-author-near"))),
        (f"Kota Kembar dan Desa serta{BODY}", "title/id", ("low", ("position", "odd-title", "one-place"))),
        (f"Judul: Kota\noleh Sri Wulandari{BODY}", "author", ("high", ("by",))),
        (f"Judul: Kota\nOleh: Sri Wulandari{BODY}", "author", ("high", ("label",))),
        (f"Judul: Kota\nOleh: Sukarno{BODY}", "author", ("medium", ("label", "one-word-name"))),
        (f"**Kota Kembar**\n\nSri Wulandari{BODY}", "author", ("medium", ("position", "looks-only"))),
        (f"**Kota Kembar**\n\nSri Wulandari1, Lee Min2{BODY}", "author", ("medium", ("notes",))),
        (f"**Kota Kembar**\n\nSri Wulandari\n2017330045{BODY}", "author", ("high", ("number",))),
        (BODY, "abstract/id", ("medium", ("heading", "short"))),
        (f"ABSTRAK\n\n{LONG}", "abstract/id", ("high", ("heading",))),
        (LONG, "abstract/id", ("medium", ("content",))),
        (TEXT, "abstract/id", ("low", ("content", "short"))),
        (f"{BODY}\n\nKata kunci: kota, desa", "keywords/id", ("high", ("label",))),
        (f"{BODY}\n\nKata kunci: kota", "keywords/id", ("medium", ("label", "one-only"))),
    ],
)
def test_how_sure_a_field_is(page: str, field: str, told: tuple[str, tuple[str, ...]]) -> None:
    assert level(parse_page(page), field) == told


@pytest.mark.parametrize(
    ("words", "heading", "left_out"),
    [(30, "1. Pendahuluan", True), (29, "1. Pendahuluan", False), (30, "Pendahuluan", False), (30, "1. Pendahuluan " + "x" * 60, False)],
)
def test_a_body_begins_behind_an_abstract_of_thirty_words_under_a_numbered_heading(words: int, heading: str, left_out: bool) -> None:
    abstract = " ".join(LONG.split()[:words])
    page = parse_page(f"ABSTRAK\n{abstract}\n\n{heading}\n\nKota itu tua sekali dan ramai.")
    assert [problem.origin.line for problem in page.problems if problem.code == "body-left-out"] == ([4] if left_out else [])


def test_lists_of_keywords_belong_to_the_abstract_they_stand_at() -> None:
    english = "This study looks at the ferry and the town, and it finds that all of the people who live there are well off."
    behind = f"ABSTRAK\n\n{TEXT}\n\nKata kunci: kota, desa\n\nABSTRACT\n\n{english}\n\nKeywords: town, village"
    before = f"Kata kunci: kota, desa\n\n{TEXT}\n\nKeywords: town, village\n\n{english}"
    together = f"ABSTRAK\n\n{TEXT}\n\nABSTRACT\n\n{english}\n\nKeywords: the town, the village\n\nKata kunci: kota dan desa, warga"
    for page in (behind, before):
        assert dict(parse_page(page).study.keywords) == {"id": ("kota", "desa"), "en": ("town", "village")}
    assert dict(parse_page(together).study.keywords) == {"en": ("the town", "the village"), "id": ("kota dan desa", "warga")}
    assert dict(parse_page("Keywords: town, village").study.keywords) == {"en": ("town", "village")}


def test_a_bold_beginning_of_a_line_is_a_heading_or_a_label_without_any_mark_behind_it() -> None:
    study = parse_page(f"**Abstrak** {TEXT}\n\n**Kata kunci** kota, desa").study
    assert (dict(study.abstract), dict(study.keywords)) == ({"id": TEXT}, {"id": ("kota", "desa")})


def test_italics_that_reach_over_paragraphs_leave_no_stars() -> None:
    study = parse_page(f"ABSTRAK\n\n*{TEXT}\n\n{TEXT}*\n\nKata kunci: kota").study
    assert dict(study.abstract) == {"id": f"{TEXT}\n\n{TEXT}"}
    alone = TEXT.replace("kota kembar", "2 * 3 kota kembar")
    assert parse_page(f"ABSTRAK\n\n{alone}").study.abstract["id"] == alone


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("**Kota Kembar**\nDesa Tua di Pesisir", "Kota Kembar"),
        ("# Kota Kembar\nDesa Tua di Pesisir", "Kota Kembar"),
        ("KOTA KEMBAR PESISIR\nDesa Tua dan Pasar", "Kota Kembar Pesisir"),
        ("Kota Kembar dan\nDesa Tua", "Kota Kembar dan Desa Tua"),
    ],
)
def test_a_title_goes_on_in_the_next_line_if_it_is_printed_alike(front: str, title: str) -> None:
    assert [*parse_page(f"{front}\n\nOleh: Sri Wulandari{BODY}").study.title.values()] == [title]


def test_running_text_under_the_label_of_keywords_is_an_abstract() -> None:
    study = parse_page(f"Kata kunci:\n\n{TEXT}").study
    assert (dict(study.abstract), dict(study.keywords)) == ({"id": TEXT}, {})


def test_a_label_alone_on_its_line_waits_for_the_next() -> None:
    study = parse_page(f"Judul:\nKota Kembar\nNama:\n\nSri Wulandari{BODY}").study
    assert ([*study.title.values()], [name.text() for name in study.author]) == (["Kota Kembar"], ["Sri Wulandari"])


def test_more_than_two_institutions_make_the_publisher_less_sure() -> None:
    def told(count: int) -> tuple[str, tuple[str, ...]]:
        names = "\n".join(f"Universitas {name}" for name in ("Satu", "Dua", "Tiga")[:count])
        return level(parse_page(f"Judul: Kota Kembar\n{names}{BODY}"), "publisher")

    assert told(2) == ("high", ("words",))
    assert told(3) == ("medium", ("words", "several"))


def test_stars_between_numbers_are_no_marks() -> None:
    text = TEXT.replace("kota kembar", "2*3*4 kota_kembar_tua")
    assert parse_page(f"ABSTRAK\n\n{text}").study.abstract["id"] == text


def test_a_place_that_a_page_does_not_have_is_none() -> None:
    page = parse_page(BODY)
    span = page.span("abstract", "id", 0, 10)
    assert span is not None
    assert (span.quote, BODY[span.start : span.end]) == ("Penelitian", "Penelitian")
    assert page.span("abstract", "id", 3, 3) is None
    assert page.span("abstract", "id", 0, len(TEXT) + 1) is None
    assert page.span("abstract", "en", 0, 10) is None


def test_front_matter_behind_all_abstracts_goes_with_the_last() -> None:
    english = "This study looks at the ferry and the town, and it finds that all of the people who live there are well off."
    study = parse_page(f"Universitas Contoh\n\nABSTRAK\n\n{TEXT}\n\nABSTRACT\n\n{english}\n\nKeywords: town\n\nUniversity of Example").study
    assert dict(study.tagged("publisher")) == {"id": "Universitas Contoh", "en": "University of Example"}


def test_a_first_line_broken_before_a_name_stays_with_its_paragraph() -> None:
    text = "Penelitian ini bertujuan menganalisis pelaksanaan kerja sama\nBandung–Braunschweig di dua desa selama periode 2018-2022. " + (
        "Hasil penelitian menunjukkan bahwa di bidang pendidikan dan kesehatan kerja sama itu berhasil. " * 2
    )
    study, _ = read_page(f"ABSTRAK\n\nNamun, kerja sama dua kota itu berjalan dengan baik.\n\n{text}")
    assert "Penelitian ini bertujuan menganalisis pelaksanaan kerja sama Bandung–Braunschweig" in study.abstract["id"]
    assert not study.title
