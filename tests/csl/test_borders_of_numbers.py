"""Numbers, parts of dates and the case of texts in citations, on both sides of each border."""

from __future__ import annotations

import pytest

from tests.csl.small import cited

ROMAN = {
    "1": "i", "3": "iii", "4": "iv", "5": "v", "6": "vi", "9": "ix", "10": "x", "14": "xiv", "40": "xl", "49": "xlix", "50": "l", "51": "li", "89": "lxxxix", "90": "xc",
    "99": "xcix", "100": "c", "399": "cccxcix", "400": "cd", "499": "cdxcix", "500": "d", "890": "dcccxc", "900": "cm", "999": "cmxcix", "1000": "m", "1999": "mcmxcix",
    "2-3": "ii–iii", "4, 5": "iv, v", "IV": "IV", "a2": "a2", "12 & 13": "xii &#38; xiii",
}  # fmt: skip
ORDINAL = {
    "1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "10": "10th", "11": "11th", "12": "12th", "13": "13th", "14": "14th", "20": "20th", "21": "21st", "22": "22nd",
    "23": "23rd", "101": "101st", "111": "111th", "112": "112th", "113": "113th", "2-3": "2nd–3rd", "x": "x",
}  # fmt: skip
LONG = {"1": "first", "2": "second", "10": "tenth", "11": "11th", "2-3": "second–third"}


@pytest.mark.parametrize(("form", "numbers"), [("roman", ROMAN), ("ordinal", ORDINAL), ("long-ordinal", LONG)])
def test_numbers_in_their_forms(form: str, numbers: dict[str, str]) -> None:
    printed = cited(f'<number variable="volume" form="{form}"/>', *[{"volume": number} for number in numbers])
    assert dict(zip(numbers, printed, strict=True)) == numbers


DATES = [
    [[2019, 5, 3]], [[2019, 12, 31]], [[2019, 1]], [[2019]], [[999, 5, 1]], [[1000, 1, 1]], [[-50]], [[2019, 5, 3], [2019, 5, 7]], [[2019, 5, 3], [2019, 6, 7]],
    [[2019, 5, 3], [2020, 6, 7]], [[2019, 5, 3], [2019, 5, 3]],
]  # fmt: skip
PRINTED = {
    ("numeric", "numeric"): [
        "2019-5-3", "2019-12-31", "2019-1", "2019", "999 AD-5-1", "1000-1-1", "50 BC", "2019-5-3–7", "2019-5-3–6-7", "2019-5-3–2020-6-7", "2019-5-3",
    ],
    ("numeric-leading-zeros", "numeric-leading-zeros"): [
        "2019-05-03", "2019-12-31", "2019-01", "2019", "999 AD-05-01", "1000-01-01", "50 BC", "2019-05-03–07", "2019-05-03–06-07", "2019-05-03–2020-06-07", "2019-05-03",
    ],
    ("short", "ordinal"): [
        "2019-May-3rd", "2019-Dec.-31st", "2019-Jan.", "2019", "999 AD-May-1st", "1000-Jan.-1st", "50 BC", "2019-May-3rd–7th", "2019-May-3rd–June-7th",
        "2019-May-3rd–2020-June-7th", "2019-May-3rd",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("month", "day"), PRINTED)
def test_dates_and_ranges_of_dates(month: str, day: str) -> None:
    parts = f'<date-part name="year"/><date-part name="month" form="{month}" prefix="-"/><date-part name="day" form="{day}" prefix="-"/>'
    printed = cited(f'<date variable="issued">{parts}</date>', *[{"issued": {"date-parts": date}} for date in DATES])
    assert printed == PRINTED[month, day]


def test_a_season_is_a_word_and_no_number() -> None:
    layout = '<date variable="issued"><date-part name="year"/><date-part name="month" form="{}" prefix=" "/></date>'
    works = [{"issued": {"date-parts": [[2019, number]]}} for number in (21, 24)]
    assert cited(layout.format("long"), *works) == ["2019 Spring", "2019 Winter"]
    assert cited(layout.format("numeric"), *works) == ["2019", "2019"]


CASES = {
    "lowercase": ["the end: of a town", "town and nasa", "iphone and the uk", "“the” town", "a-b of-the c"],
    "uppercase": ["THE END: OF A TOWN", "TOWN AND NASA", "IPHONE AND THE UK", "“THE” TOWN", "A-B OF-THE C"],
    "capitalize-first": ["The End: of a Town", "TOWN and NASA", "iPhone and the UK", "“The” town", "A-b of-the c"],
    "capitalize-all": ["The End: Of A Town", "TOWN And NASA", "iPhone And The UK", "“The” Town", "A-B Of-The C"],
    "title": ["The End: Of a Town", "TOWN and NASA", "iPhone and the UK", "“The” Town", "A-b Of-the C"],
}


@pytest.mark.parametrize("case", CASES)
def test_the_case_of_a_text(case: str) -> None:
    titles = ["The End: of a Town", "TOWN and NASA", "iPhone and the UK", "“the” town", "a-b of-the c"]
    assert cited(f'<text variable="title" text-case="{case}"/>', *[{"title": title} for title in titles]) == CASES[case]


def test_what_keeps_its_case_keeps_it() -> None:
    work = {"title": 'the town <span class="nocase">of the</span> end'}
    assert [cited(f'<text variable="title" text-case="{case}"/>', work)[0] for case in ("uppercase", "capitalize-all")] == [
        "THE TOWN of the END", "The Town of the End",
    ]  # fmt: skip
