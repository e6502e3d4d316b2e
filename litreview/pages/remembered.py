"""Answers about a line of text, kept for a while: several stages of a page ask the same of the same line."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_Answer = TypeVar("_Answer")
_MOST = 2048
_LONGEST = 4000
"""The answer to a longer text, in characters, is not kept: its memory would be worth more than its time."""


def remembered(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """`ask` with its last answers kept. It must be a function of the text alone.

    >>> count = remembered(len)
    >>> count("kota"), count("kota")
    (4, 4)
    """
    kept = lru_cache(maxsize=_MOST)(ask)

    @wraps(ask)
    def asked(text: str) -> _Answer:
        return kept(text) if len(text) <= _LONGEST else ask(text)

    return asked
