"""``litreview screen``: exports joined, numbers told, the diagram drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, list[str], list[str]]]


def test_exports_are_joined_and_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("screen", "Scopus=lee.yaml", "--into", "all.yaml", "--lang", "en")
    assert code == 0
    assert out[0].replace("\u00a0", " ") == "The search gave records from Scopus (n = 1), 1 in all."
    assert err == [
        "all.yaml: written (records: 1; found again: 0)",
        "records still to be decided, 1: lee2019 (litreview matrix makes a sheet for it)",
    ]
    assert run("screen", "lee.yaml", "--into", "all.yaml")[2][0] == "all.yaml: written (records: 1; found again: 1)"
    assert "found-in: [Scopus, lee]" in (tmp_path / "all.yaml").read_text(encoding="utf-8")
    assert run("screen", "all.yaml", "-o", "flow.svg")[0] == 0
    assert (tmp_path / "flow.svg").read_bytes().startswith(b"<svg")


def test_records_without_a_screening_are_told_the_next_step(run: Run) -> None:
    code, _, err = run("screen", "lee.yaml")
    assert code == 2
    assert "litreview screen Scopus=scopus.ris --into candidates.yaml" in err[0]
    assert run("screen", "lee.yaml", "--into", "x.txt")[0] == 2
