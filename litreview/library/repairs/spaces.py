"""White space that says nothing, and characters that nobody sees."""

from __future__ import annotations

import re

from litreview.library.repairs import Repair, on_keywords, on_names, on_texts
from litreview.record import Study

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphen, zero-width space, word joiner, byte-order mark: left by web pages and PDF. Joiners that scripts need stay."""
_PARAGRAPHS = ("abstract", "annote", "note")


def one_line(text: str) -> str:
    """A text of one line: single spaces, none at its ends.

    >>> one_line("  Ports \\n of\\u200b call ")
    'Ports of call'
    """
    return re.sub(r"[ \t\r\n\f\v]+", " ", _UNSEEN.sub("", text)).strip()


def lines(text: str) -> str:
    """A text of several lines: single spaces within them, an empty line at most between them."""
    kept = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[ \t\f\v]+", " ", _UNSEEN.sub("", text).replace("\r\n", "\n")))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def run(study: Study) -> Study:
    """Tidy the white space of every text, name and keyword."""
    study = on_texts(on_texts(study, one_line, apart=_PARAGRAPHS), lines, only=_PARAGRAPHS)
    return on_keywords(on_names(study, one_line), lambda listed: tuple(one_line(word) for word in listed))


REPAIR = Repair("spaces", run)
