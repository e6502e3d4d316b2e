"""What a study denies is never told as what it found."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Study

OPENING = {
    "en": "This study aims to explain trust in village councils. Interviews were held with twelve members. ",
    "id": "Penelitian ini bertujuan menjelaskan kepercayaan pada musyawarah desa. Data dikumpulkan melalui wawancara. ",
}


def findings(tag: str, sentence: str) -> list[str]:
    study, _ = annotate(Study("a", abstract=LangText({tag: OPENING[tag] + sentence})))
    return [statement.text[tag] for statement in study.aspects.findings]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "We found no evidence that money builds trust."),
        ("en", "The results do not indicate that age affects trust."),
        ("en", "The analysis fails to show that trust grows with time."),
        ("en", "The findings contradict the view that elders decide alone."),
        ("id", "Hasil penelitian tidak menunjukkan bahwa usia memengaruhi kepercayaan."),
        ("id", "Tidak ditemukan bukti bahwa uang menumbuhkan kepercayaan."),
        ("id", "Temuan penelitian ini membantah bahwa sesepuh memutuskan sendiri."),
    ],
)
def test_the_words_that_deny_stay_with_the_finding(tag: str, sentence: str) -> None:
    assert findings(tag, sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    ("tag", "sentence", "finding"),
    [
        ("en", "The results show that money does not build trust.", "money does not build trust"),
        (
            "en",
            "The results not only show that trust grows, they also show why.",
            "trust grows, they also show why",
        ),
        ("id", "Hasil penelitian menunjukkan bahwa uang tidak menumbuhkan kepercayaan.", "uang tidak menumbuhkan kepercayaan"),
        (
            "id",
            "Hasil penelitian tidak hanya menunjukkan bahwa kepercayaan tumbuh, tetapi juga sebabnya.",
            "kepercayaan tumbuh, tetapi juga sebabnya",
        ),
    ],
)
def test_a_lead_that_denies_nothing_goes(tag: str, sentence: str, finding: str) -> None:
    assert findings(tag, sentence) == [finding]
