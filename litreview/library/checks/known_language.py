"""Languages that nobody knows by the name given."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library
from litreview.record.faults import study_fault
from litreview.record.languages import language_tag


def run(library: Library) -> Iterator[Problem]:
    """A warning for the language of a work, and for the language of a text, that is no known tag, code or name."""
    for study in library:
        if study.language and language_tag(study.language) is None:
            yield study_fault("unknown-language", study, field="language", value=study.language)
        for field in ("title", "abstract"):
            for tag in study.tagged(field):
                if tag != study.language and language_tag(tag) is None:
                    yield study_fault("unknown-language", study, field=field, value=tag)


CHECK = RecordCheck("known-language", run)
