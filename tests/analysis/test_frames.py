"""Frames in which a study tells its data, its approach, its framework and what it found; and what only looks like them."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Statement, Study

OPENING = {
    "en": "Ferries are old. This study aims to explain why ferries last. ",
    "id": "Feri sudah tua. Penelitian ini bertujuan menjelaskan mengapa feri bertahan. ",
}


@pytest.mark.parametrize(
    ("tag", "sentence", "aspect", "wanted"),
    [
        ("en", "Answers were analysed through confirmatory factor analysis and structural equation modelling.", "method",
         ["confirmatory-factor-analysis", "structural-equation-model"]),
        ("id", "Hasil uji Chi-Square menunjukkan hubungan usia dan karam.", "method", ["chi-square"]),
        ("id", "Data diolah dengan uji statistik kendall tau.", "method", ["kendall-correlation"]),
        ("en", "Logs were analysed qualitatively, and data were interpreted qualitatively.", "method", ["qualitative"]),
        ("en", "We conducted a review of ferry logs.", "method", ["review"]),
        ("en", "Methods: A non-randomized controlled trial was conducted among 40 captains.", "method", []),
        ("en", "The Systematic Review and Meta-Analysis guidelines were used.", "method", ["systematic-review"]),
        ("en", "In this work, 52 articles published in harbour journals from 2004 to 2023 were retrieved.", "data", ["52 articles"]),
        ("en", "Prices were sourced elsewhere; data sourced from the Harbour Price Monitor were used.", "data", ["Harbour Price Monitor"]),
        ("en", "Captains completed the Seafarer Fatigue Scale and slept.", "data", ["Seafarer Fatigue Scale"]),
        ("en", "Captain ratings of swell and direct assessments of hulls were collected yearly.", "data", ["Captain ratings"]),
        ("en", "Building on the seafarer identity perspective, we compare two crews.", "framework", ["seafarer identity perspective"]),
        ("en", "We compare two crews from a captain perspective.", "framework", []),
        ("en", "The logs were read with van Dorn's critical discourse analysis framework.", "framework",
         ["van Dorn's critical discourse analysis framework"]),
        ("id", "Teks dibaca dengan analisis wacana kritis model Roman Ingarso.", "framework", ["analisis wacana kritis model Roman Ingarso"]),
        ("en", "Drawing on salvage theory and the role of tides, we compare crews.", "framework", ["salvage theory"]),
        ("en", "Using the theory of salvage value, the study examines attitudes, harbour norms and perceived risk.", "framework",
         ["theory of salvage value"]),
        ("id", "Dengan teori muatan rasional, artikel ini menjelaskan mengapa feri dipilih, dan bagaimana nakhoda mengambil keputusan.",
         "framework", ["teori muatan rasional"]),
        ("id", "Penelitian ini bertumpu pada konsep daya muat yang menjelaskan daya tarik pelabuhan dan nilai tambah suatu dermaga.",
         "framework", ["daya muat"]),
    ],
)  # fmt: skip
def test_frames(tag: str, sentence: str, aspect: str, wanted: list[str]) -> None:
    found = annotate(Study("a", abstract=LangText({tag: OPENING[tag] + sentence})))[0].aspects.values(aspect)
    assert [value.concept or value.text[tag] for value in found if isinstance(value, Statement)] == wanted


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        ("The findings from a mailed survey of 40 owners of ferries in two ports confirm the link between age and loss.",
         "The findings from a mailed survey of 40 owners of ferries in two ports confirm the link between age and loss"),
        ("Counting the wrecks, it shows that old ferries sink.", "old ferries sink"),
        ("Wrecks were counted, revealing that old ferries sink.", "old ferries sink"),
        ("Rust was the most common cause and hail the least named one.", "Rust was the most common cause and hail the least named one"),
        ("Reasons of value to owners significantly predicted age.", "Reasons of value to owners significantly predicted age"),
    ],
)  # fmt: skip
def test_findings(sentence: str, finding: str) -> None:
    assert _findings(sentence) == [finding]


@pytest.mark.parametrize(
    "sentence",
    [
        "The results highlight the importance of painting hulls.",
        "Owners are advised of this and stakeholders are suggested to paint hulls.",
        "Among the captains, there were 30 males and 20 females, with an average age of 41.",
        "Informants were captains of both ports and people who know the tides.",
        "Moreover, wrecks and tides were linked in order to identify what sinks ferries.",
    ],
)
def test_no_findings(sentence: str) -> None:
    assert _findings(sentence) == []


def _findings(sentence: str) -> list[str]:
    text = f"This study aims to explain why ferries last. Logs were collected in two ports. {sentence}"
    found = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.findings
    return [value.text["en"] for value in found]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("This study, guided by the tidal view, its older kin and harbour lore, intends to explain why ferries last.",
         "explain why ferries last"),
        ("This descriptive study of two ports and their ferries is aimed to explain why ferries last.", "explain why ferries last"),
        ("This research delineates the age of ferries in two ports.", "delineate the age of ferries in two ports"),
        ("This paper conducts a review of ferries in two ports.", "conduct a review of ferries in two ports"),
    ],
)  # fmt: skip
def test_aims(text: str, aim: str) -> None:
    found = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.aim
    assert found is not None
    assert found.text["en"] == aim


@pytest.mark.parametrize(
    "text",
    [
        "Tujuan: mengetahui usia feri. Metode: Data dikumpulkan dengan angket (n=40) Hasil: Feri tua lebih sering karam. "
        "Kesimpulan: Usia berhubungan dengan karam.",
        "Aim: to count ferries by age. Methods: Logs were read (n=40) Results: Old ferries sink more often than new ones. "
        "Conclusion: Age is related to loss.",
    ],
)
def test_a_heading_within_a_sentence_that_lost_its_full_stop(text: str) -> None:
    tag = "id" if text.startswith("Tujuan") else "en"
    found = annotate(Study("a", abstract=LangText({tag: text})))[0].aspects.findings
    assert len(found) == 2
    assert not any(":" in value.text[tag] for value in found)


@pytest.mark.parametrize("anaphor", ["Kegagalan itu", "Anggaran kecil tersebut", "Hal ini"])
def test_what_points_back_is_not_quoted_alone(anaphor: str) -> None:
    text = f"{OPENING['id']}Hasil penelitian menunjukkan bahwa kerja sama gagal. {anaphor} disebabkan oleh badai."
    found = annotate(Study("a", abstract=LangText({"id": text})))[0].aspects.findings
    assert [value.text["id"] for value in found] == ["kerja sama gagal"]
