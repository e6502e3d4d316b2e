"""Marks in a Word file that wait for somebody, and where they stand: under which heading, in which row and column of a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from lxml import etree

from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.chapter import level_of, words_of
from litreview.writers.docx.template.styles import Sheet

_W = f"{{{W}}}"
_NOTES = re.compile(r"word/(?:footnotes|endnotes|header\d*|footer\d*)\.xml")
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_AROUND = 40
"""So many letters before and behind a mark are told with it."""


@attrs.frozen
class OpenSlot:
    """A mark that waits, the words around it, the heading above it, and in a table the words of its row and its column ("" for none)."""

    mark: str
    words: str
    heading: str = ""
    row: str = ""
    column: str = ""


def open_slots(data: bytes, phrases: Sequence[str]) -> tuple[OpenSlot, ...]:
    """The marks that wait for somebody: one of `phrases`, a place ``{{…}}``, a citation ``[@key]``, in the order of the text.

    A phrase between quotation marks is told of, and waits for nobody.
    """
    listed = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w“\"'‘])(?:{listed})(?![\w”\"'’])|\{{\{{\w[\w ]{{0,60}}\}}\}}|\[@[\w:.-]{{1,80}}", re.IGNORECASE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name in (_DOCUMENT, _STYLES) or _NOTES.fullmatch(name)}
    return tuple(slot for name in parts if name != _STYLES for slot in _in_part(parts[name], parts.get(_STYLES), pattern))


def _in_part(blob: bytes, styles: bytes | None, pattern: re.Pattern[str]) -> Iterator[OpenSlot]:
    root = etree.fromstring(blob)
    sheet = Sheet(etree.fromstring(styles) if styles is not None else root, root)
    heading = ""
    for paragraph in root.iter(f"{_W}p"):
        text = " ".join("".join(t.text or "" for t in paragraph.iter(f"{_W}t")).split())
        cell = next(paragraph.iterancestors(f"{_W}tc"), None)
        if cell is None and text and level_of(paragraph, sheet) is not None:
            heading = words_of(paragraph)
        for found in pattern.finditer(text):
            words = text[max(found.start() - _AROUND, 0) : found.end() + _AROUND]
            row, column = ("", "") if cell is None else _place(cell)
            yield OpenSlot(found[0], words, heading, row, column)


def _place(cell: Any) -> tuple[str, str]:
    """What names the row of a cell, the first line with a word in it, and its column, the words of that in the first row."""
    row = cell.getparent()
    table = next(row.iterancestors(f"{_W}tbl"), None)
    lines = (words_of(paragraph) for paragraph in row.iter(f"{_W}p"))
    named = next((line for line in lines if re.search(r"[^\W\d_]", line)), "")
    first = next(table.iter(f"{_W}tr"), None) if table is not None else None
    if first is None or first is row:
        return named, ""
    place = next(start for start, other in _columns(row) if other is cell)
    return named, next((_words(other) for start, other in reversed([*_columns(first)]) if start <= place), "")


def _columns(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row, each with the column in which it begins."""
    place = 0
    for cell in row.iterchildren(f"{_W}tc"):
        yield place, cell
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        wide = str(span.get(f"{_W}val")) if span is not None else ""
        place += int(wide) if wide.isdigit() else 1


def _words(cell: Any) -> str:
    return " ".join(filter(None, (words_of(paragraph) for paragraph in cell.iter(f"{_W}p"))))
