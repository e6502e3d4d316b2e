"""Where the records of a YAML file stand: each alone as a document, or as an item of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs

from litreview.formats._yaml import emit
from litreview.formats._yaml.splice import Edit, Unfit, applied, item_out, item_whole, items_in, node_whole
from litreview.formats._yaml.tree import Items, Pairs, Scalar, parse


@attrs.frozen
class Place:
    """One record, and the list it is item `index` of (None where it is a document of its own)."""

    record: Pairs
    within: Items | None = None
    index: int = 0

    def out(self, text: str) -> Edit:
        """Take the record out of `text`."""
        return item_out(text, self.within, self.index) if self.within else Edit(self.record.place.start, self.record.place.end, "")

    def whole(self, text: str, new: dict[str, Any]) -> Edit:
        """Write the record anew."""
        return item_whole(text, self.within, self.index, new, whole=True) if self.within else node_whole(text, self.record, new)


def places(text: str) -> tuple[Place, ...]:
    """The records of a YAML text, in order. Raises ReadError."""
    records: list[Place] = []
    for root in parse(text, ""):
        if isinstance(root, Items):
            records += [Place(value, root, n) for n, value in enumerate(root.values) if isinstance(value, Pairs)]
        elif isinstance(root, Pairs):
            records.append(Place(root))
    return tuple(records)


def with_added(text: str, records: Sequence[dict[str, Any]]) -> str:
    """The text with more records at its end; a file of one record becomes a list. Raises Unfit, ReadError."""
    if not records:
        return text
    roots = parse(text, "")
    last = roots[-1] if roots else None
    listed = "\n".join(emit.item(record, whole=True) + "\n" for record in records)
    if last is None or (isinstance(last, Scalar) and last.text is None):
        return text + ("" if text.endswith("\n") or not text else "\n") + (listed if "\r\n" not in text else listed.replace("\n", "\r\n"))
    if isinstance(last, Items) and last.values:
        return applied(text, [items_in(text, last, len(last.values) - 1, records, whole=True, gap="\n")])
    if isinstance(last, Items):
        return applied(text, [Edit(last.place.start, last.place.end, listed.removesuffix("\n"))])
    if not isinstance(last, Pairs) or len(roots) > 1 or (not last.flow and text[: last.place.start].rpartition("\n")[2]):
        raise Unfit
    inner = text[last.place.start : last.place.end]
    as_item = "- " + (inner if last.flow else re.sub(r"\n(?=[^\r\n])", "\n  ", inner))
    listing = text[: last.place.start] + as_item + text[last.place.end :]
    return with_added(listing, records)
