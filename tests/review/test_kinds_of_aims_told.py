"""Kinds of question are told of as many studies as have one, not of all."""

from __future__ import annotations

from litreview.analysis import annotate
from litreview.record import LangText, Library, Study
from litreview.review.claims.facets.aims import FACET


def _study(key: str, aim: str) -> Study:
    return annotate(Study(key, title=LangText({"en": key}), abstract=LangText({"en": f"This study aims to {aim}."})))[0]


def _kinds(*aims: str) -> list[str]:
    studies = tuple(_study(f"s{number}", aim) for number, aim in enumerate(aims))
    return [claim.kind for claim in FACET.build(Library(studies), tuple(study.key for study in studies))]


def test_some_have_a_kind() -> None:
    told = _kinds("examine the impact of fog on ferries", "compare two ports", "describe the harbour of one town")
    assert "aim.kinds.some" in told
    assert "aim.kinds" not in told


def test_all_have_a_kind() -> None:
    assert "aim.kinds" in _kinds("examine the impact of fog on ferries", "compare two ports")


def test_a_name_is_no_kind() -> None:
    aim = _study("a", "address the 2020 Harbour Challenge with a new timetable").aspects.aim
    assert aim is not None
    assert aim.concept is None
