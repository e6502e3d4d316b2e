"""Evidence: the very words a statement about a study rests on."""

from __future__ import annotations

import attrs


@attrs.frozen
class Span:
    """A stretch of a file: offsets in code points, end exclusive, and the characters found there."""

    start: int
    end: int
    quote: str


@attrs.frozen
class Evidence:
    """A verbatim stretch of one field of a record, and where it stands in the page it was read from.

    `start` and `end` count code points in the text of `field` (for example the abstract) in `language`, end exclusive;
    they are None where the record gives the quote alone and it was not found. `page` is the same stretch in the raw source file.
    `locator` is the page on which the words are printed, where they were read in the full text.
    """

    field: str
    language: str
    quote: str
    start: int | None = None
    end: int | None = None
    page: Span | None = None
    locator: str | None = None


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text` (code points, end exclusive), or None. White space may differ, nothing else.

    >>> locate("two  words", "There are two words here.")
    (10, 19)
    """
    words = quote.split()
    if not words:
        return None
    at = text.find(quote)
    if at >= 0:
        return at, at + len(quote)
    start = text.find(words[0])
    while start >= 0:
        end = _match(words, text, start)
        if end is not None:
            return start, end
        start = text.find(words[0], start + 1)
    return None


def _match(words: list[str], text: str, start: int) -> int | None:
    at = start
    for n, word in enumerate(words):
        if n:
            gap = at
            while at < len(text) and text[at].isspace():
                at += 1
            if at == gap:
                return None
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
