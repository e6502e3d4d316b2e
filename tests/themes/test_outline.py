"""Outline files: what they may say, and what is said of what they may not."""

from __future__ import annotations

import pytest

from litreview.record import Aspects, LangText, Statement, Study, library_of
from litreview.themes import FACETS, Outline, OutlineError, ThemePlan, apply, structure_outline, suggest

FULL = {
    "title": {"id": "Kajian pustaka"},
    "chapter": "3",
    "language": "id",
    "style": "ieee",
    "own-study": {"topic": "pelabuhan", "partners": ["Medan", "Penang"], "method": "kualitatif"},
    "themes": ["methods", {"facet": "aims", "title": "Tujuan", "studies": "auto", "skip": "false"}],
    "only": "true",
    "leave-out": {"a2020": "not on the topic"},
}


def test_a_full_outline_is_read() -> None:
    outline = structure_outline(FULL)
    assert outline.chapter == 3
    assert outline.own_study is not None
    assert outline.own_study.method == ("kualitatif",)
    assert [plan.facet for plan in outline.themes] == ["methods", "aims"]
    assert outline.only
    assert outline.leave_out == (("a2020", "not on the topic"),)


@pytest.mark.parametrize(
    ("data", "words", "path"),
    [
        ({"titel": "x"}, 'did you mean "title"', ("titel",)),
        ({"themes": [{"facet": "method"}]}, 'did you mean "methods"', ("themes", 0, "facet")),
        ({"themes": [{"title": "x"}]}, "add facet:", ("themes", 0)),
        ({"themes": [{"facet": "topic"}]}, "needs keyword:", ("themes", 0)),
        ({"themes": "aims"}, "expected a list", ("themes",)),
        ({"chapter": "two"}, "whole number", ("chapter",)),
        ({"own-study": {"topics": "x"}}, 'did you mean "topic"', ("own-study", "topics")),
        ({"only": "maybe"}, "true or false", ("only",)),
        (["a"], "expected keys", ()),
    ],
)
def test_what_is_wrong_is_named_with_its_place(data: object, words: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(OutlineError) as caught:
        structure_outline(data)
    assert words in str(caught.value)
    assert caught.value.path == path


def study(key: str, **aspects: object) -> Study:
    return Study(key, aspects=Aspects(**aspects))  # type: ignore[arg-type]


METHOD = (Statement(LangText({"en": "qualitative"}), "qualitative"),)


def test_a_facet_needs_two_studies() -> None:
    assert suggest(library_of([study("a", method=METHOD), study("b")])) == ()
    (theme,) = suggest(library_of([study("a", method=METHOD), study("b", method=METHOD), study("c")]))
    assert (theme.facet, theme.keys) == ("methods", ("a", "b", "c"))


def test_an_outline_may_ask_for_what_no_study_states() -> None:
    library = library_of([study("a", method=METHOD), study("b", method=METHOD)])
    themes, _, problems = apply(Outline(themes=(ThemePlan("sectors"), ThemePlan("methods", studies=("a", "x")))), library)
    assert [theme.facet for theme in themes] == ["methods"]
    assert themes[0].keys == ("a",)
    assert {p.code for p in problems} == {"theme-without-evidence", "outline-unknown-study"}


def test_every_facet_has_claims_and_a_heading_in_every_language() -> None:
    from litreview.claims.facets import facet_claims
    from litreview.languages import language, tags

    for facet in FACETS:
        assert facet_claims(facet.name).name == facet.name
        assert all(language(tag).section("facets")[facet.name] for tag in tags())
