"""Counting work instead of taking time: what a machine does besides, and how fast it is, changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions, built-in ones too, are called until `work` is done."""
    count = 0

    def seen(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], Callable[[], object]], size: int, times: int = 2) -> float:
    """How many times the calls grow when `work` is done on something `times` as large: about `times` if it is in proportion."""
    work(1)()  # what is read once and kept is not counted
    return calls(work(size * times)) / calls(work(size))
