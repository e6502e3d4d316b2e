"""Terms, their forms and fallbacks; groups and macros; what stands around cites and entries. Source: CSL 1.0.2."""

from __future__ import annotations

from typing import Any

import pytest

from litreview.csl import Cite, Cluster, Processor
from litreview.document.walk import plain
from tests.csl.small import cited, listed, people, style, works

T = {"title": "T"}


def term(attributes: str, above: str = "", locale: str = "en-US") -> str:
    """A term in the middle of a note, where it keeps its case."""
    (text,) = cited(f'<text value="x "/><text {attributes}/>', T, above=above, locale=locale)
    return text.removeprefix("x ")


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ('term="editor"', "editor"), ('term="editor" plural="true"', "editors"), ('term="editor" form="short"', "ed."), ('term="editor" form="verb"', "edited by"),
        ('term="editor" form="verb-short"', "ed. by"), ('term="section" form="symbol"', "§"), ('term="section" form="symbol" plural="true"', "§§"),
        ('term="et-al"', "et al."), ('term="page" form="short" plural="true"', "pp."),
    ],
)  # fmt: skip
def test_forms_of_a_term(attributes: str, printed: str) -> None:
    assert term(attributes) == printed


@pytest.mark.parametrize(
    ("form", "defined", "printed"),
    [
        ("verb-short", {"verb": "V", "long": "L"}, "V"), ("verb-short", {"long": "L"}, "L"), ("symbol", {"short": "S", "long": "L"}, "S"), ("symbol", {"long": "L"}, "L"),
        ("verb", {"long": "L"}, "L"), ("short", {"long": "L"}, "L"), ("long", {"short": "S", "long": "L"}, "L"), ("short", {"short": "S", "long": "L"}, "S"),
    ],
)  # fmt: skip
def test_a_missing_form_falls_back_on_the_next(form: str, defined: dict[str, str], printed: str) -> None:
    terms = "".join(f'<term name="podcast" form="{name}">{text}</term>' for name, text in defined.items())
    assert term(f'term="podcast" form="{form}"', f"<locale><terms>{terms}</terms></locale>") == printed


@pytest.mark.parametrize(
    ("locale", "printed"), [("de-AT", "dialect"), ("de-CH", "language"), ("de-DE", "language"), ("fr-FR", "any"), ("en-US", "any")]
)
def test_the_nearest_locale_of_the_style_counts(locale: str, printed: str) -> None:
    tags = (("", "any"), (' xml:lang="de"', "language"), (' xml:lang="de-AT"', "dialect"))
    above = "".join(f'<locale{tag}><terms><term name="and">{text}</term></terms></locale>' for tag, text in tags)
    assert term('term="and"', above, locale) == printed


@pytest.mark.parametrize(
    ("locale", "printed"), [("de-DE", "und"), ("de-AT", "und"), ("de", "und"), ("en-GB", "and"), ("id-ID", "dan"), ("fr-CA", "et")]
)
def test_terms_of_the_locale_files(locale: str, printed: str) -> None:
    assert term('term="and"', "", locale) == printed


def test_an_empty_term_prints_nothing() -> None:
    above = '<locale><terms><term name="and"></term></terms></locale>'
    assert cited('<text variable="title"/><text term="and" prefix="!"/>', T, above=above) == ["T"]


@pytest.mark.parametrize(
    ("group", "printed"),
    [
        ('<text variable="title"/><text variable="volume"/>', ["T, 3", "T", "3"]), ('<text value="vol."/><text variable="volume"/>', ["vol., 3", "", "vol., 3"]),
        ('<text value="x"/>', ["x", "x", "x"]), ('<text value="x"/><text macro="volume"/>', ["x, 3", "", "x, 3"]),
        ('<text value="x"/><group><text variable="volume"/></group><text variable="title"/>', ["x, 3, T", "x, T", "x, 3"]),
        ('<text term="and"/><number variable="volume"/>', ["and, 3", "", "and, 3"]), ('<text value="x"/><names variable="author"/>', ["", "", ""]),
        ('<text value="x"/><date variable="issued" form="text"/>', ["", "", ""]), ('<label variable="volume"/><text variable="volume"/>', ["volume, 3", "", "volume, 3"]),
    ],
)  # fmt: skip
def test_a_group_vanishes_with_its_variables(group: str, printed: list[str]) -> None:
    above = '<macro name="volume"><text variable="volume"/></macro>'
    layout = f'<text value="– "/><group delimiter=", " prefix="(" suffix=")">{group}</group>'
    got = cited(layout, {"title": "T", "volume": "3"}, T, {"volume": "3"}, above=above)
    assert [text.removeprefix("–").strip() for text in got] == [f"({text})" if text else "" for text in printed]


def test_a_macro_vanishes_with_its_variables() -> None:
    above = '<macro name="m"><text value="vol. "/><text variable="volume"/></macro>'
    assert cited('<text variable="title"/><text macro="m" prefix=", "/>', {"title": "T", "volume": "3"}, T, above=above) == [
        "T, vol. 3",
        "T",
    ]


def test_branches_belong_to_the_group_around_them() -> None:
    layout = '<group delimiter=", "><choose><if variable="title"><text variable="title"/><text variable="volume"/></if></choose><text value="x"/></group>'
    assert cited(layout, {"title": "T", "volume": "3"}) == ["T, 3, x"]


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [('variable="title" form="short"', ["Short", "Long"]), ('variable="container-title" form="short"', ["J.", "Journal"]), ('variable="title"', ["Long", "Long"])],
)  # fmt: skip
def test_short_forms(attributes: str, printed: list[str]) -> None:
    both = {"title": "Long", "title-short": "Short", "container-title": "Journal", "container-title-short": "J."}
    assert cited(f"<text {attributes}/>", both, {"title": "Long", "container-title": "Journal"}) == printed


@pytest.mark.parametrize(
    ("author", "label"),
    [
        (["Doe, Al"], "Doe99"), (["Dorian, Al"], "Dori99"), (["Doe, Al", "Roe, Bo"], "DoRo99"), (["Doe, Al", "Roe, Bo", "Poe, Cy"], "DoRP99"),
        (["Doe, Al", "Roe, Bo", "Poe, Cy", "Zoe, Di"], "DRPZ99"), ([], "OldP99"),
    ],
)  # fmt: skip
def test_labels_of_letters_and_year(author: list[str], label: str) -> None:
    work = {"title": "Old Ports", "author": people(*author), "issued": {"date-parts": [[1999]]}}
    assert cited('<text variable="citation-label"/>', work, {"citation-label": "Own"}) == [label, "Own"]


POSITION = (
    '<layout delimiter="; "><choose><if position="first"><text value="first"/></if><else-if position="ibid-with-locator"><text value="ibid at"/></else-if>'
    '<else-if position="ibid"><text value="ibid"/></else-if><else><text value="again"/></else></choose></layout>'
)
A, A3, A4, B = Cite("a"), Cite("a", "3"), Cite("a", "4"), Cite("b")


@pytest.mark.parametrize(
    ("clusters", "printed"),
    [
        ([[A, A]], ["first; ibid"]), ([[A, A3]], ["first; ibid at"]), ([[A3, A]], ["first; again"]), ([[A, B, A]], ["first; first; again"]), ([[A3, A3]], ["first; ibid"]),
        ([[A], [A, B]], ["first", "ibid; first"]), ([[A, B], [A]], ["first; first", "again"]), ([[A, B], [B]], ["first; first", "again"]),
        ([[A3, A4], [A4]], ["first; ibid at", "again"]), ([[A3], [A3]], ["first", "ibid"]), ([[A], [B], [A]], ["first", "first", "again"]),
    ],
)  # fmt: skip
def test_positions_within_citations(clusters: list[list[Cite]], printed: list[str]) -> None:
    made = Processor(style(POSITION), works(T, T))
    rendered = made.citations([Cluster(tuple(cites), note) for note, cites in enumerate(clusters, 1)])
    assert [plain(one) for one in rendered] == printed


IN_BRACKETS = '<layout prefix="(" suffix=")" delimiter="; "><text variable="title"/></layout>'


@pytest.mark.parametrize(
    ("cites", "printed"),
    [
        ([Cite("a"), Cite("b")], "(T; U)"), ([Cite("a", prefix="see"), Cite("b")], "(see T; U)"), ([Cite("a", prefix="see "), Cite("b")], "(see T; U)"),
        ([Cite("a", suffix="passim"), Cite("b")], "(T passim; U)"), ([Cite("a", suffix=", passim"), Cite("b")], "(T, passim; U)"),
        ([Cite("a", suffix="."), Cite("b")], "(T. U)"), ([Cite("a"), Cite("b", prefix=", and")], "(T, and U)"), ([Cite("a", suffix="(old)")], "(T (old))"),
        ([Cite("a", prefix="<i>cf.</i>")], "(cf. T)"), ([Cite("a", prefix="“")], "(“T)"),
    ],
)  # fmt: skip
def test_words_around_a_cite(cites: list[Cite], printed: str) -> None:
    made = Processor(style(IN_BRACKETS), works(T, {"title": "U"}))
    assert plain(made.citations([Cluster(tuple(cites), 1)])[0]) == printed


def test_what_prints_nothing_is_seen() -> None:
    assert cited('<text variable="title"/>', {"volume": "3"}) == ["[CSL STYLE ERROR: reference with no printed form.]"]


def test_a_first_field_stands_apart_where_the_style_aligns_the_second() -> None:
    layout = '<layout suffix="."><text variable="citation-number" suffix=") "/><text variable="title"/></layout>'
    below = '<bibliography second-field-align="{}">' + layout + "</bibliography>"
    for align in ("flush", "margin"):
        compiled = style('<text variable="citation-number"/>', below=below.format(align))
        found = Processor(compiled, works(T, {"title": "U"}), uncited=["a", "b"]).bibliography()
        assert found.align == align
        assert [(plain(entry.margin).strip(), plain(entry.children)) for entry in found.entries] == [("1)", "T."), ("2)", "U.")]
    assert listed(layout, T) == ["1) T."]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", (False, 1, 1)), ('hanging-indent="true"', (True, 1, 1)), ('hanging-indent="false"', (False, 1, 1)), ('entry-spacing="0" line-spacing="2"', (False, 0, 2)),
    ],
)  # fmt: skip
def test_how_a_bibliography_is_to_be_set(said: str, expected: tuple[Any, ...]) -> None:
    compiled = style('<text variable="title"/>', below=f'<bibliography {said}><layout><text variable="title"/></layout></bibliography>')
    found = Processor(compiled, works(T), uncited=["a"]).bibliography()
    assert (found.hanging, found.entry_spacing, found.line_spacing) == expected


def test_numbers_follow_the_citations_or_the_order_of_the_bibliography() -> None:
    layout = '<layout><text variable="citation-number" suffix=". "/><text variable="title"/></layout>'
    known = works({"title": "B"}, {"title": "A"})
    for sort, printed in (("", ["1. B", "2. A"]), ('<sort><key variable="title"/></sort>', ["1. A", "2. B"])):
        compiled = style('<text variable="citation-number"/>', below=f"<bibliography>{sort}{layout}</bibliography>")
        made = Processor(compiled, known)
        numbers = [plain(one) for one in made.citations([Cluster((Cite("a"),)), Cluster((Cite("b"),))])]
        assert [plain(entry.children) for entry in made.bibliography().entries] == printed
        assert numbers == (["1", "2"] if not sort else ["2", "1"])


def test_no_date_stands_though_what_is_beside_it_is_empty() -> None:
    above = (
        '<macro name="m"><text term="no date" form="short"/><group><label variable="locator"/><text variable="locator"/></group></macro>'
    )
    assert cited('<text variable="title"/><text macro="m" prefix=" "/>', T, above=above) == ["T n.d."]
