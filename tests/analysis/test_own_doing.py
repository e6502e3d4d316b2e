"""Values by the study's own doing, whatever else their sentence is for; and what only looks like them."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import Period, Statement, Study
from litreview.record.langtext import LangText

OPENING = {
    "en": "Ferries are old. This study aims to explain why ferries last. ",
    "id": "Feri sudah tua. Penelitian ini bertujuan menjelaskan mengapa feri bertahan. ",
}


def values(tag: str, sentence: str, aspect: str, opening: bool = True) -> list[str]:
    """The values of `aspect` in an abstract with `sentence`: concepts where there are any, else words."""
    text = (OPENING[tag] if opening else "") + sentence
    found = annotate(Study("a", abstract=LangText({tag: text})))[0].aspects.values(aspect)
    return [_said(value, tag) for value in found if isinstance(value, (Statement, Period))]


def _said(value: Statement | Period, tag: str) -> str:
    return f"{value.start}-{value.end}" if isinstance(value, Period) else value.concept or value.text[tag]


@pytest.mark.parametrize(
    ("tag", "sentence", "aim"),
    [
        ("en", "Ports change. To understand why ferries last, interviews were held with nine captains.", "understand why ferries last"),
        ("en", "Ports change. Our goal was to count ferries by age.", "count ferries by age"),
        ("en", "Ports change. An attempt has been made to count ferries by age.", "count ferries by age"),
        ("en", "Ports change. This review summarises what is known of ferries.", "summarise what is known of ferries"),
        ("id", "Pelabuhan berubah. Fokus penelitian ini adalah usia feri di dua pelabuhan.", "usia feri di dua pelabuhan"),
        ("id", "Pelabuhan berubah. Penelitian ini dilakukan untuk menghitung usia feri.", "menghitung usia feri"),
    ],
)
def test_aims(tag: str, sentence: str, aim: str) -> None:
    found = annotate(Study("a", abstract=LangText({tag: sentence})))[0].aspects.aim
    assert found is not None
    assert found.text[tag] == aim


@pytest.mark.parametrize(
    ("tag", "sentence", "aspect", "wanted"),
    [
        ("en", "Path analysis indicated that old ferries sink more often.", "method", ["path-analysis"]),
        ("en", "Following a case study design, two ports were visited.", "method", ["case-study"]),
        ("en", "Data were analysed using the tidal gauge regression.", "method", ["regression"]),
        ("en", "Earlier studies used content analysis.", "method", []),
        ("en", "Future research should use grounded theory.", "method", []),
        ("en", "We surveyed 308 captains.", "data", ["surveyed 308 captains"]),
        ("en", "Five focus groups were held.", "data", ["focus-group"]),
        ("en", "The role of news in ports is large.", "data", []),
        ("en", "Drawing on agency theory, we show that owners wait.", "framework", ["agency-theory"]),
        ("en", "The study is grounded in salvage theory.", "framework", ["salvage theory"]),
        ("en", "Previous research used agency theory.", "framework", []),
        ("en", "We used a regression model.", "framework", []),
        ("en", "Ferries from Iowa were inspected; data were collected in Klang Valley.", "site", ["Klang Valley"]),
        ("en", "Interviews were conducted in 2016.", "period", ["2016-None"]),
        ("en", "Data from July 1, 2001, to June 30, 2002, were used.", "period", ["2001-2002"]),
        ("en", "Ferries have sailed since 2001.", "period", []),
        ("en", "A survey of 120 captains was conducted.", "sample", ["120 captains"]),
        ("id", "Data dikumpulkan melalui angket kepada 45 nelayan.", "sample", ["45 nelayan"]),
        ("id", "Penelitian dilaksanakan di Puskesmas Muara Biru.", "site", ["Puskesmas Muara Biru"]),
        ("id", "Penelitian ini menggunakan pendekatan perundang-undangan, konseptual, dan kasus.", "method",
         ["statute-approach", "conceptual-approach", "case-approach"]),
        ("id", "Penelitian terdahulu menggunakan analisis isi.", "method", []),
    ],
)  # fmt: skip
def test_values_and_what_only_looks_like_them(tag: str, sentence: str, aspect: str, wanted: list[str]) -> None:
    assert values(tag, sentence, aspect) == wanted


def test_a_country_named_by_an_adjective_is_marked_inferred() -> None:
    text = OPENING["en"] + "A survey of 40 Belgian captains was conducted."
    (site,) = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.site
    assert (site.text["en"], site.inferred, site.evidence[0].quote) == ("Belgium", True, "Belgian")


@pytest.mark.parametrize(
    "sentence",
    [
        "More research is needed on ferries.",
        "Owners should repair ferries.",
        "The study contributes to the literature on ferries.",
        "Practitioners can use our findings to plan.",
        "Implications for owners are discussed.",
        "A total of 80 captains were interviewed.",
    ],
)
def test_advice_contribution_and_method_are_no_findings(sentence: str) -> None:
    told = values("en", f"The results show that old ferries sink. {sentence}", "findings")
    assert told == ["old ferries sink"]
