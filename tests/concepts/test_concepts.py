"""The tables of terms and places: complete, without a term in two concepts, and open to a caller's own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from litreview.concepts import KINDS, concept, concepts, find
from litreview.concepts.places import find_places, places
from litreview.concepts.terms import WORD, fold
from litreview.errors import UnknownName
from litreview.languages import tags

REFERENCES = Path(__file__).resolve().parents[2] / "references"


def test_a_term_stands_for_one_concept_only() -> None:
    seen: dict[tuple[str, str], set[str]] = {}
    for one in concepts():
        for tag, terms in one.terms.items():
            for term in terms:
                seen.setdefault((tag, " ".join(fold(w, tag) for w in WORD.findall(term))), set()).add(one.id)
    assert {term: ids for term, ids in seen.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_concept_has_a_kind_and_terms_in_every_language(kind: str) -> None:
    wrong = []
    for one in (one for one in concepts() if one.kinds[0] == kind):
        assert set(one.kinds) <= set(KINDS)
        assert set(one.terms) == set(tags()), one.id
        for tag, terms in one.terms.items():
            assert len(terms) == len(set(terms)), one.id
            for term in terms:
                hits = [(hit.value.id, hit.start, hit.end) for hit in find(f"xx {term} xx", tag, kind)]
                if hits != [(one.id, 3, 3 + len(term))]:
                    wrong.append((one.id, tag, term, hits))
    assert wrong == []


def test_the_concepts_of_the_shipped_records_exist() -> None:
    named = {name for path in REFERENCES.glob("*.yaml") for name in re.findall(r"concept: *([a-z-]+)", path.read_text(encoding="utf-8"))}
    outcomes = {"success", "failure", "mixed", "not-assessed"}
    assert named - outcomes - {one.id for one in concepts()} == set()


def test_everyday_words_count_only_where_asked_for() -> None:
    assert find("hubungan dan upaya", "id") == ()
    assert [h.value.id for h in find("hubungan dan upaya", "id", "aim")] == ["relationship", "strategy"]
    assert [h.value.id for h in find("Hubungan Internasional", "id")] == ["international-relations"]


def test_longer_terms_go_first_and_kinds_choose() -> None:
    text = "analisis data kualitatif dan diplomasi budaya"
    assert [h.value.id for h in find(text, "id")] == ["qualitative-analysis", "cultural-diplomacy"]
    assert [h.value.id for h in find(text, "id", "approach")] == ["qualitative"]


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        ("Sister-cities", "en", ["sister-city"]),
        ("UMKM", "id", ["small-enterprises"]),
        ("umkm", "id", []),
        ("wawancaranya", "id", ["interview"]),
        ("sister. City", "en", []),
        ("Portugal", "en", []),
    ],
)
def test_how_terms_match(text: str, tag: str, found: list[str]) -> None:
    assert [h.value.id for h in find(text, tag)] == found


def test_unknown_names_offer_the_nearest() -> None:
    with pytest.raises(UnknownName, match='did you mean "paradiplomacy"'):
        concept("paradiplomasi")


def test_the_gazetteer_holds_all_of_indonesia() -> None:
    levels = Counter(place.level for place in places() if place.country == "ID")
    assert levels == {"country": 1, "province": 38, "city": 98, "regency": 416}


def test_places_are_written_with_a_capital_and_found_whole() -> None:
    assert [p.name for hit in find_places("bandung atau Bandung Barat") for p in hit.value] == ["Bandung Barat"]
    assert find_places("us and as") == ()


def test_a_name_of_two_places_gives_both() -> None:
    assert {p.level for p in find_places("Kyoto")[0].value} == {"city", "prefecture"}
    assert {p.level for p in find_places("Bogor")[0].value} == {"city", "regency"}
