"""Cells that say "the source does not state it" because an earlier version read a page by rules and found nothing."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.library.repairs.nulls import unfounded
from litreview.record import Library
from litreview.record.faults import study_fault


def run(library: Library) -> Iterator[Problem]:
    """A warning for each record with such cells, which names them."""
    for study in library:
        fields = unfounded(study)
        if fields:
            yield study_fault("nulls-from-page", study, fields=", ".join(fields))


CHECK = RecordCheck("nulls-from-pages", run)
