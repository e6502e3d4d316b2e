"""Finding many terms in a text at once, word by word, in time that grows with the text and not with the number of terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
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
    """Terms of one language, indexed by their first word, and then by all their words."""

    language: str
    exact_case: bool
    _index: dict[str, tuple[tuple[int, dict[tuple[str, ...], list[tuple[tuple[str, ...] | None, V]]]], ...]]
    """By first word, for each number of words, longest first: by words without case their spelling (of acronyms) and the value."""

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, V]], language: str, exact_case: bool = False) -> Terms[V]:
        """Index `pairs` of (term, value). With `exact_case` every word must begin with a capital, as names do."""
        index: dict[str, dict[int, dict[tuple[str, ...], list[tuple[tuple[str, ...] | None, V]]]]] = {}
        for term, value in pairs:
            words = tuple(WORD.findall(term))
            folded = tuple(fold(w, language) for w in words)
            if folded:
                by_words = index.setdefault(folded[0], {}).setdefault(len(folded), {})
                by_words.setdefault(folded, []).append((words if _acronym(term) else None, value))
        for by_length in index.values():
            for by_words in by_length.values():
                for rows in by_words.values():
                    rows.sort(key=lambda row: row[0] is None)
        return cls(language, exact_case, {first: tuple(sorted(rows.items(), reverse=True)) for first, rows in index.items()})

    def find(self, text: str) -> Iterator[Found[V]]:
        """Every place where a term stands, shorter terms within longer ones too; at each word the longest first."""
        spelled, spans = _words(text)
        folded = _folded(text, self.language)
        for at, first in enumerate(folded):
            by_length = self._index.get(first)
            if by_length is None or (self.exact_case and not (spelled[at][0].isupper() or spelled[at][0].isdigit())):
                continue
            for count, by_words in by_length:
                end = at + count
                rows = by_words.get(folded[at:end])
                for exact, value in rows if rows and _together(text, spelled, spans, at, end) else ():
                    if exact is None or spelled[at:end] == exact:
                        yield Found(value, spans[at][0], spans[end - 1][1])


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The words of a text and their places. Kept for a while: a sentence is searched for concepts, places and regions."""
    return tuple(WORD.findall(text)), tuple(match.span() for match in WORD.finditer(text))


@lru_cache(maxsize=512)
def _folded(text: str, tag: str) -> tuple[str, ...]:
    return tuple(map(_folder(tag), _words(text)[0]))


@cache
def _folder(tag: str) -> Callable[[str], str]:
    """`fold` for one language, with what it has folded."""
    return lru_cache(maxsize=50_000)(partial(fold, tag=tag))


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


def _together(text: str, spelled: tuple[str, ...], spans: tuple[tuple[int, int], ...], first: int, end: int) -> bool:
    """Whether only spaces, hyphens or dashes stand between the words, a full stop behind an initial, or a comma within a list of three
    or more."""
    between = [(at, spans[at][1], spans[at + 1][0]) for at in range(first, end - 1)]
    if len(between) > 1 and all(_LISTED.fullmatch(text, start, stop) for _, start, stop in between):
        return True
    return all(
        _JOINT.fullmatch(text, start, stop) or (len(spelled[at]) == 1 and _INITIAL.fullmatch(text, start, stop))
        for at, start, stop in between
    )
