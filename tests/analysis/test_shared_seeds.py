"""The five sister-city pages: every stated cell is found, in both languages, and nothing where the page states nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from litreview.analysis import annotate
from litreview.pages import parse_page
from litreview.record import ASPECTS, Study

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder ../shared/seeds with the user's pages is absent")

NAMES = sorted(p.name for p in SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
CONCEPTS: dict[str, dict[str, tuple[str, ...]]] = {
    "000": {"method": ("qualitative", "descriptive"), "data": ("interview", "notes", "document"), "sectors": ("information-exchange",)},
    "001": {
        "framework": ("diplomacy", "international-cooperation", "regional-autonomy", "sister-city"),
        "sectors": ("agriculture", "organic-city", "education", "culture", "health"),
    },
    "002": {
        "method": ("qualitative",),
        "framework": ("paradiplomacy", "community-empowerment"),
        "sectors": ("village-development", "agriculture", "household-income"),
    },
    "003": {
        "method": ("qualitative",),
        "data": ("interview", "secondary-data"),
        "framework": ("sister-city", "paradiplomacy"),
        "sectors": ("urban-planning", "culture", "smart-city"),
    },
    "004": {
        "method": ("qualitative", "descriptive"),
        "data": ("literature", "interview", "qualitative-analysis"),
        "sectors": ("creative-economy", "culture", "education", "technology", "smart-city", "student-exchange"),
    },
}
OUTCOMES = {"000": "success", "001": "mixed", "002": "success", "003": "not-assessed", "004": "success"}


def seed(name: str) -> tuple[Study, dict[str, Any], tuple[str, ...]]:
    page = parse_page((SEEDS / name).read_text(encoding="utf-8"), name)
    study, problems = annotate(page.study)
    wanted: dict[str, Any] = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))[name]
    return page.lift(study), wanted, tuple(p.code for p in problems)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_does_not_state_stays_empty(name: str) -> None:
    study, wanted, _ = seed(name)
    cells = {"period": "period", "site": "site", "approach": "method", "data": "data", "framework": "framework", "question": "question"}
    for cell, aspect in cells.items():
        assert study.aspects.stated(aspect) is (wanted[cell] is not None), (aspect, study.aspects.values(aspect))
    assert study.aspects.looked_for == ()


@pytest.mark.parametrize("name", NAMES)
def test_parties_and_period(name: str) -> None:
    study, wanted, _ = seed(name)
    assert len(study.aspects.partners) == len(wanted["partners"])
    for partner, cell in zip(study.aspects.partners, wanted["partners"], strict=True):
        assert set(partner.name) == {"id", "en"}
        assert set(partner.name.values()) <= set(cell["variants"])
        assert (partner.level, partner.country) == (cell["level"], cell["country"])
        assert partner.country_inferred is not cell["country_named_in_text"]
    period = study.aspects.period
    assert ([period.start, period.end] if period else None) == wanted["period"]


@pytest.mark.parametrize("name", NAMES)
def test_values_are_compared_by_concept_in_both_languages(name: str) -> None:
    aspects = seed(name)[0].aspects
    for aspect, wanted in CONCEPTS[name[:3]].items():
        values = aspects.values(aspect)
        assert set(wanted) <= {v.concept for v in values if hasattr(v, "concept")}, aspect
        assert [v for v in values if hasattr(v, "text") and len(v.text) != 2] == []
    assert aspects.outcome is not None
    assert aspects.outcome.concept == OUTCOMES[name[:3]]
    assert aspects.outcome.inferred is (aspects.outcome.concept == "not-assessed")


@pytest.mark.parametrize("name", NAMES)
def test_the_evidence_overlaps_what_the_reader_marked(name: str) -> None:
    study, wanted, _ = seed(name)
    marked = {"aim": "aim", "theory": "framework", "question": "question", "finding": "findings", "outcome": "outcome"}
    for cell, aspect in (*marked.items(), ("claim_failure", "background")):
        if cell in wanted["evidence_id"] and study.aspects.stated(aspect):
            quote = wanted["evidence_id"][cell].replace("*", "")
            at = study.abstract["id"].index(quote)
            spans = [(e.start, e.end) for v in study.aspects.values(aspect) for e in v.evidence if e.language == "id"]
            assert any(s is not None and e is not None and s < at + len(quote) and at < e for s, e in spans), (aspect, spans)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_says_where_in_the_file_it_stands(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    study = seed(name)[0]
    for aspect in ASPECTS:
        for value in study.aspects.values(aspect):
            assert value.evidence, aspect
            for evidence in value.evidence:
                assert study.tagged(evidence.field)[evidence.language][evidence.start : evidence.end] == evidence.quote
                assert evidence.page is not None
                assert text[evidence.page.start : evidence.page.end] == evidence.page.quote


def test_the_versions_that_contradict_each_other_are_named() -> None:
    codes = {name[:3]: seed(name)[2] for name in NAMES}
    assert "versions-contradict" in codes["000"]
    assert "versions-data" in codes["000"]
    assert [code for key in ("001", "002", "003", "004") for code in codes[key]] == []
