"""The five pages of the first user and eight further real ones, against what a careful reader recorded of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from litreview.pages import parse_page, parse_pages
from litreview.record import Study

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with pages that are not part of the project is absent")


def pages() -> list[tuple[str, str]]:
    folders = ("seeds", "abstract-pages")
    return [(f, p.name) for f in folders if (SHARED / f).is_dir() for p in sorted((SHARED / f).glob("*.txt"))]


def expected(folder: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / folder / "expected.json").read_text(encoding="utf-8"))[name]
    return found


def same(found: str | None, wanted: str | None) -> bool:
    return (found or "").casefold().split() == (wanted or "").casefold().split()


def read(folder: str, name: str) -> Study:
    return parse_page((SHARED / folder / name).read_text(encoding="utf-8"), name).study


@pytest.mark.parametrize(("folder", "name"), pages())
def test_abstracts_and_keywords_are_exact(folder: str, name: str) -> None:
    study, wanted = read(folder, name), expected(folder, name)
    assert list(study.abstract) == wanted["abstract_languages"]
    assert dict(study.abstract) == wanted["abstract"]
    assert {tag: list(words) for tag, words in study.keywords.items()} == wanted["keywords"]


@pytest.mark.parametrize(("folder", "name"), pages())
def test_front_matter_is_right_where_stated_and_absent_elsewhere(folder: str, name: str) -> None:
    study, wanted = read(folder, name), expected(folder, name)
    for tag in ("id", "en"):
        assert same(study.title.get(tag), wanted["title"].get(tag))
    assert same(study.author[0].text() if study.author else None, wanted["author"])
    assert same(study.text("publisher"), wanted["institution"])
    assert same(study.text("division"), wanted["unit"])
    assert bool(study.genre) is bool(wanted["work_type"])
    assert study.issued is None
    assert study.looked_for == (), "that a page states no year, no person has said"


def test_pages_in_one_file_are_told_apart() -> None:
    for folder in ("seeds", "abstract-pages"):
        names = [name for f, name in pages() if f == folder]
        text = "\n\n".join((SHARED / folder / name).read_text(encoding="utf-8") for name in names)
        found = parse_pages(text, "all.txt")
        assert [page.study.abstract for page in found] == [read(folder, name).abstract for name in names]
        for page in found:
            for tag, abstract in page.study.abstract.items():
                span = page.span("abstract", tag, 0, len(abstract))
                assert span is not None
                assert text[span.start : span.end] == span.quote
