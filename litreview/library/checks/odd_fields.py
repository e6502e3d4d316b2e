"""Fields that a work of its type does not have, which mostly means that the type is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library, Study
from litreview.record.faults import study_fault

ODD: dict[str, tuple[str, ...]] = {
    "container-title": ("patent", "personal_communication"),
    "issue": ("book", "chapter", "thesis", "webpage", "patent", "personal_communication"),
    "ISSN": ("thesis", "patent", "personal_communication"),
    "ISBN": ("article-journal", "article-magazine", "article-newspaper", "webpage", "patent", "personal_communication"),
    "edition": ("article-journal", "article-magazine", "thesis", "personal_communication"),
    "event-title": ("article-journal", "article-magazine", "article-newspaper", "book", "thesis", "webpage", "patent"),
    "page": ("webpage", "personal_communication"),
}
"""For each variable the CSL types whose works do not have it."""

_EXCUSED = {"ISBN": ("container-title", "ISSN", "volume"), "event-title": ("container-title",)}
"""Data of publishers: a journal's supplement has an ISBN, an article may come from a meeting. Beside these the field is not odd."""


def odd(study: Study) -> tuple[str, ...]:
    """The variables `study` has that its type does not.

    >>> from litreview.record import LangText, Variables
    >>> odd(Study("a", "thesis", variables=Variables({"issue": LangText({"und": "2"}), "volume": LangText({"und": "1"})})))
    ('issue',)
    """
    stated = [name for name, types in ODD.items() if study.type in types and study.text(name)]
    return tuple(name for name in stated if not any(study.text(other) for other in _EXCUSED.get(name, ())))


def run(library: Library) -> Iterator[Problem]:
    """A warning for each odd field."""
    for study in library:
        for field in odd(study):
            yield study_fault("odd-field", study, field=field, type=study.type, value=study.text(field) or "")


CHECK = RecordCheck("odd-fields", run)
