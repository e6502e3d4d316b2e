"""Small texts of citations at their borders: particles of names, ranges of pages, labels, escaped characters, full stops."""

from __future__ import annotations

import pytest

from litreview.csl.encoding import in_utf8, with_characters
from litreview.csl.particles import split_particles
from litreview.csl.trigraph import citation_label
from litreview.record import Date, DateParts, Name
from tests.csl.small import cited, people


@pytest.mark.parametrize(
    ("given", "family", "parts"),
    [
        # (dropped with the given name, stays with the family name, given, family)
        ("Ludwig", "van Beethoven", (None, "van", "Ludwig", "Beethoven")),
        ("Ludwig van", "Beethoven", ("van", None, "Ludwig", "Beethoven")),
        ("Jean de", "la Fontaine", ("de", "la", "Jean", "Fontaine")),
        ("van", "Beethoven", (None, None, "van", "Beethoven")),
        ("L van", "Beethoven", ("van", None, "L", "Beethoven")),
        ("Jean", "d'Alembert", (None, "d'", "Jean", "Alembert")),
        ("Jean d'", "Alembert", ("d'", None, "Jean", "Alembert")),
        ("Ann", "d’ Lee", (None, "d’", "Ann", "Lee")),
        ("Ann", "al-Din", (None, "al-", "Ann", "Din")),
        ("Ann", "Van der Berg", (None, None, "Ann", "Van der Berg")),
        ("Ann", "van der berg", (None, None, "Ann", "van der berg")),
        ("Ann", '"van Lee"', (None, None, "Ann", "van Lee")),
        ("Ann", '"', (None, None, "Ann", '"')),
        ("Ann", '""', (None, None, "Ann", "")),
        ("Ann Van", "Lee", (None, None, "Ann Van", "Lee")),
        ("Ann, van", "Lee", ("van", None, "Ann,", "Lee")),
    ],
)  # fmt: skip
def test_what_stands_in_small_letters_beside_a_name_is_a_particle(given: str, family: str, parts: tuple[str | None, ...]) -> None:
    name = split_particles(Name(family, given))
    assert (name.dropping_particle, name.non_dropping_particle, name.given, name.family) == parts


@pytest.mark.parametrize(
    ("given", "suffix", "comma"), [("Ann, Jr.", "Jr.", False), ("Ann,! Jr.", "Jr.", True), ("Ann,", None, False), (", Jr.", None, False)]
)
def test_a_suffix_stands_behind_the_comma_of_a_given_name(given: str, suffix: str | None, comma: bool) -> None:
    name = split_particles(Name("Lee", given))
    assert (name.suffix, name.comma_suffix, name.given) == (suffix, comma, "Ann" if suffix else given)


def test_particles_that_are_stated_are_left_alone() -> None:
    stated = Name("de Lee", "Ann van", non_dropping_particle="la", dropping_particle="du", suffix="III")
    assert split_particles(stated) == stated


RANGES = {
    # pages: as they are printed with each format
    "101-108": ("101–108", "101–8", "101–08", "101–8", "101–8"),
    "100-108": ("100–108", "100–8", "100–08", "100–108", "100–108"),
    "321-328": ("321–328", "321–8", "321–28", "321–28", "321–28"),
    "42-45": ("42–45", "42–5", "42–45", "42–45", "42–45"),
    "321-28": ("321–328", "321–8", "321–28", "321–28", "321–28"),
    "1087-1089": ("1087–1089", "1087–9", "1087–89", "1087–89", "1087–89"),
    "1496-1504": ("1496–1504", "1496–504", "1496–504", "1496–1504", "1496–504"),
    "1002-1006": ("1002–1006", "1002–6", "1002–06", "1002–6", "1002–6"),
    "1109-1110": ("1109–1110", "1109–10", "1109–10", "1109–10", "1109–10"),
    "9-12": ("9–12", "9–12", "9–12", "9–12", "9–12"),
    "108-101": ("108–101", "108–101", "108–101", "108–101", "108–101"),
}


@pytest.mark.parametrize("place", range(5), ids=["expanded", "minimal", "minimal-two", "chicago-15", "chicago-16"])
def test_ranges_of_pages(place: int) -> None:
    formats = ("expanded", "minimal", "minimal-two", "chicago-15", "chicago-16")
    mappings = [{"page": pages} for pages in RANGES]
    printed = cited('<text variable="page"/>', *mappings, attributes=f'page-range-format="{formats[place]}"')
    assert printed == [forms[place] for forms in RANGES.values()]


@pytest.mark.parametrize(
    ("families", "year", "label"),
    [
        (["Wulandari"], 1999, "Wula99"), (["Wulandari", "Santoso"], 2005, "WuSa05"), (["Wulandari", "Santoso", "Lee"], 2010, "WuSL10"),
        (["Wulandari", "Santoso", "Lee", "Min"], 2010, "WSLM10"), (["Wulandari", "Santoso", "Lee", "Min", "Roe"], 2010, "WSLM10"), (["Al"], None, "Al"),
        ([], 2000, "Kota00"),
    ],
)  # fmt: skip
def test_the_label_of_a_work(families: list[str], year: int | None, label: str) -> None:
    names = {"author": tuple(Name(family=family) for family in families)}
    assert citation_label(names, {} if year is None else {"issued": Date(DateParts(year))}, {"title": "“Kota ke-2"}) == label


def test_an_editor_gives_the_label_where_no_author_is_stated() -> None:
    assert citation_label({"editor": (Name(literal="Badan Kota"),), "translator": (Name("Lee"),)}, {}, {}) == "Bada"


@pytest.mark.parametrize(
    ("number", "allowed"),
    [
        ("8", False), ("9", True), ("10", True), ("11", False), ("12", False), ("13", True), ("14", False), ("31", False), ("32", True), ("xD7FF", True),
        ("xD800", False), ("xDFFF", False), ("xE000", True), ("xFFFD", True), ("xFFFE", False), ("xFFFF", False), ("x10000", True), ("x10FFFF", True),
        ("x110000", False),
    ],
)  # fmt: skip
def test_a_character_that_xml_does_not_allow_stays_escaped_twice(number: str, allowed: bool) -> None:
    escaped = f"a&amp;#{number};b".encode()
    assert with_characters(escaped) == (f"a&#{number};b".encode() if allowed else escaped)


def test_a_style_in_any_encoding_is_read_in_one() -> None:
    for declared, encoding in (("utf-16", "utf-16"), ("utf-16", "utf-16-be"), ("utf-8", "utf-8-sig")):
        text = f'<?xml version="1.0" encoding="{declared}"?><style>é</style>'
        data = text.encode(encoding) if encoding != "utf-16-be" else "\ufeff".encode("utf-16-be") + text.encode("utf-16-be")
        assert in_utf8(data).decode("utf-8-sig").endswith("<style>é</style>")


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ('<text variable="title" strip-periods="true"/>', "A B"),
        ('<text variable="title" strip-periods="true" prefix="p." suffix="."/>', "p.A B."),
        ('<group suffix="."><text variable="title"/></group>', "A. B."),
        ('<text variable="title" text-case="uppercase"/>', "A. B."),
    ],
)
def test_full_stops_are_taken_from_a_value_and_not_from_its_affixes(layout: str, printed: str) -> None:
    assert cited(layout, {"title": "A. B."}) == [printed]


@pytest.mark.parametrize(
    ("case", "printed"),
    [("uppercase", "MAY 2019"), ("lowercase", "may 2019"), ("capitalize-first", "May 2019"), ("title", "May 2019")],
)
def test_a_date_takes_the_case_of_its_element(case: str, printed: str) -> None:
    parts = '<date-part name="month"/><date-part name="year" prefix=" "/>'
    assert cited(f'<date variable="issued" text-case="{case}">{parts}</date>', {"issued": {"date-parts": [[2019, 5]]}}) == [printed]


def test_a_particle_is_printed_where_the_style_wants_it() -> None:
    work = {"author": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}, *people("Lee, Ann")]}
    shapes = {
        '<name form="short"/>': "van Beethoven, Lee",
        '<name name-as-sort-order="all" sort-separator=", " delimiter="; "/>': "Beethoven, Ludwig van; Lee, Ann",
        '<name initialize-with="."/>': "L. van Beethoven, A. Lee",
    }
    for shape, printed in shapes.items():
        assert cited(f'<names variable="author">{shape}</names>', work) == [printed]
