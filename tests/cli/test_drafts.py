"""``check`` and ``evidence`` on drafts, and ``draft`` with its evidence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from litreview._resources import folder

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.mark.parametrize("suffix", ["docx", "md", "json"])
def test_a_clean_draft_has_exit_code_0(run: Run, suffix: str) -> None:
    assert run("draft", "lee.yaml", "-o", f"bab2.{suffix}", "--lang", "en")[0] == 0
    assert run("check", f"bab2.{suffix}", "--sources", "lee.yaml")[:2] == (0, [])


def test_a_planted_sentence_is_told_in_the_readers_language(run: Run, tmp_path: Path) -> None:
    run("draft", "lee.yaml", "-o", "bab2.docx", "--lang", "en")
    word = docx.Document(str(tmp_path / "bab2.docx"))
    next(p for p in word.paragraphs if len(p.text) > 100).add_run(" Towns that trade grow faster.")
    word.save(str(tmp_path / "bab2.docx"))
    code, out, _ = run("check", "bab2.docx", "--sources", "lee.yaml", lang="id_ID.UTF-8")
    assert code == 1
    assert [line for line in out if "“Towns that trade grow faster.”: kalimat ini menyatakan sesuatu tanpa mengutip" in line]
    code, out, _ = run("check", "bab2.docx", "--format", "json")
    assert code == 1
    assert "draft-uncited" in [problem["code"] for problem in json.loads("\n".join(out))]


def test_drafts_and_records_are_told_apart(run: Run) -> None:
    run("draft", "lee.yaml", "-o", "bab2.json", "--lang", "en")
    assert run("check", "lee.yaml")[0] in (0, 1)
    assert run("check", "bab2.json", "lee.yaml")[:2] == (0, [])
    assert run("convert", "lee.yaml", "-o", "lee.json")[0] == 0
    assert "draft" not in " ".join(run("check", "lee.json")[1])
    code, _, err = run("check", "bab2.json", "--fix")
    assert code == 2
    assert "--fix" in err[0]


def test_what_is_no_draft_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"no zip")
    code, out, err = run("check", "x.docx")
    assert (code, out, len(err)) == (2, [], 1)
    assert "x.docx" in err[0]
    assert run("check", "missing.docx")[0] == 2


def test_evidence_is_printed(run: Run) -> None:
    run("draft", str(folder("references")), "-o", "bab2.docx", "--lang", "en")
    code, out, err = run("evidence", "bab2.docx", "--sources", str(folder("references")))
    assert code == 0
    start = "    → Wicaksono [wicaksono-nd]: “The approach is qualitative and descriptive” (abstract "
    assert any(line.startswith(start) and line.endswith(", English)") for line in out)
    assert err[-1].startswith("sentences with evidence: ")
    code, out, _ = run("evidence", "bab2.docx", "--format", "json")
    found = json.loads("\n".join(out))
    assert code == 0
    assert "wicaksono-nd" in {basis["key"] for one in found for basis in one["basis"] if basis["evidence"]}


def test_evidence_needs_a_draft_and_a_known_format(run: Run) -> None:
    assert run("evidence")[0] == 2
    run("draft", "lee.yaml", "-o", "bab2.docx", "--lang", "en")
    code, _, err = run("evidence", "bab2.docx", "--format", "xml")
    assert code == 2
    assert "json" in err[0]


@pytest.mark.parametrize("kind", ["comments", "appendix"])
def test_draft_with_its_evidence(run: Run, kind: str, tmp_path: Path) -> None:
    assert run("draft", "lee.yaml", "-o", "bab2.docx", "--lang", "en", "--evidence", kind)[0] == 0
    word = docx.Document(str(tmp_path / "bab2.docx"))
    assert (len(list(word.comments)) > 0) == (kind == "comments")
    assert run("check", "bab2.docx", "--sources", "lee.yaml")[0] == 0
    assert run("draft", "lee.yaml", "-o", "bab2.docx", "--evidence", "notes")[0] == 2
