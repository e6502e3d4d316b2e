"""Roles of sentences: right where given, absent where unsure; figures on labelled pages are printed (pytest -rP)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from litreview.analysis import ROLES, read
from litreview.analysis.cues import cues
from litreview.analysis.roles import assign_roles
from litreview.analysis.sentences import split_sentences
from litreview.languages import tags
from litreview.record import LangText, Study
from tests.pages.labelled import macro_f1

SHARED = Path(__file__).resolve().parents[3] / "shared"
LABELS = {"B": "background", "O": "aim", "T": "framework", "M": "method", "R": "result", "X": None}
SEEDS = {
    "000": ("OBMMMRR", "OBMMMR"),
    "001": ("OBOTR", "OBOTR"),
    "002": ("BBBBOMTRRR", "BBBBOMTRRR"),
    "003": ("BBBBOMTR", "BBBBOMTR"),
    "004": ("BBBOMMR", "BBBOMMR"),
}
"""One letter a sentence, English and Indonesian, as a careful reader labelled the five pages."""

Pairs = list[tuple[str | None, str | None]]


def labelled() -> Iterator[tuple[str, str, str, str]]:
    """(page, language, abstract, letters) wherever every sentence of an abstract has a label."""
    for folder in ("seeds", "abstract-pages"):
        wanted: dict[str, Any] = json.loads((SHARED / folder / "expected.json").read_text(encoding="utf-8"))
        for name, page in wanted.items():
            for tag, roles in (page.get("roles") or {}).items():
                if isinstance(roles, list):
                    yield name, tag, page["abstract"][tag], "".join(r["role"] for r in roles)
            if folder == "seeds" and name.endswith(".txt"):
                for tag, letters in zip(("en", "id"), SEEDS[name[:3]], strict=True):
                    yield name, tag, page["abstract"][tag], letters


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with labelled pages is absent")
def test_labelled_pages() -> None:
    """At least .85 in each language, each page being a layout and a hand of its own; no page may fall far below the others."""
    by_language: dict[str, Pairs] = {}
    by_page: dict[str, Pairs] = {}
    for name, tag, text, letters in labelled():
        stretches = split_sentences(text, tag)
        assert len(stretches) == len(letters), name
        found = assign_roles([text[s.start : s.end] for s in stretches], tag)
        pairs: Pairs = [(LABELS[letter], verdict.role) for letter, verdict in zip(letters, found, strict=True)]
        by_language.setdefault(tag, []).extend(pairs)
        by_page.setdefault(name, []).extend(pairs)
    for key, pairs in (*by_language.items(), *by_page.items()):
        given = [(gold, found) for gold, found in pairs if found]
        print(
            f"{key}: {len(pairs)} sentences, macro-F1 {macro_f1(pairs):.2f}, precision {sum(g == f for g, f in given) / len(given):.2f}, "
            f"abstention {1 - len(given) / len(pairs):.2f}"
        )
    assert min(macro_f1(pairs) for pairs in by_language.values()) >= 0.85
    worst = min(sum(g == f for g, f in pairs if f) / sum(1 for _, f in pairs if f) for pairs in by_page.values())
    assert worst >= 0.8


def test_an_unsure_sentence_stays_without_a_role() -> None:
    texts = ["Penelitian ini bertujuan menjelaskan pasar malam.", "Lampu dan tenda berwarna-warni.", "Data dikumpulkan melalui wawancara."]
    assert [v.role for v in assign_roles(texts, "id")] == ["aim", None, "method"]


def test_advice_and_thanks_have_no_role() -> None:
    texts = [
        "The results show that the market grew.",
        "Future research should look at the river port.",
        "This study is expected to be useful to the city government.",
    ]
    assert [v.role for v in assign_roles(texts, "en")] == ["result", None, None]


def test_two_versions_confirm_or_complete_each_other() -> None:
    abstract = LangText(
        {
            "en": "This study aims to explain the ferry. Everyone on board was asked. The results show that the ferry is late.",
            "id": "Studi ini bertujuan menjelaskan feri. Data dikumpulkan dari semua penumpang. Hasilnya menunjukkan bahwa feri terlambat.",
        }
    )
    reading = read(Study("a", abstract=abstract))
    assert [(s.role, s.confirmed) for s in reading.of("en")] == [("aim", True), ("method", None), ("result", True)]
    assert [(len(left), len(right)) for left, right in reading.pairs] == [(1, 1)] * 3


@pytest.mark.parametrize("tag", tags())
def test_every_language_has_cues_for_every_role_and_a_heading_for_each(tag: str) -> None:
    table = cues(tag)
    assert {rule.role for rule in table.rules} == {*ROLES, "none"}
    assert set(table.headings.values()) == {*ROLES, "none"}
