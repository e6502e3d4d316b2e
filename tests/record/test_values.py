"""The values of a record: frozen, ordered, and honest about what is not there."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.errors import UnknownName
from litreview.record import (
    Aspects,
    Date,
    DateParts,
    FrozenMap,
    LangText,
    Library,
    Names,
    Period,
    Study,
    library_of,
    locate,
    parse_date,
)
from litreview.record import Name as PersonalName
from litreview.record.dates import date_parts


def test_a_mapping_of_a_record_cannot_change() -> None:
    text = LangText({"id": "kota"})
    with pytest.raises(AttributeError):
        text.anything = 1
    with pytest.raises(TypeError):
        text["en"] = "city"  # type: ignore[index]
    assert hash(text) == hash(LangText({"id": "kota"}))
    assert pickle.loads(pickle.dumps(text)) == text


def test_order_is_kept_but_does_not_make_texts_differ() -> None:
    assert list(FrozenMap([("b", 1), ("a", 2)])) == ["b", "a"]
    assert FrozenMap([("b", 1), ("a", 2)]) == FrozenMap([("a", 2), ("b", 1)])


@pytest.mark.parametrize(
    ("wanted", "expected"), [(("en",), "city"), (("en-GB",), "city"), (("id-ID", "en"), "kota"), (("ms",), "kota"), ((), "kota")]
)
def test_the_best_language_is_the_first_there_is(wanted: tuple[str, ...], expected: str) -> None:
    found = LangText({"id": "kota", "en": "city"}).best(*wanted)
    assert found is not None
    assert found[1] == expected


def test_only_one_language_or_nothing() -> None:
    assert LangText({"id": "kota"}).only("en") is None
    assert LangText({"id": "kota"}).only("id-ID") == "kota"
    assert LangText().best("id") is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2016", "2016"),
        ("2016-05", "2016-05"),
        ("2016-05-04", "2016-05-04"),
        ("2016/2018", "2016/2018"),
        ("2016-05/2016-07", "2016-05/2016-07"),
        ("2016/..", "2016/.."),
        ("../2018", "../2018"),
        ("2016~", "2016~"),
        ("2020-22", "2020-22"),
        ("2020-14", "2020-22"),
        ("-0044", "-0044"),
        ("79", "0079"),
        ("in press", "in press"),
        ("2020-02-30", "2020-02-30"),
        ("2020-13-01", "2020-13-01"),
    ],
)
def test_dates_are_read_as_edtf(text: str, edtf: str) -> None:
    assert parse_date(text).edtf() == edtf


@pytest.mark.parametrize("impossible", ["2020-02-30", "2020-00", "2020-17", "2020-04-31", "soon", "", "20200101"])
def test_an_impossible_date_stays_words(impossible: str) -> None:
    assert parse_date(impossible).literal == impossible
    assert parse_date(impossible).year is None


PARTS = st.builds(DateParts, st.integers(-9999, 9999), st.integers(1, 12) | st.none())


@given(PARTS, PARTS | st.none(), st.booleans())
def test_written_dates_are_read_back(start: DateParts, end: DateParts | None, circa: bool) -> None:
    date = Date(start, end, circa=circa)
    assert parse_date(date.edtf()) == date


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader_of_dates(text: str) -> None:
    read = parse_date(text)
    assert read.literal is not None or read.start is not None or read.end is not None


def test_date_parts_take_digits_and_refuse_the_rest() -> None:
    assert date_parts(["2016", 5]) == DateParts(2016, 5)
    assert date_parts([]) is None
    assert date_parts(["x"]) is None
    assert date_parts([2016, 1, 1, 1]) is None


def test_doubled_keys_are_told_apart_and_reported() -> None:
    library = library_of([Study("a"), Study("a", title=LangText({"en": "T"})), Study("b")])
    assert library.keys() == ("a", "a-2", "b")
    assert [p.code for p in library.problems] == ["duplicate-key"]


def test_union_keeps_equal_studies_once_and_loses_none() -> None:
    left, right = library_of([Study("a"), Study("b")]), library_of([Study("b"), Study("a", language="id")])
    both = left | right
    assert both.keys() == ("a", "b", "a-2")
    assert left.keys() == ("a", "b")


def test_an_unknown_key_offers_the_nearest() -> None:
    with pytest.raises(UnknownName, match='did you mean "wulandari2021"'):
        Library((Study("wulandari2021"),))["wulandari2012"]


def test_a_study_that_states_nothing_says_so_everywhere() -> None:
    study = Study("a")
    assert study.author == ()
    assert study.issued is None
    assert study.text("title") is None
    assert not any(study.aspects.stated(name) for name in ("method", "period", "outcome"))
    assert Aspects(period=Period(2016)).values("period") == (Period(2016),)


def test_origin_and_raw_names_make_no_difference() -> None:
    first = Study("a", names=Names({"author": (PersonalName(family="Lee", raw="Dr. Lee"),)}))
    second = attrs.evolve(first, names=Names({"author": (PersonalName(family="Lee"),)}))
    assert first == second


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [("b c", "a b c d", (2, 5)), ("b  c", "a b\n c d", (2, 6)), ("x", "a b", None), ("", "a", None), ("ab", "a b", None)],
)
def test_quotes_are_found_whatever_their_spaces(quote: str, text: str, found: tuple[int, int] | None) -> None:
    assert locate(quote, text) == found
