"""The order of sections and of list items: as it is now, unless the writer has made another; what stands below goes along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from litreview.document.nodes import Block, Heading, ListBlock
from litreview.merge.content import item_keys
from litreview.merge.docx.story import W


def groups(blocks: Sequence[Block]) -> list[list[str]]:
    """What may change places: the headings of one level below one heading, and the items of one list, by their keys."""
    below: dict[tuple[int, str], list[str]] = {}
    path: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Heading):
            path = {level: key for level, key in path.items() if level < block.level}
            below.setdefault((block.level, "/".join(path.values())), []).append(block.key)
            path[block.level] = block.key
        elif isinstance(block, ListBlock):
            below[0, block.key] = list(item_keys(block))
    return [keys for keys in below.values() if len(keys) > 1]


def reorder(keys: Sequence[str], base: Sequence[str], places: Mapping[str, Any], ends: Sequence[Any]) -> bool:
    """Give the elements of `keys` (first element of each by key) the order of `keys`, with all that follows each; whether any moved.

    Nothing moves where their order is not that of the `base` any more: then it is the writer's. `ends` are the elements at which what
    follows one ends.
    """
    there = [key for key in base if key in places and key in set(keys)]
    wanted = [key for key in keys if key in places and key in set(there)]
    if len(there) < 2 or there == wanted:
        return False
    parent = places[there[0]].getparent()
    if any(places[key].getparent() is not parent for key in there):
        return False
    siblings = list(parent)
    at = {key: siblings.index(places[key]) for key in there}
    if sorted(there, key=at.__getitem__) != there:
        return False
    stops = sorted({siblings.index(end) for end in ends if end.getparent() is parent} | {len(siblings)})
    chunks: dict[str, list[Any]] = {}
    for key in there:
        end = min(stop for stop in stops if stop > at[key])
        chunk = [e for e in siblings[at[key] : end] if e.tag != f"{W}sectPr"]
        if sum(1 for e in chunk for _ in e.iter(f"{W}sectPr")) % 2:
            return False
        chunks[key] = chunk
    marks = [places[key].makeelement(f"{W}p", {}) for key in there]
    for mark, key in zip(marks, there, strict=True):
        places[key].addprevious(mark)
    for mark, key in zip(marks, wanted, strict=True):
        for element in chunks[key]:
            mark.addprevious(element)
        parent.remove(mark)
    return True
