"""CSL-JSON items to studies and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.languages import explain, tags
from litreview.record import (
    Aspects,
    Date,
    DateParts,
    Dates,
    Evidence,
    LangList,
    LangText,
    Name,
    Names,
    Partner,
    Period,
    Screening,
    Span,
    Statement,
    Study,
    Variables,
    parse_date,
)  # fmt: skip
from litreview.record.csl_item import to_csl_json
from litreview.record.csl_json.fields import STRINGS
from litreview.record.csl_json.read import read_item
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, TYPES

FULL = Study(
    "wulandari2021",
    "thesis",
    title=LangText({"id": "Kota kembar <i>dan</i> desa", "en": "Sister cities and villages"}),
    abstract=LangText({"en": "One sentence."}),
    keywords=LangList({"id": ("kota, kembar", "desa"), "en": ("cities",)}),
    genre=LangText({"id": "Skripsi"}),
    language="id",
    names=Names(
        {"author": (Name(family="Wulandari", given="Sri"), Name(literal="Badan Riset"), Name(family="Meer", non_dropping_particle="van"))}
    ),
    dates=Dates({"issued": parse_date("2016/.."), "accessed": parse_date("../2018"), "submitted": Date(literal="in press")}),
    variables=Variables(
        {"publisher": LangText({"id": "Universitas Anu"}), "volume": LangText({"und": "4"}), "DOI": LangText({"und": "10.1/a"})}
    ),
    aspects=Aspects(
        aim=Statement(LangText({"en": "to compare"}), evidence=(Evidence("abstract", "en", "One", 0, 3, Span(5, 8, "One")),)),
        period=Period(2016, 2018),
        partners=(Partner(LangText({"en": "Anu City"}), "city", "ID", True),),
        looked_for=("method",),
    ),
    paraphrased=("abstract",),
    looked_for=("publisher-place",),
    screening=Screening(("Scopus",), "excluded", "no city"),
    extra=(("bibtex:file", "a.pdf"), ("csl-json:categories", '["x"]'), ("csl-json:custom", '{"other": 1}')),
)


def test_a_study_comes_back_whole() -> None:
    item = json.loads(json.dumps(to_csl_json(FULL)))
    assert read_item(item, Study) == (FULL, ())
    assert read_item(to_csl_json(FULL, "en"), Study) == (FULL, ())


def test_other_programs_see_a_plain_item() -> None:
    item = to_csl_json(FULL, "en")
    assert item["title"] == "Sister cities and villages"
    assert item["genre"] == "Skripsi"
    assert item["author"] == [
        {"family": "Wulandari", "given": "Sri"}, {"literal": "Badan Riset"}, {"family": "Meer", "non-dropping-particle": "van"},
    ]  # fmt: skip
    assert item["issued"] == {"date-parts": [[2016], [0]]}
    assert item["accessed"] == {"edtf": "../2018"}
    assert item["categories"] == ["x"]
    assert item["custom"]["other"] == 1
    assert set(item) <= {"id", "type", "language", "keyword", "custom", "categories"} | STRINGS | set(NAME_VARIABLES) | set(DATE_VARIABLES)


def test_what_a_plain_item_can_hold_needs_no_custom_part() -> None:
    item = {
        "id": "lee", "type": "book", "language": "en", "title": "Cities", "author": [{"family": "Lee"}], "keyword": "a, b", "page": "1-2",
        "issued": {"date-parts": [[2016, 5, 4]]},
    }  # fmt: skip
    study, problems = read_item(item, Study)
    assert not problems
    assert study.title == {"en": "Cities"}
    assert study.keywords == {"en": ("a", "b")}
    assert study.variables == {"page": LangText({"und": "1-2"})}
    assert to_csl_json(study) == item


def test_a_text_changed_by_another_program_is_taken_and_said() -> None:
    item = to_csl_json(FULL)
    item["title"] = "Kota saudara"
    item["keyword"] = "kota"
    study, problems = read_item(item, Study)
    assert study.title == {"id": "Kota saudara", "en": "Sister cities and villages"}
    assert study.keywords == {"id": ("kota",), "en": ("cities",)}
    assert [(p.code, p.get("field")) for p in problems] == [("custom-changed", "title"), ("custom-changed", "keyword")]


def test_a_date_changed_by_another_program_is_taken() -> None:
    item = to_csl_json(FULL)
    item["accessed"] = {"date-parts": [[2020]]}
    assert read_item(item, Study)[0].dates["accessed"] == parse_date("2020")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [["2016", "5"]]}, "2016-05"),
        ({"date-parts": [[2016], [2018]]}, "2016/2018"),
        ({"date-parts": [[2016, 11], [0, 0, 0]]}, "2016-11/.."),
        ({"date-parts": [[2016]], "season": "2"}, "2016-22"),
        ({"date-parts": [[2016, 13]]}, "2016-21"),
        ({"date-parts": [[2016]], "circa": "true"}, "2016~"),
        ({"date-parts": [[2016]], "circa": False}, "2016"),
        ({"raw": "2016-05-04"}, "2016-05-04"),
        ({"edtf": "2016-05~"}, "2016-05~"),
        ({"literal": "in press"}, "in press"),
        ({"date-parts": [[2016.0]]}, "2016"),
        (2016, "2016"),
        ("2016-05", "2016-05"),
    ],
)
def test_every_way_to_write_a_date(value: Any, expected: str) -> None:
    study, problems = read_item({"id": "a", "type": "book", "issued": value}, Study)
    assert not problems
    assert study.issued is not None
    assert study.issued.edtf() == expected


@pytest.mark.parametrize(
    "value", [None, {}, {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [[None]]}, {"date-parts": [[""]]}, "", " "]
)
def test_a_date_that_says_nothing_is_not_stated(value: Any) -> None:
    study, problems = read_item({"id": "a", "type": "book", "issued": value}, Study)
    assert study.issued is None
    assert not problems


FAULTY: list[tuple[dict[str, Any], list[tuple[str, str | None]]]] = [
    ({"type": "book", "title": "No id"}, [("missing-id", None)]),
    ({"id": "a"}, [("missing-type", "type")]),
    ({"id": "a", "type": "artical-journal"}, [("unknown-type-near", "type")]),
    ({"id": "a", "type": ["book"]}, [("unknown-type-near", "type")]),
    ({"id": "a", "type": "xyzzy"}, [("unknown-type", "type")]),
    ({"id": "a", "type": "book", "tittle": "T"}, [("unknown-field-near", "tittle")]),
    ({"id": "a", "type": "book", "qqq": {"deep": [1]}}, [("unknown-field", "qqq")]),
    ({"id": "a", "type": "book", "title": ["T"]}, [("wrong-kind", "title")]),
    ({"id": "a", "type": "book", "volume": True}, [("wrong-kind", "volume")]),
    ({"id": "a", "type": "book", "title": "T\x02itle\ud800"}, [("control-characters", "title")]),
    ({"id": "a", "type": "book", "author": "Sri Wulandari"}, [("name-as-text", "author")]),
    ({"id": "a", "type": "book", "author": [7]}, [("name-not-understood", "author")]),
    ({"id": "a", "type": "book", "author": [{"family": "Lee", "literal": "J. Lee"}]}, [("name-literal-and-parts", "author")]),
    ({"id": "a", "type": "book", "author": [{"given": "Sukarno"}]}, [("name-given-only", "author")]),
    ({"id": "a", "type": "book", "author": [{"family": "Lee", "orcid": "x"}]}, [("unknown-field", "author: orcid")]),
    ({"id": "a", "type": "book", "issued": {"date-parts": [[2016, 17]]}}, [("date-shortened", "issued")]),
    ({"id": "a", "type": "book", "issued": {"date-parts": [[2016, 2, 30]]}}, [("date-shortened", "issued")]),
    ({"id": "a", "type": "book", "issued": {"date-parts": "2016"}}, [("date-not-understood", "issued")]),
    ({"id": "a", "type": "book", "issued": {"date-parts": [["May"]]}}, [("date-not-understood", "issued")]),
    ({"id": "a", "type": "book", "issued": {"date-parts": [[2016]], "season": "Hilary"}}, [("date-shortened", "issued")]),
    ({"id": "a", "type": "book", "issued": [2016]}, [("date-not-understood", "issued")]),
    ({"id": "a", "type": "book", "issued": "last year"}, [("date-as-words", "issued")]),
    ({"id": "a", "type": "book", "issued": {"date-parts": [[2016]], "zone": 1}}, [("unknown-field", "issued: zone")]),
    ({"id": "a", "type": "book", "custom": {"litreview": {"aspects": {"aims": 1}}}}, [("custom-unreadable", "aspects")]),
    ({"id": "a", "type": "book", "title": "T", "custom": {"litreview": {"text": {"title": 3}}}}, [("custom-unreadable", "title")]),
    ({"id": "a", "type": "book", "custom": {"litreview": {"keywords": {"id": 3}}}}, [("custom-unreadable", "keywords")]),
]


@pytest.mark.parametrize(("item", "expected"), FAULTY, ids=lambda value: json.dumps(value)[:60])
def test_a_fault_is_a_problem_that_every_language_can_explain(item: dict[str, Any], expected: list[tuple[str, str | None]]) -> None:
    study, problems = read_item(item, Study)
    assert [(p.code, p.get("field")) for p in problems] == expected
    for tag in tags():
        for problem in problems:
            said = explain(problem, tag)
            assert "<" not in said, said
    again, _ = read_item(to_csl_json(study), Study)
    assert again == study


def test_old_names_of_variables_are_taken() -> None:
    study, problems = read_item({"id": "a", "type": "book", "shortTitle": "Short", "journalAbbreviation": "J.", "event": "Meeting"}, Study)
    assert not problems
    assert {name: value["und"] for name, value in study.variables.items()} == {
        "title-short": "Short", "container-title-short": "J.", "event-title": "Meeting",
    }  # fmt: skip


def test_numbers_become_text_as_they_would_be_read() -> None:
    study, problems = read_item({"id": 12, "type": "book", "volume": 4, "issue": 5.0, "edition": 2.5}, Study)
    assert not problems
    assert study.key == "12"
    assert [study.text(name) for name in ("volume", "issue", "edition")] == ["4", "5", "2.5"]


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=12).filter(str.strip)
language_tags = st.sampled_from(["id", "en", "und", "de-AT"])
lang_texts = st.dictionaries(language_tags, words, min_size=1, max_size=3).map(LangText)
keyword_texts = words.map(lambda w: w.replace(",", "").replace(";", "").strip()).filter(bool)
lang_lists = st.dictionaries(language_tags, st.lists(keyword_texts, min_size=1, max_size=3).map(tuple), max_size=2).map(LangList)
parts = st.builds(DateParts, st.integers(1, 2100), st.none() | st.integers(1, 12)) | st.builds(
    DateParts, st.integers(1000, 2100), season=st.integers(1, 4)
)
dates = st.builds(Date, parts, st.none() | parts, circa=st.booleans()) | st.builds(Date, parts, open_end=st.just(True))
people = st.builds(Name, family=words, given=st.none() | words, suffix=st.none() | words, comma_suffix=st.booleans()) | st.builds(
    Name, literal=words
)
studies = st.builds(
    Study,
    key=words.map(str.strip),
    type=st.sampled_from(TYPES),
    title=lang_texts | st.just(LangText()),
    keywords=lang_lists,
    language=st.none() | st.sampled_from(["id", "en", "de-AT"]),
    names=st.dictionaries(st.sampled_from(NAME_VARIABLES), st.lists(people, min_size=1, max_size=3).map(tuple), max_size=2).map(Names),
    dates=st.dictionaries(st.sampled_from(DATE_VARIABLES), dates, max_size=2).map(Dates),
    variables=st.dictionaries(st.sampled_from(["container-title", "note", "DOI", "volume"]), lang_texts, max_size=3).map(Variables),
    extra=st.lists(st.tuples(words, words), max_size=2).map(tuple),
)


@given(studies)
def test_round_trip(study: Study) -> None:
    assert read_item(json.loads(json.dumps(to_csl_json(study))), Study) == (study, ())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from(["family", "date-parts", "litreview", "text"]), inner, max_size=3)
    ),
    max_leaves=8,
)
member_names = st.sampled_from(["id", "type", "title", "author", "issued", "keyword", "custom", "volume", "language", "categories"])


@given(st.dictionaries(member_names | st.text(max_size=6), json_values, max_size=5))
def test_nothing_in_an_item_raises(item: dict[str, Any]) -> None:
    study, _ = read_item(item, Study)
    again, _ = read_item(to_csl_json(study), Study)
    assert again == study
