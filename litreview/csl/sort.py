"""Sorting cites and entries by the keys of a style. Source: CSL 1.0.2, "Sorting"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from litreview.csl.collate import CollationKey, collation_key

T = TypeVar("T")


def sorted_by(values: Sequence[T], keys: Sequence[tuple[Callable[[T], str], bool]], language: str) -> list[T]:
    """`values` sorted by (key function, descending) pairs, the first pair counting most; equal ones keep their order.

    What has nothing under a key comes last, in either direction.

    >>> sorted_by(["b2", "", "a1"], [(lambda v: v, True)], "en")
    ['b2', 'a1', '']
    """
    done = list(values)
    for key, descending in reversed(keys):
        full: list[tuple[CollationKey, T]] = []
        empty: list[T] = []
        for value in done:
            text = key(value)
            if text.strip() == "":
                empty.append(value)
            else:
                full.append((collation_key(text, language), value))
        full.sort(key=lambda pair: pair[0], reverse=descending)
        done = [value for _, value in full] + empty
    return done
