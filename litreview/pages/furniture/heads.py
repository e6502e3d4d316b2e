"""What a copy prints twice: running heads within a line of text, the first words of a text over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.pages.furniture.masthead import mastheads
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

_PAGE_BEFORE = re.compile(r"\s\d{1,4}\s*$")
_EDGES = " ,;:"
_TEASER = 40
_MOST_TEASERS = 3


def teasers(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that print the first words of a text, cut short, which stand again further down."""
    cut = [n for n, line in enumerate(lines) if len(line.text) > _TEASER and line.text.endswith(("...", "…"))][:_MOST_TEASERS]
    ends = [(at, lines[at].text.rstrip(".… ")[-_TEASER:]) for at in cut]
    return [at for at, end in ends if any(end in line.text for line in lines[at + 1 :])]


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
