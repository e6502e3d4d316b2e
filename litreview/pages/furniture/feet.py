"""Running heads and feet on a line of their own: the number of the page, a title or a list of authors cut short."""

from __future__ import annotations

import re

import attrs

from litreview.pages.furniture.facts import FactField
from litreview.pages.furniture.shapes import WORD, is_in_capitals
from litreview.pages.furniture.words import Words
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import vocabulary

_FOLIO = re.compile(r"^(?:[ivxlc]{1,6}|\d{1,3})(?:\s{3,}|\t)(?=[^\W\d_])|(?<=[^\W\d_])(?:\s{3,}|\t)(?:[ivxlc]{1,6}|\d{1,3})$")
_ROMAN_FIRST = re.compile(r"[ivxlc]{1,6}\s+(?=[A-Z])")
_ROMAN_LAST = re.compile(r"(?<!\s)\s+[ivxlc]{1,6}$")
_LAST_PAGE = re.compile(r"\s(?!(?:19|20)\d\d$)\d{1,5}$")
_CUT_TITLE = re.compile(r"\S(?:\.{3}|…)\s")
_LONGEST = 160
"""A running head is shorter, in characters."""
_MOST_WORDS = 16


@attrs.frozen(eq=False)
class Foot:
    """What is left of a line without the number of its page (None where all of it is a running head), and what it states: the kind of work,
    a conference.
    """

    rest: Flat | None
    stated: tuple[tuple[FactField, Flat], ...] = ()


def read_foot(line: Line, headed: bool, words: Words) -> Foot | None:
    """The running head or foot that a line is, or None. `headed` says that the heading of an abstract stands above it.

    >>> from litreview.pages.furniture.words import furniture_words
    >>> from litreview.pages.unwrap import unwrap
    >>> read_foot(unwrap("Sri Wulandari, dkk. – Universitas Contoh 2875")[0], False, furniture_words()).rest is None
    True
    """
    text = line.text
    if len(text) < _LONGEST:
        folio = _FOLIO.search(text)
        if folio:
            return Foot((line.flat[folio.end() :] if folio.start() == 0 else line.flat[: folio.start()]).strip())
        others = None if headed else words.and_others.search(text)
        if others and _LAST_PAGE.search(text) and all(word[0].isupper() for word in WORD.findall(text[: others.start()])):
            return Foot(None)
        page = None if headed else _LAST_PAGE.search(text)
        if page and words.conference.search(text) and len(text.split()) <= _MOST_WORDS and not vocabulary().place_begins.match(text):
            return Foot(None, (("event", line.flat[: page.start()]),))
        number = _ROMAN_FIRST.match(text) or _ROMAN_LAST.search(text)
        if number:
            rest = line.flat[number.end() :] if number.start() == 0 else line.flat[: number.start()]
            if vocabulary().place_begins.match(rest.text):
                return Foot(rest.strip())
    if ("..." in text or "…" in text) and _CUT_TITLE.search(text) and len(text.split()) <= _MOST_WORDS and is_in_capitals(text):
        genre = vocabulary().genre.match(text)
        return Foot(None, (("genre", line.flat[slice(*genre.span(1))]),) if genre else ())
    return None
