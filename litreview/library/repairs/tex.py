"""Characters that TeX needs a backslash for, and its quotation marks, in records that are no TeX."""

from __future__ import annotations

import re

from litreview.library.repairs import Repair, on_keywords, on_names, on_texts
from litreview.record import Study

_ESCAPED = re.compile(r"\\([&%_#])")
_QUOTED = re.compile(r"``(\S[^`']*\S|\S)''")


def without_escapes(text: str) -> str:
    """`text` without TeX's escapes.

    >>> without_escapes(r"R\\&D: ``ports'' at 5\\%")
    'R&D: “ports” at 5%'
    """
    return _QUOTED.sub(r"“\1”", _ESCAPED.sub(r"\1", text))


def run(study: Study) -> Study:
    """Resolve the escapes in every text, name and keyword."""
    study = on_names(on_texts(study, without_escapes, apart=("note", "annote")), without_escapes)
    return on_keywords(study, lambda listed: tuple(without_escapes(word) for word in listed))


REPAIR = Repair("tex", run)
