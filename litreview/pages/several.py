"""Several abstract pages in one text: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.languages import detect
from litreview.pages.blocks import Part, split_parts
from litreview.pages.body import body_start
from litreview.pages.front import read_front
from litreview.pages.page import LIMIT, Page, parse_page
from litreview.pages.unwrap import Line, unwrap
from litreview.pages.vocabulary import fold, vocabulary

MOST = 20_000_000
"""The longest text, in code points, that is searched for several pages."""

_LINE = re.compile(r"[^\r\n]+")


def parse_pages(text: str, name: str = "") -> tuple[Page, ...]:
    """The pages of `text`, in order; `name` is that of its file.

    A new page begins with the front matter (or heading) over an abstract in a language the page at hand already has, or under an
    author it does not name. Places in the pages count from the beginning of `text`.

    >>> one = "ABSTRAK\\n\\nPenelitian ini membahas kerja sama kota dan desa dengan hasil yang baik bagi semua warga."
    >>> two = "ABSTRAK\\n\\nPenelitian ini membahas pelabuhan dan laut dengan hasil yang baik bagi semua nelayan."
    >>> [page.study.origin.line for page in parse_pages(one + "\\n\\n" + two)]
    [1, 5]
    """
    if len(text) > MOST or (len(text) > LIMIT and _headings(text) * LIMIT < len(text)):
        return (parse_page(text, name),)
    body = body_start(text)
    lines = unwrap(text if body is None else text[:body])
    starts = list(_page_starts(split_parts(lines)))
    if not starts:
        return (parse_page(text, name),)
    places = [0, *(_offset(text, lines[number - 1]) for number in starts)]
    numbers = [1, *starts]
    ends = [*places[1:], len(text)]
    return tuple(parse_page(text[a:b], name, a, n) for a, b, n in zip(places, ends, numbers, strict=True))


def _headings(text: str) -> int:
    """How many lines of a text are headings of abstracts."""
    heading = vocabulary().heading
    return sum(1 for line in _LINE.finditer(text) if line.end() - line.start() < 80 and heading.match(line.group().strip("#*_ \t")))


def _page_starts(parts: Sequence[Part]) -> Iterator[int]:
    """The numbers of the lines with which pages after the first begin."""
    tags: set[str] = set()
    waiting: list[Part] = []
    authors: frozenset[str] = frozenset()
    for part in parts:
        if part.kind in ("heading", "front"):
            waiting.append(part)
        elif part.kind == "prose":
            tag = detect.detect(part.flat.text)
            named = _authors(waiting)
            others = bool(named and authors and not named & authors)
            if waiting and ((tag in tags and tag != detect.UNDETERMINED) or others):
                yield waiting[0].number
                tags, authors = set(), frozenset()
            tags.add(tag)
            authors |= named
            waiting = []


def _authors(waiting: Sequence[Part]) -> frozenset[str]:
    items = read_front([part for part in waiting if part.kind == "front"], frozenset())
    return frozenset(fold(item.text) for item in items if item.field == "author" and item.sure)


def _offset(text: str, line: Line) -> int:
    """Where `line` begins in `text`, its marks included."""
    at = line.flat.starts[0]
    return max(text.rfind(mark, 0, at) for mark in "\r\n\f") + 1
