"""Reading an outline file: YAML to an `Outline`, with the line of whatever is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterable

import attrs

from litreview.api._failures import unreadable
from litreview.api.sources import read_bytes, read_text
from litreview.errors import Origin, Problem, ReadError, fault
from litreview.formats._yaml.tree import Node, Pairs, Scalar, at, parse, plain, walk
from litreview.themes import Outline, OutlineError, structure_outline

LARGEST = 1_000_000
"""Bytes an outline may have."""


def read_outline(path: str | os.PathLike[str]) -> Outline:
    """The outline in the YAML file `path`. An empty file is an empty outline.

    Raises ReadError, with the line: for a file that is missing, too large, no UTF-8 or no YAML, for a key that outlines do not
    have (the message offers the nearest), and for a value of the wrong kind.
    """
    data = read_bytes(path)
    if len(data) > LARGEST:
        raise unreadable(fault("outline-too-large", file=str(path), severity="error", limit=LARGEST // 1_000_000))
    text = read_text(data, path)
    documents = parse(text, str(path))
    if not documents or plain(documents[0]) is None:
        return Outline()
    try:
        return structure_outline(plain(documents[0]))
    except OutlineError as error:
        raise ReadError(error.message, str(path), _line(documents[0], error.path)) from error


def _line(root: Node, path: tuple[str | int, ...]) -> int:
    """The line of the key that `path` leads to, else of the nearest node above."""
    above = at(root, path[:-1])
    if path and isinstance(above, Pairs):
        for key, _ in above.pairs:
            if key.text == path[-1]:
                return key.place.line
    return at(root, path).place.line


def refuse_unknown_studies(problems: Iterable[Problem], path: str | os.PathLike[str]) -> None:
    """Raise ReadError, with the line, for the first study that the outline file `path` names and the library does not have."""
    for problem in problems:
        if problem.code.startswith("outline-unknown-study"):
            nodes = (node for root in parse(read_text(read_bytes(path), path), str(path)) for _, node in walk(root))
            lines = (node.place.line for node in nodes if isinstance(node, Scalar) and node.text == problem.key)
            origin = Origin(file=str(path), line=next(lines, None))
            raise unreadable(attrs.evolve(problem, origin=origin, severity="error"))
