"""Duplicates found in a labelled library: precision and recall, and what must never be paired."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from litreview.formats import named
from litreview.languages import explain
from litreview.library.duplicates import duplicates
from litreview.record import Dates, LangText, Name, Names, Study, Variables, library_of, parse_date
from tests.dedupe.labelled import DUPLICATES, LOOKALIKES, RELATED, TRANSLATIONS, labelled
from tests.dedupe.measure import measured
from tests.work import growth


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_precision_and_recall_on_the_labelled_library(seed: int) -> None:
    made = labelled(720, seed)
    found = measured(made)
    assert found.certain_wrong == (), "what is called certain may be merged unseen, so it must never be wrong"
    assert found.strong_precision >= 0.99
    assert found.recall >= 0.97, "recall over all pairs shown"
    assert found.precision >= 0.93, "precision over all pairs shown"
    assert found.merged >= 0.7, "share of the duplicates that are certain or strong"


def test_every_way_to_a_duplicate_and_to_a_lookalike_is_tried() -> None:
    assert set(labelled().made.values()) == {*DUPLICATES, *TRANSLATIONS, *LOOKALIKES, *RELATED}


def study(key: str, title: str, year: str | None = "2020", authors: tuple[str, ...] = ("Lee",), tag: str = "en", **variables: str) -> Study:
    return Study(
        key,
        "article-journal",
        title=LangText({tag: title}),
        names=Names({"author": tuple(Name(family=name) for name in authors)} if authors else {}),
        dates=Dates({"issued": parse_date(year)} if year else {}),
        variables=Variables({name.replace("_", "-"): LangText({"und": value}) for name, value in variables.items()}),
    )


TITLE = "Ports of call and why small cities sign"


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        (study("a", TITLE, DOI="10.1000/x"), study("b", TITLE, DOI="https://doi.org/10.1000/X"), "certain"),
        (study("a", TITLE, PMID="12"), study("b", "Ports of call", PMID="PMID: 12"), "certain"),
        (study("a", TITLE, DOI="10.1000/x"), study("b", "A quite different chapter about health", DOI="10.1000/x"), "strong"),
        (study("a", TITLE), study("b", TITLE.upper() + "."), "certain"),
        (study("a", TITLE), study("b", TITLE, "2021"), "strong"),
        (study("a", TITLE), study("b", TITLE, None), "strong"),
        (study("a", TITLE), study("b", TITLE, authors=()), "weak"),
        (study("a", TITLE, DOI="10.1000/x"), study("b", TITLE, DOI="10.1000/y"), "weak"),
        (study("a", TITLE), study("b", TITLE, "2024"), None),
        (study("a", TITLE), study("b", TITLE, authors=("Abe",)), None),
        (study("a", "Introduction"), study("b", "Introduction", page="7", volume="2"), "strong"),
        (study("a", "Introduction", page="1"), study("b", "Introduction", page="7"), "weak"),
        (
            study("a", "A handbook of ports and cities", ISBN="978-0-306-40615-7"),
            study("b", "A handbook of ports and cities", ISBN="0-306-40615-2"),
            "certain",
        ),
        (
            study("a", "Harbours at work in winter", ISBN="9780306406157"),
            study("b", "The mayor and the fish market", ISBN="9780306406157"),
            None,
        ),
    ],
)
def test_what_is_certain_strong_weak_and_nothing(one: Study, other: Study, strength: str | None) -> None:
    pairs = duplicates(library_of([one, other]))
    assert [p.strength for p in pairs] == ([strength] if strength else [])
    for pair in pairs:
        assert 0 <= pair.score <= 1
        assert pair.reasons
        assert all(explain(reason, tag) for reason in pair.reasons for tag in ("en", "id"))


def test_a_chapter_is_not_its_book() -> None:
    book = attrs.evolve(study("a", TITLE, DOI="10.1000/x"), type="book")
    assert [p.strength for p in duplicates(library_of([book, attrs.evolve(study("b", TITLE, DOI="10.1000/x"), type="chapter")]))] == [
        "strong"
    ]


def test_one_title_among_several_languages_is_enough() -> None:
    both = attrs.evolve(study("a", TITLE), title=LangText({"id": "Pelabuhan singgah", "en": TITLE}))
    assert [p.strength for p in duplicates(library_of([both, study("b", "Pelabuhan singgah", tag="und")]))] == ["strong"]


def test_the_library_is_not_changed_and_the_order_is_fixed() -> None:
    made = labelled(60)
    before = made.library.studies
    assert duplicates(made.library) == duplicates(made.library)
    assert made.library.studies == before


def test_real_exports_hold_no_false_duplicates(shared: Path) -> None:
    reader = named("bibtex").read
    assert reader is not None
    studies = [s for path in sorted((shared / "bibliographies").glob("*.bib")) for s in reader(path.read_bytes(), path.name)[0]]
    pairs = duplicates(library_of(studies))
    assert [(p.strength, p.reasons[0].code) for p in pairs] == [("certain", "same-identifier")], "one work is in the export twice"


@pytest.mark.slow
def test_ten_thousand_records_are_compared_too() -> None:
    made = labelled(5950, 3)
    assert len(made.library) > 9_900
    assert len(duplicates(made.library)) > 1_000


def test_the_work_of_comparing_grows_less_than_the_number_of_pairs() -> None:
    """Five times the records have twenty-five times the pairs; what cannot be alike is never set side by side."""
    libraries = {count: labelled(count, 3).library for count in (1, 60, 300)}
    assert growth(lambda count: lambda: duplicates(libraries[count]), 60, times=5) < 9


def placed(key: str, title: str, tag: str, **more: str) -> Study:
    stated = {"volume": "3", "issue": "2", "page": "11-29", "container_title": "Jurnal Hubungan Kota", **more}
    return study(key, title, authors=("Lee", "Santoso"), tag=tag, **stated)


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        (placed("a", "Motif kerja sama kota pelabuhan", "id"), placed("b", "Motives of port city cooperation", "en"), "strong"),
        (placed("a", "Motif kerja sama kota pelabuhan", "und"), placed("b", "Motives of port city cooperation", "und"), "weak"),
        (placed("a", "Motif kerja sama kota pelabuhan", "id"), placed("b", "Motives of port city cooperation", "en", page="30-41"), None),
        (placed("a", "Motif kerja sama kota pelabuhan", "id"), placed("b", "Motives of port city cooperation", "en", volume="4"), None),
        (placed("a", "Ports of call in winter", "und"), placed("b", "Ports of call in summer", "und"), None),
        (placed("a", "Motif kerja sama kota", "id", DOI="10.1000/x"), placed("b", "Motives of cooperation", "en", DOI="10.1000/y"), None),
    ],
)
def test_one_article_under_titles_of_two_languages(one: Study, other: Study, strength: str | None) -> None:
    pairs = duplicates(library_of([one, other]))
    assert [p.strength for p in pairs] == ([strength] if strength else [])
    assert all(p.reasons[0].code == "same-place" for p in pairs)


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        (
            study("a", "Prediksi migrasi digital Bandung dan Kyoto", tag="id"),
            study("b", "Predicting digital migration in Bandung and Kyoto"),
            "weak",
        ),
        (
            study("a", "Kerja sama kota Bandung dan Kyoto", tag="id"),
            study("b", "Obstacles of city diplomacy between Bandung and Kyoto"),
            None,
        ),
        (
            study("a", "Prediksi migrasi digital Bandung dan Kyoto", tag="id"),
            study("b", "Predicting digital migration in Bandung and Kyoto", "2021"),
            None,
        ),
        (study("a", "Prediksi migrasi digital Bandung 2016", tag="id"), study("b", "Predicting digital migration in Bandung 2018"), None),
    ],
)
def test_titles_of_two_languages_with_nothing_else_to_compare(one: Study, other: Study, strength: str | None) -> None:
    pairs = duplicates(library_of([one, other]))
    assert [p.strength for p in pairs] == ([strength] if strength else [])
    assert all(p.reasons[0].code == "title-in-two-languages" for p in pairs)


def test_the_order_of_the_library_does_not_matter() -> None:
    made = labelled(150, 5)
    backwards = library_of(reversed(made.library.studies))
    found = [{(frozenset((p.first, p.second)), p.strength, p.score) for p in duplicates(library)} for library in (made.library, backwards)]
    assert found[0] == found[1]
