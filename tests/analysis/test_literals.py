"""The sieve of patterns: it passes over no pattern that would have been found."""

from __future__ import annotations

import re

import pytest

from litreview.analysis.cues import cues
from litreview.analysis.literals import Sieve, needed
from litreview.languages import tags


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bgoals? of\b", {"goal"}),
        (r"(?:the|a) (?:purpose|aim)s?\b", {"purpose", "aim"}),
        (r"in order(?:\s+to)?", {"in order"}),
        (r"(?P<rest>so that)+", {"so that"}),
        (r"x{2}y", {"x", "y"}),
        (r"(?:paper|term paper)\.", {"paper"}),
    ],
)
def test_what_a_match_must_hold(pattern: str, strings: set[str]) -> None:
    told = needed(pattern)
    assert told is not None
    assert told <= strings


@pytest.mark.parametrize("pattern", [r"\w+", r"(?:goal)?", r"goal|\w+", r"(?:goal|)", r"g{0,3}", r"(?i:Goal)", r"(?:open", r"a{,2}"])
def test_nothing_is_said_of_what_may_match_without(pattern: str) -> None:
    assert needed(pattern) is None


def test_what_is_beside_a_match_need_not_be_in_it() -> None:
    assert needed(r"(?<!not )effective(?! at all)") == {"effective"}


@pytest.mark.parametrize("tag", tags())
def test_every_cue_that_is_found_was_searched_for(tag: str) -> None:
    table = cues(tag)
    texts = [
        "we aim to explain why two cities cooperate, and the results of this study show that trust matters more than money.",
        "penelitian ini bertujuan menjelaskan alasan kerja sama; hasil penelitian menunjukkan bahwa data dikumpulkan melalui wawancara.",
        "drawing on institutional theory, this article asks how villages were chosen: future research should be conducted elsewhere.",
        "berdasarkan teori kelembagaan, peneliti menyarankan agar pemerintah desa memperhatikan hal ini pada masa mendatang.",
    ]
    for text in texts:
        found = {number for number, rule in enumerate(table.rules) if rule.pattern.search(text)}
        assert found <= set(table.sieve.fitting(text))


def test_a_sieve_for_small_letters() -> None:
    sieve = Sieve.of(["Results Of", r"\d+"], ignore_case=True)
    assert list(sieve.fitting("the results of it")) == [0, 1]
    assert list(sieve.fitting("the aims")) == [1]
    assert re.search("Results Of", "the results of it", re.IGNORECASE)
