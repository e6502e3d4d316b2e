"""What marks mean: by the first word of a comment, a tag, a colour; and what a study then states, beside its abstract."""

from __future__ import annotations

import attrs
import pytest

from litreview.analysis.highlights import BadLegend, legend_of, marks, told_gaps
from litreview.analysis.prepared import prepared
from litreview.record import COMMENTS, HIGHLIGHTS, Aspects, Highlight, LangText, Legend, Library, Period, Statement, Study

LEGEND = legend_of({"kuning": "hasil", "blue": "metode", "Hijau": "framework", "red": "gap", "purple": "aim", "grey": "-"})
NONE = Aspects()


def mark(text: str, page: str = "3", colour: str | None = "yellow", comment: str = "", tag: str = "en", **rest: object) -> Highlight:
    own = LangText({"id": comment}) if comment else LangText()
    return attrs.evolve(Highlight(LangText({tag: text}) if text else LangText(), own, page, colour), **rest)


def read(*highlights: Highlight, abstract: str = "", legend: Legend = LEGEND, aspects: Aspects = NONE) -> tuple[Study, list[str]]:
    study = Study("a", title=LangText({"en": "Ports"}), language="en", abstract=LangText({"en": abstract} if abstract else {}))
    library, problems = prepared(Library((attrs.evolve(study, highlights=highlights, aspects=aspects),), legend=legend))
    return library["a"], [problem.code for problem in problems]


@pytest.mark.quick
def test_the_first_word_of_a_comment_goes_before_a_tag_and_that_before_the_colour() -> None:
    all_three = mark("Ports grew.", comment="gap: belum ada survei", tags=("metode",))
    tagged = mark("Ports grew.", tags=("metode",))
    study = Study("a", highlights=(all_three, tagged, mark("Ports grew."), mark("Ports grew.", colour="#fff066")))
    assert [one.meaning for one in marks(study, LEGEND).assigned] == ["gap", "method", "findings", "findings"]


def test_a_tag_may_stand_in_the_legend() -> None:
    study = Study("a", highlights=(mark("Ports grew.", colour="orange", tags=("Inti",)),))
    assert [one.meaning for one in marks(study, legend_of({"inti": "findings"})).assigned] == ["findings"]


def test_without_a_legend_colours_mean_nothing_and_are_listed() -> None:
    study, problems = read(mark("Ports grew."), mark("Trust decides.", comment="hasil: kepercayaan"), legend=Legend())
    assert [statement.text["id"] for statement in study.aspects.findings] == ["kepercayaan"]
    assert problems == ["highlights-unassigned"]


def test_a_colour_that_is_to_mean_nothing_is_not_listed() -> None:
    assert read(mark("Ports grew.", colour="grey")) == (attrs.evolve(read()[0], highlights=(mark("Ports grew.", colour="grey"),)), [])


def test_a_meaning_that_is_none_names_the_nearest() -> None:
    with pytest.raises(BadLegend) as raised:
        legend_of({"yellow": "finding s"})
    assert raised.value.nearest == "findings"


def test_words_of_the_source_and_of_the_reader_keep_apart_with_their_page() -> None:
    study, _ = read(mark("Trust decides.", "316", comment="kepercayaan lebih menentukan"))
    (statement,) = study.aspects.findings
    assert [(e.field, e.language, e.quote, e.locator) for e in statement.evidence] == [
        (HIGHLIGHTS, "en", "Trust decides.", "316"),
        (COMMENTS, "id", "kepercayaan lebih menentukan", "316"),
    ]


def test_a_method_that_is_known_becomes_its_concept() -> None:
    study, _ = read(mark("We conducted semi-structured interviews with twenty officials.", "314", "blue"))
    assert [(value.concept, value.evidence[0].locator) for value in study.aspects.data] == [("interview", "314")]
    assert study.aspects.method == ()


def test_what_is_set_aside_is_no_method() -> None:
    study, _ = read(mark("Unlike earlier surveys, the text was read closely.", "314", "blue"))
    assert [(value.concept, value.text["en"]) for value in study.aspects.method] == [
        (None, "Unlike earlier surveys, the text was read closely.")
    ]


def test_of_several_values_hers_come_first_and_those_of_the_abstract_follow() -> None:
    study, _ = read(mark("Mayors met often."), abstract="The results show that trade grew.")
    assert [value.text["en"] for value in study.aspects.findings] == ["Mayors met often.", "trade grew"]


def test_of_one_value_hers_is_taken_and_the_other_is_told() -> None:
    study, problems = read(
        mark("This article asks why port cities look for partners.", "13", "purple"),
        abstract="This study aims to describe the history of two cities.",
    )
    assert study.aspects.aim is not None
    assert study.aspects.aim.evidence[0].locator == "13"
    assert "highlight-first" in problems


def test_what_the_record_itself_states_stays_first() -> None:
    written = Statement(LangText({"en": "ports decide"}))
    study, _ = read(mark("Mayors met often."), aspects=Aspects(findings=(written,)))
    assert study.aspects.findings[0] == written
    assert len(study.aspects.findings) == 2


def test_an_aspect_said_not_to_be_stated_is_stated_where_it_is_marked() -> None:
    study, _ = read(mark("Mayors met often."), aspects=Aspects(looked_for=("findings", "sample")))
    assert study.aspects.looked_for == ("sample",)


def test_a_period_is_read_where_one_is_named() -> None:
    study, _ = read(mark("Budgets of 2015–2020 were compared.", comment="periode: 2015-2020"))
    assert study.aspects.period is not None
    assert (study.aspects.period.start, study.aspects.period.end) == (2015, 2020)
    assert isinstance(study.aspects.period, Period)


def test_preparing_twice_changes_nothing() -> None:
    once, _ = read(mark("Mayors met often."), mark("Interviews were held.", "2", "blue"), abstract="The results show that trade grew.")
    again, _ = prepared(Library((once,), legend=LEGEND))
    assert again["a"].aspects == once.aspects


def test_a_gap_carries_its_page() -> None:
    (statement,) = told_gaps(Study("a", highlights=(mark("No survey exists.", "9", "red"),)), LEGEND)
    assert (statement.text["en"], statement.evidence[0].locator) == ("No survey exists.", "9")
