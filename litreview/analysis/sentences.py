"""Cutting an abstract into sentences, with places, in one language; the publisher's lines around it are none."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.analysis.thresholds import IMPRINT_FROM_END, SHORTEST_ABSTRACT, SHORTEST_HEADING
from litreview.languages import language, tags
from litreview.languages.marks import any_mark

_STOP = re.compile(r"[.?!…]+[\"”'’»)\]]*(?=\s|$)|\n\s*\n|(?:(?<=[A-Za-z)%]{3})|(?<=\s))\.(?=[A-Z][a-z]+[\s,])")
_NEXT = re.compile(r"\s*[\"“'‘«(\[]*(\S)(\S*)")
_LAST = re.compile(r"(\S+)$")
_WINDOW = 60
_IMPRINT_CLOSE = re.compile(r"(?<=[^\W\d]{4}|\d{4})\.\s+(?=[A-Z])")


@attrs.frozen
class Stretch:
    """A piece of a text: start and end in code points, end exclusive."""

    start: int
    end: int


def study_text(abstract: str) -> tuple[int, int]:
    """Where the study's own words start and end in `abstract` (code points, end exclusive), without the publisher's lines.

    Copyright, licence and supplements are no sentence of the study.

    >>> text = "© 2021 Example Press Ltd. All rights reserved. The paper asks why. It finds little. © 2021, The Author(s)"
    >>> start, end = study_text(text)
    >>> text[start:end]
    'The paper asks why. It finds little. '
    """
    start, end = 0, len(abstract)
    opening = _imprint_opening().match(abstract)
    while opening:
        closed = _IMPRINT_CLOSE.search(abstract, opening.end(), start + IMPRINT_FROM_END)
        if closed is None:
            break
        start = closed.end()
        opening = _imprint_opening().match(abstract, start)
    for match in _imprint_line().finditer(abstract, max(start, len(abstract) - IMPRINT_FROM_END)):
        before = abstract[start : match.start()].rstrip()
        if before and (before[-1] in '.!?)”"' or match.group()[0] in "©(cC"):
            end = match.start()
            break
    behind = _label_behind().search(abstract, min(end, start + SHORTEST_ABSTRACT), end)
    return start, behind.start() if behind else end


@cache
def _label_behind() -> re.Pattern[str]:
    """What stands behind an abstract where a page runs on: the label of keywords, the heading of the body or of the references."""
    blocks = [language(tag).section("blocks") for tag in tags()]
    labels = "|".join(re.escape(str(label)) for block in blocks for label in block["keywords"])
    listed = [str(name) for block in blocks for name in block["body"]]
    listed += [str(name) for tag in tags() for name in language(tag).section("drafts")["bibliography_headings"]]
    headings = "|".join(re.escape(name.upper()) for name in listed if len(name) > SHORTEST_HEADING)
    return re.compile(rf"(?<!\w)(?i:{labels})\s*[:：–—-]|(?<=[.!?]\s)(?:[IVX\d]+\.?\s+)?(?:{headings})(?=\s)")


@cache
def _imprint_opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_imprint_sign()}|{_imprint_phrases()})", re.IGNORECASE)


@cache
def _imprint_line() -> re.Pattern[str]:
    return re.compile(rf"{_imprint_sign()}|(?:{_imprint_phrases()})", re.IGNORECASE)


def _imprint_sign() -> str:
    word = any_mark("copyright")
    return rf"(?:{word}\s*)?(?:©|\(c\)(?=\s*\d{{4}}))|{word}(?=[:\s]*\d{{4}})"


def _imprint_phrases() -> str:
    """The beginnings of such lines in every language of ours: publishers write theirs in English under any abstract."""
    listed = {str(phrase) for tag in tags() for phrase in language(tag).section("sentences")["imprints"]}
    return "|".join(re.escape(phrase) for phrase in sorted(listed, key=lambda phrase: (-len(phrase), phrase)))


def split_sentences(text: str, tag: str) -> tuple[Stretch, ...]:
    """The sentences of `text` in order, without the white space around them; every other character is in exactly one.

    Where the space behind a full stop was lost ("in Kedah.The data"), the sentence ends all the same. A full stop behind an initial, an
    abbreviation or a degree ends none; behind one that often ends a sentence (dll., etc.) it does where a capital follows. An empty
    line always ends a sentence. `tag` names the language of the abbreviations.

    >>> text = "Data dari wawancara, dll. Dr. Sri dan M. Hatta setuju. “Apa hasilnya?” Ada"
    >>> [text[s.start : s.end] for s in split_sentences(text, "id")]
    ['Data dari wawancara, dll.', 'Dr. Sri dan M. Hatta setuju.', '“Apa hasilnya?”', 'Ada']
    """
    cuts = [match.end() for match in _STOP.finditer(text) if _ends_sentence(text, match, tag)]
    sentences: list[Stretch] = []
    start = 0
    for cut in [*cuts, len(text)]:
        piece = text[start:cut]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            sentences.append(Stretch(start + left, start + right))
        start = cut
    return tuple(sentences)


def _ends_sentence(text: str, mark: re.Match[str], tag: str) -> bool:
    if "\n" in mark.group():
        return True
    following = _NEXT.match(text, mark.end(), mark.end() + _WINDOW)
    if not following:
        return True
    capital = following[1].isupper()
    if mark.group()[0] != ".":
        return capital or following[1].isdigit() or mark.group()[-1] not in "\"”'’)"
    before = _LAST.search(text, max(0, mark.start() - _WINDOW), mark.start())
    word = before[1].strip("(\"“'‘[") if before else ""
    low = word.casefold()
    never, rarely = _abbreviations(tag)
    if low in never:
        return False
    if low in rarely:
        return capital
    if len(word) == 1 and word.isalpha() and word.isupper():
        earlier = text[max(0, mark.start() - 4) : mark.start() - 1].rstrip()
        return capital and bool(earlier) and (earlier[-1].isdigit() or earlier[-1] in "°%±=)")
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word):
        return False
    if re.fullmatch(r"(?:[A-Za-z]{1,3}\.)+[A-Za-z]{1,5}", word):
        return capital and len(following[2]) > 2 and not _is_degree(word)
    if capital or following[1].isdigit():
        return True
    return len(word) > 3 and word.isalpha() and word.islower() and following[1].isalpha() and len(following[2]) > 2


def _is_degree(word: str) -> bool:
    return bool(re.fullmatch(r"(?:[SMDA]\.|Ph\.|Sp\.)[A-Za-z.]{1,6}", word))


@cache
def clause_break() -> re.Pattern[str]:
    """What parts the clauses of a sentence of any language: a semicolon, a contrast, or "and" before the beginning of a clause.

    >>> [found.start() for found in clause_break().finditer("Dua kota bekerja sama, sedangkan yang lain tidak, and it went well")]
    [21, 48]
    """
    contrasts, ands, clauses = (
        "|".join(re.escape(str(word)) for tag in tags() for word in language(tag).section("sentences")[name])
        for name in ("contrasts", "ands", "clauses")
    )
    return re.compile(rf";\s+|(?:,\s+|\s+)(?=(?:{contrasts})\b)|,\s+(?=(?:{ands})\s+(?:{clauses})\b)", re.IGNORECASE)


@cache
def _abbreviations(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    bare = tag.split("-")[0]
    sections = [language(t).section("sentences") for t in ((bare,) if bare in tags() else tags())]
    never, rarely = (frozenset(w.rstrip(".") for s in sections for w in str(s[name]).split()) for name in ("never_end", "may_end"))
    return never, rarely
