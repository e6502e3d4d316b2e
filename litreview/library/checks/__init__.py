"""Checks of records, before anything is made of them. One module is one check; `CHECK` registers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from litreview._parts import parts
from litreview.errors import Problem
from litreview.record import Library


@attrs.frozen
class RecordCheck:
    """One check: `run(library)` gives what it found, in the order of the studies."""

    name: str
    run: Callable[[Library], Iterable[Problem]]


def checks() -> tuple[RecordCheck, ...]:
    """Every check, by module name."""
    return parts("litreview.library.checks", "CHECK", RecordCheck)
