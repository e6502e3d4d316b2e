"""Highlights against the files that they were made in, where those are at hand: the words stand on that page, and it has that number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from litreview._parts import Later
from litreview.errors import Problem, ReadError
from litreview.library.checks import RecordCheck
from litreview.library.full_texts import located
from litreview.library.sources import read_bytes
from litreview.record import Highlight, Library, Study
from litreview.record.faults import study_fault

_page_texts, _letters = (Later("litreview.highlights.pdf", name) for name in ("page_texts", "letters"))
SHORTEST = 12
"""Letters of a highlight that can be looked for."""
SCANNED = 30
"""A page with fewer letters is a picture."""


def run(library: Library) -> Iterator[Problem]:
    """An error for each highlight whose words stand on another page of its file, or whose page has another number; a warning where the
    words stand nowhere in it.
    """
    for study in library:
        texts: dict[Path, Any] = {}
        for mark in study.highlights:
            words = next(iter(mark.text.values()), "")
            file = located(mark, study, library) if mark.sheet and words else None
            if file is None:
                continue
            if file not in texts:
                texts[file] = _texts(file)
            if texts[file] is not None:
                yield from _judge(study, mark, words, texts[file])


def _texts(file: Path) -> Any:
    try:
        return _page_texts(read_bytes(file))
    except ReadError:
        return None


def _judge(study: Study, mark: Highlight, words: str, texts: Any) -> Iterator[Problem]:
    sheet = mark.sheet or 0
    quote = words if len(words) <= 60 else words[:59] + "…"
    label = texts.label(sheet)
    if label and mark.page and label != mark.page:
        yield study_fault("highlight-page-number", study, severity="error", quote=quote, page=mark.page, printed=label)
    sought = _letters(words)
    if len(sought) < SHORTEST or len(texts.letters(sheet)) < SCANNED or sought in texts.letters(sheet) + texts.letters(sheet + 1):
        return
    others = [n for n in range(1, texts.sheets + 1) if sought in texts.letters(n)]
    if others:
        yield study_fault("highlight-other-page", study, severity="error", quote=quote, sheet=sheet, other=others[0])
    else:
        yield study_fault("highlight-not-in-text", study, quote=quote, sheet=sheet)


CHECK = RecordCheck("marked-words", run)
