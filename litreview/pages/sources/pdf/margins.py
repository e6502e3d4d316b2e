"""Head and foot of the pages of a PDF file: in their place, and those that run through the file on its first page alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.pages.sources.pdf.printed import PrintedLine

HEAD, FOOT = 0.925, 0.075
"""The shares of a page's height over and under which a line stands in its margin."""

_FOLIO = re.compile(r"\s*(?:-\s*)?(?:(?!(?:19|20)\d\d\b)\d{1,4}|[ivxlc]{1,7})(?:\s*-)?\s*")
_NUMBER = re.compile(r"[\d\W_]+")
_LEAST = 8
"""A running head has so many letters: less is said by chance on two pages."""


@attrs.frozen
class PrintedPage:
    """The lines of one page, and its height in points."""

    lines: tuple[PrintedLine, ...]
    height: float


def in_order(page: PrintedPage) -> PrintedPage:
    """A page with the lines of its head before and those of its foot behind all others, whichever were printed first."""
    return attrs.evolve(page, lines=tuple(sorted(page.lines, key=lambda line: _zone(line, page.height))))


def _zone(line: PrintedLine, height: float) -> int:
    """0 in the head of a page, 2 in its foot, 1 between them."""
    if line.height is None:
        return 1
    return 0 if line.height > HEAD * height else 2 if line.height < FOOT * height else 1


def without_folio(page: PrintedPage) -> PrintedPage:
    """A page without its number at head or foot."""
    printed = [n for n, line in enumerate(page.lines) if line.text.strip()]
    ends = {n for n in (*printed[:1], *printed[-1:]) if len(printed) > 1 and _FOLIO.fullmatch(page.lines[n].text)}
    return attrs.evolve(page, lines=tuple(line for n, line in enumerate(page.lines) if n not in ends))


def without_running(pages: Sequence[PrintedPage], title: str) -> Iterator[PrintedPage]:
    """The pages, a head or a foot that says what an earlier page has in its margin, or `title`, left out of all but the first."""
    known: set[str] = set()
    for page in pages:
        margins = {_said(line.text) for line in page.lines if _zone(line, page.height) != 1}
        again = {text for text in margins & known if len(text) >= _LEAST}
        yield attrs.evolve(page, lines=tuple(li for li in page.lines if _zone(li, page.height) == 1 or _said(li.text) not in again))
        known |= margins | {_said(title)}


def _said(text: str) -> str:
    """What a head says on every page: its words without the numbers."""
    return _NUMBER.sub("", text).casefold()
