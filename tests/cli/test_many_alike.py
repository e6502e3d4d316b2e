"""The same fault in many records is one line; JSON and --verbose keep all, and findings in a draft stand each for itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from litreview.cli import main


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def library(folder: Path) -> str:
    entries = "".join(f"@article{{k{n}, title={{T{n}}}, author={{Lee, A}}, journal={{J}}, month={{{n}th}}}}\n" for n in range(40))
    path = folder / "a.bib"
    path.write_text(entries, encoding="utf-8")
    return str(path)


def test_one_line_with_count_and_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = library(tmp_path)
    assert main(["check", source]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 8
    assert any(line.startswith("40 times") and "a.bib:1, 2, 3 …" in line for line in lines)
    assert not any(str(tmp_path.parent) in line for line in lines), "of a long path only the end"


def test_all_where_all_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = library(tmp_path)
    main(["check", source, "--verbose"])
    assert len(capsys.readouterr().out.splitlines()) >= 40
    main(["check", source, "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) >= 40


def test_beside_a_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["convert", library(tmp_path), "-o", str(tmp_path / "a.json")])
    assert len(capsys.readouterr().err.splitlines()) < 8
