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
    for match in _SLOT.finditer(template):
        filling = slots.get(match[1], match[0])
        nodes.append(Text(template[at : match.start()]))
        nodes += (Text(filling),) if isinstance(filling, str) else filling
        at = match.end()
    return merge((*nodes, Text(template[at:])))


def to_table(key: str) -> Inlines:
    """A cross reference to the table `key`, which gets its words ("Table 2.1") when tables are numbered."""
    return (Reference(key, ()),)
