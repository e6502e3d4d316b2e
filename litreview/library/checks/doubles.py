"""Records of the library that are one work, or look like it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.library.duplicates import duplicates
from litreview.record import Library
from litreview.record.faults import study_fault

_TITLES = {"same-title", "alike-title", "longer-title"}
_CODES = {"certain": "double-certain", "strong": "double-likely", "weak": "double-possible"}


def run(library: Library) -> Iterator[Problem]:
    """A warning for each pair that is certainly or likely one work, for information where it only may be; told at the later one."""
    for pair in duplicates(library):
        reason, *others = pair.reasons
        if reason.code == "same-identifier" and pair.strength != "certain" and not _TITLES.intersection(other.code for other in others):
            kind, value = (reason.get(slot) or "" for slot in ("kind", "value"))
            yield study_fault("identifier-shared", library[pair.second], other=pair.first, kind=kind, value=value)
            continue
        problem = study_fault(_CODES[pair.strength], library[pair.second], other=pair.first, score=f"{pair.score:.2f}")
        yield attrs.evolve(problem, severity="info" if pair.strength == "weak" else "warning")


CHECK = RecordCheck("doubles", run)
