"""Single values taken over from shared data: ``author = {Lee, Ann and xdata=people-author-1}``.

A reference names an ``@xdata`` entry, one of its fields and, for a list of names, which of them. Source: biblatex manual, "Granular XDATA".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from litreview.formats.bibtex.blocks import Block, Fields
from litreview.formats.bibtex.raw_entry import Reading
from litreview.record.name_words import list_items

_REFERENCE = re.compile(r"(?<![^\s{,])xdata\s*=\s*([^\s,{}]+)")
_LISTS = frozenset(
    "author editor translator bookauthor director editora editorb editorc location publisher organization institution".split()
)
"""Fields that hold lists joined by "and"."""
_DEEPEST = 20
_LONGEST = 100_000
"""Characters to which a value may grow: references that double each other would fill any memory."""


def with_single_values(entries: Iterable[Block], index: Mapping[str, Block], reading: Reading) -> list[Block]:
    """The entries with such references replaced. One that names nothing stays as written and is a problem."""
    resolved = []
    for entry in entries:
        if any("xdata" in value and _REFERENCE.search(value) for _, value in entry.fields):
            entry = entry.with_fields(_resolved(entry, index, reading))
        resolved.append(entry)
    return resolved


def _resolved(entry: Block, index: Mapping[str, Block], reading: Reading) -> Fields:
    fields = []
    for name, value in entry.fields:
        new = _replaced(name.lower(), value, index, 0)
        for left in dict.fromkeys(_REFERENCE.findall(new)):
            reading.fault("bibtex-xdata-unknown", entry, field=name, other=left)
        fields.append((name, new))
    return tuple(fields)


def _replaced(field: str, value: str, index: Mapping[str, Block], depth: int) -> str:
    if depth > _DEEPEST or len(value) > _LONGEST:
        return value
    return _REFERENCE.sub(lambda m: _value(m, field, index, depth), value)


def _value(reference: re.Match[str], field: str, index: Mapping[str, Block], depth: int) -> str:
    parts = reference[1].split("-")
    position = int(parts.pop()) if len(parts) > 2 and parts[-1].isdecimal() and len(parts[-1]) < 6 else None
    source = index.get("-".join(parts[:-1]))
    name = parts[-1].lower()
    if source is None or source.name.lower() != "xdata" or (name in _LISTS) != (field in _LISTS):
        return reference[0]
    value = next((text for n, text in source.fields if n.lower() == name), None)
    if value is None:
        return reference[0]
    text = _replaced(name, value, index, depth + 1)
    if position is None:
        return text
    items = list_items(text)[0] if name in _LISTS else []
    return items[position - 1] if 0 < position <= len(items) else reference[0]
