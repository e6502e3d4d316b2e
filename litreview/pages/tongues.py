"""Which language a text of a page is in, among those with a folder of words and the further ones of ``tongues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import attrs

from litreview.languages import detect
from litreview.pages.letters import letters

_ENOUGH = 0.16
"""From this share of common words on a text is in a language that has no folder here."""
_SCRIPT = 0.5
_BEYOND_DOUBT = 0.4
_MARKS = 3
"""So many words that only one of two near languages has tell it from the other."""
_HALVED = 6
"""Words from which on a title can be in two languages."""
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")
"""The letters of scripts without spaces between words."""


@attrs.frozen(eq=False)
class Tongue:
    """A language: the words it is known by, the letters that are its own, and how pages label their parts in it."""

    tag: str
    words: frozenset[str]
    script: re.Pattern[str] | None
    share: float
    """The share of such letters from which on a text is in this language."""
    marks: frozenset[str]
    near: str
    """The language with a folder from which its marks tell it."""
    abstract: tuple[str, ...]
    keywords: tuple[str, ...]


@cache
def tongues() -> tuple[Tongue, ...]:
    """The further languages."""
    tables: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "tongues.toml").read_text(encoding="utf-8"))
    return tuple(
        Tongue(
            tag,
            frozenset(str(table.get("words", "")).split()),
            re.compile(f"[{table['script']}]") if "script" in table else None,
            table.get("share", _SCRIPT),
            frozenset(str(table.get("marks", "")).split()),
            str(table.get("near", "")),
            tuple(table.get("abstract", ())),
            tuple(table.get("keywords", ())),
        )
        for tag, table in tables.items()
    )


@cache
def _known_words() -> frozenset[str]:
    """The common words of all further languages."""
    return frozenset(word for each in tongues() if not each.marks for word in each.words)


def word_count(text: str) -> int:
    """How many words a text has; of a script without spaces two letters count as one.

    >>> word_count("Kota dan desa"), word_count("姉妹都市の協力")
    (3, 3)
    """
    return len(text.split()) if text.isascii() else max(len(text.split()), len(_UNSPACED.findall(text)) // 2)


def are_akin(one: str, other: str) -> bool:
    """Whether two languages are told apart by few marks, so that a short text of one may pass for the other.

    >>> are_akin("id", "ms"), are_akin("id", "en")
    (True, False)
    """
    return any((each.tag, each.near) in ((one, other), (other, one)) for each in tongues())


@lru_cache(maxsize=256)
def tongue(text: str) -> str:
    """The language of running text by its own words and letters: a tag, or "und".

    >>> tongue("Deze scriptie onderzoekt waarom de gemeente een band met de stad had"), tongue("Penelitian ini membahas dua kota itu")
    ('nl', 'id')
    >>> tongue("Panaliten iki nduweni ancas kanggo njlentrehake struktur lan nilai moral ing crita cekak"), tongue("2015")
    ('jv', 'und')
    """
    sample = text[:_SAMPLE]
    count = 0 if sample.isascii() else letters(sample)
    for each in tongues():
        if each.script is not None and count and len(each.script.findall(sample)) > each.share * count:
            return each.tag
    words = _WORD.findall(sample.casefold())
    known = detect.detect(text)
    marked = next((t for t in tongues() if t.marks and len(t.marks & set(words)) >= _MARKS), None)
    if marked is not None and known in (marked.near, detect.UNDETERMINED):
        return marked.tag
    if not words:
        return detect.UNDETERMINED
    own = detect.stop_share(sample)
    if own >= _BEYOND_DOUBT:
        return known
    known_words = _known_words()
    if sum(map(known_words.__contains__, words)) < _ENOUGH * len(words):
        return known
    shares = sorted(
        (sum(map(each.words.__contains__, words)) / len(words), each.tag) for each in tongues() if each.words and not each.marks
    )
    best, second = shares[-1], shares[-2]
    if best[0] >= _ENOUGH and best[0] >= 1.4 * second[0] and best[0] > own:
        return best[1]
    return known


def tongue_title(text: str) -> str:
    """The language of a title; where words of two are in it, that in which it begins: names of other works stand at the end.

    >>> tongue_title("Tindak Tutur Ilokusi dalam Novel Finally the Netherlands"), tongue_title("Kota")
    ('id', 'und')
    """
    tag = tongue_short(text)
    words = text.split()
    if len(words) < _HALVED:
        return tag
    half, most = (tongue_short(" ".join(words[:end])) for end in (len(words) // 2 + 1, 2 * len(words) // 3 + 1))
    return half if half == most != detect.UNDETERMINED else tag


def tongue_short(text: str) -> str:
    """The language of a title or a list of words."""
    count = 0 if text.isascii() else letters(text)
    for each in tongues():
        if each.script is not None and count and len(each.script.findall(text)) > each.share * count:
            return each.tag
    return detect.detect_short(text)
