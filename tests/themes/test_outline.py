"""Outline files: what they may say, and what is said of what they may not."""

from __future__ import annotations

import pytest

from litreview.errors import Problem
from litreview.languages import explain, tags
from litreview.record import Aspects, LangList, LangText, Statement, Study, library_of
from litreview.review.choices import choices
from litreview.themes import FACETS, Outline, OutlineError, ThemePlan, apply, structure_outline, suggest
from tests.themes.corpora import corpus

CHOICES = choices()

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
    outline = structure_outline(FULL, CHOICES)
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
        ({"sections": ["gaps", "themse"]}, 'did you mean "themes"', ("sections", 1)),
        ({"sections": ["gaps", "gaps"]}, "stands twice", ("sections", 1)),
        ({"language": "idn"}, 'did you mean "id"', ("language",)),
        ({"themes": [{"concept": "paradiplomasy"}]}, 'did you mean "paradiplomacy"', ("themes", 0, "concept")),
        ({"themes": [{"keywords": [["a"]]}]}, "expected a text", ("themes", 0, "keywords", 0)),
        ({"themes": [{"facet": "aims", "remarks": ["a"]}]}, "expected a text", ("themes", 0, "remarks")),
        ({"themes": [{"facet": "aims", "remarks": "a" * 100_001}]}, "longer than", ("themes", 0, "remarks")),
        ({"themes": [["aims"]]}, "expected keys", ("themes", 0)),
        ({"leave-out": {"a": {"b": "c"}}}, "expected a text", ("leave-out", "a")),
        ({"chapter": "9" * 5000}, "whole number", ("chapter",)),
        ({"chapter": "²"}, "whole number", ("chapter",)),
        (["a"], "expected keys", ()),
    ],
)
def test_what_is_wrong_is_named_with_its_place(data: object, words: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(OutlineError) as caught:
        structure_outline(data, CHOICES)
    assert words in str(caught.value)
    assert caught.value.path == path


@pytest.mark.parametrize("tag", tags())
def test_what_is_wrong_is_said_in_every_language(tag: str) -> None:
    with pytest.raises(OutlineError) as caught:
        structure_outline({"themes": [{"title": "x"}]}, CHOICES)
    assert "facet:" in explain(caught.value.problem, tag)
    assert "<" not in explain(caught.value.problem, tag)


def test_an_own_study_without_a_value_is_none() -> None:
    assert structure_outline({"own-study": {"title": None, "partners": None}}, CHOICES).own_study is None
    assert structure_outline({"own-study": None, "themes": None, "leave-out": None, "sections": None}, CHOICES) == Outline()


def test_objects_of_study_are_partners() -> None:
    own = structure_outline({"own-study": {"title": "Kajian", "objects": ["batik"], "question": "Mengapa?"}}, CHOICES).own_study
    assert own is not None
    assert (own.title, own.partners, own.question) == ("Kajian", ("batik",), "Mengapa?")


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
    assert {p.code for p in problems} == {"theme-without-evidence", "outline-unknown-study", "outline-unused-studies"}


def test_the_sections_an_outline_can_name_are_those_of_the_chapter() -> None:
    from litreview.review.sections import sections

    assert [section.name for section in sections(CHOICES.sections)] == list(CHOICES.sections)
    assert structure_outline({"sections": list(CHOICES.sections)}, CHOICES).sections == CHOICES.sections == CHOICES.usual


def test_every_facet_has_claims_and_a_heading_in_every_language() -> None:
    from litreview.languages import language, tags
    from litreview.review.claims.facets import facet_claims

    for facet in FACETS:
        assert facet_claims(facet.name).name == facet.name
        assert all(language(tag).section("facets")[facet.name] for tag in tags())


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_studies_can_be_listed_in_the_writers_order() -> None:
    library = corpus("four-topics", 2)
    plan = ThemePlan("topic", LangText({"en": "Mine"}), studies=("batik01", "reefs00"), name="Mine too")
    (theme,), _, problems = apply(Outline(themes=(plan,), only=True), library)
    assert (theme.key, theme.keys) == ("topic-mine-too", ("batik01", "reefs00"))
    assert codes(problems) == ["outline-unused-studies"]


def test_a_keyword_takes_the_studies_that_name_it_in_any_language() -> None:
    library = corpus("four-topics", 3, indonesian=1)
    for word in ("School libraries", "school-libraries", "Perpustakaan sekolah"):
        (theme,), _, problems = apply(Outline(themes=(ThemePlan("topic", keywords=(word,)),), only=True), library)
        assert {key[:9] for key in theme.keys} == {"libraries"}
        assert len(theme.keys) == 3
        assert codes(problems) == ["outline-unused-studies"]


def test_several_keywords_take_what_either_takes() -> None:
    library = corpus("four-topics", 2)
    (theme,), _, _ = apply(Outline(themes=(ThemePlan("topic", keywords=("Seagrass", "Natural dyes")),), only=True), library)
    assert theme.keys == ("batik00", "batik01", "reefs00", "reefs01")


def test_an_unknown_keyword_offers_the_nearest() -> None:
    library = corpus("four-topics", 2)
    plan = ThemePlan("topic", keywords=("Seagras",), line=4)
    themes, _, problems = apply(Outline(themes=(plan,), only=True, file="plan.yaml"), library)
    assert themes == ()
    found = problems[0]
    assert (found.code, found.get("nearest"), found.origin.file, found.origin.line) == (
        "outline-unknown-keyword-near",
        "Seagrass",
        "plan.yaml",
        4,
    )


def test_a_concept_takes_the_studies_that_state_or_name_it() -> None:
    stating = study("a", framework=(Statement(LangText({"id": "paradiplomasi"}), "paradiplomacy"),))
    naming = Study("b", keywords=LangList({"en": ("Paradiplomacy",)}))
    titled = Study("c", title=LangText({"id": "Paradiplomasi di daerah"}))
    library = library_of([stating, naming, titled, Study("d")])
    (theme,), _, _ = apply(Outline(themes=(ThemePlan("topic", concept="paradiplomacy"),), only=True), library)
    assert theme.keys == ("a", "b", "c")
    assert theme.title["id"] == "Paradiplomasi"


def test_the_rest_takes_what_no_topic_takes_and_stands_where_the_writer_puts_it() -> None:
    library = corpus("four-topics", 2)
    plans = (ThemePlan("topic", rest=True, remarks="Left over."), ThemePlan("topic", keywords=("Seagrass",)))
    themes, _, problems = apply(Outline(themes=plans, only=True), library)
    assert [theme.name for theme in themes] == ["rest", "seagrass"]
    assert set(themes[0].keys) == set(library.keys()) - {"reefs00", "reefs01"}
    assert themes[0].remarks == "Left over."
    assert problems == ()


def test_a_skipped_topic_holds_its_studies_but_is_no_theme() -> None:
    library = corpus("four-topics", 2)
    plans = (ThemePlan("topic", rest=True), ThemePlan("topic", keywords=("Seagrass",), skip=True))
    (rest,), _, _ = apply(Outline(themes=plans, only=True), library)
    assert not any(key.startswith("reefs") for key in rest.keys)


def test_two_themes_of_one_name_get_keys_of_their_own() -> None:
    library = corpus("four-topics", 2)
    plans = tuple(ThemePlan("topic", studies=(key,), name="x") for key in ("reefs00", "batik00"))
    themes, _, _ = apply(Outline(themes=plans, only=True), library)
    assert [theme.key for theme in themes] == ["topic-x", "topic-x-2"]


def test_a_study_both_named_and_left_out_is_a_problem() -> None:
    library = corpus("four-topics", 2)
    plan = ThemePlan("topic", studies=("reefs00", "reefs01"), name="reefs")
    (theme,), used, problems = apply(Outline(themes=(plan,), only=True, leave_out=(("reefs00", "too short"),)), library)
    assert theme.keys == ("reefs01",)
    assert "reefs00" not in used
    assert "outline-left-out-and-named" in codes(problems)


def test_what_an_outline_leaves_open_is_filled_in_and_what_it_takes_is_not_suggested_again() -> None:
    library = corpus("four-topics", 12)
    taken = tuple(study.key for study in library if study.key.startswith(("reefs", "batik")))
    themes, _, _ = apply(Outline(themes=(ThemePlan("topic", studies=taken, name="mine"),)), library)
    assert themes[0].name == "mine"
    suggested = [theme for theme in themes[1:] if theme.facet == "topic"]
    assert suggested
    assert not {key for theme in suggested for key in theme.keys} & set(taken)


def test_an_outline_that_names_only_a_facet_keeps_the_suggested_topics() -> None:
    library = corpus("four-topics", 4)
    alone, _, _ = apply(Outline(), library)
    planned, _, _ = apply(Outline(themes=(ThemePlan("methods", skip=True),)), library)
    assert planned == alone
