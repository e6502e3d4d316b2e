"""Reading an outline file: YAML to an `Outline`, with the line of whatever is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterable

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.formats._yaml.tree import Node, Pairs, Scalar, at, parse, plain, walk
from litreview.languages.failures import unreadable
from litreview.library.sources import read_bytes, read_text
from litreview.themes import Choices, Outline, OutlineError, ThemePlan, structure_outline

LARGEST = 1_000_000
"""Bytes an outline may have."""


def read_outline(path: str | os.PathLike[str], choices: Choices) -> Outline:
    """The outline in the YAML file `path`, which chooses from `choices`. An empty file is an empty outline.

    Raises ReadError, with the line: for a file that is missing, too large, no UTF-8 or no YAML, for a key that outlines do not
    have (the message offers the nearest), and for a value of the wrong kind.
    """
    return parse_outline(outline_text(path), path, choices)


def outline_text(path: str | os.PathLike[str]) -> str:
    """The text of the outline file `path`. Raises ReadError for one that is missing, too large or no UTF-8."""
    if not os.path.lexists(path):
        raise unreadable(fault("outline-missing", file=str(path), severity="error", name=os.fspath(path)))
    data = read_bytes(path)
    if len(data) > LARGEST:
        raise unreadable(fault("outline-too-large", file=str(path), severity="error", limit=LARGEST // 1_000_000))
    return read_text(data, path)


def parse_outline(text: str, path: str | os.PathLike[str], choices: Choices) -> Outline:
    """The outline that `text`, from the file `path`, says. Raises ReadError as `read_outline` does."""
    documents = parse(text, str(path))
    if not documents or plain(documents[0]) is None:
        return Outline(file=str(path))
    root = documents[0]
    try:
        outline = structure_outline(plain(root), choices)
    except OutlineError as error:
        origin = Origin(file=str(path), line=_line(root, error.path))
        raise unreadable(attrs.evolve(error.problem, origin=origin)) from error
    themes = tuple(_with_lines(plan, root, n, text) for n, plan in enumerate(outline.themes))
    return attrs.evolve(outline, themes=themes, file=str(path))


def _line(root: Node, path: tuple[str | int, ...]) -> int:
    """The line of the key that `path` leads to, else of the nearest node above."""
    above = at(root, path[:-1])
    if path and isinstance(above, Pairs):
        for key, _ in above.pairs:
            if key.text == path[-1]:
                return key.place.line
    return at(root, path).place.line


def _with_lines(plan: ThemePlan, root: Node, n: int, text: str) -> ThemePlan:
    """A plan with the lines of the file that it stands on."""
    node = at(root, ("themes", n))
    words = {key.text: value for key, value in node.pairs} if isinstance(node, Pairs) else {}
    first = {name: _first_line(words.get(name), text) for name in ("introduction", "remarks")}
    return attrs.evolve(plan, line=node.place.line, introduction_line=first["introduction"], remarks_line=first["remarks"])


def _first_line(node: Node | None, text: str) -> int | None:
    """The line on which the words of a text begin: behind the mark of a block, ``|`` or ``>``."""
    if node is None:
        return None
    return node.place.line + (text[node.place.start : node.place.start + 1] in ("|", ">"))


def refuse_unknown_studies(problems: Iterable[Problem], path: str | os.PathLike[str]) -> None:
    """Raise ReadError, with the line, for the first study that the outline file `path` names and the library does not have."""
    for problem in problems:
        if problem.code.startswith("outline-unknown-study"):
            raise unreadable(attrs.evolve(placed(problem, outline_text(path), path), severity="error"))


def placed(problem: Problem, text: str, path: str | os.PathLike[str]) -> Problem:
    """A problem of a key with the line of the outline `text` on which that key stands first."""
    nodes = (node for root in parse(text, str(path)) for _, node in walk(root))
    lines = (node.place.line for node in nodes if isinstance(node, Scalar) and node.text == problem.key)
    return attrs.evolve(problem, origin=Origin(file=str(path), line=next(lines, None)))
