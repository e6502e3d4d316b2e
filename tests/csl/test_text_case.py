"""Changing case: whole texts, titles, markup that is left alone, languages. Source: CSL 1.0.2, "Text-case"."""

from __future__ import annotations

import pytest

from tests.csl.small import cited


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("lowercase", "The NATO Port", "the nato port"),
        ("uppercase", "The NATO Port", "THE NATO PORT"),
        ("capitalize-first", "the port of a city", "The port of a city"),
        ("capitalize-first", "“the port”", "“The port”"),
        ("capitalize-all", "the port of a city", "The Port Of A City"),
        ("sentence", "THE PORT OF A CITY", "The port of a city"),
        ("sentence", "the Port of NATO", "The Port of NATO"),
        ("sentence", "NATO", "NATO"),
        ("title", "the port of a city", "The Port of a City"),
        ("title", "what ports are for", "What Ports Are For"),
        ("title", "ports: a history", "Ports: A History"),
        ("title", "what is a port? the answers", "What Is a Port? The Answers"),
        ("title", "ports! an outcry", "Ports! An Outcry"),
        ("title", "the iPhone and the NATO port", "The iPhone and the NATO Port"),
        ("title", "THE PORT OF A CITY", "THE PORT OF A CITY"),
        ("title", "port-to-port trade", "Port-to-Port Trade"),
        ("title", "in-depth study", "In-Depth Study"),
        ("title", "an up-to-date view", "An Up-to-Date View"),
        ("title", "on e-commerce", "On e-Commerce"),
        ("title", "a port's life", "A Port’s Life"),
        ("title", "“a port” by the sea", "“A Port” by the Sea"),
        ("title", "ports Of the World", "Ports of the World"),
    ],
)
def test_cases(case: str, title: str, printed: str) -> None:
    assert cited(f'<text variable="title" text-case="{case}"/>', {"title": title, "language": "en"}) == [printed]


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("title", 'the <span class="nocase">van gogh</span> port', "The van gogh Port"),
        ("title", "the port of <i>homo sapiens</i> at large", "The Port of <i>Homo Sapiens</i> at Large"),
        ("title", "the <i>The port</i> of old", "The <i>The Port</i> of Old"),
        ("title", "water is <sub>two</sub> here", "Water Is <sub>two</sub> Here"),
        ("uppercase", "2<sup>nd</sup> port", "2<sup>nd</sup> PORT"),
        ("uppercase", "the <sc>ad</sc> port", 'THE <span style="font-variant:small-caps;">ad</span> PORT'),
        ("uppercase", "the <b>old</b> port", "THE <b>OLD</b> PORT"),
        ("capitalize-first", "<i>the port</i> of old", "<i>The port</i> of old"),
        ("capitalize-first", '<span class="nocase">iPhone</span> ports', "iPhone ports"),
        ("sentence", "<i>THE</i> PORT", "<i>The</i> port"),
    ],
)
def test_markup_in_a_title(case: str, title: str, printed: str) -> None:
    assert cited(f'<text variable="title" text-case="{case}"/>', {"title": title, "language": "en"}) == [printed]


@pytest.mark.parametrize(
    ("language", "case", "title", "printed"),
    [
        ("id", "title", "kota kembar di dunia", "kota kembar di dunia"),
        ("en-GB", "title", "twin cities of the world", "Twin Cities of the World"),
        ("de", "capitalize-first", "die Stadt", "Die Stadt"),
        ("tr", "uppercase", "istanbul", "İSTANBUL"),
        ("tr-TR", "lowercase", "ISPARTA İL", "ısparta il"),
        ("az", "capitalize-first", "ildə", "İldə"),
        ("en", "uppercase", "istanbul", "ISTANBUL"),
        ("en", "lowercase", "ISPARTA", "isparta"),
    ],
)
def test_languages(language: str, case: str, title: str, printed: str) -> None:
    assert cited(f'<text variable="title" text-case="{case}"/>', {"title": title, "language": language}) == [printed]


def test_a_work_without_language_is_in_the_language_of_the_style() -> None:
    text = '<text variable="title" text-case="title"/>'
    assert cited(text, {"title": "the port"}, attributes='default-locale="en-US"') == ["The Port"]
    assert cited(text, {"title": "the port"}, locale="de-DE") == ["the port"]


def test_words_of_the_style_change_whatever_the_language_of_the_work() -> None:
    layout = '<text value="see the port" text-case="title"/>'
    assert cited(layout, {"title": "kota", "language": "id"}) == ["See the Port"]


def test_full_stops_are_taken_out_of_a_term() -> None:
    assert cited('<text value="on "/><text term="page" form="short" strip-periods="true"/>', {}) == ["on p"]
    assert cited('<text variable="title" strip-periods="true"/>', {"title": "<i>U.S.</i> ports."}) == ["<i>US</i> ports"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the {ties} of ports", "The {ties} of Ports"),
        ("a #city and (its) ports", "A #city and (Its) Ports"),
        ("port/city ties", "Port/City Ties"),
    ],
)
def test_title_case_leaves_a_word_behind_a_sign_as_it_was_typed(typed: str, printed: str) -> None:
    assert cited('<text variable="title" text-case="title"/>', {"title": typed, "language": "en"}) == [printed]
