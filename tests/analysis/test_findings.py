"""A finding states a result by itself; an aim is what a study sets out to do, whatever heading stands over the sentence."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Study

OPENING = {
    "en": "Ports compete for cargo. This study aims to explain why ports merge. Interviews with 20 pilots were conducted. ",
    "id": "Pelabuhan bersaing. Penelitian ini bertujuan menjelaskan mengapa pelabuhan bergabung. Data dikumpulkan melalui wawancara. ",
}
FIRST = {"en": "The results show that mergers cut costs.", "id": "Hasil penelitian menunjukkan bahwa penggabungan menekan biaya."}
SAID = {"en": "mergers cut costs", "id": "penggabungan menekan biaya"}


def findings(tag: str, *sentences: str) -> list[str]:
    """The findings of an abstract in `tag` that ends in `sentences`."""
    study, _ = annotate(Study("a", abstract=LangText({tag: OPENING[tag] + " ".join(sentences)})))
    return [text for finding in study.aspects.findings if (text := finding.text.get(tag))]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "These were agreed by all pilots."),
        ("en", "All of these rules were agreed by the pilots."),
        ("en", "They favour large harbours over small ones."),
        ("en", "It also raises the price of towage."),
        ("en", "Moreover, this lowers the price of towage."),
        ("en", "In other words, size matters more than place."),
        ("en", "The findings have implications for policy makers."),
        ("en", "The findings of this study may help port authorities."),
        ("en", "The results shed light on the work of pilots."),
        ("en", "The present study could have an enormous impact on ports."),
        ("en", "This study visualized patterns of traffic in forty ports."),
        ("en", "We conclude by discussing the duties of port authorities."),
        ("en", "The main aim was to establish which ports had merged."),
        ("en", "Future research should compare inland ports."),
        ("en", "The findings are based on 386 samples."),
        ("id", "Hal ini menurunkan tarif tunda."),
        ("id", "Mereka lebih menyukai pelabuhan besar."),
        ("id", "Selain itu, keduanya menekan tarif tunda."),
        ("id", "Temuan ini diharapkan membantu otoritas pelabuhan."),
        ("id", "Pemerintah hendaknya mengawasi penggabungan pelabuhan."),
        ("id", "Penelitian selanjutnya dapat membandingkan pelabuhan sungai."),
    ],
)
def test_a_sentence_that_needs_another_or_reports_nothing_is_no_finding(tag: str, sentence: str) -> None:
    assert findings(tag, FIRST[tag], sentence) == [SAID[tag]]


@pytest.mark.parametrize(
    ("tag", "sentence", "said"),
    [
        ("en", "However, small harbours lose traffic.", "small harbours lose traffic"),
        ("id", "Akan tetapi, pelabuhan kecil kehilangan muatan.", "pelabuhan kecil kehilangan muatan"),
        ("en", "It was found that, for lack of pilots, ships wait.", "for lack of pilots, ships wait"),
        ("en", "This study finds that ships wait longer.", "ships wait longer"),
        ("en", "The results suggest that pilots can refuse mergers.", "pilots can refuse mergers"),
        ("en", "We show that ships wait, with implications for trade.", "ships wait, with implications for trade"),
        ("en", "The analysis showed a rise in waiting times.", "The analysis showed a rise in waiting times"),
        ("en", "Both unions and firms were found to gain.", "Both unions and firms were found to gain"),
        ("en", "It shows that tariffs fell.", "tariffs fell"),
        ("id", "Hal tersebut menunjukkan bahwa tarif menurun.", "tarif menurun"),
        ("id", "Hasil analisis menunjukkan adanya kenaikan waktu tunggu.", "Hasil analisis menunjukkan adanya kenaikan waktu tunggu"),
        ("id", "Penelitian ini menemukan bahwa kapal menunggu lebih lama.", "kapal menunggu lebih lama"),
    ],
)
def test_a_result_is_cut_only_where_a_clause_is_left(tag: str, sentence: str, said: str) -> None:
    assert findings(tag, FIRST[tag], sentence) == [SAID[tag], said]


def test_a_finding_that_points_back_in_one_language_is_quoted_in_neither() -> None:
    abstract = LangText({tag: OPENING[tag] + FIRST[tag] for tag in OPENING})
    more = {"en": " They lower towage prices in every harbour.", "id": " Penggabungan menurunkan tarif tunda di setiap pelabuhan."}
    study, _ = annotate(Study("a", abstract=LangText({tag: text + more[tag] for tag, text in abstract.items()})))
    assert [dict(finding.text) for finding in study.aspects.findings] == [SAID]


@pytest.mark.parametrize(
    ("abstract", "aim"),
    [
        (
            "Purpose: Recent studies have observed a rise in towage. The purpose of this paper is to explain the rise. Design: Survey.",
            "explain the rise",
        ),
        ("Purpose: To date, towage has been ignored. This study aims to measure towage prices. Design: Survey.", "measure towage prices"),
        ("Purpose: Writings on towage are many and old. Design: Survey. Findings: Prices rose.", None),
        ("Purpose: To compare the prices of towage in two ports. Design: Survey.", "compare the prices of towage in two ports"),
        ("Towage is dear. Drawing on the theory of practice, this paper examines how pilots set prices.", "examine how pilots set prices"),
        ("Towage is dear. This paper discusses these issues.", None),
        ("Aim: . . . . Methods: Survey.", None),
    ],
)
def test_an_aim_is_what_the_study_sets_out_to_do(abstract: str, aim: str | None) -> None:
    found = annotate(Study("a", abstract=LangText({"en": abstract})))[0].aspects.aim
    assert (found.text["en"] if found else None) == aim
