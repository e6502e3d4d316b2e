"""What remains when two punctuation marks meet, where a piece of text ends and the next one starts.

The first mark ends a piece, the second starts an affix, a delimiter or the next piece. A mark inside a piece is never touched.
"""

from __future__ import annotations

MARKS = frozenset(":.;!?,")

MEETING = {
    first + second: result
    for first, results in {
        ":": (":", ":", ":;", "!", "?", ":,"),
        ".": (".:", ".", ".;", ".!", ".?", ".,"),
        ";": (";", ";", ";", "!", "?", ";,"),
        "!": ("!", "!", "!;", "!", "!?", "!,"),
        "?": ("?", "?", "?;", "?!", "?", "?,"),
        ",": (",:", ",.", ",;", ",!", ",?", ","),
    }.items()
    for second, result in zip(":.;!?,", results, strict=True)
}
"""Row: the mark that stands; column: the mark that comes (``: . ; ! ? ,``)."""

INSIDE = frozenset(".,!?")
"""Marks that stand before a closing quotation mark where the locale has ``punctuation-in-quote``."""

STAYING = frozenset("!?")
"""Those of them that say something: behind a quotation within a field they belong to the field, not to the words quoted."""


def inside_quotes(marks: str) -> int:
    """How many of `marks` go before the closing quotation mark.

    >>> inside_quotes(".,"), inside_quotes(";,"), inside_quotes("?;")
    (2, 0, 1)
    """
    for place, mark in enumerate(marks):
        if mark not in INSIDE:
            return place
    return len(marks)
