"""Several abstracts in one file, and pages that are one study though they hold two languages."""

from __future__ import annotations

import pytest

from litreview.pages import parse_page, parse_pages, read_pages

ID = "Penelitian ini membahas {} dan hasilnya bagi semua warga yang tinggal di kota itu sejak lama."
EN = "This study discusses {} and its results for all the people who have lived in that city for a long time."


def page(title: str, author: str, topic: str, *languages: str) -> str:
    texts = {"id": f"ABSTRAK\n\n{ID.format(topic)}\n\nKata kunci: {topic}", "en": f"ABSTRACT\n\n{EN.format(topic)}\n\nKeywords: {topic}"}
    return "\n\n".join([f"# {title}", f"Oleh: {author}", *(texts[tag] for tag in languages)])


ONE = page("Pasar Malam dan Kota", "Ratna Kusumawardhani", "pasar malam", "id", "en")
TWO = page("Feri dan Pelabuhan", "Galih Permadi", "feri", "id", "en")
THREE = page("The Bridge and the Town", "Indah Larasati", "bridges", "en")


@pytest.mark.parametrize("between", ["\n\n", "\n\n---\n\n", "\n\f\n", "\r\n\r\n***\r\n\r\n"])
def test_each_page_keeps_what_is_its_own(between: str) -> None:
    text = between.join((ONE, TWO, THREE))
    studies, _ = read_pages(text, "all.md")
    assert [s.author[0].family for s in studies] == ["Kusumawardhani", "Permadi", "Larasati"]
    assert [tuple(s.abstract) for s in studies] == [("id", "en"), ("id", "en"), ("en",)]
    assert [s.title.best("id") for s in studies] == [
        ("id", "Pasar Malam dan Kota"),
        ("id", "Feri dan Pelabuhan"),
        ("en", "The Bridge and the Town"),
    ]
    assert len({s.key for s in studies}) == 3
    for found in parse_pages(text, "all.md"):
        origin = found.study.origin
        assert origin is not None
        assert origin.start is not None
        assert origin.line == len(text[: origin.start].splitlines()) + 1
        for tag, abstract in found.study.abstract.items():
            span = found.span("abstract", tag, 0, len(abstract))
            assert span is not None
            assert text[span.start : span.end] == abstract


@pytest.mark.parametrize("short", ["The twin towns agreed on a plan.", "They agreed that the ferry is good."])
def test_a_short_paragraph_goes_with_its_neighbours_whatever_its_words(short: str) -> None:
    text = f"ABSTRAK\n\n{ID.format('feri')}\n\n{short}\n\n{ID.format('pasar')}\n\nKata kunci: feri"
    study = parse_page(text).study
    assert dict(study.abstract) == {"id": f"{ID.format('feri')}\n\n{short}\n\n{ID.format('pasar')}"}


@pytest.mark.parametrize("heading", ["Pendahuluan", "PENDAHULUAN", "1. Pendahuluan", "BAB I PENDAHULUAN"])
def test_what_follows_the_keywords_under_a_heading_of_the_body_is_not_read(heading: str) -> None:
    abstract = f"{ID.format('feri')} {ID.format('pasar')} {ID.format('jembatan')}"
    text = f"ABSTRAK\n\n{abstract}\n\nKata kunci: feri\n\n{heading}\n\n{EN.format('quite another matter')}\n"
    study = parse_page(text).study
    assert dict(study.abstract) == {"id": abstract}


def test_two_languages_of_one_study_are_one_page() -> None:
    assert len(parse_pages(ONE)) == 1


def test_one_language_each_under_different_authors_are_two_pages() -> None:
    text = page("Pasar Malam", "Ratna Kusumawardhani", "pasar", "id") + "\n\n" + page("The Ferry", "Galih Permadi", "ferries", "en")
    assert [tuple(p.study.abstract) for p in parse_pages(text)] == [("id",), ("en",)]


def test_places_of_problems_count_from_the_beginning_of_the_file() -> None:
    thanks = "Terima kasih disampaikan kepada semua warga yang telah membantu penelitian ini sampai selesai dengan baik."
    text = ONE + "\n\n" + TWO + "\n\n" + thanks
    _, problems = read_pages(text)
    told = next(p for p in problems if p.code == "second-abstract")
    assert told.origin.line == len(text.splitlines())


def test_the_entries_of_a_journal_in_a_search_follow_each_other_without_an_empty_line() -> None:
    """What stands over the number of documents is of the site; a title and its author share a line."""
    about = "cover\nContact Name\nM. Budi Santoso\nEditorial Address\nJl Contoh No. 1\nKota: Jurnal Kota Contoh\nArticles 23 Documents\n"

    def entry(line: str, number: int, text: str) -> str:
        journal = f"Kota: Jurnal Kota Contoh Vol. 1 No. {number} (2022): Januari\nPublisher : Lembaga Contoh\n\n"
        return f"{line}\n{journal}Show Abstract | Download Original | DOI: 10.99999/jkc.v1i{number}.5{number}\n\nAbstract\n\n{text}\n"

    one = entry(
        "KOTA KEMBAR DI JAWA DAN BALI Sri Ayu Wulandari",
        1,
        "Penelitian ini membahas kota kembar dan desa di sekitarnya dengan wawancara bersama warga dan pemerintah desa.",
    )
    two = entry(
        "Pelabuhan dan Laut di Maluku Budi Santoso; Lee Min",
        2,
        "Penelitian ini membahas pelabuhan dan laut dengan hasil yang baik bagi nelayan.",
    )
    pages = [page.study for page in parse_pages(about + one + two)]
    assert [dict(study.title.items())["id"] for study in pages] == ["Kota Kembar di Jawa dan Bali", "Pelabuhan dan Laut di Maluku"]
    assert [[name.text() for name in study.author] for study in pages] == [["Sri Ayu Wulandari"], ["Budi Santoso", "Lee Min"]]
    assert [study.text("DOI") for study in pages] == ["10.99999/jkc.v1i1.51", "10.99999/jkc.v1i2.52"]
