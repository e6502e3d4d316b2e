"""What a text must hold for a regular expression to be found in it: by such words most patterns are passed over unsearched.

Only as much of the syntax is understood as language files use; of the rest nothing is said, and so the pattern is searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|<?[=!]|:))?)|(?P<close>\))|(?P<bar>\|)|(?P<edge>\\[bB]|[\^$])"
    r"|(?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[wWsSdD]|\.)|\\(?P<escaped>[^a-zA-Z0-9])|(?P<plain>[^\\()\[\]|?*+{}])"
)
_TIMES = re.compile(r"(?P<maybe>[?*]|\{0?,\d*\}|\{0\})[?+]?|(?:\+|\{\d+(?:,\d*)?\})[?+]?")
_WORD = re.compile(r"\w+")
_BESIDE = ("(?=", "(?!", "(?<=", "(?<!")
_MOST = 60
"""Looking for more alternatives than this takes longer than the search."""


def needed(pattern: str) -> frozenset[str] | None:
    r"""Strings of which every match of `pattern` holds at least one; None where that cannot be told.

    >>> sorted(needed(r"\b(?:this|the) (?:paper|study) shows?\b")), sorted(needed(r"goals? of\b|(?:main )?purpose"))
    ([' show'], ['goal', 'purpose'])
    >>> needed(r"\w+"), needed(r"(?i:Goal)")
    (None, None)
    """
    every, end = _alternatives(pattern, 0)
    strings = {string for string in every if not any(other in string and other != string for other in every)}
    return frozenset(strings) if end == len(pattern) and 0 < len(strings) <= _MOST and all(strings) else None


def _alternatives(pattern: str, at: int) -> tuple[set[str], int]:
    """The strings of the alternatives from `at` on, and where they end; a set with "" in it says nothing."""
    strings: set[str] = set()
    while True:
        best, at = _sequence(pattern, at)
        strings |= best
        if pattern[at : at + 1] != "|":
            return strings, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[set[str], int]:
    """The most telling strings of one alternative; where it ends."""
    told: list[set[str]] = []
    run = ""
    while (token := _TOKEN.match(pattern, at)) and not (token["close"] or token["bar"]):
        at = token.end()
        inside: set[str] | None = None
        if token["open"]:
            inside, at = _alternatives(pattern, at)
            if pattern[at : at + 1] != ")":
                break
            at += 1
        times = _TIMES.match(pattern, at)
        at = times.end() if times else at
        if token["edge"] or token["open"] in _BESIDE:
            continue
        letter = token["escaped"] or token["plain"]
        sure = not (times and times["maybe"])
        if letter and sure:
            run += letter
        if times or not letter:
            told.append({run})
            run = ""
        if inside is not None and sure:
            told.append(inside)
    return max([*told, {run}], key=lambda strings: (min(map(len, strings)), -len(strings))), at


@attrs.frozen(eq=False)
class Sieve:
    """Patterns by the words that a text must hold for them: `fitting` names those worth a search."""

    _always: int
    _by_piece: dict[str, tuple[tuple[str, int], ...]]
    """By their first two characters the pieces of words that patterns need (and words of one character), with the patterns."""

    @classmethod
    def of(cls, patterns: Iterable[str], ignore_case: bool = False) -> Sieve:
        """The sieve of `patterns`, which are known by their place among them; with `ignore_case` for texts in small letters."""
        always, by_piece = 0, dict[str, int]()
        for number, pattern in enumerate(patterns):
            pieces = [max(_WORD.findall(string), key=len, default="") for string in needed(pattern) or ("",)]
            always |= 0 if all(pieces) else 1 << number
            for piece in (piece.casefold() if ignore_case else piece for piece in pieces) if all(pieces) else ():
                by_piece[piece] = by_piece.get(piece, 0) | 1 << number
        starts: dict[str, list[tuple[str, int]]] = {}
        for piece, numbers in by_piece.items():
            starts.setdefault(piece[:2], []).append((piece, numbers))
        return cls(always, {start: tuple(rows) for start, rows in starts.items()})

    def fitting(self, text: str) -> Iterator[int]:
        """The numbers of the patterns that may be found in `text`, in order.

        >>> list(Sieve.of(["goal of", r"\\bwe\\s", r"\\w+"]).fitting("the goal of all"))
        [0, 2]
        """
        numbers = self._always
        for word in _WORD.findall(text):
            numbers |= _of_word(self, word)
        while numbers:
            last = numbers & -numbers
            yield last.bit_length() - 1
            numbers ^= last

    def of_word(self, word: str) -> int:
        """The patterns that need a piece of `word`, as bits."""
        numbers = 0
        for at in range(len(word)):
            for start in (word[at : at + 2], word[at]):
                for piece, needing in self._by_piece.get(start, ()):
                    if word.startswith(piece, at):
                        numbers |= needing
        return numbers


@lru_cache(maxsize=50_000)  # the words of a library recur
def _of_word(sieve: Sieve, word: str) -> int:
    return sieve.of_word(word)
