"""The work that a draft leaves: the cells of its table that nobody has filled in yet, and the studies whose abstract is not there."""

from __future__ import annotations

from litreview.record import ASPECT, Library, state

_SHOWN = tuple(name for name, aspect in ASPECT.items() if aspect.column is not None or aspect.beside is not None)


def unread_cells(library: Library) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The aspects that have a place in the table of previous studies and are not yet read, by study; studies without any are left out.

    >>> from litreview.record import LangText, Study, library_of
    >>> unread_cells(library_of([Study("a", abstract=LangText({"en": "Two ports."})), Study("b")]))[0][1][:2]
    ('method', 'data')
    """
    cells = ((study.key, tuple(name for name in _SHOWN if state(study, name) == "not-read")) for study in library)
    return tuple((key, aspects) for key, aspects in cells if aspects)


def without_abstract(library: Library) -> tuple[str, ...]:
    """The studies of which nothing could be read, since their abstract is not there."""
    return tuple(study.key for study in library if any(state(study, name) == "no-abstract" for name in _SHOWN))
