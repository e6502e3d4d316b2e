"""Titles compared: case file of pairs with the relation that a person would give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.library.duplicates.features import title_of
from litreview.library.duplicates.titles import relation
from litreview.library.duplicates.words import words

FILE = Path(__file__).resolve().parent.parent / "cases" / "dedupe" / "titles.txt"


def pairs() -> list[tuple[str, str, str]]:
    """(relation, title, title) of each block of three lines; lines with # are remarks."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return list(zip(lines[::3], lines[1::3], lines[2::3], strict=True))


@pytest.mark.parametrize(("wanted", "one", "other"), pairs())
def test_relation(wanted: str, one: str, other: str) -> None:
    first, second = title_of(words(one)), title_of(words(other))
    assert relation(first, second) == wanted
    assert relation(second, first) == wanted, "the order of the two does not matter"


def test_titles_in_two_languages_say_nothing() -> None:
    assert relation(title_of(words("Kota kembar"), "id"), title_of(words("Twin cities"), "en")) == "apart"
    assert relation(title_of(words("Sister City"), "id"), title_of(words("Sister city"), "en")) == "same"
