"""Shapes: a rule sees words by what the language file lists them as, counts gaps in words, and knows where they stand in the text."""

from __future__ import annotations

import pytest

from litreview.analysis.shapes import fits, found, rules, shape
from litreview.languages import language, tags


@pytest.mark.parametrize("tag", [tag for tag in tags() if tag in ("en", "id")])
def test_every_rule_of_a_language_file_can_be_read(tag: str) -> None:
    for name, listed in language(tag).section("anchors")["rules"].items():
        assert len(rules(tag, name)) == len(listed) > 0, name


def test_a_value_is_cut_out_of_the_text_itself() -> None:
    text = "In short, this small-scale study aims to weigh ferries’ noise."
    seen = shape(text, "en")
    _, match = next(found(seen, "en", "aim_outright"))
    start, end = seen.place(*match.span("rest"))
    assert text[start:end] == "weigh ferries’ noise."


def test_a_gap_of_words_holds_no_mark() -> None:
    assert fits(shape("This study of ferries aims to count them.", "en"), "en", "aim_outright")
    assert not fits(shape("This study, says the mayor; the port aims to grow.", "en"), "en", "aim_outright")


def test_a_hit_stands_for_the_term_and_the_bracket_behind_it() -> None:
    text = "The factor analysis (FA) was used to sort answers."
    near = shape(text, "en").around(text.index("factor"), text.index(" (FA)"))
    assert near.codes.count("H") == 1
    assert fits(near, "en", "approach_own")


def test_a_language_without_a_file_has_no_rules() -> None:
    assert rules("xx", "aim_outright") == ()
    assert not fits(shape("Deze studie wil weten waarom.", "xx"), "xx", "aim_outright")
