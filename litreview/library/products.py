"""What litreview itself made, known again when it lies among the sources: it is no study."""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path

from litreview.languages import language, tags
from litreview.library.safe.copies import is_copy
from litreview.library.safe.seal import seal
from litreview.library.safe.state import remembered

_SECTIONS = ("introduction", "previous", "themes", "concepts", "synthesis", "gaps", "novelty")
ENOUGH = 4
"""So many of the numbered headings of a chapter of ours make a text one."""

_NUMBERED = re.compile(r"[#*\s]*\d+\.\d+\.?\s+(.+?)[*\s]*")
_PLAN = re.compile(rb'^themes:|"format"\s*:\s*"litreview-ledger"', re.MULTILINE)
_RECORDS = frozenset((".yaml", ".yml", ".bib", ".ris", ".json", ".nbib", ".xml", ".enw"))
"""Files that may hold records, whoever wrote them."""


def is_product(path: str, data: bytes) -> bool:
    """Whether the file `path`, which holds `data`, is an output of ours (edited or not) or a copy of a file that lies beside it.

    >>> is_product("bab2.md", b"<!-- litreview sha256:" + 64 * b"0" + b" -->"), is_product("lee.yaml", b"- key: lee")
    (True, False)
    """
    place = Path(os.path.realpath(path))
    if is_copy(place.name):
        original = re.sub(r"\.bak\d+(?=\.[^.]*$|$)", "", place.name)
        return place.with_name(original).exists()
    if seal(data, place.name) is not None:
        return True
    return place.suffix.casefold() not in _RECORDS and remembered(place) == hashlib.sha256(data).hexdigest()


def is_plan(data: bytes) -> bool:
    """Whether a file in which no records were found is an outline or a ledger.

    >>> is_plan(b"chapter: 2\\nthemes:\\n  - facet: methods\\n"), is_plan(b"settings: 1\\n")
    (True, False)
    """
    return _PLAN.search(data) is not None


def is_chapter(text: str) -> bool:
    """Whether a text has the numbered headings of a chapter of ours, or is a bibliography and nothing else.

    >>> is_chapter("2.1 Pengantar\\n2.2 Penelitian Terdahulu\\n2.5 Sintesis\\n2.7 Kebaruan\\n"), is_chapter("Daftar Pustaka\\n\\nLee, A.")
    (True, True)
    >>> is_chapter("Kota Kembar dan Desa\\n\\n1.1 Pengantar")
    False
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    headings = {match[1].casefold() for line in lines if len(line) < 200 and (match := _NUMBERED.fullmatch(line))}
    if any(len(headings & names) >= ENOUGH for names, _ in _words()):
        return True
    first = lines[0].strip("#* ").casefold() if lines else ""
    return any(first == title for _, title in _words())


@cache
def _words() -> tuple[tuple[frozenset[str], str], ...]:
    """The headings of a chapter and the title of a bibliography, in each language."""
    tongues = [language(tag) for tag in tags()]
    return tuple(
        (
            frozenset(str(tongue.section("chapter")[name]).casefold() for name in _SECTIONS),
            tongue.label("bibliography").casefold(),
        )
        for tongue in tongues
    )
