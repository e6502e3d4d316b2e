"""Texts with tokens for citations, compared: what is the same whatever the citation style, how alike two texts are."""

from __future__ import annotations

import re
from collections import Counter

_TOKEN = r"⟦[^⟦⟧]*⟧"
ENDED = re.compile(rf"[.!?…:][\"'”’)\]]*(?:{_TOKEN})*\s*$")
"""The end of a text that is the end of a sentence, citations in notes behind it."""
_BEHIND = re.compile(rf"([.,;:!?\"')]+)((?:{_TOKEN})+)")
_BEFORE = re.compile(rf"(?<!\s)\s+((?:{_TOKEN})+)([.,;:!?\"')]*)")
_WORD = re.compile(rf"{_TOKEN}|\w+")
_SPACE = re.compile(r"\s+")
_FILLED = re.compile(r"\S+")
_TYPED = str.maketrans("“”„‟«»‘’‚‛‹›´`‐‑–—−", "\"\"\"\"\"\"''''''''-----")


def even(text: str) -> tuple[str, tuple[int, ...]]:
    """A text with its white space evened out, and for each of its characters (and its end) the place it had.

    >>> even("a  b ")
    ('a b', (0, 1, 3, 4))
    """
    words: list[str] = []
    places: list[int] = []
    end = 0
    for found in _FILLED.finditer(text):
        if words:
            places.append(end)
        words.append(found[0])
        start, end = found.span()
        places += range(start, end)
    return " ".join(words), (*places, end)


def folded(text: str) -> str:
    """A text with plain quotation marks and hyphens, as programs exchange them by themselves; each character keeps its place.

    >>> folded("“sister city” 2016–2018")
    '"sister city" 2016-2018'
    """
    return text.translate(_TYPED)


def canonical(text: str) -> str:
    """What a text says, whatever its quotation marks, and whether its citations stand in the sentence or in notes behind its marks.

    >>> canonical("Two cities.⟦lee|||⟧ So") == canonical("Two cities ⟦lee|||⟧. So")
    True
    """
    turned = _BEHIND.sub(lambda found: f" {found[2]}{found[1]}", folded(text))
    return _SPACE.sub(" ", _BEFORE.sub(lambda found: f" {found[1]}{found[2]}", turned)).strip()


def likeness(one: str, other: str) -> float:
    """How many of their words two texts share, from 0 to 1; the same citation counts for three words.

    >>> likeness("two cities agree", "two towns agree") > 0.6 > likeness("two cities", "no word")
    True
    """
    mine, theirs = (Counter(word for word in _words(text) for _ in range(3 if word.startswith("⟦") else 1)) for text in (one, other))
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


def words(text: str) -> frozenset[str]:
    """The different words of a text, in small letters; a token counts as one."""
    return frozenset(_words(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
