"""Fixed sentences of the chapter with inlines in their slots."""

from __future__ import annotations

import re

from litreview.document.nodes import Inline, Inlines, Reference, Text
from litreview.document.walk import merge

_SLOT = re.compile(r"\{(\w+)\}")


def filled(template: str, **slots: str | Inlines) -> Inlines:
    """A fixed sentence with its slots filled by texts or inlines; a slot that is not given stays as it is written.

    >>> filled("{n} of {what}.", n="Two", what=(Text("all"),))
    (Text(text='Two of all.'),)
    """
    nodes: list[Inline] = []
    at = 0
    for found in _SLOT.finditer(template):
        given = slots.get(found[1], found[0])
        nodes.append(Text(template[at : found.start()]))
        nodes += (Text(given),) if isinstance(given, str) else given
        at = found.end()
    return merge((*nodes, Text(template[at:])))


def to_table(key: str) -> Inlines:
    """A cross reference to the table `key`, which gets its words ("Table 2.1") when tables are numbered."""
    return (Reference(key, ()),)
