"""Work that makes many objects and no cycles, with Python's search for cycles put off until it is done."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def undisturbed(work: Callable[P, T]) -> Callable[P, T]:
    """`work` without the search for cycles, which takes a fifth of the time and finds none: hundreds of thousands of nodes are looked
    through again and again. What was set before holds afterwards, whatever happens.

    >>> undisturbed(gc.isenabled)(), gc.isenabled()
    (False, True)
    """

    @wraps(work)
    def working(*args: P.args, **named: P.kwargs) -> T:
        if not gc.isenabled():
            return work(*args, **named)
        gc.disable()
        try:
            return work(*args, **named)
        finally:
            gc.enable()

    return working
