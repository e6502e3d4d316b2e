"""Page ranges with a plain hyphen, as records have them (the citation style sets the dash), and without "pp." before them."""

from __future__ import annotations

import re
from functools import cache

from litreview.languages.marks import any_mark
from litreview.library.repairs import Repair, on_texts
from litreview.record import Study

_PAGE = r"(?:[A-Za-z]{0,3}\d+[A-Za-z]?|[ivxlcdmIVXLCDM]+)"
_DASHES = r"\s*(?:-{1,3}|[‐-―−])\s*"


def plain_pages(text: str) -> str:
    """`text` in the form of records, if it is pages and nothing else.

    >>> plain_pages("pp. 12 – 20"), plain_pages("S1--S9, 14"), plain_pages("see 12–20")
    ('12-20', 'S1-S9, 14', 'see 12–20')
    """
    match = _pages().fullmatch(text.strip())
    return re.sub(r"(?:(?<!\s)\s+)?,\s*", ", ", re.sub(_DASHES, "-", match[1])) if match else text


@cache
def _pages() -> re.Pattern[str]:
    """Pages, with a label of any language or without."""
    pages = rf"{_PAGE}(?:{_DASHES}{_PAGE})?(?:\s*,\s*{_PAGE}(?:{_DASHES}{_PAGE})?)*"
    return re.compile(rf"(?:{any_mark('page')}\b\.?\s*)?({pages})", re.IGNORECASE)


def run(study: Study) -> Study:
    """Change the pages."""
    return on_texts(study, plain_pages, only=("page",))


REPAIR = Repair("pages", run)
