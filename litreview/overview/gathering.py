"""What the page shows, counted from a library: rows, matrices, years, keywords that occur together, topics, work to do."""

from __future__ import annotations

from collections import Counter

import attrs

from litreview.analysis.prepared import prepared
from litreview.errors import Problem
from litreview.languages import language
from litreview.library.check import check
from litreview.record import Library, Study
from litreview.review.tables.grid import Grid
from litreview.review.tables.matrix import matrix_of
from litreview.sheets.making import worksheet
from litreview.sheets.sheet import Sheet
from litreview.themes.keyword_map import keyword_map
from litreview.themes.suggestion import suggest_themes

MATRICES = ("framework", "method", "data", "sectors")
"""The aspects that have a matrix on the page."""
COLUMNS = 12
"""The values that have a column of their own in one, the widest first."""
KEYWORDS = 24
"""The keywords on the map."""
PROBLEMS = 300


@attrs.frozen
class Topic:
    """Studies that belong together, under a heading."""

    title: str
    keys: tuple[str, ...]


@attrs.frozen
class Overview:
    """What the page of a library shows, with words in the language `tag`.

    - `studies`: in review order, with what their abstracts state; `sheet`: their rows in the same order.
    - `matrices`: by aspect; `years`: studies by year; `keywords`: the most used, each with its studies; `pairs`: how many share two.
    - `topics`; `problems`: what is wrong in the records.
    """

    tag: str
    studies: Library
    sheet: Sheet
    matrices: tuple[tuple[str, Grid], ...]
    years: tuple[tuple[int, int], ...]
    keywords: tuple[Topic, ...]
    pairs: tuple[tuple[int, int, int], ...]
    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...]


def overview(library: Library, tag: str) -> Overview:
    """All that the page of `library` shows, in the language `tag`."""
    ready, _ = prepared(library)
    sheet = worksheet(library, tag, ready)
    rows = {row.key: row for row in sheet.rows}
    named, links = keyword_map(ready, KEYWORDS, tag)
    themes = suggest_themes(ready) if len(ready) else ()
    grouped = (theme for theme in themes if theme.way not in ("facet", "rest"))
    topics = tuple(Topic(_said(theme.title, tag) or theme.name, theme.keys) for theme in grouped)
    return Overview(
        tag,
        ready,
        attrs.evolve(sheet, rows=tuple(rows[study.key] for study in ready)),
        tuple((aspect, matrix_of(ready, aspect, lang=tag, most=COLUMNS)) for aspect in MATRICES),
        _years(ready),
        tuple(Topic(name, keys) for name, keys in named),
        links,
        topics,
        tuple(problem for problem in check(library) if problem.severity != "info")[:PROBLEMS],
    )


def _said(title: object, tag: str) -> str:
    best = getattr(title, "best", lambda *tags: None)(tag)
    return best[1] if best else ""


def _years(library: Library) -> tuple[tuple[int, int], ...]:
    """How many studies each year has, from the first to the last, years without one among them (the last hundred at most)."""
    counts = Counter(year for study in library if (year := _year(study)) is not None)
    if not counts:
        return ()
    first, last = max(min(counts), max(counts) - 99), max(counts)
    return tuple((year, counts[year]) for year in range(first, last + 1))


def _year(study: Study) -> int | None:
    return study.issued.year if study.issued else None


def state_word(tag: str, name: str) -> str:
    """What stands above a column that counts the cells of a state."""
    return language(tag).label(name.replace("-", "_"))
