"""YAML text as a tree that knows where each value stands. Every scalar is text or null: ``no``, ``1.10``, ``2020-01`` stay words.

Source: YAML 1.2.2. Nesting, aliases and size are bounded; tags are never acted on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from litreview.errors import ReadError
from litreview.formats._refusal import refusal

MAX_DEPTH = 60
"""Levels of nesting; a record needs about six."""
MAX_COPIES = 20_000
"""Nodes that aliases may add to a file in all."""
MAX_SIZE = 64 * 1024 * 1024
"""Characters in a file."""
_NULLS = ("", "~", "null", "Null", "NULL")


@attrs.frozen
class Place:
    """Where a node stands: offsets in code points (end exclusive, behind its last own character), and its line from 1."""

    start: int
    end: int
    line: int


@attrs.frozen
class Scalar:
    """One word or text; `text` is None for null. `tag` is an explicit tag, which nobody acts on."""

    text: str | None
    place: Place
    tag: str | None = None


@attrs.frozen
class Items:
    """A list. `shared` says that an anchor stands on it or that an alias brought it here."""

    values: tuple[Node, ...]
    place: Place
    flow: bool
    shared: bool = False
    tag: str | None = None


@attrs.frozen
class Pairs:
    """A mapping, with every pair in order, doubled keys too."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place
    flow: bool
    shared: bool = False
    tag: str | None = None


Node = Scalar | Items | Pairs
Plain = str | None | list[Any] | dict[str, Any]


def parse(text: str, name: str) -> tuple[Node, ...]:
    """The documents of a YAML text, each as its root node. `name` is for messages. Raises ReadError.

    >>> (root,) = parse("- a: no", "x.yaml")
    >>> plain(root)
    [{'a': 'no'}]
    """
    if len(text) > MAX_SIZE:
        raise refusal("source-too-large", name, limit=MAX_SIZE >> 20)
    try:
        return tuple(_Builder(text, name).documents())
    except ReadError:
        raise
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise refusal("not-yaml", name, mark.line + 1 if mark else None, reason=_reason(error)) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise refusal("yaml-character", name, line, character=f"U+{ord(text[error.position]):04X}") from None
    except RecursionError:
        raise refusal("not-yaml", name, reason="too-deep") from None
    except (YAMLError, ValueError, OverflowError):
        raise refusal("not-yaml", name, reason="yaml-syntax") from None


_REASONS = (
    ("mapping values are not allowed", "yaml-colon"), ("cannot start any token", "yaml-character"), ("quoted scalar", "yaml-open-text"),
    ("unexpected end of stream", "yaml-open-text"), ("flow", "yaml-open-list"), ("could not find expected ':'", "yaml-no-colon"),
    ("block", "yaml-block"), ("alias", "yaml-alias"), ("simple key", "yaml-no-colon"),
)  # fmt: skip


def _reason(error: MarkedYAMLError) -> str:
    """What is wrong, as a word of the language files: the parser's own words are English only."""
    said = f"{error.problem or ''} {error.context or ''}"
    return next((word for part, word in _REASONS if part in said), "yaml-syntax")


def plain(node: Node) -> Plain:
    """A node as text, None, lists and mappings; of doubled keys the first counts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(value) for value in node.values]
    found: dict[str, Any] = {}
    for key, value in node.pairs:
        found.setdefault(key.text or "", plain(value))
    return found


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

    event: Any
    children: list[Node]


class _Builder:
    """Builds nodes from parser events, with a stack of its own so that depth is bounded before anything recurses."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.anchors: dict[str, Node] = {}
        self.copies = 0

    def documents(self) -> Iterator[Node]:
        stack: list[_Open] = []
        for event in YAML(typ="safe", pure=True).parse(self.text):
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise refusal("nested-too-deep", self.name, event.start_mark.line + 1, limit=MAX_DEPTH)
                stack.append(_Open(event, []))
                continue
            if isinstance(event, CollectionEndEvent):
                opened = stack.pop()
                node = self._anchored(opened.event, self._collection(opened, event))
            elif isinstance(event, ScalarEvent):
                node = self._anchored(event, self._scalar(event))
            elif isinstance(event, AliasEvent):
                node = self._alias(event, len(stack))
            else:
                continue
            if stack:
                stack[-1].children.append(node)
            else:
                self.anchors.clear()
                yield node

    def _anchored(self, event: NodeEvent, node: Node) -> Node:
        if event.anchor is not None:
            node = attrs.evolve(node, shared=True) if not isinstance(node, Scalar) else node
            self.anchors[event.anchor] = node
        return node

    def _alias(self, event: AliasEvent, level: int) -> Node:
        line = event.start_mark.line + 1
        if event.anchor not in self.anchors:
            raise refusal("yaml-no-anchor", self.name, line, value=event.anchor)
        node = self.anchors[event.anchor]
        self.copies += sum(1 for _ in walk(node))
        if self.copies > MAX_COPIES:
            raise refusal("yaml-aliases", self.name, line, limit=MAX_COPIES)
        if level + _depth(node) > MAX_DEPTH:
            raise refusal("nested-too-deep", self.name, line, limit=MAX_DEPTH)
        place = Place(event.start_mark.index, event.end_mark.index, line)
        return attrs.evolve(node, place=place) if isinstance(node, Scalar) else attrs.evolve(node, place=place, shared=True)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        place = Place(start, start + len(self.text[start:end].rstrip()), event.start_mark.line + 1)
        tag = _tag(event)
        null = event.implicit[0] and tag is None and event.value in _NULLS
        return Scalar(None if null else event.value, place, tag)

    def _collection(self, opened: _Open, end: CollectionEndEvent) -> Node:
        start, children = opened.event.start_mark, opened.children
        flow = bool(opened.event.flow_style)
        stop = end.end_mark.index if flow else max([start.index, *(child.place.end for child in children)])
        place = Place(start.index, stop, start.line + 1)
        tag = _tag(opened.event)
        if isinstance(opened.event, SequenceStartEvent):
            return Items(tuple(children), place, flow, tag=tag)
        pairs: list[tuple[Scalar, Node]] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise refusal("yaml-key", self.name, key.place.line)
            pairs.append((key, value))
        return Pairs(tuple(pairs), place, flow, tag=tag)


def _depth(node: Node) -> int:
    below = node.values if isinstance(node, Items) else [value for _, value in node.pairs] if isinstance(node, Pairs) else ()
    return 1 + max((_depth(child) for child in below), default=0)


def _tag(event: Any) -> str | None:
    """An explicit tag other than those of plain text, lists and mappings; ``!!str`` only says what everything is here."""
    tag = event.tag
    if tag is None:
        return None
    words = str(tag)
    return None if words in ("!", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map") else words
