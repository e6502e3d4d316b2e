"""Filling a record: what is there stays, what is missing is said, and a caller's own tables count."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from litreview.analysis import Lexicon, annotate, read
from litreview.errors import ReadError
from litreview.library.concept_tables import read_concepts
from litreview.record import ASPECTS, Aspects, LangText, Period, Statement, Study

ABSTRACT = LangText(
    {
        "en": "This study aims to explain the role of cities. Data were collected through interviews. "
        "The results show that trade grew in the period 2010-2014."
    }
)
STUDY = Study("a", abstract=ABSTRACT)


def test_recorded_values_are_never_overwritten() -> None:
    own = Aspects(aim=Statement(LangText({"en": "compare ports"})), period=Period(1999), looked_for=("data",))
    study, _ = annotate(attrs.evolve(STUDY, aspects=own))
    assert study.aspects.aim == own.aim
    assert study.aspects.period == Period(1999)
    assert study.aspects.data == ()
    assert study.aspects.findings


def test_twice_is_once() -> None:
    once = annotate(STUDY)[0]
    assert annotate(once)[0] == once


def test_what_is_not_found_is_never_called_unstated() -> None:
    assert annotate(STUDY)[0].aspects.looked_for == ()
    said = attrs.evolve(STUDY, aspects=Aspects(looked_for=("site", "outcome")))
    assert annotate(said)[0].aspects.looked_for == ("site", "outcome"), "a person's word stays"


def test_nothing_is_said_of_a_study_without_an_abstract() -> None:
    assert annotate(Study("a")) == (Study("a"), ())


def test_a_language_without_a_file_of_ours_is_left_alone() -> None:
    study, problems = annotate(Study("a", abstract=LangText({"fr": "Cette étude vise à expliquer les villes.", "und": "Lorem ipsum."})))
    assert not any(study.aspects.stated(name) for name in ASPECTS)
    assert problems == ()


def test_evidence_is_verbatim() -> None:
    study, _ = annotate(STUDY)
    for name in ASPECTS:
        for value in study.aspects.values(name):
            for e in value.evidence:
                assert study.tagged(e.field)[e.language][e.start : e.end] == e.quote


def test_own_tables_of_concepts_and_places(tmp_path: Path) -> None:
    terms, places = tmp_path / "terms.toml", tmp_path / "places.toml"
    terms.write_text('[port-diplomacy]\nkinds = ["framework"]\nen = ["port diplomacy"]\n', encoding="utf-8")
    places.write_text('country = "NO"\n[city]\nNorrhaven = ["Nordhavn"]\n', encoding="utf-8")
    text = "This study aims to explain the sister city cooperation between Ambon and Nordhavn. It uses the concept of port diplomacy."
    study = Study("a", abstract=LangText({"en": text}))
    plain = annotate(study)[0].aspects
    assert plain.partners == ()
    assert [s.concept for s in plain.framework] == ["diplomacy"]
    own = annotate(study, Lexicon(read_concepts([terms])[0], (places,)))[0].aspects
    assert [(p.name["en"], p.country) for p in own.partners] == [("Ambon", "ID"), ("Nordhavn", "NO")]
    assert [s.concept for s in own.framework] == ["port-diplomacy"]


@pytest.mark.parametrize("content", ['country = "XX"\n', 'country = "NO"\n[hamlet]\nA = []\n', "not toml"])
def test_a_broken_table_of_places_is_named(tmp_path: Path, content: str) -> None:
    table = tmp_path / "broken.toml"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=r"broken\.toml"):
        annotate(STUDY, Lexicon(places=(table,)))


def test_a_text_without_full_stops_is_not_one_sentence() -> None:
    assert read(Study("a", abstract=LangText({"en": "this study aims to explain the role of cities and " * 400}))).sentences == ()


def test_an_abstract_of_unstated_language_is_read_in_the_language_of_its_words() -> None:
    study = Study("a", title=LangText({"und": "Trade 2010-2014"}), abstract=LangText({"und": ABSTRACT["en"]}))
    found, _ = annotate(study)
    assert found.abstract == study.abstract
    assert found.aspects.aim is not None
    assert found.aspects.aim.text == LangText({"en": "explain the role of cities"})
    for name in ASPECTS:
        for value in found.aspects.values(name):
            for e in value.evidence:
                assert found.tagged(e.field)[e.language][e.start : e.end] == e.quote
