"""What reports a result without words such as "the results show", and what only looks like it."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Study


def findings(text: str) -> list[str]:
    return [f.text["en"] for f in annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.findings]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "We compared ferries in two ports. Ferries were heavier in Port A than in Port B.",
            "Ferries were heavier in Port A than in Port B",
        ),
        ("We asked 40 sailors about sleep. Sleep predicted calm (β = 0.22).", "Sleep predicted calm (β = 0.22)"),
        ("We asked 40 sailors about sleep. Calm fell at night, p < .05.", "Calm fell at night, p < .05"),
        ("We compared ferries of two ports and their crews. Here we found small differences in weight.", "small differences in weight"),
        ("This study examines crews. Results point to a shared fear of rust.", "a shared fear of rust"),
        (
            "This study examines crews. Key findings include: (1) crews fear rust; (2) owners do not.",
            "(1) crews fear rust; (2) owners do not",
        ),
    ],
)
def test_results_speak_for_themselves(text: str, finding: str) -> None:
    assert [f for f in findings(text) if finding in f]


@pytest.mark.parametrize(
    "text",
    [
        "We asked sailors about sleep. Results: Eighty-six sailors (n = 86) were prospectively enrolled.",
        "We asked sailors about sleep. A total of 182 studies met the criteria for review.",
        "We asked sailors about sleep. We hypothesized that older sailors would sleep more than younger ones.",
        "We asked sailors about sleep. Study 3 (N = 106) investigated whether calm explains more of sleep than age.",
        "We asked sailors about sleep. Other studies have focused on sleep, which increased in ports.",
        "We asked sailors about sleep. However, the way calm affects sleep across ships remains less explored.",
        "This position paper argues about ships. The common wisdom is that crews improve ships, a claim of owners.",
        "Ships draw attention. Conducting a literature review, we propose four traits that characterise such ships.",
    ],
)
def test_samples_hypotheses_and_gaps_are_no_results(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We know much of ferries. Many scholars failed to generate a theory to describe the succession of captains.",
        "Calm was recorded five minutes before and ten minutes after each crossing.",
        "This study proposes a data augmentation technique for the design of ferries.",
    ],
)
def test_what_others_did_and_what_minutes_and_data_are_part_of_is_no_value(text: str) -> None:
    aspects = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects
    assert aspects.data == ()
    assert aspects.aim is None or "succession" not in aspects.aim.text["en"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Ships draw attention. Conducting a literature review, we propose four traits of ships.", "literature"),
        ("In this paper, a comprehensive review of recent research on ships is provided.", "literature"),
        ("In this article, we review the evidence on the effects of rust on ships.", "literature"),
    ],
)
def test_a_review_told_in_passing_is_told(text: str, concept: str) -> None:
    assert concept in [d.concept for d in annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.data]


def test_hours_of_recordings_are_data_and_a_case_study_an_approach() -> None:
    text = "To see why, we analyzed 112 hours of video footage of crews. The article traces their work as a case study in courage."
    aspects = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects
    assert [d.text["en"] for d in aspects.data] == ["112 hours of video footage"]
    assert [m.concept for m in aspects.method] == ["case-study"]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("It is the purpose of this paper to discuss rust and its costs.", "discuss rust and its costs"),
        ("This audit aimed to report rates of rust in nine ports.", "report rates of rust in nine ports"),
        ("This study aims to contribute to shipping by developing a theory that explains rust.", "develop a theory that explains rust"),
    ],
)
def test_aims_in_other_clothes(text: str, aim: str) -> None:
    read = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.aim
    assert read is not None
    assert read.text["en"] == aim


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("At a qualitative level, discourse analysis was used on the logs of ferries.", "qualitative"),
        ("This study explores crews. Qualitative data were gathered in two ports.", "qualitative"),
        ("We explain rust. The analysis examines a case study of one ferry in which rust was stopped.", "case-study"),
    ],
)
def test_an_approach_told_in_passing_is_told(text: str, concept: str) -> None:
    assert concept in [m.concept for m in annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.method]
