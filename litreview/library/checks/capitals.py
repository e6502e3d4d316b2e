"""Titles all in capitals, which no style can change into a title's usual case without losing names and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library
from litreview.record.faults import study_fault

_MARKUP = re.compile(r"<[^<>]*>")
_FIELDS = ("title", "container-title")
_WORDS = 4
"""Fewer words may be acronyms: "UNESCO", "BMC GENOMICS"."""


def in_capitals(text: str) -> bool:
    """Whether `text` is a title all in capitals.

    >>> in_capitals("KERJA SAMA KOTA KEMBAR BANDUNG"), in_capitals("ASEAN, WTO, IMF"), in_capitals("Ports of call")
    (True, False, False)
    """
    words = [word for word in re.findall(r"[^\W\d_]+", _MARKUP.sub("", text)) if len(word) > 1]
    lower = sum(word != word.upper() for word in words)
    return len(words) >= _WORDS and sum(len(word) > 4 for word in words) >= 2 and lower <= len(words) * 0.1


def run(library: Library) -> Iterator[Problem]:
    """A warning for each title in capitals, in each language."""
    for study in library:
        for field in _FIELDS:
            for text in study.tagged(field).values():
                if in_capitals(text):
                    yield study_fault("title-in-capitals", study, field=field, value=_shortened(text))


def _shortened(text: str) -> str:
    bare = _MARKUP.sub("", text)
    return bare if len(bare) <= 60 else bare[:59] + "…"


CHECK = RecordCheck("capitals", run)
