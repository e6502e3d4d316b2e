"""The columns of a worksheet: the work, each aspect, and those that somebody added."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from litreview.languages import language
from litreview.record import ASPECT, Study
from litreview.record.own_columns import own_names
from litreview.sheets.screened import screening_columns
from litreview.sheets.sheet import Kind, SheetColumn

WORK: tuple[tuple[str, Kind], ...] = (("key", "key"), ("author", "names"), ("issued", "year"), ("title", "text"))
_KINDS: Mapping[str, Kind] = {
    "aim": "text",
    "question": "text",
    "period": "period",
    "partners": "partners",
    "findings": "lines",
    "background": "lines",
    "outcome": "outcome",
}
"""Kinds of aspects; of the others, and of new ones, a list or one text."""


def columns(studies: Collection[Study], tag: str) -> tuple[SheetColumn, ...]:
    """The columns for `studies`, with headings in the language `tag`."""
    screened = screening_columns(tag) if any(study.screening for study in studies) else ()
    return (*known(tag), *screened, *(SheetColumn(name, name, "own") for name in own_names(studies)))


def known(tag: str) -> tuple[SheetColumn, ...]:
    """The columns that every worksheet has.

    >>> [column.heading for column in known("id")][:5]
    ['kunci', 'penulis', 'tahun', 'judul', 'tujuan']
    """
    names = language(tag).section("record")
    words = language(tag).section("worksheet")
    work = tuple(SheetColumn(name, str(words["key"] if name == "key" else names[name]), kind) for name, kind in WORK)
    aspects = [name for name, aspect in ASPECT.items() if aspect.reported or name == "sectors"]
    return (*work, *(SheetColumn(name, str(names[name]), _kind(name)) for name in aspects))


def _kind(aspect: str) -> Kind:
    return _KINDS.get(aspect, "list" if ASPECT[aspect].several else "text")
