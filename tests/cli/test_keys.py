"""``litreview keys``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, list[str], list[str]]]


def test_the_map_is_printed(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "lee.yaml").read_bytes()
    code, out, err = run("keys", "lee.yaml")
    assert (code, out) == (0, ["lee2019\tlee-motives-2019"])
    assert err == ["keys: 1; not by the formula: 1 (--rename changes them)"]
    assert (tmp_path / "lee.yaml").read_bytes() == before


def test_renaming_says_what_it_rewrote(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("themes: [{keyword: x, studies: [lee2019]}]\n", encoding="utf-8")
    code, out, err = run("keys", "lee.yaml", "--outline", "plan.yaml", "--formula", "{Family}_{year}", "--rename", lang="id_ID")
    assert (code, out) == (0, ["lee2019\tLee_2019"])
    assert err == ["lee.yaml: ditulis ulang", "plan.yaml: ditulis ulang", "kunci: 1; diganti: 1"]
    assert "studies: [Lee_2019]" in (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert run("keys", "lee.yaml", "--formula", "{Family}_{year}") == (0, [], ["keys: 1; all are by the formula"])


def test_misuse(run: Run) -> None:
    assert run("keys")[0] == 2
    code, out, err = run("keys", "lee.yaml", "--formula", "{name}")
    assert (code, out) == (2, [])
    assert 'slot of the key formula "{name}"' in err[0]
