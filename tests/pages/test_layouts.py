"""Pages in every layout met so far, each with the record a careful reader would make of it (tests/cases/pages)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.pages import parse_page
from tests.pages.shown import shown

CASES = sorted((Path(__file__).parent.parent / "cases" / "pages").glob("*.txt"))
MARKS = ("\n=== page\n", "\n=== record\n")


def pieces(path: Path) -> tuple[str, str, str]:
    """What the case is about, the page, and the record expected of it."""
    with path.open(encoding="utf-8", newline="") as file:
        about, rest = file.read().split(MARKS[0], 1)
    page, record = rest.split(MARKS[1], 1)
    return about, page, record


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_page_becomes_the_record_it_states(path: Path, request: pytest.FixtureRequest) -> None:
    about, page, record = pieces(path)
    found = shown(parse_page(page, path.name))
    if request.config.getoption("--accept"):
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(about + MARKS[0] + page + MARKS[1] + found)
        record = found
    assert found == record, about


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_word_of_an_abstract_is_found_at_its_place_in_the_page(path: Path) -> None:
    _, text, _ = pieces(path)
    page = parse_page(text, path.name)
    for tag, abstract in page.study.abstract.items():
        for word in re.finditer(r"[^\W_]+", abstract):
            span = page.span("abstract", tag, *word.span())
            assert span is not None
            assert text[span.start : span.end] == span.quote
            plain = re.sub(r"[*\\]|-\n|<[^>]*>", "", span.quote)
            assert plain == word.group(), (word.group(), span)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_no_address_of_a_person_is_kept(path: Path) -> None:
    page = parse_page(pieces(path)[1], path.name)
    assert "contoh.example" not in repr(page.study)
    assert "contoh.example" not in repr(page.problems)


Cut = Callable[[str], str]


@pytest.mark.parametrize("cut", [str.upper, str.lower], ids=["capitals", "small letters"])
def test_headings_are_known_in_any_case(cut: Cut) -> None:
    prose = "Penelitian ini membahas kerja sama kota dan desa dengan hasil yang baik bagi semua warga."
    study = parse_page(f"{cut('Abstrak')}\n\n{prose}\n\n{cut('Kata kunci')}: kota").study
    assert tuple(study.abstract) == ("id",)
    assert study.keywords["id"] == ("kota",)
