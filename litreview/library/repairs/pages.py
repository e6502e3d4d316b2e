"""Page ranges with a plain hyphen, as records have them (the citation style sets the dash), and without "pp." before them."""

from __future__ import annotations

import re

from litreview.library.repairs import Repair, on_texts
from litreview.record import Study

_PAGE = r"(?:[A-Za-z]{0,3}\d+[A-Za-z]?|[ivxlcdmIVXLCDM]+)"
_DASHES = r"\s*(?:-{1,3}|[‐-―−])\s*"
_PAGES = re.compile(
    rf"(?:(?:pp?|hlm|hal|halaman|pages?)\b\.?\s*)?({_PAGE}(?:{_DASHES}{_PAGE})?(?:\s*,\s*{_PAGE}(?:{_DASHES}{_PAGE})?)*)", re.IGNORECASE
)


def plain_pages(text: str) -> str:
    """`text` in the form of records, if it is pages and nothing else.

    >>> plain_pages("pp. 12 – 20"), plain_pages("S1--S9, 14"), plain_pages("see 12–20")
    ('12-20', 'S1-S9, 14', 'see 12–20')
    """
    match = _PAGES.fullmatch(text.strip())
    return re.sub(r"(?:(?<!\s)\s+)?,\s*", ", ", re.sub(_DASHES, "-", match[1])) if match else text


def run(study: Study) -> Study:
    """Change the pages."""
    return on_texts(study, plain_pages, only=("page",))


REPAIR = Repair("pages", run)
