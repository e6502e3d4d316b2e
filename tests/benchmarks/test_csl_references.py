"""The references of the benchmark: the same for everybody, and such as no processor has to stumble over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from litreview.csl import items
from tests.benchmarks.csl_references import biblatex, references


def test_the_same_seed_gives_the_same_references() -> None:
    assert references(50) == references(50)
    assert references(50) == references(80)[:50]
    assert references(50, seed=8) != references(50)


def test_they_are_faultless_and_cover_what_makes_citing_hard() -> None:
    works, problems = items(references(1000))
    assert problems == ()
    assert len(works) == 1000
    names = [name for work in works for name in work.names.get("author", ())]
    assert any(name.literal for name in names)
    assert any(name.given is None and name.family for name in names)
    assert any(name.non_dropping_particle for name in names)
    assert any(not work.names.get("author") for work in works)
    assert any("issued" not in work.dates for work in works)
    groups: dict[tuple[object, object], int] = {}
    for work in works:
        key = work.names.get("author"), work.dates.get("issued")
        groups[key] = groups.get(key, 0) + 1
    assert sum(count > 1 for key, count in groups.items() if key[0]) > 20


def test_biblatex_holds_the_same_works() -> None:
    text = biblatex(references(200))
    assert text.count("\n@") + 1 == 200
    assert text.count("{") == text.count("}")


@pytest.mark.slow
def test_the_benchmark_runs() -> None:
    script = Path(__file__).with_name("csl.py")
    command = [sys.executable, str(script), "--only", "litreview", "--count", "20", "--growth", "40", "--runs", "1"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| litreview |" in run.stdout
    assert "failed" not in run.stdout
