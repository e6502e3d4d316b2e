"""What stands before "the study shows", models that are estimated, and results told in the present tense."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import Aspects, LangText, Statement, Study


def _read(words: str, tag: str = "en") -> Aspects:
    return annotate(Study("a", abstract=LangText({tag: words})))[0].aspects


def _texts(words: str, aspect: str, tag: str = "en") -> list[str]:
    return [text for value in _read(words, tag).values(aspect) if isinstance(value, Statement) for text in value.text.values()]


def test_the_lens_before_a_result() -> None:
    words = "Women run the ferry. Through a maritime labour geography lens and 18 interviews, the study shows that shifts grew longer."
    assert any("maritime labour geography" in text for text in _texts(words, "framework"))
    assert _texts(words, "findings") == ["shifts grew longer"]


def test_concepts_before_a_method() -> None:
    words = (
        "Artikel ini menjelaskan alasan pelabuhan dibuka. Dengan memakai konsep paradiplomasi dan kepentingan maritim daerah, "
        "data dikumpulkan melalui wawancara."
    )
    assert _texts(words, "framework", "id") == ["paradiplomasi", "kepentingan maritim daerah"]


def test_models_that_are_estimated_are_a_method_and_no_aim() -> None:
    words = "Ports compete. With a panel of 40 harbours between 2001 and 2011 we estimate fixed-effects models of fares. Fares rose by 3 percent."
    read = _read(words)
    assert read.aim is None
    assert [value.concept for value in read.method] == ["fixed-effects"]
    assert _texts(words, "data") == ["panel of 40 harbours"]


@pytest.mark.parametrize(
    "result",
    [
        "The average effect is indistinguishable from zero.",
        "Informal ties solve problems that treaties leave open, although they collapse in winter.",
        "Only six are ready; staff are the weakest dimension.",
    ],
)
def test_results_in_the_present_tense(result: str) -> None:
    words = "The purpose of this study is to measure the readiness of harbours. Interviews with 20 captains were conducted. " + result
    assert _texts(words, "findings") == [result.rstrip(".")]


def test_a_survey_that_is_drawn_on() -> None:
    words = "We ask why ferries stop. Drawing on a survey of 90 captains and 8 interviews, we find that fog matters most."
    assert [value.concept for value in _read(words).data] == ["survey", "interview"]


def test_features_are_no_result() -> None:
    words = "Background: Fog delays ferries. Methods: A randomized controlled trial. Discussion: Notable features include two captains."
    assert not _texts(words, "findings")


def test_for_one_is_no_framework() -> None:
    words = "Harbours change. We observe ferries that are not covered by the existing concept: For one, captains have become owners."
    assert not _texts(words, "framework")
