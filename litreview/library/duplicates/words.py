"""Titles, names and texts in the form in which they are compared."""

from __future__ import annotations

import re
from functools import cache

from litreview._parts import Later
from litreview.languages import language, tags

_anyascii = Later("anyascii", "anyascii")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)\b[^<>]*>")
_WORD = re.compile(r"[a-z0-9]+")
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_SOUNDS = tuple(tuple(pair.split("=")) for pair in "ph=f th=t sch=sk ch=k ck=k qu=k q=k x=ks v=f y=i c=k z=s".split())


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower-case ASCII, without markup and punctuation.

    >>> words("Đà Nẵng’s <i>Twin</i> Cities, 2016–2018")
    ('da', 'nangs', 'twin', 'cities', '2016', '2018')
    """
    plain = _anyascii(_MARKUP.sub("", text)).casefold().replace("'", "")
    return tuple(_WORD.findall(plain))


def numbers(listed: tuple[str, ...]) -> frozenset[str]:
    """The numbers among words, Roman ones of more than one letter too: a different number is a different part, year or edition.

    >>> sorted(numbers(("part", "ii", "of", "2016")))
    ['2016', 'ii']
    """
    return frozenset(w for w in listed if w.isdigit() or (len(w) > 1 and _ROMAN.fullmatch(w)))


@cache
def function_words() -> frozenset[str]:
    """The stop words of all languages there are: words by which no two works are told apart."""
    stop_words: set[str] = set()
    for tag in tags():
        stop_words.update(words(str(language(tag).section("stop_words")["words"])))
    return frozenset(stop_words)


def content(listed: tuple[str, ...]) -> tuple[str, ...]:
    """The words that carry the meaning: no stop words, no single letters."""
    empty = function_words()
    return tuple(w for w in listed if w not in empty and (len(w) > 1 or w.isdigit()))


def root(word: str) -> str:
    """The beginning of a word as it sounds: loanwords and names have it in common across languages.

    >>> root("diplomacy") == root("diplomasi"), root("photography") == root("fotografi"), root("Kyoto".lower()) == root("kioto")
    (True, True, True)
    """
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word)[:5]


def likely_language(text: str) -> str | None:
    """The language with most of its stop words in `text`, None where none stands out (a third more than the next, three at least).

    >>> likely_language("Kajian ini membahas kerja sama antara dua kota dan hasilnya untuk warga"), likely_language("Bandung")
    ('id', None)
    """
    listed = words(text)
    counts = sorted(((sum(w in _stop_words(tag) for w in listed), tag) for tag in tags()), reverse=True)
    best, tag = counts[0]
    following = counts[1][0] if len(counts) > 1 else 0
    return tag if best >= 3 and best >= following * 4 / 3 else None


@cache
def _stop_words(tag: str) -> frozenset[str]:
    return frozenset(words(str(language(tag).section("stop_words")["words"])))
