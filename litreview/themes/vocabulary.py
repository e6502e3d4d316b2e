"""One vocabulary for texts of all languages: what a word is called where studies are compared.

The pivot is the language that most studies have (`COMMON`). A word of another language is called by the English word that the
glossary of its language gives, else by the English word of the library that it is plainly a form of (motivasi, motivation); a word with
neither stands for itself. Nothing of this is printed: it decides which studies speak of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import attrs

from litreview.concepts.terms import fold
from litreview.languages import COMMON, language, tags
from litreview.record import LangText, Library
from litreview.themes.texts import general_words, said, stop_words

_WORD = re.compile(r"\d+(?:\.\d+)?(?![^\W\d_])|[^\W_]{2,}")
_BREAK = re.compile(r"\.(?!\d)|[,;:!?()\[\]{}\"“”«»/|]+|\s[-–—]+\s|\n")
_SIZES = (3, 2, 1)
_SHORTEST = 6
"""Letters that a word must have to be known as a form of an English one: short words are alike by chance."""


@attrs.frozen
class Token:
    """A word of a text: what it is called (`word`), where it stands, and whether it carries meaning, or any study may use it."""

    word: str
    start: int
    end: int
    stop: bool = False
    general: bool = False
    joint: bool = False
    """Whether it may stand between two words of one term ("quality of life")."""


@attrs.frozen(eq=False)
class Vocabulary:
    """The English words of a library by their skeleton, in which words of other languages are looked for."""

    skeletons: Mapping[str, Mapping[str, str]]
    """For each other language: skeleton to word."""

    @classmethod
    def of(cls, library: Library) -> Vocabulary:
        """The vocabulary of the titles, keywords and abstracts of `library`."""
        texts = [text for study in library for text in said(study)]
        if all(text.tag == COMMON for text in texts):
            return cls({})
        words = {fold(raw, COMMON) for text in texts if text.tag == COMMON for raw in _WORD.findall(text.words)}
        long = sorted((word for word in words if len(word) >= _SHORTEST), reverse=True)
        return cls({tag: {_skeleton(word, tag): word for word in long} for tag in sorted({text.tag for text in texts} - {COMMON})})

    def phrases(self, text: str, tag: str) -> Iterator[tuple[Token, ...]]:
        """The words of `text` in the language `tag`, in parts that no term crosses."""
        start = 0
        for match in (*_BREAK.finditer(text), None):
            end = match.start() if match else len(text)
            tokens = self._tokens(text, tag, start, end)
            if tokens:
                yield tokens
            start = match.end() if match else end

    def names(self, text: str, tag: str) -> tuple[str, ...]:
        """What the words of a term are called, without those that only join them; the order, which languages differ in, is left out.

        >>> from litreview.record import library_of
        >>> Vocabulary.of(library_of([])).names("motivasi belajar siswa", "id")
        ('learning', 'motivation', 'student')
        """
        return identity(token for part in self.phrases(text, tag) for token in part)

    def _tokens(self, text: str, tag: str, start: int, end: int) -> tuple[Token, ...]:
        return (
            tuple(_read(text[start:end], tag, start, self.skeletons[tag]))
            if self.skeletons.get(tag)
            else _known(text[start:end], tag, start)
        )


@lru_cache(maxsize=16_384)
def _known(words: str, tag: str, at: int) -> tuple[Token, ...]:
    """The words of a part of a text whose language needs no other's words; the same texts are asked for by theme after theme."""
    return tuple(_read(words, tag, at, {}))


def _read(words: str, tag: str, begins: int, skeletons: Mapping[str, str]) -> list[Token]:
    """The words of a part of a text that begins at `begins`, by what they are called."""
    raw = [(match[0], begins + match.start(), begins + match.end()) for match in _WORD.finditer(words)]
    stop, general, joints, glossary = stop_words(tag), general_words(tag), _joints(tag), _glossary(tag)
    folded = [fold(word, tag) for word, _, _ in raw]
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        word, first, _ = raw[at]
        size = next((n for n in _SIZES if at + n <= len(raw) and tuple(folded[at : at + n]) in glossary), 0) if glossary else 0
        if size:
            tokens += _named(glossary[tuple(folded[at : at + size])], first, raw[at + size - 1][2])
            at += size
            continue
        name = folded[at]
        empty = name in stop or word.casefold() in stop
        called = skeletons.get(_skeleton(name, tag), name) if skeletons and not empty and len(name) >= _SHORTEST else name
        tokens.append(Token(called, first, raw[at][2], empty, name in general or name[0].isdigit(), name in joints))
        at += 1
    return tokens


def identity(tokens: Iterator[Token]) -> tuple[str, ...]:
    """What makes two terms one: their words, in whatever order."""
    return tuple(sorted(token.word for token in tokens if not token.stop))


def _named(words: tuple[str, ...], start: int, end: int) -> list[Token]:
    """The English words that stand for a word or two; each covers the whole of them in the text."""
    general = general_words(COMMON)
    return [Token(word, start, end, general=word in general) for word in words]


@cache
def _glossary(tag: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Up to three words of the language `tag` to the English words for them, folded."""
    glossary: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in str(language(tag).section("themes")["glossary"]).split():
        theirs, _, ours = line.partition("=")
        english = tuple(fold(word, COMMON) for word in ours.split("_") if word not in stop_words(COMMON))
        glossary[tuple(fold(word, tag) for word in theirs.split("_"))] = english
    return glossary


def in_every_language(title: LangText) -> LangText:
    """A title with its words in each further language whose glossary has an entry for just these English words.

    >>> dict(in_every_language(LangText({"en": "social media"})))
    {'en': 'social media', 'id': 'media sosial'}
    """
    words = title.get(COMMON)
    english = tuple(fold(word, COMMON) for word in words.split() if word not in stop_words(COMMON)) if words else ()
    further = {tag: _from_english(tag)[english] for tag in tags() if tag not in title and english in _from_english(tag)}
    return LangText({**title, **further})


@cache
def _from_english(tag: str) -> Mapping[tuple[str, ...], str]:
    """The English words of the glossary of `tag` to the words of that language, the first of several."""
    called: dict[tuple[str, ...], str] = {}
    for line in str(language(tag).section("themes")["glossary"]).split():
        theirs, _, ours = line.partition("=")
        english = tuple(fold(word, COMMON) for word in ours.split("_") if word not in stop_words(COMMON))
        called.setdefault(english, theirs.replace("_", " "))
    return called


@cache
def _joints(tag: str) -> frozenset[str]:
    return frozenset(str(language(tag).section("themes")["joints"]).split())


@cache
def _loans(tag: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """How the language `tag` spells what English took from the same source, as patterns with what stands for both."""
    return tuple((re.compile(pattern), instead) for pattern, instead in language(tag).section("themes")["loans"])


def _skeleton(word: str, tag: str) -> str:
    """A word without what spelling alone tells apart in words that English and the language `tag` took from one another.

    >>> _skeleton("motivation", "id") == _skeleton("motivasi", "id"), _skeleton("mathematics", "id") == _skeleton("matematika", "id")
    (True, True)
    >>> _skeleton("competence", "id") == _skeleton("kompetisi", "id")
    False
    """
    for pattern, instead in _loans(tag):
        word = pattern.sub(instead, word)
    return word
