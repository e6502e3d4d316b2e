"""A study as the citation processor takes it."""

from __future__ import annotations

import attrs

from litreview.cite import citable, citation_item
from litreview.record import LangText, Name, Names, Study, Variables

STUDY = Study(
    "wulandari2021",
    "article-journal",
    title=LangText({"id": "Kota kembar: Sebuah tinjauan", "en": "Twin cities: A review"}),
    abstract=LangText({"en": "Not printed."}),
    genre=LangText({"id": "Skripsi", "en": "Undergraduate thesis"}),
    language="id",
    names=Names({"author": (Name(family="van der Meer", given="Pieter"),)}),
    variables=Variables(
        {
            "title-short": LangText({"id": "Kota kembar"}),
            "container-title": LangText({"id": "Jurnal Kota"}),
            "DOI": LangText({"und": "10.5555/1"}),
        }
    ),
)


def test_text_comes_in_the_language_of_the_draft_and_else_in_the_works_own() -> None:
    item = citable(STUDY, "en-GB")
    assert item["title"] == "Kota kembar: Sebuah tinjauan"  # as it was published
    assert item["genre"] == "Undergraduate thesis"
    assert item["container-title"] == "Jurnal Kota"
    assert item["language"] == "id"
    assert "abstract" not in item
    assert "custom" not in item


def test_without_a_language_the_works_own_counts() -> None:
    assert citable(STUDY)["title"] == citable(STUDY, "id")["title"] == citable(STUDY, "jv")["title"] == "Kota kembar: Sebuah tinjauan"
    assert citable(STUDY)["language"] == "id"


def test_a_short_title_never_comes_in_another_language_than_the_title() -> None:
    assert citable(STUDY, "id")["title-short"] == citable(STUDY, "en")["title-short"] == "Kota kembar"
    elsewhere = attrs.evolve(STUDY, language=None)
    assert citable(elsewhere, "en")["title"] == "Twin cities: A review"
    assert "title-short" not in citable(elsewhere, "en")


def test_a_translated_title_stands_behind_the_original_if_asked_for() -> None:
    assert citable(STUDY, "en", translated_titles=True)["title"] == "Kota kembar: Sebuah tinjauan [Twin cities: A review]"
    assert citable(STUDY, "en", translated_titles=True)["language"] == "id"
    assert citable(STUDY, "id", translated_titles=True)["title"] == "Kota kembar: Sebuah tinjauan"
    assert citable(STUDY, "de", translated_titles=True)["title"] == "Kota kembar: Sebuah tinjauan"


def test_a_description_in_brackets_is_not_translated_beside_itself() -> None:
    described = Study("a", title=LangText({"id": "[Kerja sama kota]", "en": "[City cooperation]"}), language="id")
    assert citable(described, "en", translated_titles=True)["title"] == "[City cooperation]"


def test_the_processor_takes_it_without_a_word() -> None:
    item, problems = citation_item(STUDY, "id")
    assert problems == ()
    assert item.language == "id"
    assert item.names["author"][0].non_dropping_particle == "van der"
    assert item.names["author"][0].family == "Meer"
