"""The publisher's lines in an abstract (copyright, licence, supplements), which are no sentence of the study."""

from __future__ import annotations

import re
from functools import cache

from litreview.analysis.thresholds import IMPRINT_FROM_END
from litreview.languages import language, tags

_SIGN = r"(?:copyright\s*)?(?:©|\(c\)(?=\s*\d{4}))|copyright(?=[:\s]*\d{4})"
_CLOSE = re.compile(r"(?<=[^\W\d]{4}|\d{4})\.\s+(?=[A-Z])")


def study_text(abstract: str) -> tuple[int, int]:
    """Where the study's own words start and end in `abstract` (code points, end exclusive).

    >>> text = "© 2021 Example Press Ltd. All rights reserved. The paper asks why. It finds little. © 2021, The Author(s)"
    >>> start, end = study_text(text)
    >>> text[start:end]
    'The paper asks why. It finds little. '
    """
    start, end = 0, len(abstract)
    opening = _opening().match(abstract)
    while opening:
        closed = _CLOSE.search(abstract, opening.end(), start + IMPRINT_FROM_END)
        if closed is None:
            break
        start = closed.end()
        opening = _opening().match(abstract, start)
    for match in _line().finditer(abstract, max(start, len(abstract) - IMPRINT_FROM_END)):
        before = abstract[start : match.start()].rstrip()
        if before and (before[-1] in '.!?)”"' or match.group()[0] in "©(cC"):
            end = match.start()
            break
    return start, end


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_SIGN}|{_phrases()})", re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    return re.compile(rf"{_SIGN}|(?:{_phrases()})", re.IGNORECASE)


def _phrases() -> str:
    """The beginnings of such lines in every language of ours: publishers write theirs in English under any abstract."""
    listed = {str(phrase) for tag in tags() for phrase in language(tag).section("sentences")["imprints"]}
    return "|".join(re.escape(phrase) for phrase in sorted(listed, key=lambda phrase: (-len(phrase), phrase)))
