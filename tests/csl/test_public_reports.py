"""What users of other processors reported, and everyday styles where they went wrong: whole citations and entries in public styles."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.csl import Cite, Cluster, Processor, compile_style, items
from tests.csl.goldens.marked import from_entry, from_inlines
from tests.csl.small import people


def book(key: str, *authors: str, **fields: Any) -> dict[str, Any]:
    year = {"issued": {"date-parts": [[fields.pop("year")]]}} if "year" in fields else {}
    return {"id": key, "type": "book", "title": f"Buku {key.upper()}", "author": people(*authors), **year, **fields}


def cited(style: str, locale: str, works: list[dict[str, Any]], *groups: str) -> list[str]:
    """What each group of keys prints ("a b" together; "a@12" with a page), in notes of its own where the style has notes."""
    compiled = compile_style(style, locale)
    clusters = [
        Cluster(tuple(Cite(*cite.split("@")) for cite in group.split()), note=note if compiled.is_note else None)
        for note, group in enumerate(groups, 1)
    ]
    return [from_inlines(inlines) for inlines in Processor(compiled, items(works)[0]).citations(clusters)]


def entry(style: str, locale: str, work: dict[str, Any]) -> str:
    processor = Processor(compile_style(style, locale), items([work])[0], uncited=[work["id"]])
    return from_entry(processor.bibliography().entries[0])


def test_given_names_of_shown_persons_come_before_hidden_persons() -> None:
    works = [book("a", "Halim, Yusuf", "Lee, Ann", "Wu, Bo"), book("b", "Halim, Tono", "Hart, Ed", "Wu, Bo")]
    assert cited("modern-language-association", "en-US", works, "a", "b") == ["(Y. Halim et al.)", "(T. Halim et al.)"]


def test_hidden_persons_are_added_where_given_names_do_not_help() -> None:
    works = [book("a", "Halim, Yusuf", "Lee, Ann", "Wu, Bo"), book("b", "Halim, Yusuf", "Hart, Ed", "Wu, Bo")]
    assert cited("modern-language-association", "en-US", works, "a", "b") == ["(Halim, Lee, et al.)", "(Halim, Hart, et al.)"]


@pytest.mark.parametrize(("title", "printed"), [
    ("Apa itu “mutu”?", "Apa itu “mutu”? "), ("Kata “mutu”", "Kata “mutu.” "), ("Seru “mutu”!", "Seru “mutu”! "),
])  # fmt: skip
def test_a_mark_of_the_title_does_not_slip_into_its_quotation(title: str, printed: str) -> None:
    work = {"id": "a", "type": "article-journal", "title": title, "author": people("Lee, Ann"), "container-title": "Kota"}
    assert f"{printed}<i>Kota</i>" in entry("apa", "en-US", work)


def test_works_without_authors_are_no_group() -> None:
    works = [
        {"id": key, "type": "legislation", "title": title, "issued": {"date-parts": [[year]]}}
        for key, title, year in (("a", "Konvensi Kota", 1969), ("b", "Undang Kota", 2011))
    ]
    assert cited("chicago-author-date", "en-US", works, "a b") == ["(Konvensi Kota 1969; Undang Kota 2011)"]


def test_nothing_stands_for_a_cite_of_which_nothing_is_left() -> None:
    works = [book("a", "Rey, Tom", year=2000), book("b", "Rey, Tom")]
    layout = '<group delimiter=" "><names variable="author"/><date variable="issued"><date-part name="year"/></date></group>'
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id>'
        '<updated>2026-01-01T00:00:00Z</updated></info><citation collapse="year"><layout prefix="(" suffix=")" delimiter="; ">'
        f"{layout}</layout></citation></style>"
    )
    processor = Processor(compile_style(style.encode(), "en-US"), items(works)[0])
    assert [from_inlines(c) for c in processor.citations([Cluster((Cite("a"), Cite("b")))])] == ["(Tom Rey 2000)"]


def test_a_work_that_prints_nothing_beside_others_is_told() -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id>'
        '<updated>2026-01-01T00:00:00Z</updated></info><citation><layout prefix="(" suffix=")" delimiter="; ">'
        '<names variable="author"/></layout></citation></style>'
    )
    processor = Processor(compile_style(style.encode(), "en-US"), items([book("a", "Rey, Tom"), book("b")])[0])
    assert [from_inlines(c) for c in processor.citations([Cluster((Cite("a"), Cite("b")))])] == ["(Tom Rey)"]
    assert [(problem.code, problem.key) for problem in processor.problems] == [("csl-cite-prints-nothing", "b")]


@pytest.mark.parametrize(("title", "printed"), [
    ("Urban Policy. The Case of Bandung", "Urban Policy. The Case of Bandung"),
    ("Why cities? The reasons", "Why Cities? The Reasons"),
    ("Cities and the sea", "Cities and the Sea"),
])  # fmt: skip
def test_a_sentence_within_a_title_keeps_its_capital(title: str, printed: str) -> None:
    assert printed in entry("chicago-author-date", "en-US", book("a", "Rey, Tom", title=title, year=2001))


def test_words_with_capitals_of_their_own_keep_them() -> None:
    work = {"id": "a", "type": "article", "title": "City maps", "author": people("Zhao, Li"), "publisher": "arXiv", "number": "arXiv:1"}
    assert entry("chicago-author-date", "en-US", work).endswith("arXiv:1. Preprint, arXiv.")


def test_a_later_note_names_the_first_with_its_label() -> None:
    works = [book("a", "Rey, Jo", year=2020), book("b", "Ash, Ed", year=2021)]
    assert cited("oscola", "en-GB", works, "a", "b", "a", "b@12", "b@30")[2:] == ["Rey (n 1).", "Ash (n 2) 12.", "ibid 30."]


def test_no_work_is_ibid_behind_a_note_with_two_citations() -> None:
    works = [book("a", "Rey, Jo", year=2020), book("b", "Ash, Ed", year=2021)]
    processor = Processor(compile_style("chicago-notes-bibliography-17th-edition", "en-US"), items(works)[0])
    clusters = [Cluster((Cite(key),), note) for key, note in (("a", 1), ("b", 1), ("b", 2), ("b", 3))]
    assert [from_inlines(c) for c in processor.citations(clusters)][2:] == ["Ash, <i>Buku B</i>.", "Ash."]


def test_initials_with_a_hyphen_lose_every_full_stop() -> None:
    assert cited("oscola", "en-GB", [book("a", "Liow, J.-L.", year=2007)], "a") == ["J-L Liow, <i>Buku A</i> (2007)."]


def test_a_range_of_one_page_is_a_page() -> None:
    work = {"id": "a", "type": "article-journal", "title": "T", "author": people("Roe, X."), "container-title": "Kota", "page": "297-297"}
    assert entry("apa", "en-US", work).endswith("<i>Kota</i>, 297.")


@pytest.mark.parametrize("language", ["eng", "English", "en_GB", "en"])
def test_english_is_english_by_any_name(language: str) -> None:
    work = book("a", "Rey, Tom", title="The atlas of war and peace", year=2003, language=language)
    assert "<i>The Atlas of War and Peace</i>" in entry("chicago-author-date", "id-ID", work)


def test_terms_are_in_the_language_of_the_text_even_where_only_a_longer_form_is() -> None:
    work = {"id": "a", "type": "legislation", "title": "Kota Bersih", "number": "12", "issued": {"date-parts": [[2011]]}}
    assert "Gesetz Nr. 12" in entry("apa", "de-DE", work)


def test_a_locator_that_a_style_never_prints_breaks_no_range() -> None:
    works = [book(key, "Rey, Tom") for key in "abc"]
    assert cited("nature", "en-US", works, "a b@12 c") == ["<sup>1–3</sup>"]
    assert cited("ieee", "en-US", works, "a b@12 c") == ["[1], [2, p. 12], [3]"]


def test_the_same_work_twice_says_its_year_once() -> None:
    works = [book("a", "Rey, Tom", year=2000)]
    assert cited("chicago-author-date", "en-US", works, "a@12 a@30") == ["(Rey 2000, 12, 30)"]
    assert cited("iainutuban", "id-ID", works, "a@12 a@30") == ["(Rey, 2000: 12), (2000: 30)"]


def test_words_around_a_range_leave_it_a_range() -> None:
    works = [book(key, "Rey, Tom") for key in "abc"]
    processor = Processor(compile_style("nature", "en-US"), items(works)[0])
    clusters = [Cluster((Cite("a", prefix="cf."), Cite("b"), Cite("c"))), Cluster((Cite("a"), Cite("b", prefix="cf."), Cite("c")))]
    assert [from_inlines(c) for c in processor.citations(clusters)] == ["<sup>cf. 1–3</sup>", "<sup>1,cf. 2,3</sup>"]


def test_and_without_spaces_where_the_script_has_none() -> None:
    assert cited("modern-language-association", "ja-JP", [book("a", "Lee, Ann", "Wu, Bo")], "a") == ["(LeeとWu)"]


@pytest.mark.parametrize(("locale", "order"), [("ru-RU", ["Альфа", "Alfa"]), ("ar", ["كتاب", "Alfa"]), ("id-ID", ["Alfa", "Альфа"])])
def test_the_script_of_the_language_comes_first(locale: str, order: list[str]) -> None:
    works = [book(title, title=title, year=2000) for title in sorted(order)]
    processor = Processor(compile_style("apa", locale), items(works)[0], uncited=sorted(order))
    assert [entry.key for entry in processor.bibliography().entries] == order


def test_characters_given_by_number_are_characters() -> None:
    assert "Ma’arif" in entry("apa", "id-ID", book("a", "Ma&#039;arif, Ahmad", year=2000))
