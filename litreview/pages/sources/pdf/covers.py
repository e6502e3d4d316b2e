"""The page that a site puts before a work in the file it hands out (ResearchGate, JSTOR): nothing of it is the work's, but its DOI."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from litreview.languages import language, tags
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.sources.pdf.margins import PrintedPage

_LONGEST = 300


def without_cover(pages: Sequence[PrintedPage]) -> Sequence[PrintedPage]:
    """The pages without a cover of a site, where another follows; the line of a cover that gives the DOI goes to the head of that."""
    if len(pages) < 2 or not any(len(line.text) < _LONGEST and _cover().match(line.text) for line in pages[0].lines):
        return pages
    stated = [line for line in pages[0].lines if any("DOI" in mark.fields for mark in mastheads(line.text[:_LONGEST]))]
    return [attrs.evolve(pages[1], lines=(*(attrs.evolve(line, height=None) for line in stated[:1]), *pages[1].lines)), *pages[2:]]


@cache
def _cover() -> re.Pattern[str]:
    """A line that only a cover prints, in any language."""
    patterns = [str(each) for tag in tags() for each in language(tag).section("blocks").get("furniture", {}).get("covers", ())]
    return re.compile(rf"\s*(?:{'|'.join(patterns) or '(?!)'})", re.IGNORECASE)
