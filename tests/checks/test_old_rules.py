"""A draft made by the rules of another day: a claim that comes out otherwise now is told once, and the draft is not called false for it."""

from __future__ import annotations

import json
from pathlib import Path

import attrs

import litreview
from tests.benchmarks.draft_studies import bibtex

LIBRARY = litreview.loads(bibtex(5))


def judged(path: Path, library: litreview.Library) -> dict[str, str]:
    return {problem.code: problem.severity for problem in litreview.check_draft(path, library)}


def drafted(folder: Path, rules: str | None) -> Path:
    """The ledger of a draft, as if it had been made by other `rules`."""
    path = folder / "bab2.json"
    litreview.draft(LIBRARY, lang="id").save(path)
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert len(saved["rules"]) == 16
    path.write_text(json.dumps(saved | ({"rules": rules} if rules else {})), encoding="utf-8")
    return path


def reread() -> litreview.Library:
    """The same studies, of one of which the rules read less."""
    first, *others = LIBRARY.studies
    return attrs.evolve(LIBRARY, studies=(attrs.evolve(first, abstract=type(first.abstract)({"en": "Cities work together."})), *others))


def test_a_claim_that_comes_out_otherwise_is_a_fault_by_the_same_rules(tmp_path: Path) -> None:
    assert judged(drafted(tmp_path, None), reread()).get("draft-claim-not-supported") == "error"


def test_a_claim_that_comes_out_otherwise_is_a_note_by_other_rules(tmp_path: Path) -> None:
    codes = judged(drafted(tmp_path, "0" * 16), reread())
    assert codes.get("draft-other-rules") == "info"
    assert "draft-claim-not-supported" not in codes


def test_an_old_draft_of_which_all_still_holds_is_not_spoken_of(tmp_path: Path) -> None:
    codes = judged(drafted(tmp_path, "0" * 16), LIBRARY)
    assert not {"draft-other-rules", "draft-claim-not-supported"} & set(codes)
