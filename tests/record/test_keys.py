"""Citation keys."""

from __future__ import annotations

import re
from itertools import islice

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.errors import UnknownName
from litreview.record import Dates, LangText, Name, Names, Study, parse_date
from litreview.record.key_changes import key_changes
from litreview.record.keys import citation_key, fold, folded_twins, lettered, unused


def study(family: str | None = None, title: str = "", year: str = "", language: str = "id") -> Study:
    return Study(
        "",
        title=LangText({language: title}) if title else LangText(),
        language=language,
        names=Names({"author": (Name(family=family),)}) if family else Names(),
        dates=Dates({"issued": parse_date(year)}) if year else Dates(),
    )


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (study("Wulandari", "Motif dan Hasil", "2021"), "wulandari-motif-2021"),
        (study("Łukasiewicz", "The <i>Way</i> of Cities", "1930", "en"), "lukasiewicz-way-1930"),
        (study("van Đặng", "Kota"), "vandang-kota-nd"),
        (study(None, "[Implementasi kerja sama]", "2020/2021"), "implementasi-kerja-2020"),
        (study(None, "Yang dan di"), "yang-dan-nd"),
        (study("Lee", "", "in press"), "lee-nd"),
        (study("北京"), "beijing-nd"),
        (study(), "nd"),
    ],
)
def test_formula(given_: Study, expected: str) -> None:
    assert citation_key(given_) == expected


def test_letters_for_those_that_share_a_key() -> None:
    keys = list(islice(lettered(citation_key(study("Lee", "", "2019"))), 28))
    assert keys[:3] == ["lee-2019", "lee-2019a", "lee-2019b"]
    assert keys[26:] == ["lee-2019z", "lee-2019aa"]
    assert unused("Lee-ND", ["lee-nd"]) == "Lee-ND-a"


def test_another_formula_and_a_wrong_one() -> None:
    assert citation_key(study("Lee", "Twin cities", "2019", "en"), formula="{family}{year}") == "lee2019"
    assert citation_key(study("Lee", "Twin cities", "2019", "en"), formula="{family} {words} {year}") == "lee-twin-cities-2019"
    assert citation_key(study("Lee", "Twin cities", "2019", "en"), formula="{Family}{Words}_{year}") == "LeeTwinCities_2019"
    assert citation_key(study("Lee", "Twin cities", "", "en"), formula="{Family}:{Year}") == "Lee:nd"
    with pytest.raises(UnknownName, match=r'slot of the key formula "\{author\}"; known: \{family\}'):
        citation_key(study("Lee"), formula="{author}")
    with pytest.raises(UnknownName, match='character of the key formula ","'):
        citation_key(study("Lee"), formula="{family},{year}")
    with pytest.raises(UnknownName, match="a slot is needed"):
        citation_key(study("Lee"), formula="key")


def test_twins() -> None:
    assert folded_twins(["a", "Müller", "muller", "A"]) == (("Müller", "muller"), ("a", "A"))


@given(st.text(max_size=20), st.text(max_size=20), st.lists(st.text(max_size=5), max_size=3))
def test_keys_are_plain_and_new(family: str, title: str, taken: list[str]) -> None:
    key = citation_key(study(family, title))
    assert re.fullmatch(r"[a-z0-9]+(-+[a-z0-9]+)*", key)
    assert unused(key, taken).casefold() not in {k.casefold() for k in taken}
    assert fold(fold(title)) == fold(title)


def test_keys_by_the_formula_stay_and_the_others_are_given_new_ones() -> None:
    lee, more = study("Lee", "Ports", "2019", "en"), study("Lee", "Ports", "2019", "en")
    listed = [attrs.evolve(lee, key=key) for key in ("lee-ports-2019b", "Smith99", "LEE-PORTS-2019", "zotero-7")]
    assert dict(key_changes(listed)) == {"Smith99": "lee-ports-2019a", "LEE-PORTS-2019": "lee-ports-2019", "zotero-7": "lee-ports-2019c"}
    renamed = [attrs.evolve(s, key=key_changes(listed).get(s.key, s.key)) for s in listed]
    assert not key_changes(renamed), "once by the formula, never again"
    assert more == lee


def test_an_old_key_never_comes_to_mean_another_work() -> None:
    taken = attrs.evolve(study("Abe", "Tides", "2001", "en"), key="lee-ports-2019")
    found = key_changes([attrs.evolve(study("Lee", "Ports", "2019", "en"), key="x"), taken])
    assert dict(found) == {"x": "lee-ports-2019a", "lee-ports-2019": "abe-tides-2001"}
