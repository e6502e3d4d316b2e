"""Our own fixtures, one feature each, in the format of the public suite (tests/cases/csl): these always run."""

from __future__ import annotations

from pathlib import Path

import pytest
from csl_suite import fixtures, main, outcome

CASES = Path(__file__).resolve().parents[1] / "cases" / "csl"


@pytest.mark.parametrize("path", fixtures(CASES), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    good, wanted, got = outcome(path)
    assert good, f"\nwanted: {wanted}\ngot:    {got}"


def test_the_runner_counts_failures_and_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = fixtures(CASES)[0]
    (tmp_path / good.name).write_bytes(good.read_bytes())
    broken = good.read_text(encoding="utf-8").replace("RESULT =====>>\n", "RESULT =====>>\nsomething else ", 1)
    (tmp_path / "case_Broken.txt").write_text(broken, encoding="utf-8")
    (tmp_path / "case_Empty.txt").write_text("", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == "case_Broken\ncase_Empty\n1 passed, 2 failed\n"
