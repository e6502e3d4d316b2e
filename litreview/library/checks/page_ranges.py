"""Page ranges that run backwards, and pages that are no pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from litreview.errors import Problem
from litreview.languages.marks import any_mark
from litreview.library.checks import RecordCheck
from litreview.library.repairs.pages import plain_pages
from litreview.record import Library
from litreview.record.faults import study_fault

_RANGE = re.compile(r"([A-Za-z]*)(\d+)[A-Za-z]?-([A-Za-z]*)(\d+)[A-Za-z]?")
_OPEN = re.compile(r"[A-Za-z]{0,3}\d{1,9}\s?[-–—]{1,3}\s?")
_ARTICLE_NUMBER = 6
"""Digits from which a number is that of an article, with the page in it behind the hyphen: 236802-1."""
LONGEST = 5000
"""Pages that an article or chapter has at most."""


@cache
def _empty() -> re.Pattern[str]:
    return re.compile(rf"[\s\W]+|0+(?:-0+)?|\?+|{any_mark('no_value')}", re.IGNORECASE)


def run(library: Library) -> Iterator[Problem]:
    """A warning for each wrong range of pages."""
    for study in library:
        text = study.text("page")
        if not text:
            continue
        if _empty().fullmatch(text):
            yield study_fault("pages-empty", study, value=text)
            continue
        if _OPEN.fullmatch(text):
            yield study_fault("pages-open", study, value=text)
        for first, last in _ranges(plain_pages(text)):
            if last < first:
                yield study_fault("pages-reversed", study, value=text)
            elif last - first > LONGEST and study.type != "book":
                yield study_fault("pages-too-many", study, value=text, count=last - first + 1)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """First and last page of each range; of "211-9" the last is 219, as styles that shorten write it.

    >>> list(_ranges("320-298, S1-S12, 211-9, e1-14"))
    [(320, 298), (1, 12), (211, 219), (1, 14)]
    """
    for part in re.split(r"(?:(?<!\s)\s+)?[,;]\s*", text):
        pages = _RANGE.fullmatch(part)
        if pages and (pages[1].casefold() == pages[3].casefold() or (not pages[3] and len(pages[1]) == 1)):
            first, last = pages[2], pages[4]
            if len(first) >= _ARTICLE_NUMBER and len(last) < len(first):
                continue
            if len(last) < len(first) and (len(last) == 1 or int(first[: -len(last)] + last) >= int(first)):
                last = first[: -len(last)] + last
            yield int(first), int(last)


CHECK = RecordCheck("page-ranges", run)
