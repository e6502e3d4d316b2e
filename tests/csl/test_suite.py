"""The public CSL test suite as a ratchet: what passes once must pass for good, and what fails has its reason written down."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from csl_suite import fixtures, outcome

HERE = Path(__file__).resolve().parent
SUITE = HERE.parents[2] / "shared" / "csl-suite"
PASSING = HERE / "suite-passing.txt"
FAILING = HERE / "suite-failing.txt"

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="the CSL test suite states no licence, is not shipped, and is not at hand")


def listed(path: Path) -> list[str]:
    return [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@cache
def results() -> dict[str, tuple[bool, str, str]]:
    return {path.stem: outcome(path) for path in fixtures(SUITE)}


def test_nothing_that_passed_is_lost() -> None:
    lost = [name for name in listed(PASSING) if name in results() and not results()[name][0]]
    told = "\n".join(f"{name}\n  wanted: {results()[name][1]}\n  got:    {results()[name][2]}" for name in lost[:5])
    assert not lost, f"{len(lost)} fixtures passed before: {lost}\n{told}"


def test_what_passes_now_is_on_the_list() -> None:
    new = sorted(name for name, (good, _, _) in results().items() if good and name not in set(listed(PASSING)))
    assert not new, f"add to suite-passing.txt (and take out of suite-failing.txt): {new}"


def test_each_failure_has_its_reason() -> None:
    failing = sorted(name for name, (good, _, _) in results().items() if not good)
    assert failing == sorted(name for name in listed(FAILING) if name in results())
    for line in FAILING.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            assert len(line.split("\t")) == 2, f"a reason is wanted behind a tab: {line}"


def test_the_share_stays_above_97_percent() -> None:
    good = sum(passed for passed, _, _ in results().values())
    assert good >= 0.97 * len(results())
