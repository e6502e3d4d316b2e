"""What the cells of several tables have in common."""

from __future__ import annotations

from litreview.document.nodes import Cell, Cite, CiteItem, Inlines, Text
from litreview.review.composition import Composition
from litreview.review.prose.fill import capitalise
from litreview.review.prose.wording import name
from litreview.review.tables.axes import Line


def cell(words: str | Inlines) -> Cell:
    """A cell of one paragraph."""
    return Cell(((Text(words),) if isinstance(words, str) else words,))


def study_cell(key: str) -> Cell:
    """A study by its citation."""
    return Cell(((Cite((CiteItem(key),), "narrative"),),))


def line_name(line: Line, made: Composition) -> Inlines:
    """What a row or column is called."""
    if line.kind == "years":
        return (Text(str(line.first) if line.first == line.last else f"{line.first}–{line.last}"),)
    if line.kind == "undated":
        return (Text(str(made.table_words["undated"])),)
    if line.kind in ("not-stated", "not-read", "no-abstract"):
        return capitalise((Text(made.language.label(line.kind.replace("-", "_"))),))
    if line.value is None:
        return capitalise((Text(str(made.table_words["other_values" if line.kind == "others" else "single_values"])),))
    if line.value.aspect == "outcome":
        return capitalise((Text(str(made.table_words["outcomes"][line.value.identity])),))
    return capitalise(name(line.value, made.voice))


def line_key(line: Line) -> str:
    """What a row or column is about, in no language.

    >>> line_key(Line("not-stated", ("a",))), line_key(Line("years", ("a",), first=2010, last=2012))
    ('not-stated', '2010-2012')
    """
    if line.kind == "years":
        return f"{line.first}-{line.last}"
    return line.value.identity if line.value is not None else line.kind
