"""Texts whose bytes were read in the wrong encoding: "Ã©" for "é"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library
from litreview.record.faults import study_fault

_LATIN = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
"""The characters of cp1252 for the bytes that follow the first of a letter in UTF-8."""
_WRONG = re.compile(rf"(?:[\u00c2-\u00df]{_LATIN}|[\u00e0-\u00ef]{_LATIN}{{2}})+")
_FIELDS = ("title", "container-title", "publisher", "abstract")


def run(library: Library) -> Iterator[Problem]:
    """A warning for each text that becomes sensible when it is read as UTF-8."""
    for study in library:
        texts = [(field, text) for field in _FIELDS for text in study.tagged(field).values()]
        texts += [(role, name.text()) for role, listed in study.names.items() for name in listed]
        for field, text in texts:
            if not text.isascii() and (found := _misread(text)) is not None:
                yield study_fault("mojibake", study, field=field, value=found[0], new=found[1])


def _misread(text: str) -> tuple[str, str] | None:
    """The first letters that were read in the wrong encoding, and what they are in the right one.

    >>> _misread("Universit\u00c3\u00a9 et \u00e2\u20ac\u0153texte"), _misread("Universit\u00e9 \u00ab\u00c2\u00bb")
    (('\u00c3\u00a9', '\u00e9'), None)
    """
    for match in _WRONG.finditer(text):
        try:
            right = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        if right.isprintable() and any(c.isalpha() or c in "\u2018\u2019\u201c\u201d\u2013\u2014" for c in right):
            return match[0], right
    return None


CHECK = RecordCheck("mojibake", run)
