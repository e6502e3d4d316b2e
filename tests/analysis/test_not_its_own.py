"""Words that look like a study's own source, method or period, and are not; and their likes that are."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Study

AIM = "This study asks how villages share water."


def read(*sentences: str) -> Study:
    return annotate(Study("a", abstract=LangText({"en": " ".join((AIM, *sentences))})))[0]


def concepts(aspect: str, *sentences: str) -> list[str | None]:
    return [value.concept for value in read(*sentences).aspects.values(aspect)]


def test_what_the_field_usually_does_is_not_what_the_study_did() -> None:
    general = "Traditional methods include qualitative methods like interviews and focus groups."
    assert concepts("data", general) == []
    assert concepts("method", general) == []
    assert concepts("data", "Methods include interviews with 12 farmers.") == ["interview"]


@pytest.mark.parametrize("verb", ["This review documents mixed results across villages.", "It notes a growing use of pumps."])
def test_a_verb_that_looks_like_a_source_is_none(verb: str) -> None:
    assert concepts("data", verb) == []


def test_problems_that_arise_from_a_technique_do_not_make_it_the_method() -> None:
    assert concepts("method", "The results highlight the risks arising from the use of machine learning techniques.") == []
    assert "machine-learning" in concepts("method", "We used machine learning to predict the use of water.")


def test_photographs_that_are_talked_about_are_no_photovoice() -> None:
    assert concepts("method", "We used photo elicitation with 12 farmers.") == ["photo-elicitation"]
    assert concepts("method", "We used photovoice with 12 farmers.") == ["photovoice"]


def test_years_of_birth_are_not_the_period_studied() -> None:
    assert read("The sample consists of farmers who were born between 1980 and 2000.").aspects.period is None
    period = read("The sample consists of farmers who moved between 1980 and 2000.").aspects.period
    assert period is not None
    assert (period.start, period.end) == (1980, 2000)


def test_potential_dangers_are_no_benefits() -> None:
    def asked(aim: str) -> list[str | None]:
        study = annotate(Study("a", abstract=LangText({"en": aim})))[0]
        return [value.concept for value in study.aspects.values("aim")]

    assert asked("This study aims to examine the potential threats of deep wells.") == [None]
    assert asked("This study aims to examine the potential of deep wells.") == ["benefits"]


def test_a_technique_in_a_clause_of_its_own_is_no_source_of_data() -> None:
    told = "Data were collected through questionnaires and interviews, and path analysis was used to test the model."
    assert concepts("data", told) == ["questionnaire", "interview"]


def test_amounts_of_data_are_no_source() -> None:
    assert concepts("data", "The approach was used to analyse vast amounts of data.") == []


def test_a_theory_ends_before_the_word_that_says_it_was_used() -> None:
    said = "Penelitian ini membahas air. Konsep tata kelola bersama dipakai untuk menjelaskan temuan tersebut."
    study = annotate(Study("a", abstract=LangText({"id": said})))[0]
    assert [value.text["id"] for value in study.aspects.framework] == ["tata kelola bersama"]
    assert study.aspects.values("findings") == ()
