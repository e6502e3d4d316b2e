"""Fields that a study of its type needs to be cited and found.

The table follows what the usual styles print for each CSL type (APA 7, chapter 10) and what BibLaTeX requires (manual 2.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library, Study
from litreview.record.faults import study_fault

# Alternatives in one group: any of them will do; the first one is named.
Group = tuple[str, ...]
_BASE: tuple[Group, ...] = (("title",), ("author", "editor"), ("issued", "status"))
_IN_CONTAINER: tuple[Group, ...] = (*_BASE, ("container-title",))

REQUIRED: dict[str, tuple[Group, ...]] = {
    "article": (*_BASE, ("publisher", "container-title", "archive", "DOI", "URL")),
    "article-journal": (*_IN_CONTAINER, ("volume", "DOI", "URL")),
    "article-magazine": _IN_CONTAINER,
    "article-newspaper": _IN_CONTAINER,
    "book": (*_BASE, ("publisher",)),
    "chapter": (*_IN_CONTAINER, ("publisher",)),
    "dataset": (*_BASE, ("publisher", "DOI", "URL")),
    "entry-dictionary": (("title",), ("container-title",), ("issued", "status")),
    "entry-encyclopedia": (("title",), ("container-title",), ("issued", "status")),
    "legislation": (("title", "number"),),
    "paper-conference": (*_BASE, ("container-title", "event-title", "event")),
    "patent": (*_BASE, ("number",)),
    "personal_communication": (("author",), ("issued",)),
    "post": (*_BASE, ("URL", "container-title")),
    "post-weblog": (*_BASE, ("URL", "container-title")),
    "report": (*_BASE, ("publisher",)),
    "thesis": (*_BASE, ("publisher",)),
    "webpage": (("title",), ("author", "publisher", "container-title"), ("URL",)),
}
"""What each CSL type needs; types not listed need a title, an author or editor and a date."""


def missing(study: Study) -> tuple[tuple[str, bool], ...]:
    """The fields `study` lacks for its type, each with whether somebody looked for it in vain.

    >>> missing(Study("a", "thesis", looked_for=("author",)))
    (('title', False), ('author', True), ('issued', False), ('publisher', False))
    """
    groups = REQUIRED.get(study.type, _BASE)
    return tuple(
        (group[0], bool(set(group) & set(study.looked_for))) for group in groups if not any(_states(study, name) for name in group)
    )


def _states(study: Study, variable: str) -> bool:
    return bool(study.names.get(variable) or study.dates.get(variable) or study.text(variable))


def run(library: Library) -> Iterator[Problem]:
    """A warning for each field that is missing; for information only where the record says that the source does not state it, and of a
    study that is read from a page each time, since no record of it is there to be filled in."""
    for study in library:
        for field, searched in missing(study):
            if searched:
                yield study_fault("field-not-stated", study, "info", field=field)
            else:
                read = study.origin is not None and study.origin.format == "page"
                yield study_fault("missing-field", study, "info" if read else "warning", field=field, type=study.type)


CHECK = RecordCheck("required-fields", run)
