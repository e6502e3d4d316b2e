"""Making a problem of one study, with the file and line that the study was read from."""

from __future__ import annotations

from litreview.errors import Origin, Problem, Severity
from litreview.record.study import Study


def study_fault(code: str, study: Study, severity: Severity = "warning", **data: str | int) -> Problem:
    """The problem `code` of `study` with the slots `data` of its message, and with the file and line of the record.

    >>> problem = study_fault("missing-field", Study("lee2019", "book"), field="title")
    >>> problem.key, problem.get("field"), problem.severity
    ('lee2019', 'title', 'warning')
    """
    file, line = (study.origin.file, study.origin.line) if study.origin else (None, None)
    slots = tuple((name, str(value)) for name, value in data.items())
    return Problem(code, slots, Origin(file=file, line=line), study.key, severity)
