"""The preliminaries of a thesis (approval, statements, foreword, contents, lists): known by their headings and passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.pages.furniture import Fact
from litreview.pages.furniture.words import furniture_words
from litreview.pages.headings import begins_abstract
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import fold, vocabulary

_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_RUN_IN = re.compile(r"[A-Z][A-Z ]{5,40}(?=\s[A-Z][a-z])")
_MOST_WORDS = 7
_SAME = 40
_STATEMENT = 20
"""A statement of originality has no more lines."""


def _begins(text: str, preliminary: re.Pattern[str]) -> bool:
    """Whether a line is the heading of a part of the preliminaries, or begins with one in capitals and goes on with its text."""
    if len(text.split()) <= _MOST_WORDS and preliminary.match(text):
        return True
    capitals = _RUN_IN.match(text)
    return bool(capitals and preliminary.match(capitals.group()))


def without_preliminaries(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """`lines` without preliminaries, and the heading of each that was left out.

    A part of them ends with the heading of an abstract, or where the title of the page is printed again. Lines with dot leaders are
    a table of contents wherever they stand.

    >>> from litreview.pages.unwrap import unwrap
    >>> kept, headings = without_preliminaries(unwrap("KOTA KEMBAR DI JAWA\\n\\nKATA PENGANTAR\\nPuji syukur.\\n\\nABSTRAK\\nDua kota."))
    >>> [line.text for line in kept if line.text], [line.text for line in headings]
    (['KOTA KEMBAR DI JAWA', 'ABSTRAK', 'Dua kota.'], ['KATA PENGANTAR'])
    """
    vocab, words = vocabulary(), furniture_words()
    headed = any(len(line.text) < 80 and vocab.heading.match(line.text) for line in lines)
    kept: list[Line] = []
    headings: list[Line] = []
    title = ""
    inside = False
    for line in lines:
        text = line.text
        if ("..." in text or ". ." in text or "…" in text) and _LEADERS.search(text):
            continue
        if (text and begins_abstract(text)) or (inside and title and fold(text).startswith(title)):
            inside = False
        elif (title or headed) and text and _begins(text, words.preliminary):
            headings.append(line)
            inside = True
        if not inside:
            kept.append(line)
            title = title or (fold(text)[:_SAME] if len(text.split()) > 2 else "")
    return tuple(kept), tuple(headings)


def declared(lines: Sequence[Line]) -> tuple[Fact, ...]:
    """What a statement of originality says: the kind of work ("menyatakan bahwa tesis …"), and town and date under it, as facts.

    >>> from litreview.pages.unwrap import unwrap
    >>> page = unwrap("Dengan ini saya menyatakan bahwa tesis Kota Kembar adalah karya saya.\\n\\nBogor, Juli 2014")
    >>> [(fact.field, fact.value) for fact in declared(page)]
    [('genre', 'tesis'), ('year', '2014')]
    """
    kinds = ((n, match) for n, line in enumerate(lines) if (match := vocabulary().declared.search(line.text)))
    at, kind = next(kinds, (0, None))
    if kind is None:
        return ()
    facts = [Fact("genre", kind[1], lines[at].flat[slice(*kind.span(1))], lines[at], "foot")]
    for line in lines[at : at + _STATEMENT]:
        date = vocabulary().dated.match(line.text) if "," in line.text else None
        if date:
            return (*facts, Fact("year", date[1], line.flat[slice(*date.span(1))], line, "foot"))
    return tuple(facts)
