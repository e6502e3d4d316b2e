"""How sure the fields of a page are, by the signs they were found by; measured against labelled pages in the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.languages import detect
from litreview.pages.fields import Front
from litreview.pages.front_items import Item, Sign, is_kind_of_place
from litreview.pages.names import has_degree, looks_like_name
from litreview.pages.part import Part
from litreview.pages.titlecase import in_capitals
from litreview.pages.tongues import tongue_short
from litreview.pages.vocabulary import vocabulary
from litreview.record import Confidence, Name, Study
from litreview.record.confidence import LEVELS, Level
from litreview.record.name_titles import HONORIFICS_WITH_DOT

_BY_SIGN: dict[Sign, Level] = {
    "label": "high",
    "citation": "high",
    "by": "high",
    "words": "high",
    "number": "high",
    "print": "high",
    "notes": "medium",
    "position": "medium",
}
_FEW_WORDS = 40
_FEW_TITLE_WORDS, _MANY_TITLE_WORDS = 4, 30
_UNENDED = re.compile(r"/\s*\w{0,2}$|\s[-–]\s\w{1,2}$|[-–:,;(/]$|\(\s*[^)]*$")
_LONG_TITLE = 18
_SERIAL = re.compile(r"(?<![^\W\d_])[ep]?-?ISSN\b|(?<!\d)(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{4}-\d{3}[\dXx](?!\d)", re.IGNORECASE)
"""The number of a journal, which no title holds."""
_LETTER_LAST = re.compile(r"(?<=[a-z])\s[B-Z]$")
"""A single letter behind the last word: the beginning of a name."""
_MIXED = 1
_NAME_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_NAME_WORDS = 4
_MOST_LETTERS = 3
_NOTED = re.compile(r"[a-z]\d\b|[A-Za-z]{2}\d\)|\b[a-z],[a-z]\b|@")


def confidences(study: Study, front: Front, parts: Sequence[Part]) -> Iterator[Confidence]:
    """One `Confidence` for each field of `study` that has a value: titles, authors, dates, places, abstracts and keywords."""
    told = any(item.sign in ("label", "citation") for field, items in front.items.items() if field.startswith("title/") for item in items)
    unsure = front.weak_type and not told and all(item.sign == "position" for item in front.items.get("author", ()))
    facts = {"issued"} if "year" in front.facts and study.type != "thesis" else set()
    for field, items in front.items.items():
        if field not in facts:
            yield _of_items(field, items, study, unsure, front.placed)
    yield from _of_facts(study, front)
    if study.genre and "genre" not in front.items:
        yield Confidence("genre", "medium", ("content",))
    yield Confidence("type", "low" if front.weak_type else "high", ("content",))
    headed = any(part.kind == "heading" for part in parts)
    for tag in study.abstract:
        words = len(study.abstract[tag].split())
        against = [code for code, holds in (("unknown-language", tag == detect.UNDETERMINED), ("short", words < _FEW_WORDS)) if holds]
        yield _lowered(f"abstract/{tag}", "high" if headed else "medium", ("heading" if headed else "content",), against)
    for tag, listed in study.keywords.items():
        detected = detect.detect_short(", ".join(listed))
        against = [
            code
            for code, holds in (("language-by-place", detected not in (tag, detect.UNDETERMINED)), ("one-only", len(listed) == 1))
            if holds
        ]
        yield _lowered(f"keywords/{tag}", "high", ("label",), against)


_BY_SOURCE: dict[str, Level] = {
    "masthead": "high",
    "reference": "high",
    "published": "high",
    "list": "high",
    "foot": "medium",
    "received": "low",
}
_REASON = {
    "masthead": "masthead",
    "reference": "reference",
    "published": "label",
    "list": "label",
    "foot": "position",
    "received": "received",
}


def _of_facts(study: Study, front: Front) -> Iterator[Confidence]:
    """The levels of what mastheads and references state; where another place of the page says something else, the lowest."""
    for field, fact in front.facts.items():
        if field == "genre" or (field == "year" and "issued" in front.items and study.type == "thesis"):
            continue
        path = "issued" if field == "year" else "container-title" if field == "event" else field
        differs = field in front.differing
        level: Level = "low" if differs else _BY_SOURCE[fact.source]
        yield Confidence(path, level, (_REASON[fact.source], *(["sources-differ"] if differs else [])))


def _of_items(field: str, items: Sequence[Item], study: Study, unsure: bool, placed: bool) -> Confidence:
    """The level of a field from its items; `unsure` says that neither its type nor its author is known for sure."""
    weakest = max(items, key=lambda item: LEVELS.index(_BY_SIGN[item.sign]))
    against: list[str] = []
    full = field == "author" and all(_is_full(name) for name in study.author)
    if any(not item.sure for item in items):
        against.append("looks-only")
    if field.startswith("title/"):
        tag = field.partition("/")[2]
        against += ["unknown-language"] if tag == detect.UNDETERMINED else []
        against += _odd_title(items, tag, study, placed)
        # A title in capitals is put into another case: its names may be wrong, its words are not.
        reasons = [weakest.sign, *(["recased"] if in_capitals(items[0].text) else [])]
        return _lowered(field, _BY_SIGN[weakest.sign], reasons, against)
    if field == "author":
        against += _odd_names(study.author, any(item.sign == "position" for item in items))
        against += ["odd-name"] if weakest.sign == "position" and _in_text(study) else []
        against += ["degree-stripped"] if any(has_degree(name.raw or "") for name in study.author) else []
        return _lowered(
            field, _BY_SIGN[weakest.sign], (weakest.sign,), against, free=("degree-stripped", *(("looks-only",) if full else ()))
        )
    if field in ("publisher", "division") and len({item.text.casefold() for item in items}) > 2:
        against.append("several")
    if field == "publisher" and weakest.sign != "label" and all(is_kind_of_place(item.text) for item in items):
        against += ["odd-place", "one-place"]
    if field == "publisher" and unsure and weakest.sign == "words":
        against += ["odd-place", "one-place"]  # of a thesis its university, of an article where its author works
    return _lowered(field, _BY_SIGN[weakest.sign], (weakest.sign,), against)


def _odd_title(items: Sequence[Item], tag: str, study: Study, placed: bool) -> Iterator[str]:
    """What speaks against a title that no label states: that it is short, a name, not ended, or that nothing tells it from names."""
    text = items[0].text
    if items[0].sign == "label":
        return
    if items[0].unended or not _is_whole(text):
        yield from ("odd-title", "one-place")
    elif not study.author and study.type != "thesis" and placed:
        yield from ("no-author-near", "one-place")
    elif items[0].sign == "position" and not study.author and study.type != "thesis":
        yield "no-author-near"
    elif items[0].sign == "position" and tag != detect.UNDETERMINED and (tongue_short(text) == detect.UNDETERMINED or _is_mixed(text)):
        yield "language-by-place"


def _is_mixed(text: str) -> bool:
    """Whether words of two languages stand in a title, so that its own is not sure."""
    tags = [tag for word in text.split() if (tag := detect.detect_short(word)) != detect.UNDETERMINED]
    return len(set(tags)) > 1 and min(map(tags.count, set(tags))) >= _MIXED


def _is_whole(text: str) -> bool:
    """Whether a title looks like all of it and nothing else: no name, not open at its end, without notes and places of authors."""
    words = text.split()
    if not _FEW_TITLE_WORDS <= len(words) <= _MANY_TITLE_WORDS or looks_like_name(text):
        return False
    if _SERIAL.search(text) or _UNENDED.search(text) or vocabulary().is_open(text) or _NOTED.search(text):
        return False
    if sum(len(word) == 1 and word.isalpha() for word in words) > _MOST_LETTERS or _is_tailed(text):
        return False
    if words[0].casefold() in vocabulary().never_first or _LETTER_LAST.search(text):
        return False
    return len(words) <= _LONG_TITLE or not vocabulary().place_within.search(text)


def _is_tailed(text: str) -> bool:
    """Whether a title in capitals ends in one word that is not: a name, rather than a species."""
    before, _, last = text.rpartition(" ")
    return in_capitals(before) and len(before.split()) >= _FEW_TITLE_WORDS and last.istitle() and last.isalpha()


def _is_full(name: Name) -> bool:
    """Whether a name looks like the whole name of an author: given and family, no title, which only supervisors keep."""
    return bool(name.given) and len(name.text().split()) <= _MOST_NAME_WORDS and not has_degree(name.raw or "")


def _in_text(study: Study) -> bool:
    """Whether an abstract uses a word of a name as an ordinary word."""
    used = {word for text in study.abstract.values() for word in _NAME_WORD.findall(text)}
    return any(word.casefold() in used for name in study.author for word in _NAME_WORD.findall(name.text()))


def _odd_names(names: Sequence[Name], placed: bool) -> list[str]:
    """What speaks against names, of which `placed` says that some are taken for names by their place: a title left on one, or one list in
    capitals and another that is not.
    """
    codes = ["one-word-name"] if not any(name.given for name in names) else []
    odd = any(re.search(r"[\d@/]", name.text()) or len(name.text().split()) > 6 for name in names)
    titled = any(name.text().partition(".")[0].casefold() in HONORIFICS_WITH_DOT for name in names)
    mixed = placed and len({bool(in_capitals(name.raw or "")) for name in names if len((name.raw or "").split()) > 1}) > 1
    return [*codes, *(["odd-name", "one-place"] if titled or mixed else ["odd-name"] if odd else [])]


def _lowered(field: str, level: Level, signs: Sequence[str], against: Sequence[str], free: Sequence[str] = ()) -> Confidence:
    """The level, one step lower for each thing that speaks against the value (not for those of `free`)."""
    at = LEVELS.index(level) + sum(code not in free for code in against)
    return Confidence(field, LEVELS[min(at, len(LEVELS) - 1)], (*signs, *against))
