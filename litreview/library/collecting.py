"""How often Python looks for values that only hold each other, while many studies are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 2_000_000
"""New values between two looks. Studies hold no circles, so looking through all of them again and again took half the time of reading."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While studies are read Python looks for circles seldom; afterwards as often as before.

    >>> before = gc.get_threshold()
    >>> with seldom_collected():
    ...     gc.get_threshold()[0] >= 2_000_000
    True
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _SELDOM) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
