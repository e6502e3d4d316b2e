"""Checks of records, before anything is made of them. One module is one check; `CHECK` registers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from litreview._parts import parts
from litreview.errors import Origin, Problem, Severity
from litreview.record import Library, Study


@attrs.frozen
class RecordCheck:
    """One check: `run(library)` gives what it found, in the order of the studies."""

    name: str
    run: Callable[[Library], Iterable[Problem]]


def checks() -> tuple[RecordCheck, ...]:
    """Every check, by module name."""
    return parts("litreview.library.checks", "CHECK", RecordCheck)


def found(code: str, study: Study, severity: Severity = "warning", **data: str | int) -> Problem:
    """A problem of `study`, placed where it was read from."""
    file, line = (study.origin.file, study.origin.line) if study.origin else (None, None)
    slots = tuple((name, str(value)) for name, value in data.items())
    return Problem(code, slots, Origin(file=file, line=line), study.key, severity)
