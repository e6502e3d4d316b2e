"""Checks of records, before anything is made of them. One module is one check; `CHECK` registers it.

In comes a library as it was read. Out come problems: one for each value that is wrong or missing, with the key of its study and where
it was read. No check changes a record, opens a file or looks anything up.

The rest of the library may call it; checks ask `repairs` what could be put right, and `duplicates` which records are one work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from litreview._parts import broken, parts
from litreview.errors import Problem
from litreview.record import Library

GROUP = "litreview.checks"
"""The group of entry points by which other packages bring a check."""


@attrs.frozen
class RecordCheck:
    """One check: `run(library)` gives what it found, in the order of the studies."""

    name: str
    run: Callable[[Library], Iterable[Problem]]


def checks() -> tuple[RecordCheck, ...]:
    """Every check, by module name."""
    return parts("litreview.library.checks", "CHECK", RecordCheck, GROUP)


def broken_checks() -> tuple[Problem, ...]:
    """The checks of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "CHECK", RecordCheck)
