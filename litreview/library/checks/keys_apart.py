"""Keys that differ in case or accents alone: BibTeX, databases and file systems take them for one."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library
from litreview.record.faults import study_fault
from litreview.record.keys import folded_twins


def run(library: Library) -> Iterator[Problem]:
    """A warning for each later key that is like an earlier one. (Equal keys are found when sources are read.)"""
    for earlier, later in folded_twins(library.keys()):
        yield study_fault("keys-alike", library[later], other=earlier)


CHECK = RecordCheck("keys-apart", run)
