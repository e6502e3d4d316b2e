"""Changes to a YAML text as replacements of stretches of it, so that all else keeps its characters and comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from litreview.formats._yaml import emit
from litreview.formats._yaml.tree import Items, Node, Pairs, Scalar, plain, walk

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


@attrs.frozen
class Edit:
    """Put `text` in place of the characters from `start` to `end` (exclusive)."""

    start: int
    end: int
    text: str


class Unfit(Exception):
    """This change cannot be made piece by piece; write the whole instead. Never leaves the package."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, which do not overlap; their line ends become those of the text.

    >>> applied("a: 1\\r\\nb: 2", [Edit(3, 4, "x\\ny")])
    'a: x\\r\\ny\\r\\nb: 2'
    """
    crlf = "\r\n" in text
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            raise Unfit
        parts += [text[at : edit.start], edit.text.replace("\n", "\r\n") if crlf else edit.text]
        at = edit.end
    return "".join(parts) + text[at:]


def mapping_changes(text: str, node: Pairs, new: Mapping[str, Any], order: Sequence[str] = ()) -> Iterator[Edit]:
    """Edits that make the mapping `node` say `new`; equal parts are left alone. New keys go behind those before them in `order`."""
    if node.shared:
        raise Unfit
    old = {str(key.text): (key, value) for key, value in node.pairs}
    if len(old) < len(node.pairs) or not old.keys() & new.keys():
        raise Unfit
    for key, (_, value) in old.items():
        if key not in new:
            yield _pair_out(text, node, key)
        elif not same(value, new[key]):
            yield from _value_change(text, node, key, new[key])
    for key in new:
        if key not in old:
            yield _pair_in(text, node, key, new[key], _anchor(list(old), new, key, order))


def _anchor(old: list[str], new: Mapping[str, Any], key: str, order: Sequence[str]) -> str:
    """The key of `old` behind which `key` goes: the last that stands before it in `order`; the last of all where `order` is silent."""
    staying = [k for k in old if k in new]
    if key in order:
        before = [k for k in staying if k in order and order.index(k) < order.index(key)]
        if before:
            return before[-1]
    return staying[-1]


def _value_change(text: str, parent: Pairs, key: str, new: Any) -> Iterator[Edit]:
    name, value = next(pair for pair in parent.pairs if pair[0].text == key)
    try:
        yield from _inside(text, value, new)
    except Unfit:
        if parent.flow:
            yield Edit(value.place.start, value.place.end, emit.flow(new) if value.place.end > value.place.start else " " + emit.flow(new))
        else:
            column = _column(text, name.place.start)
            yield _kept_comments(text, name.place.start, value, emit.pair(key, new, column), column)


def _inside(text: str, value: Node, new: Any) -> list[Edit]:
    if isinstance(value, Pairs) and isinstance(new, Mapping):
        return list(mapping_changes(text, value, new))
    if isinstance(value, Items) and isinstance(new, Sequence) and not isinstance(new, str):
        return list(list_changes(text, value, new))
    raise Unfit


def list_changes(text: str, node: Items, new: Sequence[Any]) -> Iterator[Edit]:
    """Edits that make the list `node` say `new`: equal items at both ends stay, those between are changed, taken out or put in."""
    old = node.values
    if node.shared or not old or not new:
        raise Unfit
    head = 0
    while head < min(len(old), len(new)) and same(old[head], new[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    changed, fresh = old[head : len(old) - tail], list(new[head : len(new) - tail])
    for n, (value, target) in enumerate(zip(changed, fresh, strict=False)):
        yield from _item_change(text, node, head + n, value, target)
    for n in range(len(fresh), len(changed)):
        yield item_out(text, node, head + n)
    added = fresh[len(changed) :]
    if added:
        yield items_in(text, node, head + len(changed) - 1, added)


def _item_change(text: str, node: Items, index: int, value: Node, new: Any) -> Iterator[Edit]:
    try:
        yield from _inside(text, value, new)
    except Unfit:
        yield item_whole(text, node, index, new)


def item_whole(text: str, node: Items, index: int, new: Any, whole: bool = False) -> Edit:
    """The item at `index` written anew; comments in it stand before it from now on."""
    value = node.values[index]
    if node.flow:
        return Edit(value.place.start, value.place.end, emit.flow(new))
    dash, column = _dash(text, node, index)
    return _kept_comments(text, dash, value, emit.item(new, column, whole), column)


def node_whole(text: str, node: Pairs, new: Mapping[str, Any]) -> Edit:
    """A mapping that is a document of its own written anew; comments in it stand before it from now on."""
    if node.flow:
        return Edit(node.place.start, node.place.end, emit.flow(new))
    column = _column(text, node.place.start)
    return _kept_comments(text, node.place.start, node, emit.block(new, column), column)


def item_out(text: str, node: Items, index: int) -> Edit:
    """Take the item at `index` out, with the empty lines behind it."""
    values = node.values
    if node.flow:
        if index:
            return Edit(values[index - 1].place.end, values[index].place.end, "")
        return Edit(values[0].place.start, values[1].place.start if len(values) > 1 else values[0].place.end, "")
    dash, column = _dash(text, node, index)
    if text[dash - column : dash].strip():
        raise Unfit
    return Edit(dash - column, _behind_blank_lines(text, _line_end(text, values[index].place.end)), "")


def items_in(text: str, node: Items, behind: int, new: Sequence[Any], whole: bool = False, gap: str = "") -> Edit:
    """Put items behind the one at index `behind` (-1 for the front of a flow list); `gap` goes before each in a block list."""
    if node.flow:
        if behind < 0:
            return Edit(node.place.start + 1, node.place.start + 1, ", ".join(map(emit.flow, new)) + (", " if node.values else ""))
        place = node.values[behind].place.end
        return Edit(place, place, "".join(", " + emit.flow(value) for value in new))
    if behind < 0:
        raise Unfit
    column = _column(text, node.place.start)
    place = _line_end(text, node.values[behind].place.end)
    return Edit(place, place, "".join(f"\n{gap}{' ' * column}{emit.item(value, column, whole)}" for value in new))


def same(node: Node, new: Any) -> bool:
    """Whether a node says what the plain value `new` says (numbers and truth values by their words)."""
    return bool(plain(node) == _worded(new))


def _worded(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _worded(part) for key, part in value.items()}
    return [_worded(part) for part in value] if isinstance(value, Sequence) and not isinstance(value, str) else value


def _pair_out(text: str, node: Pairs, key: str) -> Edit:
    index = next(n for n, (name, _) in enumerate(node.pairs) if name.text == key)
    name, value = node.pairs[index]
    following = node.pairs[index + 1][0].place.start if index + 1 < len(node.pairs) else None
    if node.flow:
        if index:
            return Edit(node.pairs[index - 1][1].place.end, value.place.end, "")
        return Edit(name.place.start, following or value.place.end, "")
    column = _column(text, name.place.start)
    end = _line_end(text, value.place.end)
    lines = [" " * column + comment for comment in comments(text, value, name.place.start, end)]
    if text[name.place.start - column : name.place.start].strip():
        if following is None or lines or _COMMENT.search(text[end:following]):
            raise Unfit
        return Edit(name.place.start, following, "")
    return Edit(name.place.start - column, _next_line(text, end), "".join(line + "\n" for line in lines))


def _pair_in(text: str, node: Pairs, key: str, new: Any, behind: str) -> Edit:
    name, value = next(pair for pair in node.pairs if pair[0].text == behind)
    if node.flow:
        return Edit(value.place.end, value.place.end, f", {emit.flow({key: new})[1:-1]}")
    column = _column(text, name.place.start)
    place = _line_end(text, value.place.end)
    return Edit(place, place, f"\n{' ' * column}{emit.pair(key, new, column)}")


def _kept_comments(text: str, start: int, value: Node, fresh: str, column: int) -> Edit:
    """Replace from `start` to the end of `value` by `fresh`; comments in the way get lines of their own."""
    end = value.place.end
    line_end = _line_end(text, end)
    if "\n" in fresh:
        end = line_end if text[end:line_end].strip() else end
    margin = "\n" + " " * column
    remarks = comments(text, value, start, end)
    alone = not text[start - _column(text, start) : start].strip()
    if alone:
        return Edit(start, end, "".join(comment + margin for comment in remarks) + fresh)
    return Edit(start, end, fresh + "".join(margin + comment for comment in remarks))


def comments(text: str, value: Node, start: int, end: int) -> list[str]:
    """The comments between `start` and `end`, outside the words of `value`."""
    remarks: list[str] = []
    at = start
    for _, node in walk(value):
        if isinstance(node, Scalar) and node.place.start >= at:
            remarks += _COMMENT.findall(text[at : node.place.start])
            at = node.place.end
            if text[node.place.start : node.place.start + 1] in ("|", ">"):
                remarks += _COMMENT.findall(text[node.place.start : min(_line_end(text, node.place.start), at)])
    return remarks + _COMMENT.findall(text[at:end])


def _dash(text: str, node: Items, index: int) -> tuple[int, int]:
    """Where the dash of a block list's item stands, and in which column."""
    column = _column(text, node.place.start)
    if index == 0:
        return node.place.start, column
    at = node.values[index].place.start
    after = node.values[index - 1].place.end
    while (line := text.rfind("\n", after, at) + 1) > after:
        if text[line + column : line + column + 1] == "-" and not text[line : line + column].strip():
            return line + column, column
        at = line - 1
    raise Unfit


def _column(text: str, place: int) -> int:
    return place - (text.rfind("\n", 0, place) + 1)


def _line_end(text: str, place: int) -> int:
    """The end of the line of `place`, before its line end."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if end > place and text[end - 1] == "\r" else end


def _next_line(text: str, line_end: int) -> int:
    end = text.find("\n", line_end)
    return len(text) if end < 0 else end + 1


def _behind_blank_lines(text: str, line_end: int) -> int:
    match = re.compile(r"(?:[ \t]*\r?\n)+").match(text, line_end)
    return match.end() if match else len(text) if not text[line_end:].strip() else line_end
