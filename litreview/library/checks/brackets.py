"""Brackets and quotation marks that are opened and never closed: mostly a title that was cut, or typed in haste."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library
from litreview.record.faults import study_fault

_FIELDS = ("title", "container-title", "collection-title", "publisher")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_MARKUP = re.compile(r"<[^<>]*>")
_LONE = re.compile(r"(?:^|\s)\(?(?:[a-z]|\d{1,3}|[ivx]+)\)", re.IGNORECASE)
"""The mark of an enumeration, a bracket of its own: "a)", "2)"."""
_MATHS = re.compile(r"\$|\\|[\[(]\s*[\d.,+-]+\s*,")
"""Formulas and half-open intervals have rules of their own."""


def unpaired(text: str) -> str | None:
    """The first mark in `text` that lacks its partner, or None.

    >>> unpaired("Ports (of call"), unpaired("Ports: a) of call, b) of trade"), unpaired("Ports [of] (call)")
    ('(', None, None)
    """
    if _MATHS.search(text):
        return None
    bare = _LONE.sub(" ", _MARKUP.sub("", text))
    for opened, closed in _PAIRS:
        more = bare.count(opened) - bare.count(closed)
        if more:
            return opened if more > 0 else closed
    return None


def run(library: Library) -> Iterator[Problem]:
    """A warning for each text with such a mark."""
    for study in library:
        for field in _FIELDS:
            for text in study.tagged(field).values():
                if (mark := unpaired(text)) is not None:
                    yield study_fault("bracket-unpaired", study, field=field, value=mark)


CHECK = RecordCheck("brackets", run)
