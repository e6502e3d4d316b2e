"""Finding a quotation in a source: word for word, but for case at its ends, dashes, quotation marks, ellipses and what is in brackets."""

from __future__ import annotations

import re

from litreview.audit.checks._draft import Draft
from litreview.audit.checks._lines import Line
from litreview.audit.checks._sources import Stretch, flat, unquoted
from litreview.audit.checks._tokens import quotations


def pieces(quote: str) -> list[str]:
    """A quotation cut at ellipses and at what was put in by the writer in square brackets, evened out."""
    cut = re.split(r"(?:(?<!\s)\s+)?(?:\[[^\[\]]*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*", quote)
    return [piece for part in cut if (piece := unquoted(flat(part)).strip(" .,;:!?"))]


def holds(draft: Draft, key: str, sought: list[str]) -> bool:
    """Whether the study `key` has all these pieces."""
    text = draft.sources.quotable(key)
    return all(stands(piece, text) for piece in sought)


def stands(piece: str, text: str) -> bool:
    """Whether a piece stands in an evened-out text, as whole words."""
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text) is not None


def holding(draft: Draft, key: str, sought: list[str]) -> list[Stretch]:
    """The texts of a study that have all the pieces."""
    return [s for s in draft.sources.texts.get(key, ()) if all(stands(piece, unquoted(flat(s.text))) for piece in sought)]


def quoted_in(draft: Draft, line: Line, key: str) -> list[tuple[str, Stretch]]:
    """The quotations of a line that the study `key` has, each with the first of its texts that holds it."""
    quotes: list[tuple[str, Stretch]] = []
    for quote in quotations(line.prose):
        sought = pieces(quote.value)
        texts = holding(draft, key, sought) if sought else []
        if texts:
            quotes.append((quote.value, texts[0]))
    return quotes


def worded_in(draft: Draft, line: Line, key: str) -> list[tuple[str, Stretch]]:
    """What the cell of a table has word for word from the study `key`: its quotations, else all of it, or what stands behind its label."""
    quotes = quoted_in(draft, line, key)
    if quotes:
        return quotes
    text = line.prose.strip()
    for words in dict.fromkeys((text, text.partition(": ")[2])):
        sought = pieces(words)
        texts = holding(draft, key, sought) if sought else []
        if texts:
            return [(words, texts[0])]
    return []
