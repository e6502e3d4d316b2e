"""``cs:choose``: every test, and what ``match`` makes of several. Source: CSL 1.0.2, "Choose"."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.csl import Cite
from tests.csl.small import cited, listed, together

TITLED, DATED = {"title": "Ports"}, {"issued": {"date-parts": [[2016]]}}


def choose(test: str) -> str:
    return f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>'


def answers(test: str, *works: dict[str, Any]) -> str:
    return " ".join(cited(choose(test), *works))


@pytest.mark.parametrize(
    ("match", "neither", "one", "both"),
    [("", "no", "no", "yes"), ('match="all"', "no", "no", "yes"), ('match="any"', "no", "yes", "yes"), ('match="none"', "yes", "no", "no")],
)
def test_match_over_variables(match: str, neither: str, one: str, both: str) -> None:
    assert answers(f'variable="volume issued" {match}', {}, DATED, {**DATED, "volume": "3"}) == f"{neither} {one} {both}"


def test_match_over_tests_of_several_kinds() -> None:
    works = [{}, {"volume": "3"}, {"type": "chapter"}, {"type": "chapter", "volume": "3"}, {"type": "chapter", "volume": "three"}]
    three = 'type="chapter" variable="volume" is-numeric="volume" match="{}"'
    assert answers(three.format("all"), *works) == "no no no yes no"
    assert answers(three.format("any"), *works) == "no yes yes yes yes"
    assert answers(three.format("none"), *works) == "yes no no no no"
    two = 'type="chapter" variable="volume" match="{}"'
    assert answers(two.format("all"), *works) == "no no no yes yes"
    assert answers(two.format("any"), *works) == "no yes yes yes yes"
    assert answers(two.format("none"), *works) == "yes no no no no"


def test_one_test_under_none() -> None:
    assert answers('variable="volume" match="none"', {}, {"volume": "3"}) == "yes no"
    assert answers('type="chapter" match="none"', {}, {"type": "chapter"}) == "yes no"


def test_a_work_has_one_type() -> None:
    kinds = [{"type": kind} for kind in ("book", "chapter", "report")]
    assert answers('type="book chapter"', *kinds) == "yes yes no"
    assert answers('type="book chapter" match="any"', *kinds) == "yes yes no"
    assert answers('type="book chapter" match="none"', *kinds) == "no no yes"


def test_the_first_branch_that_holds_is_taken() -> None:
    layout = (
        '<choose><if variable="volume"><text value="1"/></if><else-if variable="issued"><text value="2"/></else-if>'
        '<else-if type="chapter"><text value="3"/></else-if><else><text value="4"/></else></choose>'
    )
    assert cited(layout, {"volume": "3", **DATED}, {**DATED, "type": "chapter"}, {"type": "chapter"}, {}) == ["1", "2", "3", "4"]


def test_without_else_nothing_is_printed() -> None:
    layout = '<text value="x"/><choose><if variable="volume"><text value="1"/></if></choose>'
    assert cited(layout, {"volume": "3"}, {}) == ["x1", "x"]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("3", "yes"), ("2nd", "yes"), ("A2", "yes"), ("2-4", "yes"), ("2–4", "yes"), ("2, 3", "yes"), ("2 & 3", "yes"), ("2,3 & 4", "yes"),
        ("3/4", "yes"), ("second", "no"), ("2nd edition", "no"), ("edition 2", "no"), ("2 and 3", "no"), ("iv", "no"), ("", "no"),
    ],
)  # fmt: skip
def test_what_is_numeric(value: str, answer: str) -> None:
    assert answers('is-numeric="edition"', {"edition": value}) == answer


@pytest.mark.parametrize(
    ("cite", "locator", "numeric", "page", "section"),
    [
        (Cite("a"), "no", "no", "no", "no"), (Cite("a", "12"), "yes", "yes", "yes", "no"), (Cite("a", "12", "page"), "yes", "yes", "yes", "no"),
        (Cite("a", "iv", "section"), "yes", "no", "no", "yes"),
    ],
)  # fmt: skip
def test_locators(cite: Cite, locator: str, numeric: str, page: str, section: str) -> None:
    tests = ('variable="locator"', 'is-numeric="locator"', 'locator="page"', 'locator="section"')
    assert [cited(choose(test), TITLED, cites=[cite])[0] for test in tests] == [locator, numeric, page, section]
    either = "yes" if "yes" in (page, section) else "no"
    assert cited(choose('locator="page section"'), TITLED, cites=[cite]) == [either]
    assert cited(choose('locator="page section" match="none"'), TITLED, cites=[cite]) == ["no" if either == "yes" else "yes"]


def test_a_label_of_two_words() -> None:
    assert cited(choose('locator="sub-verbo"'), TITLED, cites=[Cite("a", "port", "sub verbo"), Cite("a", "port", "sub-verbo")]) == [
        "yes",
        "yes",
    ]


def test_numbers_of_the_document() -> None:
    assert listed(choose('variable="citation-number"'), TITLED, TITLED) == ["yes", "yes"]
    first = choose('variable="first-reference-note-number"')
    assert cited(first, TITLED, {}, cites=[Cite("a"), Cite("b"), Cite("a")]) == ["no", "no", "yes"]


def test_a_letter_of_the_year_can_be_asked_for() -> None:
    layout = (
        '<date variable="issued"><date-part name="year"/></date><choose><if variable="year-suffix"><text variable="year-suffix" prefix="-"/>'
        '</if><else><text value="!"/></else></choose>'
    )
    other = {"issued": {"date-parts": [[2017]]}}
    assert cited(layout, DATED, DATED, other, citation='disambiguate-add-year-suffix="true"') == ["2016-a", "2016-b", "2017!"]


POSITION = (
    '<choose><if position="first"><text value="first"/></if><else-if position="ibid-with-locator"><text value="ibid at"/></else-if>'
    '<else-if position="ibid"><text value="ibid"/></else-if><else-if position="subsequent"><text value="again"/></else-if></choose>'
)


@pytest.mark.parametrize(
    ("cites", "printed"),
    [
        ([Cite("a"), Cite("a")], ["first", "ibid"]),
        ([Cite("a"), Cite("b"), Cite("a")], ["first", "first", "again"]),
        ([Cite("a"), Cite("a", "3")], ["first", "ibid at"]),
        ([Cite("a", "3"), Cite("a", "3")], ["first", "ibid"]),
        ([Cite("a", "3"), Cite("a", "4")], ["first", "ibid at"]),
        ([Cite("a", "3"), Cite("a")], ["first", "again"]),
        ([Cite("a", "3"), Cite("a", "3", "section")], ["first", "ibid at"]),
        ([Cite("a", "3"), Cite("a", "3", "page")], ["first", "ibid"]),
        ([Cite("a", "3"), Cite("a", " 3 ")], ["first", "ibid"]),
    ],
)
def test_positions(cites: list[Cite], printed: list[str]) -> None:
    assert cited(POSITION, TITLED, {}, cites=cites) == printed


def test_ibid_holds_with_a_locator_too_and_subsequent_for_all_later_cites() -> None:
    cites = [Cite("a"), Cite("a"), Cite("a", "3"), Cite("b"), Cite("a")]
    assert cited(choose('position="ibid"'), TITLED, {}, cites=cites) == ["no", "yes", "yes", "no", "no"]
    assert cited(choose('position="ibid-with-locator"'), TITLED, {}, cites=cites) == ["no", "no", "yes", "no", "no"]
    assert cited(choose('position="subsequent"'), TITLED, {}, cites=cites) == ["no", "yes", "yes", "no", "yes"]
    assert cited(choose('position="near-note"'), TITLED, {}, cites=cites) == ["no", "yes", "yes", "no", "yes"]


def test_a_bibliography_has_no_positions() -> None:
    for position in ("first", "subsequent", "ibid", "near-note"):
        assert listed(choose(f'position="{position}"'), TITLED) == ["no"]


def test_what_differs_anyway_needs_no_condition() -> None:
    layout = '<text variable="title"/><choose><if disambiguate="true"><text variable="volume" prefix=" "/></if></choose>'
    assert together(
        f'<layout delimiter="; ">{layout}</layout>',
        {"title": "A", "volume": "1"},
        {"title": "A", "volume": "2"},
        {"title": "B", "volume": "3"},
    ) == ("A 1; A 2; B")
