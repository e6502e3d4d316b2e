"""Running heads that a copy prints within a line of text."""

from __future__ import annotations

import re

import attrs

from litreview.pages.furniture.masthead import mastheads
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

_PAGE_BEFORE = re.compile(r"\s\d{1,4}\s*$")
_EDGES = " ,;:"


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
