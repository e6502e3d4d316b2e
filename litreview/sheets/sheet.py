"""The worksheet as a value: columns, and rows of cells that know what is known of them."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.record import Evidence

State = Literal["found", "recorded", "own", "not-stated", "not-read", "no-abstract", "plain"]
"""What is known of a cell: rules found its value in the abstract; the record has it, with the words it rests on; it is somebody's own;
a person says that the source does not state it; nothing was found; there is no abstract to find it in; or it is no aspect."""

EMPTY: tuple[State, ...] = ("not-stated", "not-read", "no-abstract")
"""States of a cell without a value: it holds the word of its state."""

Kind = Literal["key", "text", "names", "year", "list", "lines", "outcome", "period", "partners", "screening", "own"]
"""What a column holds: the key, one text, persons, a year, values on lines, sentences on lines, one of the outcomes, years, parties, part
of a screening, or whatever somebody added."""


@attrs.frozen
class SheetColumn:
    """A column: the field or aspect `name` (of one's own columns what stands above it), and its `heading`."""

    name: str
    heading: str
    kind: Kind


@attrs.frozen
class SheetCell:
    """A cell: what stands in it, its state, and the words it rests on."""

    text: str
    state: State = "plain"
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen
class SheetRow:
    """The cells of the study `key`, as many as there are columns."""

    key: str
    cells: tuple[SheetCell, ...]


@attrs.frozen
class Sheet:
    """The worksheet of some studies, with headings and words in the language `tag`."""

    tag: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]


class Unfit(ValueError):
    """What was typed is no value of its column; `expected` names what is, as a word of ``[worksheet.expected]``."""

    def __init__(self, expected: str) -> None:
        self.expected = expected
        super().__init__(expected)
