"""Finding many terms in a text at once, word by word, in time that grows with the text and not with the number of terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

import attrs

from litreview.languages import known, language

T = TypeVar("T", covariant=True)
V = TypeVar("V")

WORD = re.compile(r"[^\W_]+(?:[’'](?!s\b)[^\W_]+)*")

_JOINT = re.compile(r"[ \t\n\u00a0‐‑–/’'&-]*")
_LISTED = re.compile(r"[,]?[ \t\n\u00a0‐‑–/’'&-]*")
_INITIAL = re.compile(r"\.[ \t\n\u00a0]*")


@attrs.frozen
class Found(Generic[T]):
    """A value whose term stands at `start` to `end` (code points, end exclusive) of the text searched."""

    value: T
    start: int
    end: int


@attrs.frozen(eq=False)
class Terms(Generic[V]):
    """Terms of one language, indexed by their first word."""

    language: str
    exact_case: bool
    _index: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...] | None, V], ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, V]], language: str, exact_case: bool = False) -> Terms[V]:
        """Index `pairs` of (term, value). With `exact_case` every word must begin with a capital, as names do."""
        index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...] | None, V]]] = {}
        for term, value in pairs:
            words = tuple(WORD.findall(term))
            folded = tuple(fold(w, language) for w in words)
            if folded:
                index.setdefault(folded[0], []).append((folded, words if _acronym(term) else None, value))
        return cls(language, exact_case, {first: tuple(sorted(rows, key=_longest)) for first, rows in index.items()})

    def find(self, text: str) -> Iterator[Found[V]]:
        """Every place where a term stands, shorter terms within longer ones too; at each word the longest first."""
        tokens = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
        folded = [fold(word, self.language) for word, _, _ in tokens]
        for at, first in enumerate(folded):
            for words, exact, value in self._index.get(first, ()):
                end = at + len(words)
                if tuple(folded[at:end]) != words or not _together(text, tokens[at:end]):
                    continue
                spelled = [word for word, _, _ in tokens[at:end]]
                if exact is not None and tuple(spelled) != exact:
                    continue
                if self.exact_case and not (spelled[0][:1].isupper() or spelled[0][:1].isdigit()):
                    continue
                yield Found(value, tokens[at][1], tokens[end - 1][2])


def longest_first(finds: Iterable[Found[V]]) -> tuple[Found[V], ...]:
    """Leave out what overlaps a longer find (of equal ones the first stays); in order of place."""
    longest: list[Found[V]] = []
    last_end = -1
    for item in sorted(finds, key=lambda f: (f.start, -(f.end - f.start))):
        if item.start >= last_end:
            longest.append(item)
            last_end = item.end
        elif item.end - item.start > longest[-1].end - longest[-1].start:
            longest[-1] = item
            last_end = item.end
    return tuple(longest)


@lru_cache(maxsize=50_000)  # the words of a library recur
def fold(word: str, tag: str) -> str:
    """A word without case and without the endings that its language sets behind any word: for comparing, never for printing.

    >>> fold("Studies", "en"), fold("kegagalannya", "id")
    ('study', 'kegagalan')
    """
    low = word.casefold().replace("’", "'")
    for ending, instead in _endings(tag):
        bare, count = ending.subn(instead, low)
        if count:
            return bare
    return low


@cache
def _endings(tag: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    if not known(tag):
        return ()
    spoken = language(tag)
    return tuple((re.compile(spoken.regex(ending)), str(instead)) for ending, instead in spoken.section("forms")["endings"])


def _acronym(term: str) -> bool:
    letters = [c for c in term if c.isalpha()]
    return bool(letters) and len(letters) <= 6 and all(c.isupper() for c in letters)


def _longest(row: tuple[tuple[str, ...], tuple[str, ...] | None, object]) -> tuple[int, bool]:
    return (-len(row[0]), row[1] is None)


def _together(text: str, tokens: list[tuple[str, int, int]]) -> bool:
    """Whether only spaces, hyphens or dashes stand between the words, a full stop behind an initial, or a comma within a list of three
    or more."""
    if len(tokens) > 2 and all(_LISTED.fullmatch(text, a[2], b[1]) for a, b in pairwise(tokens)):
        return True
    return all(_JOINT.fullmatch(text, a[2], b[1]) or (len(a[0]) == 1 and _INITIAL.fullmatch(text, a[2], b[1])) for a, b in pairwise(tokens))
