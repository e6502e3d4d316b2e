"""Abstracts with the values a careful reader would take from them, and no others (tests/cases/analysis)."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.pages import parse_page
from tests.analysis.shown import shown

CASES = sorted((Path(__file__).parent.parent / "cases" / "analysis").glob("*.txt"))
MARKS = ("\n=== page\n", "\n=== aspects\n")


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_an_abstract_gives_the_values_it_states(path: Path, request: pytest.FixtureRequest) -> None:
    about, rest = path.read_text(encoding="utf-8").split(MARKS[0], 1)
    page, expected = rest.split(MARKS[1], 1)
    found = shown(parse_page(page, path.name).study)
    if request.config.getoption("--accept"):
        path.write_text(about + MARKS[0] + page + MARKS[1] + found, encoding="utf-8")
        expected = found
    assert found == expected, about
