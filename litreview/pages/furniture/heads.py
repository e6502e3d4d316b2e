"""What a copy prints twice: running heads within a line of text, the first words of a text over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.words import Words
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import vocabulary

_PAGE_BEFORE = re.compile(r"\s\d{1,4}\s*$")
_PAGE_INSIDE = re.compile(r"\s\d{1,4}\s+(?=[A-Z]{2})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDGES = " ,;:"
_TEASER = 40
_MOST_TEASERS = 3


def teasers(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that print the first words of a text, cut short, which stand again further down."""
    cut = [n for n, line in enumerate(lines) if len(line.text) > _TEASER and line.text.endswith(("...", "…"))][:_MOST_TEASERS]
    ends = [(at, lines[at].text.rstrip(".… ")[-_TEASER:]) for at in cut]
    return [at for at, end in ends if any(end in line.text for line in lines[at + 1 :])]


def head_end(text: str) -> int:
    """Where, behind a running head and the number of its page, the title in capitals begins whose first words the head prints; 0 without.

    >>> text = "Kota Kembar di Jawa 3 KOTA KEMBAR DI JAWA TENGAH Sri Wulandari"
    >>> text[head_end(text):]
    'KOTA KEMBAR DI JAWA TENGAH Sri Wulandari'
    """
    first = " ".join(text.split(None, 2)[:2]).casefold()
    for number in _PAGE_INSIDE.finditer(text, len(first)) if first else ():
        behind = text[number.end() : number.end() + len(first) + 1]
        cover = _YEAR.search(number.group()) and vocabulary().place_within.search(text, 0, number.start())
        if behind.casefold().strip() == first and behind.isupper() and not cover:
            return number.end()
    return 0


def head_rest(text: str, end: int) -> tuple[int, int]:
    """The stretch of a running head that ends at `end` behind the words which it shares with the title that follows.

    >>> text = "Kota Kembar di Jawa Sri Wulandari 3 KOTA KEMBAR DI JAWA"
    >>> text[slice(*head_rest(text, head_end(text)))]
    'Sri Wulandari'
    """
    words = list(re.finditer(r"\S+", text[:end]))[:-1]
    title = text[end:].casefold().split()
    same = next((n for n, word in enumerate(words) if n >= len(title) or word.group().casefold() != title[n]), len(words))
    return (words[same].start(), words[-1].end()) if 0 < same < len(words) else (end, end)


def without_head(line: Line, name: str) -> Line:
    """`line` without a running head within it: `name` (of the journal, in small letters) with the marks of a masthead behind it, and the
    number of the page before it.

    >>> from litreview.pages.unwrap import unwrap
    >>> without_head(unwrap("Keywords: town, village 2 Jurnal Kota Vol. 5, No. 1, June 2021 INTRODUCTION")[0], "jurnal kota").text
    'Keywords: town, village INTRODUCTION'
    """
    start = line.text.casefold().find(name)
    behind = line.text[start + len(name) :].lstrip(_EDGES)
    marked = next(iter(mastheads(behind)), None) if start > 0 else None
    if marked is None or marked.start > 0:
        return line
    end = len(line.text) - len(behind) + marked.end
    page = _PAGE_BEFORE.search(line.text[:start])
    pieces = [line.flat[: page.start() if page else start].strip(), line.flat[end:].strip()]
    return attrs.evolve(line, flat=Flat.join(pieces, " "))


def without_uploader(lines: Sequence[Line], words: Words) -> list[Line]:
    """The lines of a copy without the name of whoever uploaded it, between two lines of the site that holds it."""
    kept = list(lines)
    full = [n for n, line in enumerate(lines) if line.text]
    for above, at, below in zip(full, full[1:], full[2:], strict=False):
        if words.before_uploader.fullmatch(lines[above].text) and words.behind_uploader.match(lines[below].text):
            kept[at] = attrs.evolve(lines[at], flat=lines[at].flat[:0], lead=0)
    return kept


def without_first_page(lines: Sequence[Line | None], page: str) -> list[Line | None]:
    """The lines without the number of the first page, before the title."""
    kept = list(lines)
    at = next((n for n, line in enumerate(lines) if line is not None and line.text.startswith(f"{page} ")), None)
    line = None if at is None else lines[at]
    if at is not None and line is not None:
        kept[at] = attrs.evolve(line, flat=line.flat[len(page) :].strip(), lead=0)
    return kept
