"""Where a text goes on behind its abstract: the article or thesis itself, or its references, of which nothing is read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.pages.furniture.words import furniture_words
from litreview.pages.headings import begins_abstract
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import vocabulary

_LONGEST = 60
_PROSE = 30
"""Words that must stand under the last heading of an abstract before its body can begin."""
_RUN_IN = re.compile(r"(?:\d\.?\d?\.?|[A-Z]\.|[IVX]{1,3}\.?)?\s*[A-Z][A-Z ]{5,}\s+(?=[A-Z][a-z]|\d|[A-Z]{2,}\s)")
_ENTRY = re.compile(
    r"[•\s\d.]*[^\W\d_][\w'’-]+,\s+(?:[^\W\d_]\.[\s-]?){1,4}.{0,300}?(?:\(|\s)(?:19|20)\d\d(?!\d)|[A-Z]\.\s[A-Z]\w+(?:\sand\s|,\s).{0,80}[“\"].{10,200}(?:19|20)\d\d"
)
"""An entry of a list of references."""


def body_line(lines: Sequence[Line]) -> int | None:
    """The place in `lines` of the line with which the body or the references begin ("1. Introduction", "BAB I", "References"), or None.

    It counts only behind an abstract: one with running text under its heading, or behind its keywords. An introduction that is a part of
    a structured abstract is none.

    >>> from litreview.pages.unwrap import unwrap
    >>> text = "Abstract\\n" + "A study of two towns and what they share. " * 5 + "\\nKeywords: town\\n1. Introduction\\nTowns are old."
    >>> body_line(unwrap(text))
    3
    """
    vocab = vocabulary()
    titled = any(len(line.text) < 80 and vocab.heading.match(line.text) for line in lines)
    words = 0
    headed = listed = cited = own = False
    for number, line in enumerate(lines):
        text = line.text
        if not text:
            continue
        cited, own = own, bool(furniture_words().cite.match(text))
        if len(text) < 4000 and begins_abstract(text):
            headed, listed, words = True, False, len(text.split()) - 1
        elif len(text) < 400 and vocab.keywords.match(text):
            listed = True
        elif words >= _PROSE and not cited and (headed or not titled) and _begins(text, headed, listed):
            return number
        else:
            words += len(text.split())
    return None


def _begins(text: str, headed: bool, listed: bool) -> bool:
    """Whether a line behind an abstract begins what follows it: its body, or a list of references."""
    if (headed or listed) and len(text) <= _LONGEST:
        match = vocabulary().body.match(text)
        if match and (listed or match["number"]):
            return True
    if listed and _run_in_body(text):
        return True
    return bool((len(text) <= _LONGEST and furniture_words().references.match(text)) or (len(text) < 1200 and _ENTRY.match(text)))


def _run_in_body(text: str) -> bool:
    """Whether a line begins with the heading of the body and goes on with its text."""
    if vocabulary().body_run_in.match(text):
        return True
    match = _RUN_IN.match(text[:120])
    return bool(match and vocabulary().body.match(match.group().strip()))
