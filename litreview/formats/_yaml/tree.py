"""YAML text as a tree that knows where each value stands. Every scalar is text or null: ``no``, ``1.10``, ``2020-01`` stay words.

Source: YAML 1.2.2. Nesting, aliases and size are bounded; tags are never acted on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import attrs
import yaml

from litreview.errors import ReadError
from litreview.formats._refusal import refusal
from litreview.formats._yaml.events import PARSERS, Parser, Source, refused

MAX_DEPTH = 60
"""Levels of nesting; a record needs about six."""
MAX_COPIES = 20_000
"""Nodes that aliases may add to a file in all."""
MAX_SIZE = 64 * 1024 * 1024
"""Characters in a file."""
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@attrs.frozen
class Place:
    """Where a node stands: offsets in code points (end exclusive, behind its last own character), and its line from 1."""

    start: int
    end: int
    line: int


# Nodes are tuples, which are made in half the time of attrs classes, with flat places: a file has tens of thousands of them.


class Scalar(NamedTuple):
    """One word or text; `text` is None for null. `tag` is an explicit tag, which nobody acts on."""

    start: int
    end: int
    line: int
    text: str | None
    tag: str | None = None

    @property
    def place(self) -> Place:
        """Where the node stands."""
        return Place(self.start, self.end, self.line)


class Items(NamedTuple):
    """A list. `shared` says that an anchor stands on it or that an alias brought it here."""

    start: int
    end: int
    line: int
    values: tuple[Node, ...]
    flow: bool
    shared: bool = False
    tag: str | None = None

    @property
    def place(self) -> Place:
        """Where the node stands."""
        return Place(self.start, self.end, self.line)


class Pairs(NamedTuple):
    """A mapping, with every pair in order, doubled keys too."""

    start: int
    end: int
    line: int
    pairs: tuple[tuple[Scalar, Node], ...]
    flow: bool
    shared: bool = False
    tag: str | None = None

    @property
    def place(self) -> Place:
        """Where the node stands."""
        return Place(self.start, self.end, self.line)


Node = Scalar | Items | Pairs
Plain = str | None | list[Any] | dict[str, Any]


def parse(text: str, name: str) -> tuple[Node, ...]:
    """The documents of a YAML text, each as its root node. `name` is for messages. Raises ReadError.

    >>> (root,) = parse("- a: no", "x.yaml")
    >>> plain(root)
    [{'a': 'no'}]
    """
    return tuple(node for node, _ in _nodes(text, name, apart=False))


def items(text: str, name: str) -> Iterator[tuple[Node, bool]]:
    """The documents of a YAML text, of those that are lists the items instead, and of each whether it is an item.

    They come as they are read, so that only the nodes of one item need be held. Iterating raises ReadError.

    >>> [(plain(node), item) for node, item in items("[a, b]\\n---\\nc", "x.yaml")]
    [('a', True), ('b', True), ('c', False)]
    """
    return _nodes(text, name, apart=True)


def _nodes(text: str, name: str, apart: bool) -> Iterator[tuple[Node, bool]]:
    if len(text) > MAX_SIZE:
        raise refusal("source-too-large", name, limit=MAX_SIZE >> 20)
    source = Source(text, name)
    refusals: list[ReadError] = []
    count = 0
    for parser in PARSERS:
        try:
            for node in islice(_Builder(source, parser).nodes(apart), count, None):
                count += 1
                yield node
            return
        except ReadError:
            raise
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            refusals.append(refused(error, source))
    raise max(reversed(refusals), key=lambda fault: fault.line or 0)  # the fault is where the parser that got further stopped


def plain(node: Node) -> Plain:
    """A node as text, None, lists and mappings; of doubled keys the first counts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [value.text if isinstance(value, Scalar) else plain(value) for value in node.values]
    members: dict[str, Any] = {}
    for key, value in node.pairs:
        members.setdefault(key.text or "", value.text if isinstance(value, Scalar) else plain(value))
    return members


def at(node: Node, path: tuple[str | int, ...]) -> Node:
    """The node at a path of keys and indices, or the nearest one above it."""
    for step in path:
        if isinstance(node, Pairs):
            below = next((value for key, value in node.pairs if key.text == step), None)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.values):
            below = node.values[step]
        else:
            below = None
        if below is None:
            return node
        node = below
    return node


def walk(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    """A node and all below it with their paths, in the order of the text; keys have the path of their mapping."""
    yield path, node
    if isinstance(node, Items):
        for n, value in enumerate(node.values):
            yield from walk(value, (*path, n))
    elif isinstance(node, Pairs):
        for key, value in node.pairs:
            yield path, key
            yield from walk(value, (*path, key.text or "null"))


@attrs.define
class _Open:
    """A collection that is not closed yet."""

    event: Any  # a yaml.CollectionStartEvent, whose marks its types call optional
    children: list[Node]


class _Builder:
    """Builds nodes from parser events, with a stack of its own so that depth is bounded before anything recurses."""

    def __init__(self, source: Source, parser: Parser) -> None:
        self.name, self.text, self.shift, self.restored = source.name, source.text, source.shift, source.restored
        self.events = source.events(parser)
        self.anchors: dict[str, Node] = {}
        self.copies = 0

    def nodes(self, apart: bool) -> Iterator[tuple[Node, bool]]:
        """The documents, or with `apart` the items of those that are lists, and whether it is an item."""
        stack: list[_Open] = []
        root = 0  # 1 inside a list whose items go out one by one
        for event in self.events:
            if isinstance(event, yaml.ScalarEvent):
                node: Node = self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                root = root or int(apart and not stack and isinstance(event, yaml.SequenceStartEvent))
                stack.append(_Open(event, []))
                if len(stack) > MAX_DEPTH:
                    raise refusal("nested-too-deep", self.name, stack[-1].event.start_mark.line + 1, limit=MAX_DEPTH)
                continue
            elif isinstance(event, yaml.CollectionEndEvent):
                node = self._collection(stack.pop(), event)
            elif isinstance(event, yaml.AliasEvent):
                node = self._alias(event, len(stack))
            else:
                continue
            if len(stack) > root:
                stack[-1].children.append(node)
            elif stack:
                yield node, True
            else:
                self.anchors.clear()
                if not root:
                    yield node, False
                root = 0

    def _alias(self, event: Any, level: int) -> Node:
        line = event.start_mark.line + 1
        if event.anchor not in self.anchors:
            raise refusal("yaml-no-anchor", self.name, line, value=event.anchor)
        node = self.anchors[event.anchor]
        self.copies += sum(1 for _ in walk(node))
        if self.copies > MAX_COPIES:
            raise refusal("yaml-aliases", self.name, line, limit=MAX_COPIES)
        if level + _depth(node) > MAX_DEPTH:
            raise refusal("nested-too-deep", self.name, line, limit=MAX_DEPTH)
        shift = self.shift
        start, end = event.start_mark.index + shift, event.end_mark.index + shift
        if isinstance(node, Scalar):
            return Scalar(start, end, line, node.text, node.tag)
        return node._replace(start=start, end=end, line=line, shared=True)

    def _scalar(self, event: Any) -> Scalar:
        mark, words, tag = event.start_mark, event.value, event.tag and _tag(event)
        start, end = mark.index + self.shift, event.end_mark.index + self.shift
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        null = words in _NULLS and event.implicit[0] and tag is None
        node = Scalar(start, end, mark.line + 1, None if null else words if words.isascii() else self.restored(words), tag)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _collection(self, opened: _Open, event: Any) -> Node:
        first, children = opened.event, opened.children
        shared, tag = first.anchor is not None, first.tag and _tag(first)
        flow, line, start = bool(first.flow_style), first.start_mark.line + 1, first.start_mark.index + self.shift
        last = children[-1].end if children else start  # the places of parser events never go back
        end = event.end_mark.index + self.shift if flow else max(start, last)
        node: Node
        if isinstance(first, yaml.SequenceStartEvent):
            node = Items(start, end, line, tuple(children), flow, shared, tag)
        else:
            pairs: Any = tuple(zip(children[::2], children[1::2], strict=True))
            if wrong := next((key for key, _ in pairs if not isinstance(key, Scalar)), None):
                raise refusal("yaml-key", self.name, wrong.line)
            node = Pairs(start, end, line, pairs, flow, shared, tag)
        if shared:
            self.anchors[first.anchor] = node
        return node


def _depth(node: Node) -> int:
    below = node.values if isinstance(node, Items) else [value for _, value in node.pairs] if isinstance(node, Pairs) else ()
    return 1 + max((_depth(child) for child in below), default=0)


def _tag(event: Any) -> str | None:
    """An explicit tag other than those of plain text, lists and mappings; ``!!str`` only says what everything is here."""
    tag: str | None = event.tag
    return None if tag in (None, "!", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map") else tag
