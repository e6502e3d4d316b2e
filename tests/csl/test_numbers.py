"""Numbers and their labels. Source: CSL 1.0.2, "Number", "Label", "Ordinals"."""

from __future__ import annotations

import pytest

from litreview.csl import Cite
from tests.csl.small import cited

NUMBER = '<number variable="edition" form="{}"/>'


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("numeric", {"3": "3", "2-4": "2–4", "2, 4": "2, 4", "2,4": "2, 4", "2 & 4": "2 &#38; 4", "third": "third", "2;4": "2; 4", "2\\-4": "2-4"}),
        (
            "ordinal",
            {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "11": "11th", "12": "12th", "13": "13th", "21": "21st", "111": "111th", "101": "101st",
             "third": "third", "2-4": "2nd–4th", "2, 3": "2nd, 3rd", "A2": "A2"},
        ),
        ("long-ordinal", {"1": "first", "2": "second", "10": "tenth", "11": "11th", "22": "22nd", "third": "third"}),
        (
            "roman",
            {"1": "i", "4": "iv", "9": "ix", "14": "xiv", "40": "xl", "90": "xc", "400": "cd", "1990": "mcmxc", "2-4": "ii–iv", "5999": "mmmmmcmxcix",
             "6000": "6000", "third": "third"},
        ),
    ],
)  # fmt: skip
def test_forms(form: str, values: dict[str, str]) -> None:
    assert cited(NUMBER.format(form), *({"edition": value} for value in values)) == [*values.values()]


def test_ordinals_in_the_gender_of_their_noun() -> None:
    above = (
        '<locale><terms><term name="edition" gender="feminine">edition</term><term name="volume" gender="masculine">volume</term>'
        '<term name="ordinal">e</term><term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
        '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>'
        '<term name="long-ordinal-01" gender-form="feminine">première</term><term name="long-ordinal-01">premier</term></terms></locale>'
    )
    works = [{"edition": number, "volume": number} for number in ("1", "2", "21")]
    both = '<number variable="edition" form="{0}"/><number variable="volume" form="{0}" prefix=" "/>'
    assert cited(both.format("ordinal"), *works, above=above) == ["1re 1er", "2e 2e", "21e 21e"]
    assert cited(both.format("long-ordinal"), works[0], above=above) == ["première premier"]


def test_an_ordinal_in_another_gender_goes_before_one_in_another_language() -> None:
    volume = '<number variable="volume" form="long-ordinal"/>'  # a noun of which the locale states no gender
    assert cited(volume, {"volume": "2"}, locale="ar") == ["الثاني"]
    own = '<locale><terms><term name="long-ordinal-02">number two</term></terms></locale>'
    assert cited(volume, {"volume": "2"}, locale="ar", above=own) == ["number two"]


@pytest.mark.parametrize(
    ("match", "printed"),
    [
        ("last-digit", ["1ste", "4de", "11ste", "21ste", "101ste", "111ste"]),
        ("last-two-digits", ["1ste", "4de", "11de", "21de", "101ste", "111de"]),
        ("whole-number", ["1ste", "4de", "11de", "21de", "101de", "111de"]),
        ("", ["1ste", "4de", "11ste", "21ste", "101ste", "111ste"]),
    ],
)
def test_which_numbers_an_ordinal_term_is_for(match: str, printed: list[str]) -> None:
    said = f' match="{match}"' if match else ""
    above = f'<locale><terms><term name="ordinal">de</term><term name="ordinal-01"{said}>ste</term></terms></locale>'
    assert cited(NUMBER.format("ordinal"), *({"edition": n} for n in ("1", "4", "11", "21", "101", "111")), above=above) == printed


def test_terms_of_two_digits_go_before_those_of_one() -> None:
    above = (
        '<locale><terms><term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-11">!</term></terms></locale>'
    )
    assert cited(NUMBER.format("ordinal"), *({"edition": n} for n in ("1", "11", "111", "21")), above=above) == [
        "1st",
        "11!",
        "111!",
        "21st",
    ]


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("12", "vol."), ("12-15", "vols."), ("12–15", "vols."), ("12, 14", "vols."), ("12 & 14", "vols."), ("12 and 14", "vols."), ("i-ix", "vols."),
        ("12\\-15", "vol."), ("A12", "vol."), ("1,200", "vol."),
    ],
)  # fmt: skip
def test_a_label_is_plural_before_several(value: str, label: str) -> None:
    layout = '<text value="in "/><label variable="volume" form="short"{}/>'
    assert cited(layout.format(""), {"volume": value}) == [f"in {label}"]
    assert cited(layout.format(' plural="never"'), {"volume": value}) == ["in vol."]
    assert cited(layout.format(' plural="always"'), {"volume": value}) == ["in vols."]


@pytest.mark.parametrize(("count", "label"), [("1", "page"), ("0", "page"), ("2", "pages"), ("212", "pages")])
def test_a_count_is_plural_from_two_on(count: str, label: str) -> None:
    layout = '<text value="in "/><label variable="number-of-pages"/>'
    above = '<locale><terms><term name="number-of-pages"><single>page</single><multiple>pages</multiple></term></terms></locale>'
    assert cited(layout, {"number-of-pages": count}, above=above) == [f"in {label}"]


def test_no_label_without_its_number() -> None:
    layout = '<text value="in"/><label variable="volume" prefix=" "/><label variable="locator"/>'
    assert cited(layout, {}, {"volume": "3"}) == ["in", "in volume"]


@pytest.mark.parametrize(
    ("cite", "printed"),
    [
        (Cite("a", "12"), "p. 12"), (Cite("a", "12-15"), "pp. 12–15"), (Cite("a", "3", "chapter"), "chap. 3"), (Cite("a", "3-4", "chapter"), "chaps. 3–4"),
        (Cite("a", "iv"), "p. iv"), (Cite("a", "iv-ix"), "pp. iv–ix"), (Cite("a", "2", "sub-verbo"), "s.v. 2"), (Cite("a", "3, 5"), "pp. 3, 5"),
    ],
)  # fmt: skip
def test_locators_with_their_label(cite: Cite, printed: str) -> None:
    layout = '<group delimiter=" " prefix="at "><label variable="locator" form="short"/><text variable="locator"/></group>'
    assert cited(layout, {"title": "T"}, cites=[cite]) == [f"at {printed}"]


def test_only_pages_are_shortened_as_pages() -> None:
    cites = [Cite("a", "101-108"), Cite("a", "101-108", "section")]
    assert cited('<text variable="locator"/>', {"title": "T"}, cites=cites, attributes='page-range-format="minimal"') == [
        "101–8",
        "101–108",
    ]


def test_a_number_in_words_is_text_with_markup() -> None:
    assert cited('<number variable="edition"/>', {"edition": "<i>nova</i>"}) == ["<i>nova</i>"]
    assert cited('<text variable="edition" text-case="capitalize-first"/>', {"edition": "revised"}) == ["Revised"]
