"""One entry on its way through the layers, and what all entries of a file share."""

from __future__ import annotations

import attrs

from litreview.errors import Origin, Problem, Severity
from litreview.formats.bibtex.blocks import Block
from litreview.record import LangText, Name


@attrs.define
class Reading:
    """One file being read: its text, its name for messages, and the problems found so far."""

    text: str
    name: str | None
    problems: list[Problem] = attrs.field(factory=list)
    shared: dict[tuple[str, str], LangText] = attrs.field(factory=dict)
    """Short texts that stand in many entries (journals, volumes), each kept once."""

    def fault(self, code: str, block: Block, key: str | None = None, severity: Severity = "warning", **data: object) -> None:
        """Note what is wrong with `block`."""
        slots = tuple((slot, str(value)) for slot, value in data.items() if value is not None)
        self.problems.append(Problem(code, slots, Origin(file=self.name, line=block.line), key or block.key or None, severity))


@attrs.define
class RawEntry:
    """An entry between layers 6 and 9.

    `fields` are folded names with values still in LaTeX; `texts` those that have been decoded, `names` the lists of persons.
    `others` are the name variables whose list ended in "and others". `extra` is what goes to `Study.extra`.
    """

    block: Block
    type: str
    fields: dict[str, str]
    reading: Reading
    extra: list[tuple[str, str]] = attrs.field(factory=list)
    names: dict[str, tuple[Name, ...]] = attrs.field(factory=dict)
    others: set[str] = attrs.field(factory=set)
    texts: dict[str, str] = attrs.field(factory=dict)
    addresses: list[str] = attrs.field(factory=list)

    def keep(self, field: str) -> None:
        """Put the LaTeX value of `field` aside, so that writing gives it back."""
        self.extra.append((EXTRA + field, self.fields[field]))

    def fault(self, code: str, severity: Severity = "warning", **data: object) -> None:
        """Note what is wrong with this entry."""
        self.reading.fault(code, self.block, None, severity, **data)


EXTRA = "bibtex:"
"""Before the field name of what no field of a study holds (`Study.extra`); the value is LaTeX as written."""

RAW = EXTRA + "raw"
"""The whole text of an entry that could not be taken apart in the regular way."""

ENTRY_TYPE = EXTRA + "entrytype"
"""The entry type, where several mean the same type of study."""

POINTERS = (EXTRA + "crossref", EXTRA + "xdata")
"""Keys of the entries from which an entry inherits."""
