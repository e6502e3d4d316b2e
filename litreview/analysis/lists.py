"""An enumeration within a sentence, cut into its items."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from litreview.analysis.patterns import Patterns

_END = " \t\n\r\f\v\u00a0.;:,\"“”'‘’"
"""What may stand behind a clause and is no part of it."""


@attrs.frozen
class Item:
    """One item of a list: where it stands in the sentence (code points, end exclusive) and its words.

    `introduced` says that words such as "the concept of" stood before it.
    """

    start: int
    end: int
    text: str
    introduced: bool = False


def items(sentence: str, start: int, end: int, table: Patterns, head: str, stop: str) -> Iterator[Item]:
    """The items of the list that stands at `start` to `end` of `sentence`.

    `stop` names the pattern from which on the sentence has left the list, `head` the one of words that introduce an item and go.
    """
    match = table.single[stop].search(sentence, start, end)
    end = match.start() if match else end
    for at, until in pieces(sentence, start, end, table):
        introduced = table.single[head].match(sentence[at:until])
        at += introduced.end() if introduced else 0
        text = sentence[at:until]
        at += len(text) - len(text.lstrip(" \"“”'‘’("))
        text = sentence[at:until].rstrip(" .,;:\"“”'‘’)")
        if text.count("(") > text.count(")"):
            text += ")" if sentence[at + len(text) : at + len(text) + 1] == ")" else ""
        if text:
            yield Item(at, at + len(text), text, bool(introduced))


def pieces(sentence: str, start: int, end: int, table: Patterns) -> Iterator[tuple[int, int]]:
    """The stretches between the joints (commas, "and") of a list; joints within brackets do not count."""
    at = start
    for joint in table.single["joints"].finditer(sentence, start, end):
        before = sentence[at : joint.start()]
        if before.count("(") > before.count(")"):
            continue
        if joint.start() > at:
            yield at, joint.start()
        at = joint.end()
    if at < end:
        yield at, end


def clean_end(text: str) -> str:
    """A clause without the full stop and quotation marks at its end.

    >>> clean_end("kota kembar”. ")
    'kota kembar'
    """
    quoted = text.count("“") == text.count("”") and re.search(r"[”\"]\W*$", text)
    return text.strip(" .;,") if quoted else text.rstrip(_END)
