"""Markup and quotation marks inside fields, and what a style does around them. Source: CSL 1.0.2, "Formatting"; CSL-JSON's markup."""

from __future__ import annotations

import pytest

from tests.csl.small import cited

TITLE = '<text variable="title"{}/>'


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("on <i>Homo sapiens</i> here", "on <i>Homo sapiens</i> here"),
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        ("x<sup>2</sup> and y<sub>2</sub>", "x<sup>2</sup> and y<sub>2</sub>"),
        ("<i>a <b>b</b> c</i>", "<i>a <b>b</b> c</i>"),
        ("<i>a <i>b</i> c</i>", '<i>a <span style="font-style:normal;">b</span> c</i>'),
        ("<sc>ad</sc>", '<span style="font-variant:small-caps;">ad</span>'),
        ('<span style="font-variant: small-caps;">ad</span>', '<span style="font-variant:small-caps;">ad</span>'),
        ("5 < 6 > 4", "5 &#60; 6 &#62; 4"),
        ("<u>a</u>", "&#60;u&#62;a&#60;/u&#62;"),
        ("<i>open", "&#60;i&#62;open"),
        ("closed</i>", "closed&#60;/i&#62;"),
        ("<i>crossed <b>over</i> here", "&#60;i&#62;crossed &#60;b&#62;over&#60;/i&#62; here"),
        ("<b>one</i> two</b>", "<b>one&#60;/i&#62; two</b>"),
    ],
)
def test_tags(title: str, printed: str) -> None:
    assert cited(TITLE.format(""), {"title": title}) == [printed]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ('the "new" port', "the “new” port"),
        ('"new" port', "“new” port"),
        ('the ("new") port', "the (“new”) port"),
        ("the 'new' port", "the “new” port"),
        ("the \"very 'new'\" port", "the “very ‘new’” port"),
        ("the port's life", "the port’s life"),
        ("the ports' life", "the ports’ life"),
        ("the '90s", "the ’90s"),
        ('a 5" port', 'a 5" port'),
        ('an "open port', 'an "open port'),
        ("the “new” port", "the “new” port"),
        ("the ‘new’ port", "the ‘new’ port"),
        ('"<i>new</i>" port', "“<i>new</i>” port"),
        ('<i>"new"</i> port', "<i>“new”</i> port"),
        ('<i>"new</i>" port', '<i>"new</i>" port'),
    ],
)
def test_quotation_marks(title: str, printed: str) -> None:
    assert cited(TITLE.format(""), {"title": title}) == [printed]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ('the "new" port', "“the ‘new’ port”"),
        ("the 'new' port", "“the ‘new’ port”"),
        ("\"a 'b' c\" d", "“‘a “b” c’ d”"),
        ("port's", "“port’s”"),
    ],
)
def test_quotes_in_quotes_change_their_kind(title: str, printed: str) -> None:
    assert cited(TITLE.format(' quotes="true"'), {"title": title}) == [printed]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ('font-style="italic"', '<i>on <span style="font-style:normal;">Homo</span></i>'),
        ('font-weight="bold"', "<b>on <i>Homo</i></b>"),
        ('font-style="normal"', "on <i>Homo</i>"),
        ('text-decoration="underline"', '<span style="text-decoration:underline;">on <i>Homo</i></span>'),
        ('vertical-align="sup"', "<sup>on <i>Homo</i></sup>"),
        ('prefix="(" suffix=")"', "(on <i>Homo</i>)"),
        ('prefix="(" suffix=")" font-weight="bold"', "(<b>on <i>Homo</i></b>)"),
    ],
)
def test_the_look_of_the_style_around_markup(said: str, printed: str) -> None:
    assert cited(TITLE.format(" " + said), {"title": "on <i>Homo</i>"}) == [printed]


IN_QUOTE = '<locale><style-options punctuation-in-quote="{}"/></locale>'


@pytest.mark.parametrize(
    ("suffix", "inside", "outside"),
    [(".", "“Ports.”", "“Ports”."), (",", "“Ports,”", "“Ports”,"), (";", "“Ports”;", "“Ports”;"), (":", "“Ports”:", "“Ports”:"),
     ("!", "“Ports!”", "“Ports”!"), (" x", "“Ports” x", "“Ports” x")],
)  # fmt: skip
def test_punctuation_in_quotes(suffix: str, inside: str, outside: str) -> None:
    layout = f'<group suffix="{suffix}"><text variable="title" quotes="true"/></group>'
    assert cited(layout, {"title": "Ports"}, above=IN_QUOTE.format("true")) == [inside]
    assert cited(layout, {"title": "Ports"}, above=IN_QUOTE.format("false")) == [outside]


@pytest.mark.parametrize(
    ("title", "suffix", "printed"),
    [
        ("Ports.", ".", "Ports."), ("Ports?", ".", "Ports?"), ("Ports!", ".", "Ports!"), ("Ports", ".", "Ports."), ("Ports?", ",", "Ports?,"),
        ("Ports.", ",", "Ports.,"), ("Ports,", ",", "Ports,"), ("Ports:", ".", "Ports:"), ("Ports ", " x", "Ports x"), ("Ports;", ";", "Ports;"),
        ("Ports!", "?", "Ports!?"), ("Ports?", "!", "Ports?!"), ("Ports...", ".", "Ports..."),
    ],
)  # fmt: skip
def test_marks_that_meet(title: str, suffix: str, printed: str) -> None:
    assert cited(f'<group suffix="{suffix}"><text variable="title"/></group>', {"title": title}) == [printed]
