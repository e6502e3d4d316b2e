"""Page ranges in every format of appendix V of the specification, whose own examples these are, and what is no range."""

from __future__ import annotations

import pytest

from tests.csl.small import cited

PAGE = '<text variable="page"/>'

EXPANDED = {"42-45": "42–45", "321-328": "321–328", "2787-2816": "2787–2816", "321-8": "321–328", "2787-816": "2787–2816"}
MINIMAL = {"42-45": "42–5", "321-328": "321–8", "2787-2816": "2787–816", "321-8": "321–8"}
MINIMAL_TWO = {"42-45": "42–45", "321-328": "321–28", "2787-2816": "2787–816", "2-3": "2–3", "321-8": "321–28"}
CHICAGO_15 = {
    "3-10": "3–10", "71-72": "71–72", "96-117": "96–117",
    "100-104": "100–104", "600-613": "600–613", "1100-1123": "1100–1123",
    "107-108": "107–8", "505-517": "505–17", "1002-1006": "1002–6",
    "321-325": "321–25", "415-532": "415–532", "11564-11568": "11564–68", "13792-13803": "13792–803",
    "1496-1504": "1496–1504", "2787-2816": "2787–2816",
}  # fmt: skip
CHICAGO_16 = {
    "3-10": "3–10", "71-72": "71–72", "92-113": "92–113",
    "100-104": "100–104", "600-613": "600–613", "1100-1123": "1100–1123",
    "107-108": "107–8", "505-517": "505–17", "1002-1006": "1002–6",
    "321-325": "321–25", "415-532": "415–532", "1087-1089": "1087–89", "1496-1500": "1496–500", "11564-11615": "11564–615",
    "12991-13001": "12991–3001", "110-119": "110–19", "109-110": "109–10",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("expanded", EXPANDED), ("minimal", MINIMAL), ("minimal-two", MINIMAL_TWO), ("chicago", CHICAGO_15), ("chicago-15", CHICAGO_15),
        ("chicago-16", CHICAGO_16),
    ],
)  # fmt: skip
def test_the_examples_of_the_specification(name: str, pages: dict[str, str]) -> None:
    assert cited(PAGE, *({"page": page} for page in pages), attributes=f'page-range-format="{name}"') == [*pages.values()]


@pytest.mark.parametrize("name", ["expanded", "minimal", "minimal-two", "chicago", "chicago-16"])
def test_a_range_is_only_shortened_from_low_to_high_and_within_one_length(name: str) -> None:
    pages = {"8-12": "8–12", "98-103": "98–103", "328-321": "328–321", "321-321": "321", "n12-n12": "n12"}
    assert cited(PAGE, *({"page": page} for page in pages), attributes=f'page-range-format="{name}"') == [*pages.values()]


def test_letters_around_the_numbers() -> None:
    pages = {"n12-n18": "n12–8", "12a-18b": "12a–18b", "S12-S18": "S12–8", "A3-B5": "A3-B5", "xii-xv": "xii–xv", "XII--XV": "XII–XV"}
    assert cited(PAGE, *({"page": page} for page in pages), attributes='page-range-format="minimal"') == [*pages.values()]
    assert cited(PAGE, {"page": "n12-n18"}, {"page": "n12-18"}, attributes='page-range-format="expanded"') == ["n12–n18", "n12-18"]


def test_without_a_format_only_the_dash_changes() -> None:
    pages = {"42-45": "42–45", "321--8": "321–8", "42 - 45": "42–45", "42—45": "42–45", "n12-n18": "n12–n18", "12": "12", "e1234": "e1234"}
    assert cited(PAGE, *({"page": page} for page in pages)) == [*pages.values()]


def test_each_range_of_a_list_is_shortened() -> None:
    pages = {
        "101-108, 201-209": "101–8, 201–9",
        "101-108;201-209": "101–8; 201–9",
        "1,200-1,300": "1,200-1,300",
        "7 & 101-108": "7 &#38; 101–8",
    }
    assert cited(PAGE, *({"page": page} for page in pages), attributes='page-range-format="minimal"') == [*pages.values()]


def test_an_escaped_hyphen_is_none_of_a_range() -> None:
    assert cited(PAGE, {"page": "12\\-14"}, attributes='page-range-format="minimal"') == ["12-14"]


def test_the_locale_says_what_stands_between() -> None:
    above = '<locale><terms><term name="page-range-delimiter">-</term></terms></locale>'
    assert cited(PAGE, {"page": "101-108"}, above=above) == ["101-108"]


def test_the_first_page() -> None:
    pages = {"101-108": "101", "e17": "e17", "5, 7": "5", "12–14": "12", " 3": "3"}
    first = '<choose><if variable="page-first"><text variable="page-first"/></if><else><text value="none"/></else></choose>'
    assert cited(first, *({"page": page} for page in pages), {}) == [*pages.values(), "none"]
