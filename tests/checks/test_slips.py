"""Slips of records that are printed as they stand: years without a figure, wrong encodings, days of access, degrees."""

from __future__ import annotations

import pytest

from litreview.library.checks import checks
from litreview.record import Dates, LangText, Library, Name, Names, Study, parse_date


def codes(study: Study) -> list[str]:
    wanted = ("impossible-date", "mojibake", "accessed-before-issued", "degree-as-given")
    return [problem.code for check in checks() for problem in check.run(Library((study,))) if problem.code in wanted]


@pytest.mark.parametrize(
    ("type", "year", "told"),
    [("article-journal", "202", True), ("book", "202", False), ("article-journal", "1665", False), ("thesis", "20", True)],
)
def test_a_year_that_lacks_a_figure(type: str, year: str, told: bool) -> None:
    assert bool(codes(Study("a", type, dates=Dates({"issued": parse_date(year.zfill(4))})))) == told


@pytest.mark.parametrize(
    ("text", "told"), [("Ã©cole", True), ("â€œKotaâ€\x9d", True), ("école «Â»", False), ("Ångström", False), ("Kota", False)]
)
def test_a_wrong_encoding(text: str, told: bool) -> None:
    assert ("mojibake" in codes(Study("a", "book", title=LangText({"en": text})))) == told


def test_seen_before_it_was_there() -> None:
    def made(accessed: str) -> list[str]:
        return codes(Study("a", "webpage", dates=Dates({"issued": parse_date("2020"), "accessed": parse_date(accessed)})))

    assert made("2019-01-01") == ["accessed-before-issued"]
    assert made("2020-01-01") == []


@pytest.mark.parametrize(
    ("family", "given", "language", "told"),
    [
        ("Budi Santoso", "S.E.", "id", True),
        ("Santoso", "S.E.", "id", False),
        ("Garcia Lopez", "S.E.", "es", False),
        ("Budi Santoso", "K.", "id", False),
    ],
)
def test_a_degree_in_the_place_of_a_given_name(family: str, given: str, language: str, told: bool) -> None:
    study = Study("a", "book", language=language, names=Names({"author": (Name(family=family, given=given),)}))
    assert (codes(study) == ["degree-as-given"]) == told
