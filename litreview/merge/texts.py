"""Texts with tokens for citations, compared: what is the same whatever the citation style, how alike two texts are, their sentences."""

from __future__ import annotations

import re
from collections import Counter

_TOKEN = r"⟦[^⟦⟧]*⟧"
_BEHIND = re.compile(rf"([.,;:!?”’)]+)((?:{_TOKEN})+)")
_BEFORE = re.compile(rf"\s+((?:{_TOKEN})+)([.,;:!?”’)]*)")
_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[^\W\d_a-z]|[\"“‘(\[⟦\d])")
_WORD = re.compile(rf"{_TOKEN}|\w+")
_SPACE = re.compile(r"\s+")


def even(text: str) -> tuple[str, tuple[int, ...]]:
    """A text with its white space evened out, and for each of its characters (and its end) the place it had.

    >>> even("a  b ")
    ('a b', (0, 1, 3, 4))
    """
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character.isspace():
            if characters and characters[-1] != " ":
                characters.append(" ")
                places.append(at)
        else:
            characters.append(character)
            places.append(at)
    if characters and characters[-1] == " ":
        characters.pop()
        places.pop()
    return "".join(characters), (*places, places[-1] + 1 if places else 0)


def canonical(text: str) -> str:
    """What a text says whether its citations stand in the sentence or in notes behind its marks.

    >>> canonical("Two cities.⟦lee|||⟧ So") == canonical("Two cities ⟦lee|||⟧. So")
    True
    """
    turned = _BEHIND.sub(lambda found: f" {found[2]}{found[1]}", text)
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


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the sentences of a stretch of text stand, blanks around them left out.

    >>> [("One. Two? “Three.”"[a:b]) for a, b in sentences("One. Two? “Three.”")]
    ['One.', 'Two?', '“Three.”']
    """
    stop = len(text) if end is None else end
    places: list[tuple[int, int]] = []
    at = start
    for found in _END.finditer(text, start, stop):
        close = found.start() + len(found[0].rstrip())
        places.append((at, close))
        at = found.end()
    places.append((at, stop))
    return [trimmed for place in places if (trimmed := _trimmed(text, *place))[0] < trimmed[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
