"""Gaps that abstracts state themselves: what is missing, never what a study fills, announces or offers to others."""

from __future__ import annotations

import pytest

from litreview.record import LangText, Library, Study
from litreview.review.claims.told_gaps import told_gaps


def gaps(tag: str, sentence: str) -> int:
    return len(told_gaps(Library((Study("a", title=LangText({tag: "Air"}), abstract=LangText({tag: sentence})),))))


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "Few studies have examined how villages share water in dry years."),
        ("en", "Future research should compare villages with and without a water board."),
        ("en", "Other views on shared wells need further research in several regions."),
        ("en", "There remains a gap in what is known of shared wells."),
        ("id", "Pembagian air antardesa pada musim kering masih jarang dikaji."),
    ],
)
def test_what_is_missing_is_a_gap(tag: str, sentence: str) -> None:
    assert gaps(tag, sentence) == 1


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "This is the first study to address gaps in the literature on shared wells."),
        ("en", "This study aims to map the literature on wells as a basis for future research."),
        ("en", "Implications of the findings and suggestions for future research are also discussed."),
        ("en", "The article responds to calls for further research on shared wells."),
        ("en", "Further investigation shows that wealthy villages dig deeper wells."),
        ("en", "The limited evidence available suggests that deep wells dry out later."),
        ("id", "Penelitian ini mengisi kesenjangan kajian tentang air yang masih jarang dikaji."),
        ("id", "Hasil ini dapat menjadi rujukan bagi penelitian selanjutnya tentang sumur bersama."),
    ],
)
def test_what_is_filled_announced_or_offered_is_none(tag: str, sentence: str) -> None:
    assert gaps(tag, sentence) == 0
