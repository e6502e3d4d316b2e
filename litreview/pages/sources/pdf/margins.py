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
    head = [line for line in page.lines if line.height is not None and line.height > HEAD * page.height]
    foot = [line for line in page.lines if line.height is not None and line.height < FOOT * page.height]
    rest = [line for line in page.lines if line not in head and line not in foot]
    return attrs.evolve(page, lines=(*head, *rest, *foot))


def without_folio(page: PrintedPage) -> PrintedPage:
    """A page without its number at head or foot."""
    printed = [n for n, line in enumerate(page.lines) if line.text.strip()]
    ends = {n for n in (*printed[:1], *printed[-1:]) if len(printed) > 1 and _FOLIO.fullmatch(page.lines[n].text)}
    return attrs.evolve(page, lines=tuple(line for n, line in enumerate(page.lines) if n not in ends))


def without_running(pages: Sequence[PrintedPage], title: str) -> Iterator[PrintedPage]:
    """The pages, a head or a foot that says what an earlier page has in its margin, or `title`, left out of all but the first."""
    known: set[str] = set()
    for page in pages:
        margins = _margins(page)
        said = {_said(line.text) for line in margins}
        again = {text for text in said & known if len(text) >= _LEAST}
        yield attrs.evolve(page, lines=tuple(line for line in page.lines if line not in margins or _said(line.text) not in again))
        known |= said | {_said(title)}


def _margins(page: PrintedPage) -> list[PrintedLine]:
    heights = HEAD * page.height, FOOT * page.height
    return [line for line in page.lines if line.height is not None and not heights[1] <= line.height <= heights[0]]


def _said(text: str) -> str:
    """What a head says on every page: its words without the numbers."""
    return _NUMBER.sub("", text).casefold()
