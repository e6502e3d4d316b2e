"""The public CSL test suite as a ratchet: what passes once must pass for good, and what fails has its reason written down."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from csl_suite import FAILING, PASSING, accept, fixtures, listed, outcome

SUITE = Path(__file__).resolve().parents[3] / "shared" / "csl-suite"

at_hand = pytest.mark.skipif(not SUITE.is_dir(), reason="the CSL test suite states no licence, is not shipped, and is not at hand")


@cache
def results() -> dict[str, tuple[bool, str, str]]:
    return {path.stem: outcome(path) for path in fixtures(SUITE)}


@at_hand
def test_nothing_that_passed_is_lost() -> None:
    lost = [name for name in listed(PASSING) if name in results() and not results()[name][0]]
    told = "\n".join(f"{name}\n  wanted: {results()[name][1]}\n  got:    {results()[name][2]}" for name in lost[:5])
    assert not lost, f"{len(lost)} fixtures passed before: {lost}\n{told}"


@at_hand
def test_what_passes_now_is_on_the_list() -> None:
    new = sorted(name for name, (good, _, _) in results().items() if good and name not in set(listed(PASSING)))
    assert not new, f"python -m tests.csl_suite FOLDER --accept puts these on the list: {new}"


@at_hand
def test_each_failure_has_its_reason() -> None:
    failing = sorted(name for name, (good, _, _) in results().items() if not good)
    assert failing == sorted(name for name in listed(FAILING) if name in results())
    for line in FAILING.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            assert len(line.split("\t")) == 2, f"a reason is wanted behind a tab: {line}"


@at_hand
def test_the_share_stays_above_97_percent() -> None:
    good = sum(passed for passed, _, _ in results().values())
    assert good >= 0.97 * len(results())


def test_accepting_adds_and_never_takes_away(tmp_path: Path) -> None:
    passing, failing = tmp_path / "passing.txt", tmp_path / "failing.txt"
    passing.write_text("# Fixtures that pass.\nname_Lost\nname_Old\n", encoding="utf-8")
    failing.write_text("# Fixtures that fail.\nname_Mended\tnot yet\nname_Wrong\tnot yet\n", encoding="utf-8")
    accept({"name_Old", "name_Mended"}, passing, failing)
    assert passing.read_text(encoding="utf-8") == "# Fixtures that pass.\nname_Lost\nname_Mended\nname_Old\n"
    assert failing.read_text(encoding="utf-8") == "# Fixtures that fail.\nname_Wrong\tnot yet\n"
