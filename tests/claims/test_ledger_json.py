"""The ledger as a file: what is read back is what was written, and what is no ledger is told in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import litreview
from litreview.audit.chapters.saved import Making, Said, saved_json, saved_of
from litreview.document.works import frozen_item
from litreview.record import Evidence, LangText, Span, Statement
from litreview.review.claims import Claim, Group, Ledger, Part, Value
from litreview.review.claims.ledger_json import NoLedger, ledger_data, ledger_of
from litreview.themes import Theme
from tests.drafts.chapters import chapter, codes

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
KEYS = st.sampled_from(["lee2019", "kim", "d’Arc", "北京"])
TEXTS = st.dictionaries(st.sampled_from(["id", "en", "und"]), WORDS, max_size=2).map(LangText)
SPANS = st.none() | st.builds(Span, st.integers(0, 9), st.integers(9, 99), WORDS)
EVIDENCE = st.builds(
    Evidence, WORDS, st.sampled_from(["id", "en"]), WORDS, st.none() | st.integers(0, 99), st.none() | st.integers(0, 99), SPANS
)
STATEMENTS = st.builds(Statement, TEXTS, st.none() | WORDS, st.lists(EVIDENCE, max_size=2).map(tuple), st.booleans())
PARTS = st.builds(Part, KEYS, st.lists(STATEMENTS, max_size=2).map(tuple), st.booleans())
VALUES = st.builds(Value, WORDS, TEXTS, st.none() | WORDS, st.none() | WORDS)
GROUPS = st.builds(Group, VALUES, st.lists(PARTS, max_size=3).map(tuple))
LISTED = st.lists(KEYS, max_size=3).map(tuple)
NUMBERS = st.lists(st.tuples(WORDS, st.integers(0, 3000)), max_size=2).map(tuple)
CLAIMS = st.lists(
    st.builds(Claim, WORDS, WORDS, LISTED, LISTED, st.lists(GROUPS, max_size=2).map(tuple), NUMBERS, st.booleans()), max_size=3
).map(tuple)
THEMES = st.builds(Theme, st.sampled_from(["aims", "topic"]), LISTED, TEXTS, st.none() | WORDS, WORDS)
LEDGERS = st.builds(Ledger, CLAIMS, st.lists(st.tuples(THEMES, CLAIMS), max_size=2).map(tuple), CLAIMS)
SAID = st.builds(Said, TEXTS, WORDS, st.none() | WORDS, st.none() | WORDS, st.booleans())


@given(LEDGERS)
def test_what_is_read_is_what_was_written(ledger: Ledger) -> None:
    assert ledger_of(json.loads(json.dumps(ledger_data(ledger)))) == ledger


@given(LEDGERS, st.lists(SAID, max_size=3))
def test_a_whole_file_comes_back(ledger: Ledger, said: list[Said]) -> None:
    kept = Making(ledger, "id", tuple(said), (("lee2019", frozen_item({"title": "Motives", "author": [{"family": "Lee"}]})),))
    assert saved_of(saved_json(kept)) == kept
    assert saved_of(saved_json(kept, indent=None)) == kept


@pytest.mark.parametrize("tag", ["id", "en"])
def test_the_ledger_of_a_chapter_comes_back_and_can_be_checked(tag: str, tmp_path: Path) -> None:
    review, path = chapter(tag), tmp_path / "bab2.ledger.json"
    review.save(path)
    assert litreview.read_ledger(path) == review.ledger
    data = json.loads(path.read_text(encoding="utf-8"))
    first = data["ledger"]["corpus"][0]
    assert (first["kind"], first["id"]) == ("corpus.size", review.ledger.corpus[0].id)
    told = next(one for one in data["said"] if one.get("claim") == first["id"])
    assert set(told["text"]) == {"id", "en"}
    assert codes(litreview.check_draft(path)) == []


def test_a_false_word_in_a_ledger_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "bab2.json"
    chapter("en").save(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    passage = next(one for one in data["passages"] if "four studies" in one["text"])
    passage["text"] = passage["text"].replace("four studies", "nine studies")
    path.write_text(json.dumps(data), encoding="utf-8")
    assert "draft-number-changed" in codes(litreview.check_draft(path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "no JSON"),
        ("[]", "no ledger of litreview"),
        ('{"format": "litreview-ledger", "version": 2}', "version 2"),
        ('{"format": "litreview-ledger", "version": 1, "ledger": {"corpus": [{"kind": 3}], "themes": [], "gaps": []}}', "corpus[0].kind"),
        ('{"format": "litreview-ledger", "version": 1, "ledger": {"corpus": [], "themes": [], "gaps": [], "more": []}}', "more"),
        ('{"format": "litreview-ledger", "version": 1, "ledger": {"corpus": [], "themes": [], "gaps": []}, "works": 4}', "works"),
        ('{"format": "litreview-ledger", "version": 1, "ledger": ' + "[" * 3000, "no JSON"),
    ],
)
def test_what_is_no_ledger_is_told_in_words(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(litreview.LitreviewError) as refused:
        litreview.read_ledger(path)
    assert said in str(refused.value)


def test_a_claim_that_was_changed_may_not_keep_its_id() -> None:
    data = ledger_data(Ledger((Claim("corpus.size", "corpus", ("a",)),), (), ()))
    data["corpus"][0]["stated"] = ["a", "b"]
    with pytest.raises(NoLedger, match="was changed"):
        ledger_of(data)


def test_a_script_can_choose_claims() -> None:
    ledger = chapter("en").ledger
    aims = ledger.select(theme="aims")
    assert aims
    assert {claim.facet for claim in aims} == {"aims"}
    assert {claim.kind.split(".")[0] for claim in ledger.select(kind="gap")} == {"gap"}
    assert all("sari2021" in claim.studies for claim in ledger.select(study="sari2021"))
    assert ledger.filter(lambda claim: claim.kind == "corpus.size").claims == ledger.select(kind="corpus.size")
    rows = ledger.rows()
    assert {"claim", "kind", "theme", "study", "field", "language", "quote"} == set(rows[0])
    assert any(row["quote"] and row["field"] == "abstract" for row in rows)
    assert chapter("en").sentence(ledger.select(kind="corpus.size")[0]).startswith("This chapter reviews four studies")
