"""Numbers before headings and the lengths of a layout, at their borders."""

from __future__ import annotations

import pytest
from lxml import etree

from litreview.errors import ReadError
from litreview.writers.docx.package.layout import Layout, length, parse
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.counting import Counting, Level, Lists, Place, lists_of, written
from litreview.writers.docx.template.labels import Shape, counts_in, shape_of, typed_number, value_of


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (1, "upperRoman", "I"), (4, "lowerRoman", "iv"), (9, "upperRoman", "IX"), (40, "upperRoman", "XL"), (89, "upperRoman", "LXXXIX"), (90, "upperRoman", "90"),
        (0, "upperRoman", "0"), (1, "upperLetter", "A"), (26, "lowerLetter", "z"), (27, "upperLetter", "AA"), (52, "upperLetter", "ZZ"), (53, "lowerLetter", "aaa"),
        (780, "upperLetter", "Z" * 30), (781, "upperLetter", "781"), (0, "lowerLetter", "0"), (3, "decimal", "3"), (3, "decimalZero", "03"),
        (10, "decimalZero", "10"), (3, "none", ""), (3, "hebrew1", "3"),
    ],
)  # fmt: skip
def test_a_count_in_the_forms_of_lists(count: int, form: str, text: str) -> None:
    assert written(count, form) == text


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("BAB II TINJAUAN PUSTAKA", "BAB II"), ("BAB 2: Data", "BAB 2"), ("2.1. Pengantar", "2.1."), ("2.1 Pengantar", "2.1"), ("I.7 Data", "I.7"), ("A. Latar", "A."),
        ("A.1 Latar", "A.1"), ("A priori", ""), ("Data primer", ""), ("2019 Data", ""), ("2) Data", "2)"), ("2", "2"), ("II Data", ""), ("2.a Data", "2.a"), ("2.ab Data", ""),
        ("a) Data", "a)"), ("", ""),
    ],
)  # fmt: skip
def test_the_number_that_somebody_typed(words: str, number: str) -> None:
    assert typed_number(words) == number


@pytest.mark.parametrize(
    ("number", "counts"),
    [
        ("BAB II", (2,)), ("II.3.", (2, 3)), ("2.1.4", (2, 1, 4)), ("B.", (2,)), ("b.", (2,)), ("A.1", (1, 1)), ("Z)", (26,)), ("z)", (26,)), ("lxxxix", (89,)), ("é.", ()),
        ("LAMPIRAN", ()), ("iv", (4,)),
    ],
)  # fmt: skip
def test_the_counts_in_a_number(number: str, counts: tuple[int, ...]) -> None:
    assert counts_in(number) == counts


def test_what_a_numeral_stands_for() -> None:
    assert [value_of(token) for token in ("I", "iv", "LXXXIX", "XC", "0", "12", "BAB", "IIII")] == [1, 4, 89, None, 0, 12, None, None]


@pytest.mark.parametrize(
    ("number", "above", "count", "following"),
    [
        ("II.1.", (3,), 4, "III.4."), ("A.", (2,), 3, "C."), ("BAB IV", (), 2, "BAB II"), ("BAB 4", (), 2, "BAB 2"), ("2.1", (3, 2), 4, "3.2.4"), ("2.1)", (3,), 4, "3.4)"),
        ("a.", (3,), 2, "b."), ("i.", (3,), 2, "ii."), ("L.", (), 2, "B."), ("2.a", (3,), 2, "3.b"), ("2", (3,), 4, "4"), ("2.1", (), 4, "4"), ("Bab ii:", (), 3, "Bab iii:"),
    ],
)  # fmt: skip
def test_a_further_number_has_the_look_of_the_one_before(number: str, above: tuple[int, ...], count: int, following: str) -> None:
    shape = shape_of(number)
    assert shape is not None
    assert shape.number(above, count) == following


def test_words_without_a_numeral_have_no_look() -> None:
    assert [shape_of(text) for text in ("", "LAMPIRAN", "--")] == [None, None, None]
    assert Shape().number((), 3) == "3"


# Lists as a program counts them.

TWO_LEVELS = {0: Level("%1.", "upperRoman"), 1: Level("%1.%2"), 2: Level("(%3)", "lowerLetter", restart=1)}


def labels(lists: Lists, *places: tuple[int, int]) -> list[str]:
    counting = Counting(lists)
    return [counting.label(Place(*place)) for place in places]


def test_a_deeper_level_begins_anew_below_each_heading() -> None:
    lists = Lists({1: 7}, {7: TWO_LEVELS}, {}, {})
    assert labels(lists, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["I.", "I.1", "I.2", "II.", "II.1"]
    assert labels(lists, (1, 1), (1, 3), (2, 0)) == ["I.1", "", ""]


def test_a_level_may_go_on_below_some_headings() -> None:
    lists = Lists({1: 7}, {7: TWO_LEVELS}, {}, {})
    assert labels(lists, (1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)) == ["I.", "I.1", "(a)", "I.2", "(b)", "II.", "(a)"]


def test_lists_of_one_definition_go_on_counting_unless_one_begins_anew() -> None:
    shared = {1: 7, 2: 7}
    assert labels(Lists(shared, {7: TWO_LEVELS}, {}, {}), (1, 0), (2, 0)) == ["I.", "II."]
    assert labels(Lists(shared, {7: TWO_LEVELS}, {(2, 0): 5}, {}), (1, 0), (2, 0), (2, 0), (1, 0)) == ["I.", "V.", "VI.", "VII."]
    assert labels(Lists(shared, {7: TWO_LEVELS}, {(2, 0): 5}, {}), (1, 0), (2, 1), (2, 1)) == ["I.", "V.1", "V.2"]


def test_plain_counts_bullets_and_none() -> None:
    levels = {0: Level("%1", "upperRoman", start=3), 1: Level("%1.%2", plain=True), 2: Level("•", "bullet"), 3: Level("x", "none")}
    assert labels(Lists({1: 7}, {7: levels}, {}, {}), (1, 0), (1, 1), (1, 2), (1, 3), (1, 0)) == ["III", "3.1", "•", "", "IV"]


def test_a_copy_counts_on_without_changing_the_first() -> None:
    counting = Counting(Lists({1: 7}, {7: TWO_LEVELS}, {(1, 0): 4}, {}))
    assert counting.label(Place(1, 0)) == "IV."
    assert counting.copy().label(Place(1, 0)) == "V."
    assert counting.label(Place(1, 0)) == "V."


def test_the_part_of_a_file_on_its_lists_is_read() -> None:
    part = etree.fromstring(
        f"""<w:numbering xmlns:w="{W}">
        <w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Own"/><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="lowerRoman"/>
          <w:lvlText w:val="%1)"/><w:pStyle w:val="Heading1"/></w:lvl><w:lvl w:ilvl="1"><w:isLgl/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2"/></w:lvl>
          <w:lvl w:ilvl="2"><w:isLgl w:val="0"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Own"/></w:abstractNum>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
        <w:num w:numId="4"/></w:numbering>"""
    )
    lists = lists_of(part)
    assert lists.levels[1] == lists.levels[0]
    assert lists.levels[0] == {0: Level("%1)", "lowerRoman", 2), 1: Level("%2", plain=True, restart=0), 2: Level("")}
    assert (dict(lists.shared), dict(lists.starts)) == ({3: 1, 4: -1}, {(3, 1): 9})
    assert dict(lists.styled) == {(0, "Heading1"): 0, (1, "Heading1"): 0}
    assert lists_of(None) == Lists({}, {}, {}, {})


# Lengths and sections of a layout.


@pytest.mark.parametrize(
    ("text", "twips"),
    [("2.54cm", 1440), ("25.4 mm", 1440), ("1in", 1440), ("12pt", 240), ("-1in", -1440), ("0pt", 0), ("1000pt", 20000), ("0.5pt", 10)],
)
def test_a_length_has_its_unit(text: str, twips: int) -> None:
    assert length(text) == twips


@pytest.mark.parametrize("text", ["12", "1001pt", "-1001pt", "12 em", "pt", 12, None, "12pt 3", "1,5cm"])
def test_what_is_no_length_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="layout-length"):
        length(text)


def layout(text: str) -> Layout:
    return parse(text.encode(), "look.toml", frozenset({"Normal", "Title"}))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ('[styles.Normal]\nsize = "0.5pt"', True), ('[styles.Normal]\nsize = "0.2pt"', False), ('[styles.Normal]\nsize = "1000pt"', True), ("[styles.Normal]\nline = 1.5", True),
        ("[styles.Normal]\nline = 9", True), ("[styles.Normal]\nline = 10", False), ("[styles.Normal]\nline = 0", False), ("[styles.Normal]\nline = true", False),
        ('[styles.Normal]\nline = "18pt"', True), ("[styles.Normal]\nbold = true", True), ("[styles.Normal]\nbold = 1", False), ('[styles.Normal]\ncolor = "00ff00"', True),
        ('[styles.Normal]\ncolor = "00ff0"', False), ('[styles.Normal]\nalign = "justify"', True), ('[styles.Normal]\nalign = "middle"', False),
        ('[styles.Other]\nbold = true', False), ('[captions]\nseparator = ": "', True), ("[captions]\nseparator = 1", False), ('[captions]\nseparator = "a\\nb"', False),
        ('[other]\na = 1', False), ('[page]\nother = "1cm"', False), ("page = 3", False), ('[captions]\nseparator = "' + "a" * 200 + '"', True),
        ('[captions]\nseparator = "' + "a" * 201 + '"', False), ('[page]\nwidth = "21cm"\nleft = "9cm"\nright = "9cm"', True),
        ('[page]\nwidth = "21cm"\nleft = "10cm"\nright = "9cm"', False), ("[page", False),
    ],
)  # fmt: skip
def test_a_layout_is_read_or_refused(text: str, known: bool) -> None:
    if known:
        assert layout(text) != Layout()
    else:
        with pytest.raises(ReadError, match=r"look\.toml"):
            layout(text)
