"""Dates: the parts that are shown, their forms, ranges, eras and seasons. Source: CSL 1.0.2, "Date"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.csl.small import cited, listed


def issued(*ends: list[int], **more: Any) -> dict[str, Any]:
    return {"issued": {"date-parts": [*ends], **more}}


DAY, MONTH, YEAR = issued([2016, 5, 3]), issued([2016, 5]), issued([2016])


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ('form="text"', ["May 3, 2016", "May 2016", "2016"]),
        ('form="text" date-parts="year-month"', ["May 2016", "May 2016", "2016"]),
        ('form="text" date-parts="year"', ["2016", "2016", "2016"]),
        ('form="numeric"', ["05/03/2016", "05/2016", "2016"]),
        ('form="text" text-case="uppercase"', ["MAY 3, 2016", "MAY 2016", "2016"]),
    ],
)
def test_localised_dates(attributes: str, printed: list[str]) -> None:
    assert cited(f'<date variable="issued" {attributes}/>', DAY, MONTH, YEAR) == printed


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        ('name="year"', "2016"), ('name="year" form="short"', "16"), ('name="month"', "May"), ('name="month" form="numeric"', "5"),
        ('name="month" form="numeric-leading-zeros"', "05"), ('name="day"', "3"), ('name="day" form="ordinal"', "3rd"),
        ('name="day" form="numeric-leading-zeros"', "03"), ('name="month" text-case="uppercase"', "MAY"), ('name="year" prefix="(" suffix=")"', "(2016)"),
    ],
)  # fmt: skip
def test_parts_of_a_date(part: str, printed: str) -> None:
    assert cited(f'<date variable="issued"><date-part {part}/></date>', DAY) == [printed]


def test_short_months_lose_their_full_stop_on_wish() -> None:
    short = '<date variable="issued"><date-part name="month" form="short"{}/></date>'
    assert cited(short.format(""), issued([2016, 9]), MONTH) == ["Sept.", "May"]
    assert cited(short.format(' strip-periods="true"'), issued([2016, 9])) == ["Sept"]


def test_a_style_changes_the_form_of_a_localised_part() -> None:
    part = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
    assert cited(part, issued([2016, 9, 3])) == ["Sept. 3, 2016"]


@pytest.mark.parametrize(
    ("day", "limited", "printed"),
    [(1, True, "1st"), (2, True, "2"), (1, False, "1st"), (2, False, "2nd"), (11, False, "11th"), (23, False, "23rd")],
)
def test_ordinal_days(day: int, limited: bool, printed: str) -> None:
    above = f'<locale><style-options limit-day-ordinals-to-day-1="{str(limited).lower()}"/></locale>'
    layout = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    assert cited(layout, issued([2016, 5, day]), above=above) == [printed]


@pytest.mark.parametrize(
    ("ends", "printed"),
    [
        ([[2016, 5, 1], [2016, 5, 3]], "May 1–3, 2016"),
        ([[2016, 5, 1], [2016, 6, 3]], "May 1–June 3, 2016"),
        ([[2016, 5, 1], [2017, 5, 1]], "May 1, 2016–May 1, 2017"),
        ([[2016, 5], [2016, 6]], "May–June 2016"),
        ([[2016], [2017]], "2016–2017"),
        ([[2016, 5, 1], [2016, 5, 1]], "May 1, 2016"),
        ([[2016, 21], [2016, 23]], "Spring–Autumn 2016"),
    ],
)
def test_a_range_says_once_what_its_ends_share(ends: list[list[int]], printed: str) -> None:
    assert cited('<date variable="issued" form="text"/>', issued(*ends)) == [printed]


def test_a_range_is_none_in_the_parts_that_are_shown() -> None:
    year = '<date variable="issued"><date-part name="year"/></date>'
    assert cited(year, issued([2016, 5], [2016, 6]), issued([2016, 5], [2017, 6])) == ["2016", "2016–2017"]


def test_the_delimiter_of_a_range_and_of_the_parts_is_the_styles() -> None:
    layout = '<date variable="issued" delimiter="."><date-part name="day"/><date-part name="month" form="numeric"/><date-part name="year"{}/></date>'
    assert cited(layout.format(""), DAY, issued([2016, 5, 1], [2016, 5, 3])) == ["3.5.2016", "1–3.5.2016"]
    assert cited(layout.format(' range-delimiter="/"'), issued([2016, 5, 1], [2017, 5, 3])) == ["1.5.2016/3.5.2017"]


@pytest.mark.parametrize(
    ("year", "printed"), [(1000, "1000"), (999, "999AD"), (79, "79AD"), (1, "1AD"), (-1, "1BC"), (-44, "44BC"), (-2500, "2500BC")]
)
def test_years_before_the_year_1000_have_their_era(year: int, printed: str) -> None:
    above = '<locale><terms><term name="ad">AD</term><term name="bc">BC</term></terms></locale>'
    (text,) = cited('<date variable="issued"><date-part name="year"/></date>', issued([year]), above=above)
    assert text.replace(" ", "") == printed


def test_a_short_year_has_two_digits_from_1000_on() -> None:
    short = '<date variable="issued"><date-part name="year" form="short"/></date>'
    assert cited(short, issued([1000]), issued([2005]), issued([1999])) == ["00", "05", "99"]


@pytest.mark.parametrize(("season", "printed"), [(1, "Spring"), (2, "Summer"), (3, "Autumn"), (4, "Winter")])
def test_a_season_takes_the_place_of_the_month(season: int, printed: str) -> None:
    layout = '<date variable="issued"><date-part name="month"{} suffix=" "/><date-part name="year"/></date>'
    assert cited(layout.format(""), issued([2016], season=season)) == [f"{printed} 2016"]
    assert cited(layout.format(' form="numeric"'), issued([2016], season=season)) == ["2016"]


def test_a_season_takes_the_place_of_a_numbered_month_with_its_word() -> None:
    in_japanese = '<date variable="issued" form="text" date-parts="year-month"/>'
    assert cited(in_japanese, issued([2016], season=1), issued([2016, 3]), locale="ja-JP") == ["2016年春季", "2016年3月"]
    assert cited(in_japanese, issued([2016], [2017], season=1), locale="ja-JP")[0].count("月") == 0


@pytest.mark.parametrize(
    ("affixes", "printed"),
    [('prefix="(" suffix=")"', "(in press)"), ('suffix=","', "in press,"), ('prefix="(year " suffix=")"', "in press")],
)
def test_words_for_a_date_keep_the_marks_around_a_year_but_not_its_words(affixes: str, printed: str) -> None:
    assert cited(f'<date variable="issued"><date-part name="year" {affixes}/></date>', {"issued": {"literal": "in press"}}) == [printed]


def test_a_date_in_words_stands_where_the_year_is_shown() -> None:
    literal = {"issued": {"literal": "in press"}}
    layout = '<date variable="issued"><date-part name="{}"/></date>'
    assert cited(layout.format("year"), literal) == ["in press"]
    assert cited(layout.format("month") + '<text value="!"/>', literal) == ["!"]


def test_approximate_dates_are_told_apart() -> None:
    layout = '<choose><if is-uncertain-date="issued"><text value="about"/></if><else><text value="in"/></else></choose>'
    assert cited(layout, issued([2016], circa=True), YEAR, {}) == ["about", "in", "in"]


KEY = '<sort><key variable="issued"{}/></sort><layout><text variable="title"/></layout>'


def test_dates_sort_by_time() -> None:
    dates = {
        "in May": [[2016, 5]], "of old": [[-44]], "in 2016": [[2016]], "from May on": [[2016, 5], [2016, 6]], "on May 3": [[2016, 5, 3]],
        "in 79": [[79]], "long ago": [[-500]],
    }  # fmt: skip
    books = [{"title": title, **issued(*ends)} for title, ends in dates.items()]
    order = ["long ago", "of old", "in 79", "in 2016", "in May", "from May on", "on May 3"]
    assert listed(KEY.format(""), *books, {"title": "undated"}) == [*order, "undated"]
    assert listed(KEY.format(' sort="descending"'), *books, {"title": "undated"}) == [*reversed(order), "undated"]


def test_seasons_sort_within_their_year() -> None:
    books = [{"title": title, **issued([2016], season=season)} for title, season in (("winter", 4), ("spring", 1), ("autumn", 3))]
    assert listed(KEY.format(""), *books, {"title": "all year", **YEAR}) == ["all year", "spring", "autumn", "winter"]
