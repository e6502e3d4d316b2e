"""Sorting cites and entries by the keys of a style. Source: CSL 1.0.2, "Sorting"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from litreview.csl.collate import CollationKey, collation_key

T = TypeVar("T")


def sorted_by(values: Sequence[T], keys: Sequence[tuple[Callable[[T], str], bool]], language: str) -> list[T]:
    """`values` sorted by (key function, descending) pairs, the first pair counting most; equal ones keep their order.

    What has nothing under a key comes last, in either direction.

    >>> sorted_by(["b2", "", "a1"], [(lambda v: v, True)], "en")
    ['b2', 'a1', '']
    """
    if not keys or len(values) < 2:
        return list(values)
    (key, descending), rest = keys[0], keys[1:]
    full: list[tuple[CollationKey, T]] = []
    empty: list[T] = []
    for value in values:
        text = key(value)
        if text.strip() == "":
            empty.append(value)
        else:
            full.append((collation_key(text, language), value))
    full.sort(key=_collation, reverse=descending)
    done: list[T] = []
    for _, alike in groupby(full, key=_collation):  # later keys are only worked out where earlier ones are equal
        done += sorted_by([value for _, value in alike], rest, language)
    return done + sorted_by(empty, rest, language)


def _collation(pair: tuple[CollationKey, object]) -> CollationKey:
    return pair[0]
