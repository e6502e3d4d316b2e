"""Headings as exports have them: glued to the next word, in capitals, without a colon, joined by a slash, over an aim that says so itself."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate, read
from litreview.record import LangText, Study


def roles(text: str, tag: str = "en") -> list[str | None]:
    return [s.role for s in read(Study("a", abstract=LangText({tag: text}))).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "PurposeThis study weighs ferries.Design/methodology/approachFerries were weighed twice.FindingsFerries are heavy.",
        "Aims To weigh ferries. Methods Ferries were weighed twice. Results Ferries are heavy.",
        "OBJECTIVE To weigh ferries. DESIGN, SETTING, AND PARTICIPANTS Ferries were weighed twice. RESULTS Ferries are heavy.",
        "Aim: To weigh ferries. Methods/Design: Ferries were weighed twice. Results: Ferries are heavy.",
        "OBJECTIVE: To weigh ferries., DESIGN: Ferries were weighed twice., RESULTS: Ferries are heavy.",
        "Objective(s): To weigh ferries. Method(s): Ferries were weighed twice. Result(s): Ferries are heavy.",
        "PurposeTo weigh ferries.Design/methodology/approachFerries were weighed twice.FindingsUK ferries are heavy.",
    ],
)
def test_headings_in_all_their_forms_state_the_roles(text: str) -> None:
    assert roles(text) == ["aim", "method", "result"]
    found = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects
    assert [f.text["en"].removeprefix("UK ").capitalize() for f in found.findings] == ["Ferries are heavy"]


def test_one_word_with_a_capital_behind_it_is_no_heading() -> None:
    text = "This study aims to weigh ferries. Data Envelopment Analysis was used. The results show that ports differ."
    assert [s.heading for s in read(Study("a", abstract=LangText({"en": text}))).sentences] == [0, 0, 0]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Background: Ferries are old. This study aimed to explore why ferries last. Methods: Ferries were visited."),
        ("id", "Latar belakang: Feri sudah tua. Penelitian ini bertujuan mengetahui mengapa feri bertahan. Metode: Feri dikunjungi."),
    ],
)
def test_an_outright_aim_wins_over_the_heading_background(tag: str, text: str) -> None:
    assert roles(text, tag) == ["background", "aim", "method"]


def test_what_stands_behind_the_keywords_is_not_read() -> None:
    text = (
        "Ferries are old in many ports and nobody has counted how many of them still sail, though the law asks for it every single year. "
        "This study aims to count ferries in all ports of the country. The results show that ninety ferries sail, most of them in the east. "
        "Keywords: ferry; port. Introduction. The results of others show that ships sink."
    )
    found = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects
    assert [f.text["en"] for f in found.findings] == ["ninety ferries sail, most of them in the east"]


@pytest.mark.parametrize(
    "text", ["Ships age.Aims. We aimed to weigh ferries.Methods. Ferries were weighed.Key results. Ferries are heavy."]
)
def test_a_heading_with_a_full_stop_counts_though_the_space_before_it_was_lost(text: str) -> None:
    aspects = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects
    assert aspects.aim is not None
    assert aspects.aim.text["en"] == "weigh ferries"
    assert [f.text["en"] for f in aspects.findings] == ["Ferries are heavy"]


def test_an_aim_ends_where_a_database_joins_the_next_part_by_a_comma() -> None:
    text = "AIM: The aim was to determine whether ferries rust., SETTING: Two ports., RESULTS: All ferries rusted (p<0.01)., FUNDING: The port."
    aspects = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects
    assert aspects.aim is not None
    assert aspects.aim.text["en"] == "determine whether ferries rust"
    assert [f.text["en"] for f in aspects.findings] == ["All ferries rusted (p<0.01)"]


def test_further_on_below_the_heading_of_the_aim_only_what_begins_as_one_is_one() -> None:
    text = "Purpose: This study hopes to contribute to the field. Ferries remain old ships whose owners lack money. Findings: Ferries rust."
    assert annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.aim is None


def test_a_company_in_an_aim_does_not_end_it() -> None:
    text = "This paper studies two ferries, the first of Example Ferries Pvt. Ltd. and the second of a village."
    aim = annotate(Study("a", abstract=LangText({"en": text})))[0].aspects.aim
    assert aim is not None
    assert aim.text["en"].endswith("and the second of a village")
