"""The themes of a large corpus in numbers: when their studies appeared, and how they were made."""

from __future__ import annotations

from litreview.document.nodes import Table
from litreview.review.composition import Composition, theme_title
from litreview.review.tables.axes import Axis, axis, years_axis
from litreview.review.tables.cells import cell, line_key, line_name
from litreview.review.thresholds import METHODS_COUNTED, PERIODS_COUNTED
from litreview.themes import Theme, facets

BY_PERIOD, BY_METHOD = "table/themes-by-period", "table/themes-by-method"


def theme_counts(made: Composition) -> tuple[Table, ...]:
    """Two tables, themes by year and themes by method; each is left out where there is nothing to count."""
    if not made.ledger.themes:
        return ()
    keys = made.library.keys()
    periods = years_axis(made.library, keys, PERIODS_COUNTED)
    methods = axis(made.library, keys, "method", METHODS_COUNTED)
    tables = ((BY_PERIOD, periods, len(periods.values) > 1), (BY_METHOD, methods, bool(methods.values)))
    return tuple(_table(key, columns, made) for key, columns, worth in tables if worth)


def discussed(theme: Theme, made: Composition) -> tuple[str, ...]:
    """The studies of a topic, or those that state something on a facet."""
    facet = next((facet for facet in facets() if facet.name == theme.facet), None)
    if facet is None:
        return theme.keys
    return tuple(key for key in theme.keys if any(made.library[key].aspects.stated(aspect) for aspect in facet.aspects))


def _table(key: str, columns: Axis, made: Composition) -> Table:
    words, name = made.table_words, "period" if key == BY_PERIOD else "method"
    header = (cell(str(words["theme"])), *(cell(line_name(line, made)) for line in columns.lines), cell(str(words["total"])))
    rows = []
    for theme, _ in made.ledger.themes:
        keys = frozenset(discussed(theme, made))
        counts = [len(keys.intersection(line.keys)) for line in columns.lines]
        texts = [str(n) if n else str(words["other"]) for n in (*counts, len(keys))]
        rows.append((cell(theme_title(theme, made.language)), *map(cell, texts)))
    widths = (0.34, *(0.66 / (len(columns.lines) + 1) for _ in range(len(columns.lines) + 1)))
    caption, about = str(words[f"{name}_caption"]), str(words[f"{name}_description"])
    return Table(
        key,
        str(made.words["table"]),
        "",
        cell(caption).paragraphs[0],
        header,
        tuple(rows),
        widths,
        landscape=len(columns.lines) > 6,
        description=about,
        row_keys=tuple(theme.key for theme, _ in made.ledger.themes),
        column_keys=("theme", *map(line_key, columns.lines), "total"),
    )
