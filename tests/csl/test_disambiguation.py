"""Telling cites apart, drawing them together, sorting them. Source: CSL 1.0.2, "Disambiguation", "Cite Collapsing", "Sorting"."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.csl import Cite, Cluster, Processor
from litreview.document.walk import plain
from tests.csl.small import cited, listed, people, style, together, works

AUTHOR = '<names variable="author"><name form="short" {}/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'


def book(*authors: str, year: int = 2016, **more: Any) -> dict[str, Any]:
    return {"author": people(*authors), "issued": {"date-parts": [[year]]}, **more}


def by_author(name: str = "", year: str = f' <text value=" "/>{YEAR}') -> str:
    return AUTHOR.format(name) + year.strip()


SHORTENED = 'et-al-min="3" et-al-use-first="1"'


def test_more_names_tell_works_apart() -> None:
    one, other = book("Lee, Ann", "Kim, Bo", "Roe, Jo"), book("Lee, Ann", "Kim, Bo", "Sun, Di")
    third = book("Lee, Ann", "Abe, Bo", "Roe, Jo")
    layout = by_author(SHORTENED)
    assert cited(layout, one, other) == ["Lee et al. 2016"] * 2
    assert cited(layout, one, other, citation='disambiguate-add-names="true"') == ["Lee, Kim, Roe 2016", "Lee, Kim, Sun 2016"]
    assert cited(layout, one, third, citation='disambiguate-add-names="true"') == ["Lee, Kim, et al. 2016", "Lee, Abe, et al. 2016"]
    assert (
        cited(layout, one, third, book("Zoe, Al", "Kim, Bo", "Roe, Jo"), citation='disambiguate-add-names="true"')[2] == "Zoe et al. 2016"
    )


def test_names_that_tell_nothing_apart_are_not_added() -> None:
    same = book("Lee, Ann", "Kim, Bo", "Roe, Jo")
    assert cited(by_author(SHORTENED), same, same, citation='disambiguate-add-names="true"') == ["Lee et al. 2016"] * 2


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        # of the specification's example: by-cite expands where the cites are ambiguous, the others wherever the names are
        ("by-cite", ["A. Lee 2016", "B. Lee 2016", "Lee 2001", "Kim, Lee 2010"]),
        ("all-names", ["A. Lee 2016", "B. Lee 2016", "A. Lee 2001", "Kim, B. Lee 2010"]),
        ("all-names-with-initials", ["A. Lee 2016", "B. Lee 2016", "A. Lee 2001", "Kim, B. Lee 2010"]),
        ("primary-name", ["A. Lee 2016", "B. Lee 2016", "A. Lee 2001", "Kim, Lee 2010"]),
        ("primary-name-with-initials", ["A. Lee 2016", "B. Lee 2016", "A. Lee 2001", "Kim, Lee 2010"]),
    ],
)
def test_the_rule_says_which_given_names_are_added(rule: str, printed: list[str]) -> None:
    books = [book("Lee, Ann"), book("Lee, Bo"), book("Lee, Ann", year=2001), book("Kim, Cy", "Lee, Bo", year=2010)]
    said = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    assert cited(by_author('initialize-with=". "'), *books, citation=said) == printed


def test_a_rule_of_initials_adds_no_more_where_the_style_shortens_no_names() -> None:
    books = [book("Lee, Dewi Ayu"), book("Lee, Sri"), book("Halim, Yusuf"), book("Halim, Yanti")]
    said = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name-with-initials" {}'
    inverted = 'name-as-sort-order="first" sort-separator=" "'
    assert cited(by_author(inverted), *books, citation=said.format("")) == ["Lee DA 2016", "Lee S 2016", "Halim 2016", "Halim 2016"]


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("by-cite", ["Ann Lee 2016", "Al Lee 2016"]), ("all-names", ["Ann Lee 2016", "Al Lee 2016"]),
        ("all-names-with-initials", ["Lee 2016", "Lee 2016"]), ("primary-name", ["Ann Lee 2016", "Al Lee 2016"]),
        ("primary-name-with-initials", ["Lee 2016", "Lee 2016"]),
    ],
)  # fmt: skip
def test_initials_alike_are_spelled_out_unless_the_rule_forbids(rule: str, printed: list[str]) -> None:
    said = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    assert cited(by_author('initialize-with=". "'), book("Lee, Ann"), book("Lee, Al"), citation=said) == printed


def test_one_person_spelled_in_two_ways_is_one() -> None:
    said = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"'
    assert cited(by_author('initialize-with=". "'), book("Lee, A. B."), book("Lee, A.B.", year=2001), citation=said) == [
        "Lee 2016",
        "Lee 2001",
    ]


def test_letters_follow_the_order_of_the_bibliography() -> None:
    sort = '<sort><key variable="title"/></sort>'
    below = f'<bibliography>{sort}<layout><text variable="title"/></layout></bibliography>'
    books = [book("Lee, Ann", title="Z"), book("Lee, Ann", title="A"), book("Lee, Ann", title="M"), book("Kim, Bo", title="B")]
    printed = cited(by_author(), *books, citation='disambiguate-add-year-suffix="true"', below=below)
    assert printed == ["Lee 2016c", "Lee 2016a", "Lee 2016b", "Kim 2016"]


def test_letters_only_where_names_did_not_help() -> None:
    said = 'disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"'
    books = [book("Lee, Ann"), book("Lee, Ann"), book("Lee, Bo"), book("Lee, Bo", year=2001)]
    assert cited(by_author(), *books, citation=said) == ["Ann Lee 2016a", "Ann Lee 2016b", "Bo Lee 2016", "Lee 2001"]


def test_conditions_come_true_one_after_the_other() -> None:
    layout = (
        '<text variable="title"/><choose><if disambiguate="true"><text variable="volume" prefix=" vol. "/></if></choose>'
        '<choose><if disambiguate="true"><text variable="publisher" prefix=" by "/></if></choose>'
    )
    books = [
        {"title": "T", "volume": "1", "publisher": "P"}, {"title": "T", "volume": "2", "publisher": "P"},
        {"title": "T", "volume": "2", "publisher": "Q"}, {"title": "U", "volume": "1", "publisher": "P"},
    ]  # fmt: skip
    assert cited(layout, *books) == ["T vol. 1", "T vol. 2 by P", "T vol. 2 by Q", "U"]


GROUPED = f'<layout delimiter="; "><group delimiter=", ">{AUTHOR.format("")}{YEAR}</group></layout>'
LETTERS = 'disambiguate-add-year-suffix="true" '


FOUR = [
    book("Lee, Ann", title="1"), book("Lee, Ann", title="2"), book("Kim, Bo", year=2001, title="3"), book("Lee, Ann", year=2017, title="4"),
]  # fmt: skip
BY_TITLE = '<sort><key variable="title"/></sort>'


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("", "Lee, 2016a; Lee, 2016b; Kim, 2001; Lee, 2017"),
        ('collapse="year"', "Lee, 2016a, 2016b, 2017; Kim, 2001"),
        ('collapse="year" cite-group-delimiter=" / "', "Lee, 2016a / 2016b / 2017; Kim, 2001"),
        ('collapse="year" after-collapse-delimiter=" | "', "Lee, 2016a, 2016b, 2017 | Kim, 2001"),
        ('collapse="year-suffix"', "Lee, 2016a; b, 2017; Kim, 2001"),  # by default the delimiter of the layout
        ('collapse="year-suffix" year-suffix-delimiter="+"', "Lee, 2016a+b, 2017; Kim, 2001"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "Lee, 2016a,b, 2017; Kim, 2001"),
        ('cite-group-delimiter=" / "', "Lee, 2016a / Lee, 2016b / Lee, 2017; Kim, 2001"),
    ],
)
def test_sorted_cites_of_the_same_names_come_together(said: str, printed: str) -> None:
    assert together(BY_TITLE + GROUPED, *FOUR, citation=LETTERS + said) == printed


def test_only_a_collapsed_group_has_a_delimiter_of_its_own_behind_it() -> None:
    books = [book("Lee, Ann"), book("Lee, Ann"), book("Kim, Bo", year=2001), book("Roe, Jo", year=2002)]
    said = LETTERS + 'collapse="year-suffix" year-suffix-delimiter="," after-collapse-delimiter=" | "'
    assert together(GROUPED, *books, citation=said) == "Lee, 2016a,b | Kim, 2001; Roe, 2002"


def test_cites_that_are_not_sorted_stay_where_they_are() -> None:
    said = LETTERS + 'collapse="year" cite-group-delimiter=" / "'
    assert together(GROUPED, *FOUR, citation=said) == "Lee, 2016a / 2016b; Kim, 2001; Lee, 2017"


def test_letters_in_a_row_are_a_range_from_three_on() -> None:
    said = LETTERS + 'collapse="year-suffix-ranged" year-suffix-delimiter=","'
    four = [book("Lee, Ann")] * 4
    assert together(GROUPED, *four, citation=said) == "Lee, 2016a–d"
    assert together(GROUPED, *four[:3], citation=said) == "Lee, 2016a–c"
    assert together(GROUPED, *four[:2], citation=said) == "Lee, 2016a,b"


NUMBERS = '<layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/></layout>'


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        ("1", "[1]"), ("1 2", "[1,2]"), ("1 2 3", "[1–3]"), ("1 2 3 4", "[1–4]"), ("1 3 5", "[1,3,5]"), ("1 2 3 5", "[1–3,5]"),
        ("1 2 4 5 6", "[1,2,4–6]"), ("1 2 3 5 6 7", "[1–3,5–7]"), ("3 2 1", "[1–3]"),
    ],
)  # fmt: skip
def test_numbers_in_a_row_are_a_range(numbers: str, printed: str) -> None:
    compiled = style('<sort><key variable="citation-number"/></sort>' + NUMBERS, citation='collapse="citation-number"')
    one_by_one = [Cluster((Cite(key),)) for key in "abcdefg"]
    some = Cluster(tuple(Cite("abcdefg"[int(number) - 1]) for number in numbers.split()))
    assert plain(Processor(compiled, works(*[{"title": "T"}] * 7)).citations([*one_by_one, some])[7]) == printed


def test_a_locator_keeps_its_number_out_of_a_range() -> None:
    layout = NUMBERS.replace("</layout>", '<text variable="locator" prefix=" at "/></layout>')
    made = Processor(style(layout, citation='collapse="citation-number"'), works(*[{"title": "T"}] * 4))
    assert plain(made.citations([Cluster((Cite("a"), Cite("b", "7"), Cite("c"), Cite("d")))])[0]) == "[1,2 at 7,3,4]"


SORT = '<sort>{}</sort><layout><text variable="title"/></layout>'


def test_keys_count_in_their_order_and_direction() -> None:
    books = [
        {"title": "c", "volume": "2"}, {"title": "b", "volume": "10"}, {"title": "a", "volume": "2"}, {"title": "d"},
    ]  # fmt: skip
    volume, title = '<key variable="volume"{}/>', '<key variable="title"{}/>'
    down = ' sort="descending"'
    assert listed(SORT.format(volume.format("") + title.format("")), *books) == ["a", "c", "b", "d"]
    assert listed(SORT.format(volume.format(down) + title.format("")), *books) == ["b", "a", "c", "d"]
    assert listed(SORT.format(volume.format("") + title.format(down)), *books) == ["c", "a", "b", "d"]
    assert listed(SORT.format(title.format(down)), *books) == ["d", "c", "b", "a"]


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        ("de-DE", ["Apfel", "Äpfel", "Öl", "Zebra"]), ("sv-SE", ["Apfel", "Zebra", "Äpfel", "Öl"]), ("en-US", ["Apfel", "Äpfel", "Öl", "Zebra"]),
        ("da-DK", ["København", "Zebra", "Ære", "Øre"]), ("es-ES", ["nada", "nube", "ñandú", "oso"]), ("pl-PL", ["lato", "lud", "łan", "mak"]),
    ],
)  # fmt: skip
def test_letters_in_the_order_of_the_language(locale: str, order: list[str]) -> None:
    books = [{"title": title} for title in reversed(order)]
    assert listed(SORT.format('<key variable="title"/>'), *books, locale=locale) == order


def test_marks_and_case_count_last() -> None:
    order = ["coop", "Coop", "coops", "“Dock” a", "dock b", "eclair", "éclair", "eclairs"]
    assert listed(SORT.format('<key variable="title"/>'), *[{"title": title} for title in sorted(order)]) == order


LISTED = '<layout suffix="."><group delimiter=", "><names variable="author"><name delimiter=", " {}/></names><text variable="title"/></group></layout>'


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("complete-all", ["Ann Lee, Bo Kim, A.", "—, B.", "Ann Lee, Jo Roe, C.", "Ann Lee, Jo Roe, Al Fox, D."]),
        ("complete-each", ["Ann Lee, Bo Kim, A.", "—, —, B.", "Ann Lee, Jo Roe, C.", "Ann Lee, Jo Roe, Al Fox, D."]),
        ("partial-each", ["Ann Lee, Bo Kim, A.", "—, —, B.", "—, Jo Roe, C.", "—, —, Al Fox, D."]),
        ("partial-first", ["Ann Lee, Bo Kim, A.", "—, Bo Kim, B.", "—, Jo Roe, C.", "—, Jo Roe, Al Fox, D."]),
    ],
)
def test_a_mark_for_authors_of_the_entry_before(rule: str, printed: list[str]) -> None:
    books = [book("Lee, Ann", "Kim, Bo", title="A"), book("Lee, Ann", "Kim, Bo", title="B"), book("Lee, Ann", "Roe, Jo", title="C"),
             book("Lee, Ann", "Roe, Jo", "Fox, Al", title="D")]  # fmt: skip
    said = f'subsequent-author-substitute="—" subsequent-author-substitute-rule="{rule}"'
    assert listed(LISTED.format(""), *books, options=said) == printed


def test_works_are_sorted_by_their_first_page() -> None:
    books = [{"title": "a", "page": "146-155"}, {"title": "b", "page": "46–55"}, {"title": "c"}]
    assert listed(SORT.format('<key variable="page-first"/>'), *books) == ["b", "a", "c"]
