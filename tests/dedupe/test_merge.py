"""Merging: everything that either says stays, what contradicts is reported and kept."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

from litreview.languages import explain
from litreview.library.duplicates import Pair, merge, merged
from litreview.record import (
    Aspects,
    Dates,
    Evidence,
    LangList,
    LangText,
    Name,
    Names,
    Period,
    Statement,
    Study,
    Variables,
    library_of,
    parse_date,
)
from tests.formats.studies import whole_studies

FIRST = Study(
    "a",
    "document",
    title=LangText({"und": "Kota kembar"}),
    names=Names({"author": (Name(family="Lee", given="A."),)}),
    dates=Dates({"issued": parse_date("2019")}),
    variables=Variables({"volume": LangText({"und": "12"})}),
    keywords=LangList({"id": ("kota", "pelabuhan")}),
    looked_for=("publisher", "URL"),
    extra=(("ris:XX", "x"),),
)
SECOND = Study(
    "b",
    "thesis",
    title=LangText({"id": "Kota Kembar", "en": "Twin cities"}),
    language="id",
    names=Names({"author": (Name(family="Lee", given="Ann"),), "editor": (Name(family="Abe"),)}),
    dates=Dates({"issued": parse_date("2019-03")}),
    variables=Variables({"volume": LangText({"und": "13"}), "publisher": LangText({"id": "Penerbit"})}),
    keywords=LangList({"id": ("Pelabuhan", "kerja sama"), "en": ("ports",)}),
    abstract=LangText({"id": "Metodenya kualitatif."}),
    aspects=Aspects(
        method=(Statement(LangText({"id": "kualitatif"}), "qualitative", (Evidence("abstract", "id", "kualitatif", 10, 20),)),)
    ),
    extra=(("ris:XX", "x"), ("nbib:OT", "y")),
)


def test_what_either_states_is_kept() -> None:
    both, problems = merge(FIRST, SECOND)
    assert both.key == "a"
    assert both.type == "thesis"
    assert both.title == {"id": "Kota Kembar", "en": "Twin cities"}
    assert both.author == (Name(family="Lee", given="Ann"),)
    assert both.names["editor"] == (Name(family="Abe"),)
    assert both.issued == parse_date("2019-03")
    assert both.keywords == {"id": ("kota", "pelabuhan", "kerja sama"), "en": ("ports",)}
    assert both.aspects.method[0].evidence[0].start == 10
    assert both.looked_for == ("URL",), "the publisher is stated now"
    assert both.text("volume") == "12"
    assert [(p.code, p.get("field"), p.get("kept"), p.get("other")) for p in problems] == [("merge-conflict", "volume", "12", "13")]
    assert dict(both.extra) == {
        "ris:XX": "x",
        "nbib:OT": "y",
        "litreview:other/title": "Kota kembar",
        "litreview:other/author": "A. Lee",
        "litreview:other/volume": "13",
        "litreview:alias": "b",
    }
    assert all(explain(p, tag) for p in problems for tag in ("en", "id"))


@pytest.mark.parametrize(
    ("one", "other", "kept", "conflict"),
    [
        ("2019", "2019-03-04", "2019-03-04", False),
        ("2019-03", "2019", "2019-03", False),
        ("2019", "2020", "2019", True),
        ("in press", "2020", "2020", False),
    ],
)
def test_the_more_exact_date_counts(one: str, other: str, kept: str, conflict: bool) -> None:
    first, second = (Study("a", dates=Dates({"issued": parse_date(text)})) for text in (one, other))
    both, problems = merge(first, second)
    assert both.issued == parse_date(kept)
    assert bool(problems) == conflict


def test_aspects_that_differ_are_a_conflict() -> None:
    first, second = (Study("a", aspects=Aspects(period=Period(start, 2018))) for start in (2015, 2016))
    both, (problem,) = merge(first, second)
    assert both.aspects.period == Period(2015, 2018)
    assert problem.get("other") == "2016-2018"


def test_evidence_finds_its_place_in_the_merged_text() -> None:
    first = attrs.evolve(FIRST, abstract=LangText({"id": "Di sini metodenya kualitatif."}))
    both, _ = merge(first, SECOND)
    (evidence,) = both.aspects.method[0].evidence
    assert both.abstract["id"][evidence.start : evidence.end] == "kualitatif"


def test_pairs_that_hang_together_make_one_study() -> None:
    library = library_of([Study("a"), Study("b"), Study("c"), Study("d")])
    pairs = [Pair("b", "c", "certain", 1.0), Pair("a", "b", "certain", 1.0)]
    kept, gone = merged(library, pairs)
    assert kept.keys() == ("a", "d")
    assert gone == {"b": "a", "c": "a"}
    assert [value for name, value in kept["a"].extra if name == "litreview:alias"] == ["b", "c"]
    assert library.keys() == ("a", "b", "c", "d")


@given(first=whole_studies("a"), second=whole_studies("b"))
def test_no_text_that_was_stated_is_lost(first: Study, second: Study) -> None:
    both, _ = merge(first, second)
    everything = repr([getattr(both, field.name) for field in attrs.fields(type(both))])
    for study in (first, second):
        for text in (study.title, study.abstract, study.genre, *study.variables.values()):
            for said in text.values():
                assert repr(said)[1:-1] in everything or any(said == value for _, value in both.extra)


@settings(max_examples=20)
@given(whole_studies("a"))
def test_a_study_merged_with_itself_is_itself(study: Study) -> None:
    both, problems = merge(study, attrs.evolve(study, key="b"))
    assert not problems
    assert attrs.evolve(both, extra=both.extra[:-1], screening=study.screening) == study
    assert both.screening.found_in == (*study.screening.found_in, *study.screening.found_in)  # found so often: a duplicate is counted


def test_a_list_that_goes_on_gives_way_to_the_whole_list() -> None:
    whole = Study("a", names=Names({"author": (Name(family="Lee", given="Ann"), Name(family="Abe", given="Ken"))}))
    short = Study("b", names=Names({"author": (Name(family="Lee", given="A."),)}), others=frozenset(["author"]))
    for one, other in ((whole, attrs.evolve(short)), (short, whole)):
        both, problems = merge(one, other)
        assert both.author == whole.author
        assert not both.others
        assert not problems
        assert ("litreview:other/author", "A. Lee") in both.extra
    assert merge(short, attrs.evolve(short, key="c"))[0].others == {"author"}
