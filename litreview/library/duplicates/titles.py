"""Whether two titles are one title, written differently, or two."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from rapidfuzz import fuzz

from litreview.languages.marks import marks
from litreview.library.duplicates.features import Title, Words
from litreview.library.duplicates.thresholds import NEAR_TITLES, SAME_WORD

Relation = Literal["same", "alike", "longer", "different", "apart"]
"""`same`: equal but for spaces and punctuation; `alike`: misspelt; `longer`: one goes on, with a subtitle say; `different`: words of
the one stand in place of words of the other; `apart`: in two languages, so that nothing can be said."""


@cache
def about_another() -> frozenset[str]:
    """Words that make of a title the title of something written about that work.

    >>> {"reply", "ralat"} <= about_another()
    True
    """
    return frozenset(marks("about_another_work"))


def relation(first: Title, second: Title) -> Relation:
    """How two titles are related. Different numbers (a part, a year, an edition) are always a difference.

    >>> from litreview.library.duplicates.features import title_of
    >>> from litreview.library.duplicates.words import words
    >>> def title(text): return title_of(words(text))
    >>> motives = title("Motif Kerja Sama Sister City Bandung dan Petaling Jaya")
    >>> relation(motives, title("Implementasi kerjasama sistercity Bandung dan Petaling Jaya"))
    'different'
    >>> relation(motives, title("Motif kerjasama sistercity Bandung dan Petaling-Jaya"))
    'same'
    >>> relation(motives, title("Motif kerja sama sister city Bandung dan Petaling Jaya: studi awal"))
    'longer'
    """
    if first.joined == second.joined:
        return "same"
    if first.language and second.language and first.language != second.language:
        return "apart"
    if first.numbers != second.numbers or not _near(first, second):
        return "different"
    mine, theirs = unmatched(first.words, second.words)
    here, there = "".join(w for w in mine if w in first.content), "".join(w for w in theirs if w in second.content)
    if here == there:
        return "alike" if first.content and second.content else "different"
    if here and there:
        return "alike" if _one_word(here, there) else "different"
    more, long = (mine, first) if mine else (theirs, second)
    goes_on = long.words[0] not in more and not about_another().intersection(more)
    return "longer" if goes_on and len(more) < len(long.words) * 2 / 3 else "different"


def _near(first: Title, second: Title) -> bool:
    """Whether a closer look is worth while: most of the letters, or all words of the shorter title, are in the other."""
    return fuzz.ratio(first.joined, second.joined) >= NEAR_TITLES or fuzz.token_set_ratio(first.spaced, second.spaced) >= SAME_WORD


@lru_cache(maxsize=100_000)
def _one_word(word: str, other: str) -> bool:
    """Whether two different spellings are of one word. A word behind a prefix is another word: security and insecurity."""
    if min(len(word), len(other)) < 4 or word.endswith(other) or other.endswith(word):
        return False
    return fuzz.ratio(word, other) >= SAME_WORD or (word[0] == other[0] and sorted(word) == sorted(other))


def unmatched(first: Words, second: Words) -> tuple[list[str], list[str]]:
    """The words of each that have no like in the other, each word having one like at most."""
    left = list(second)
    mine: list[str] = []
    for word in first:
        if word in left:
            left.remove(word)
        else:
            mine.append(word)
    missing: list[str] = []
    for word in mine:
        like = next((other for other in left if _one_word(word, other)), None)
        if like is not None:
            left.remove(like)
        else:
            missing.append(word)
    return missing, left
