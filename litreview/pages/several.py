"""Several abstract pages in one text: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.languages import detect
from litreview.pages.blocks import split_parts
from litreview.pages.front import read_front
from litreview.pages.front_items import Item
from litreview.pages.furniture import Fact, without_furniture
from litreview.pages.logical import logical_lines
from litreview.pages.page import LIMIT, Page, Prepared, parse_page, prepare
from litreview.pages.part import Part
from litreview.pages.tongues import tongue, tongue_short
from litreview.pages.unwrap import Line, unwrap
from litreview.pages.vocabulary import fold, vocabulary

MOST = 20_000_000
"""The longest text, in code points, that is searched for several pages."""
_ALIKE = 0.5
"""From this share of common words on two titles are one."""
_NEW_TITLE = 4
"""Words from which on a title tells works apart."""
_NEAR = 25
"""So many lines before its abstract the front of a page that stands behind another's references can begin."""
_RUNNING = 220
"""A line of more characters is running text."""
_LINE = re.compile(r"[^\r\n]+")


def parse_pages(text: str, name: str = "") -> tuple[Page, ...]:
    """The pages of `text`, in order; `name` is that of its file.

    A new page begins with the front matter (or heading) over an abstract in a language the page at hand already has, under an author or a
    DOI it does not name, or under another title in the language of its own. Places in the pages count from the beginning of `text`.

    >>> one = "ABSTRAK\\n\\nPenelitian ini membahas kerja sama kota dan desa dengan hasil yang baik bagi semua warga."
    >>> two = "ABSTRAK\\n\\nPenelitian ini membahas pelabuhan dan laut dengan hasil yang baik bagi semua nelayan."
    >>> [page.study.origin.line for page in parse_pages(one + "\\n\\n" + two)]
    [1, 5]
    """
    if len(text) > MOST or (len(text) > LIMIT and _headings(text) * LIMIT < len(text)):
        return (parse_page(text, name),)
    lines = logical_lines(unwrap(text))
    prepared = prepare(lines)
    starts = list(_page_starts(prepared))
    if not starts:
        return (parse_page(text, name, prepared=prepared if len(text) <= LIMIT else None),)
    places = [0, *(_offset(text, line) for line in starts)]
    numbers = [1, *(line.number for line in starts)]
    ends = [*places[1:], len(text)]
    return tuple(parse_page(text[a:b], name, a, n) for a, b, n in zip(places, ends, numbers, strict=True) if b > a)


def _headings(text: str) -> int:
    """How many lines of a text are headings of abstracts."""
    heading = vocabulary().heading
    return sum(1 for line in _LINE.finditer(text) if line.end() - line.start() < 80 and heading.match(line.group().strip("#*_ \t")))


def _page_starts(prepared: Prepared) -> Iterator[Line]:
    """The lines with which pages after the first begin."""
    while True:
        yield from _starts_before(prepared)
        if prepared.body is None:
            return
        start = _start_behind(prepared.lines[prepared.body + 1 :])
        if start is None:
            return
        yield start
        prepared = prepare(prepared.lines[next(n for n, line in enumerate(prepared.lines) if line is start) :])


def _start_behind(lines: Sequence[Line]) -> Line | None:
    """The line with which a page begins behind the body or the references of another: front matter of its own over a heading."""
    vocab = vocabulary()
    for number, line in enumerate(lines):
        if not line.text or not (vocab.heading.match(line.text) or vocab.run_in.match(line.text)):
            continue
        if sum(len(after.text.split()) for after in lines[number : number + _NEAR]) < _NEAR:
            continue
        first = number
        while first and number - first < _NEAR and len(lines[first - 1].text) <= _RUNNING and not _body_mark(lines[first - 1]):
            first -= 1
        while first < number and not lines[first].text:
            first += 1
        group = split_parts(without_furniture(lines[first:number]).lines)
        items = read_front([part for part in group if part.kind == "front"], frozenset())
        if {"title", "author"} <= {item.field for item in items if item.flat.text}:
            return lines[first]
    return None


def _body_mark(line: Line) -> bool:
    """Whether a line belongs to a list of references or says that a work ends there."""
    return bool(re.search(r"\((?:19|20)\d\d\)", line.text)) or "et al" in line.text


class _Known:
    """What the page at hand has shown so far."""

    def __init__(self) -> None:
        self.tags: set[str] = set()
        self.authors: frozenset[str] = frozenset()
        self.titles: list[tuple[str, frozenset[str]]] = []
        self.dois: frozenset[str] = frozenset()
        self.headed = False

    def differs(self, items: Sequence[Item], facts: Sequence[Fact], tag: str, begun: bool) -> bool:
        """Whether the front matter over an abstract in the language `tag` is that of another work; `begun` says that the abstract has a
        heading of its own.
        """
        authors, dois = _authors(items), _dois(facts)
        titled = authors and any(item.field == "title" for item in items)
        if self.headed and not (begun or titled or dois or any(item.line.heading for item in items)):
            return False  # where titles are printed as headings, a line that is none begins a section
        if dois and self.dois and not dois & self.dois:
            return True
        if authors and self.authors and authors & self.authors:
            return False
        if tag in self.tags and tag != detect.UNDETERMINED:
            return True
        if authors and self.authors:
            return True
        return any(_unlike(title, words, self.titles) for title, words in _titles(items))

    def add(self, items: Sequence[Item], facts: Sequence[Fact], tag: str) -> None:
        """Take what stands over an abstract for this page's own."""
        self.tags.add(tag)
        self.authors |= _authors(items)
        self.titles += _titles(items)
        self.dois |= _dois(facts)


def _starts_before(prepared: Prepared) -> Iterator[Line]:
    if sum(part.kind == "prose" for part in prepared.parts) < 2:
        return
    lines = prepared.lines[: prepared.body]
    facts = sorted(prepared.furnished.facts, key=lambda fact: fact.line.number)
    known = _Known()
    waiting: list[Part] = []
    last = 0
    for part in prepared.parts:
        if part.kind in ("heading", "front"):
            waiting.append(part)
            known.headed = known.headed or (not known.tags and part.kind == "front" and any(line.heading for line in part.lines))
        elif part.kind == "prose":
            tag = tongue(part.flat.text)
            items = read_front([each for each in waiting if each.kind == "front"], frozenset())
            here = [fact for fact in facts if last < fact.line.number <= part.number]
            begun = any(each.kind == "heading" for each in waiting)
            if waiting and known.tags and known.differs(items, here, tag, begun):
                yield _first(lines, waiting[0], here, last)
                known = _Known()
            known.add(items, here, tag)
            waiting = []
            last = part.lines[-1].number if part.lines else last
        elif part.kind == "keywords":
            last = part.lines[-1].number if part.lines else last
            waiting = []


def _first(lines: Sequence[Line], part: Part, facts: Sequence[Fact], last: int) -> Line:
    """The first line of a page whose front matter begins with `part`: its masthead may stand over that."""
    number = min([part.number, *(fact.line.number for fact in facts if fact.field != "DOI" and last < fact.line.number < part.number)])
    return next(line for line in lines if line.number >= number and line.text)


def _authors(items: Sequence[Item]) -> frozenset[str]:
    return frozenset(fold(item.text) for item in items if item.field == "author" and item.sure)


def _titles(items: Sequence[Item]) -> list[tuple[str, frozenset[str]]]:
    """The titles of a front with the language of each."""
    texts = [item.text for item in items if item.field == "title"]
    return [(tongue_short(text), frozenset(re.findall(r"[^\W\d_]+", text.casefold()))) for text in texts]


def _unlike(tag: str, words: frozenset[str], titles: Sequence[tuple[str, frozenset[str]]]) -> bool:
    """Whether a title is another one than all those in its language."""
    same = [others for other, others in titles if other == tag and tag != detect.UNDETERMINED]
    return len(words) >= _NEW_TITLE and bool(same) and all(len(words & others) < _ALIKE * min(len(words), len(others)) for others in same)


def _dois(facts: Sequence[Fact]) -> frozenset[str]:
    return frozenset(fact.value.casefold() for fact in facts if fact.field == "DOI")


def _offset(text: str, line: Line) -> int:
    """Where the line of the page that `line` is (or is a piece of) begins in `text`, its marks included."""
    at = line.flat.starts[0]
    return max(text.rfind(mark, 0, at) for mark in "\r\n\f") + 1
