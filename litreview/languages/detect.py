"""Which language a text is in, by its stop words: only languages that have a file of ours are ever named."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from litreview.languages import language, tags

UNDETERMINED = "und"
ENOUGH = 0.12
"""The share of stop words from which on a text counts as running text of a language."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_AROUND = '.,;:()“”"'
_LIMIT = 20_000


@attrs.frozen(eq=False)
class _Signs:
    tag: str
    words: frozenset[str]
    shapes: re.Pattern[str]


@cache
def known() -> frozenset[str]:
    """The tags of the languages that can be recognised."""
    return frozenset(tags())


def stop_share(text: str) -> float:
    """The share (0-1) of the words of `text` that are stop words of the language it has most of; 0 without words.

    >>> stop_share("kota dan desa"), stop_share("the city")
    (0.3333333333333333, 0.5)
    """
    words, stops = _counted(text)
    return max(stops) / words if words else 0.0


def shares(text: str) -> dict[str, float]:
    """The share (0-1) of the words of `text` that are stop words, for each language.

    >>> shares("kota dan desa")["id"], shares("kota dan desa")["en"]
    (0.3333333333333333, 0.0)
    """
    words, stops = _counted(text)
    return {s.tag: count / max(1, words) for s, count in zip(_signs(), stops, strict=True)}


def detect(text: str) -> str:
    """The language of running text: a tag, or "und" where the text is too short, mixed or in another language.

    >>> detect("Penelitian ini membahas kerja sama antara dua kota"), detect("Pendidikan untuk semua orang di desa itu")
    ('id', 'id')
    >>> detect("Deze studie gaat over de samenwerking van twee steden"), detect("2015")
    ('und', 'und')
    """
    words, stops = _counted(text)
    if not words:
        return UNDETERMINED
    shares = sorted(((count / words, s.tag) for s, count in zip(_signs(), stops, strict=True)), reverse=True)
    best, second = shares[0], shares[1] if len(shares) > 1 else (0.0, "")
    return best[1] if best[0] >= ENOUGH and best[0] >= 1.5 * second[0] else UNDETERMINED


def detect_short(text: str) -> str:
    """The language of a title or a list of words, which may hold no stop word: shapes of words count as well, at half weight.

    >>> detect_short("Diplomasi kebudayaan Indonesia"), detect_short("Community empowerment"), detect_short("Kyoto")
    ('id', 'en', 'und')
    """
    weights = [_weights(word) for word in _words(text)]
    scores = sorted(((sum(weight[n] for weight in weights), s.tag) for n, s in enumerate(_signs())), reverse=True)
    if not scores:
        return UNDETERMINED
    second = scores[1][0] if len(scores) > 1 else 0.0
    return scores[0][1] if scores[0][0] >= 0.5 and scores[0][0] >= second + 0.5 else UNDETERMINED


@lru_cache(maxsize=512)
def _counted(text: str) -> tuple[int, tuple[int, ...]]:
    """How many words a text has, and how many of them are stop words of each language. Kept for a while: texts are asked for again."""
    words = _words(text)
    return len(words), tuple(sum(map(s.words.__contains__, words)) for s in _signs())


@lru_cache(maxsize=8192)
def _weights(word: str) -> tuple[float, ...]:
    """How much a word says for each language: a stop word all, its shape half."""
    return tuple(1.0 if word in s.words else 0.5 if s.shapes.fullmatch(word) else 0.0 for s in _signs())


def _words(text: str) -> list[str]:
    words: list[str] = []
    for piece in text[:_LIMIT].casefold().split():
        bare = piece.strip(_AROUND)
        if bare.isalpha():
            words.append(bare)
        else:
            words += _WORD.findall(piece)
    return words


@cache
def _signs() -> tuple[_Signs, ...]:
    signs = []
    for tag in tags():
        spoken = language(tag)
        section = spoken.section("stop_words")
        shapes = "|".join(spoken.regex(shape) for shape in section["shapes"])
        signs.append(_Signs(tag, frozenset(str(section["words"]).split()), re.compile(shapes)))
    return tuple(signs)
