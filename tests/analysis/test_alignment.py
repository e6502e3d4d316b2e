"""Sentences of two versions brought together."""

from __future__ import annotations

from litreview.analysis.alignment import align


def test_one_to_one_where_the_numbers_are_equal() -> None:
    assert align(["a", "b"], ["c", "d"]) == (((0,), (0,)), ((1,), (1,)))


def test_two_against_one_by_length_and_names() -> None:
    first = ["Surabaya signed in 2005.", "The result is a partnership of Surabaya and Varna.", "And it brought trade to Varna."]
    second = [
        "Surabaya menandatanganinya pada tahun 2005.",
        "Hasilnya ialah kemitraan Surabaya dan Varna yang membawa perdagangan ke Varna.",
    ]
    assert align(first, second) == (((0,), (0,)), ((1, 2), (1,)))


def test_a_sentence_of_one_version_alone() -> None:
    first = ["Penelitian membahas Kyoto dan Semarang secara mendalam."]
    second = ["The study is about Kyoto and Semarang in depth.", "Thanks."]
    beads = align(first, second)
    assert [left for left, _ in beads if left] == [(0,)]


def test_nothing_is_paired_with_nothing() -> None:
    assert align([], ["a"]) == ()
    assert align(["a"] * 300, ["b"] * 301) == ()
