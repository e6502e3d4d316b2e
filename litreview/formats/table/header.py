"""What the columns of a table are, by their headings."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from litreview.formats.table.cells import Cells

_HEADER_ROWS = 20
_ONE_COLUMN = frozenset(("title", "container", "issue", "note"))
"""Things of which a second column says something else: Scopus names itself as "Source"."""
_OLD_PUBMED = frozenset(("description", "details", "shortdetails"))
"""Headings by which PubMed named authors and source until 2020."""


@cache
def tables() -> tuple[dict[str, str], dict[str, str]]:
    """Folded headings to what their columns are, folded words to kinds of works."""
    whole = tomllib.loads(files("litreview.formats.table").joinpath("columns.toml").read_text(encoding="utf-8"))
    columns, kinds = ({word: meaning for meaning, words in whole[part].items() for word in words} for part in ("columns", "kinds"))
    return columns, kinds


def header(rows: list[Cells]) -> tuple[int | None, list[str | None]]:
    """The row of headings, and what each of its columns is: for a thing that has one column only, the first in the list of headings."""
    columns, _ = tables()
    for at, (_, cells) in enumerate(rows[:_HEADER_ROWS]):
        names = [folded(cell) for cell in cells]
        best: dict[str, str] = {}
        for heading in sorted(filter(columns.get, names), key=rank):
            best.setdefault(columns[heading], heading)
        if "title" in best and len(best) > 1:
            meanings: list[str | None] = []
            for number, heading in enumerate(names):
                meaning = columns.get(heading)
                fits = meaning is not None and (meaning not in _ONE_COLUMN or best[meaning] == heading) and heading not in names[:number]
                meanings.append(meaning if fits else None)
            if set(names) >= _OLD_PUBMED:
                meanings[names.index("description")], meanings[names.index("details")] = "author", "citation"
            return at, meanings
    return None, []


def rank(heading: str) -> int:
    """The place of a heading in the list of headings; behind all where it stands in none."""
    columns, _ = tables()
    return list(columns).index(name) if (name := folded(heading)) in columns else len(columns)


def meaning_of(heading: str) -> str | None:
    """What a column or field of this heading is."""
    return tables()[0].get(folded(heading))


def folded(heading: str) -> str:
    """A heading in small letters without marks."""
    return " ".join(re.sub(r"[^\w]+|_", " ", heading).split()).casefold()
