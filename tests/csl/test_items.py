"""Works from CSL-JSON: every common fault is said, nothing crashes, the rest is used."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.csl import Cite, Cluster, Processor, compile_style, item, items
from litreview.document.walk import plain
from litreview.languages import explain
from litreview.record.names import Name

APA = compile_style("apa")
GOOD: dict[str, Any] = {"id": "a", "type": "book", "title": "T"}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("id", None, "missing-id"),
        ("id", [], "missing-id"),
        ("type", None, "missing-type"),
        ("type", "buch", "unknown-type"),
        ("title", ["T"], "wrong-kind"),
        ("title", "a\x00b", "control-characters"),
        ("title", "a \ud800 b", "control-characters"),
        ("title", "<i>open", "csl-unbalanced-markup"),
        ("autor", "x", "unknown-field-near"),
        ("author", "Lee, Ann", "name-as-text"),
        ("author", ["Lee"], "name-as-text"),
        ("author", [7], "name-not-understood"),
        ("author", [{"family": "Lee", "literal": "Lee & Co"}], "name-literal-and-parts"),
        ("issued", "2020", "csl-shape"),
        ("issued", 2020, "csl-shape"),
        ("issued", [[2020]], "wrong-kind"),
        ("issued", {"date-parts": [[]]}, "date-empty"),
        ("issued", {"date-parts": [[2020, 13, 1]]}, "date-not-possible"),
        ("issued", {"date-parts": [[2020, 2, 30]]}, "date-not-possible"),
        ("issued", {"date-parts": [["soon"]]}, "date-not-possible"),
        ("issued", {"date-parts": 2020}, "date-not-possible"),
    ],
)
def test_a_fault_is_a_problem_with_words(field: str, value: object, code: str) -> None:
    work, problems = item({**GOOD, field: value})
    assert [p.code for p in problems] == [code]
    for language in ("en", "id"):
        assert "<" not in explain(problems[0], language).replace("<i>", "")
    processor = Processor(APA, [work] if work.id else [])
    processor.citations([Cluster((Cite(work.id),))])
    processor.bibliography()


def test_what_is_usual_is_no_fault() -> None:
    mapping = {
        **GOOD, "author": [{"family": "Lee", "given": ""}, {"given": "Siti"}], "issued": {"date-parts": [["2020", "05"]]}, "volume": 3,
        "note": None, "editor": [], "DOI": None,
    }  # fmt: skip
    work, problems = item(mapping)
    assert problems == ()
    assert work.names["author"] == (Name(family="Lee"), Name(family="Siti"))
    assert work.dates["issued"].edtf() == "2020-05"
    assert dict(work.texts) == {"title": "T", "volume": "3"}


def test_lists_refuse_what_cannot_be_told_apart() -> None:
    works, problems = items([{**GOOD}, {**GOOD, "title": "other"}, {**GOOD, "id": "A"}, "nonsense", {"type": "book"}])
    assert [work.id for work in works] == ["a", "A"]
    assert works[0].texts["title"] == "T"
    assert [p.code for p in problems] == ["csl-duplicate-id", "not-an-item", "missing-id"]


def test_one_problem_for_an_unknown_field_of_many_works() -> None:
    _, problems = items([{**GOOD, "id": str(n), "tilte": "x"} for n in range(5)])
    assert [(p.code, p.get("field"), p.get("nearest")) for p in problems] == [("unknown-field-near", "tilte", "title")]


def test_variables_kept_in_the_note_are_read() -> None:
    work, _ = item({**GOOD, "note": "original-date: 1978\noriginal-title: First\ncontributor: Lee || Ann\nA remark."})
    assert work.dates["original-date"].edtf() == "1978"
    assert work.texts["original-title"] == "First"
    assert work.names["contributor"] == (Name(family="Lee", given="Ann"),)
    assert work.texts["note"] == "A remark."


@pytest.mark.parametrize(
    ("family", "given_", "expected"),
    [
        ("van Gogh", "Vincent", Name(family="Gogh", given="Vincent", non_dropping_particle="van")),
        ("d'Alembert", "Jean", Name(family="Alembert", given="Jean", non_dropping_particle="d'")),
        ("Humboldt", "Alexander von", Name(family="Humboldt", given="Alexander", dropping_particle="von")),
        ("King", "Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ('"van Gogh"', "Vincent", Name(family="van Gogh", given="Vincent")),
        ("putri", "dewi", Name(family="putri", given="dewi")),
        ("Van Dyke", "Dick", Name(family="Van Dyke", given="Dick")),
    ],
)
def test_particles_written_into_names(family: str, given_: str, expected: Name) -> None:
    work, _ = item({**GOOD, "author": [{"family": family, "given": given_}]})
    assert work.names["author"] == (expected,)


KEYS = st.sampled_from(["family", "given", "literal", "date-parts", "raw"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from("id type title author issued page volume edition URL DOI container-title editor note language season".split())


@given(st.lists(st.dictionaries(FIELDS, JSON, max_size=6), max_size=4))
def test_no_input_crashes(mappings: list[dict[str, Any]]) -> None:
    works, problems = items(mappings)
    processor = Processor(APA, works)
    rendered = processor.citations([Cluster((Cite(work.id, locator="3-4"),)) for work in works])
    assert all(plain(one) for one in rendered)
    processor.bibliography()
    for problem in problems:
        explain(problem)
