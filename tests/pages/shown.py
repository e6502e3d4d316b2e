"""A record read from a page, put into a few lines that a person can check against the page."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.pages import Page
from litreview.pages.page import FIELDS
from litreview.record import has_field


def shown(page: Page) -> str:
    """Every field with a value, one a line; of an abstract its beginning, its end and its length."""
    return "".join(f"{line}\n" for line in _lines(page))


def _lines(page: Page) -> Iterator[str]:
    study = page.study
    yield f"key: {study.key}"
    yield f"type: {study.type}"
    for field in ("title", "genre", "publisher", "division"):
        for tag, text in study.tagged(field).items():
            yield f"{field} ({tag}): {text}"
    for name in study.author:
        yield f"author: {name.family} | {name.given}"
    if study.issued:
        yield f"issued: {study.issued.edtf()}"
    yield f"language: {study.language}"
    for name, value in study.extra:
        yield f"{name}: {value}"
    for tag, text in study.abstract.items():
        for paragraph in text.split("\n\n"):
            yield f"abstract ({tag}): {paragraph[:36]} … {paragraph[-30:]} ({len(paragraph)})"
    for tag, listed in study.keywords.items():
        yield f"keywords ({tag}): {' | '.join(listed)}"
    yield f"not stated: {', '.join(field for field in FIELDS if not has_field(study, field))}"
    for field in page.doubtful:
        yield f"to check: {field}"
    for problem in page.problems:
        if problem.severity != "info":
            yield f"problem: {problem.severity} {problem.code}"
