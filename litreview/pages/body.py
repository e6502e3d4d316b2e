"""Where a text goes on behind its abstract: the article or thesis itself, of which nothing is read."""

from __future__ import annotations

import re

from litreview.pages.vocabulary import vocabulary

_LINE = re.compile(r"[^\r\n\f\v]+")
_MARKS = "#*_ \t\u00a0"
_LONGEST = 60
_PROSE = 30
"""Words that must stand under the last heading of an abstract before its body can begin."""


def body_start(text: str) -> int | None:
    """The offset of the line with which the body begins ("1. Introduction", "BAB I", "PENDAHULUAN"), or None where there is none.

    It counts only behind an abstract: one with running text under its heading, or behind its keywords. An introduction that is a part of
    a structured abstract is none.

    >>> text = "Abstract\\n" + "A study of two towns and what they share. " * 5 + "\\nKeywords: town\\n1. Introduction\\nTowns are old."
    >>> text[body_start(text):].splitlines()[0]
    '1. Introduction'
    """
    vocab = vocabulary()
    words = 0
    headed = listed = False
    for line_match in _LINE.finditer(text):
        line = line_match.group()
        bare = line.strip(_MARKS) if len(line) < 400 else line
        if len(bare) < 400 and (vocab.heading.match(bare) or vocab.run_in.match(bare)):
            headed, listed, words = True, False, len(bare.split()) - 1
        elif len(bare) < 400 and vocab.keywords.match(bare):
            listed = True
        elif headed and words >= _PROSE and len(bare) <= _LONGEST and (match := vocab.body.match(bare)) and (listed or match["number"]):
            return line_match.start()
        else:
            words += len(line.split())
    return None
