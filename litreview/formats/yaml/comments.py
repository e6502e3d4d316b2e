"""Remarks for the reader of a YAML file, as comments over the lines they are about; what the file says stays the same."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from litreview.formats._text import decode
from litreview.formats._yaml.tree import Items, Node, Pairs, plain
from litreview.formats.yaml.places import places

Path = tuple[str | int, ...]


@attrs.frozen
class Comment:
    """A remark on the value at `path` in the record `key`; the nearest value above it that is there takes its place."""

    key: str
    path: Path
    text: str


def with_comments(data: bytes, comments: Iterable[Comment]) -> bytes:
    """The YAML file `data` with each comment on a line of its own over its value; several on one line are joined by semicolons.

    >>> print(with_comments(b"- key: a\\n  title: Kota\\n", [Comment("a", ("title", "id"), "check: looks")]).decode(), end="")
    - key: a
      # check: looks
      title: Kota
    """
    text, _ = decode(data, "")
    records = {str(plain(place.record).get("key")): place.record for place in places(text)}  # type: ignore[union-attr]
    lines = text.splitlines(keepends=True)
    above: dict[int, list[str]] = {}
    for comment in comments:
        record = records.get(comment.key)
        number = _line(record, comment.path) if record is not None else None
        if number is not None and comment.text not in above.setdefault(number, []):
            above[number].append(" ".join(comment.text.split()))
    for number in sorted(above, reverse=True):
        line = lines[number - 1]
        margin = line[: len(line) - len(line.lstrip(" "))]
        end = "\r\n" if line.endswith("\r\n") else "\n"
        lines.insert(number - 1, f"{margin}# {'; '.join(above[number])}{end}")
    return "".join(lines).encode()


def _line(node: Node, path: Path) -> int | None:
    """The line on which the value at `path` begins (its key, where it has one); None where not even its first step is there."""
    number: int | None = None
    for step in path:
        below: tuple[Node, int] | None = None
        if isinstance(node, Pairs):
            below = next(((value, key.place.line) for key, value in node.pairs if key.text == step), None)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.values):
            below = (node.values[step], node.values[step].place.line)
        if below is None:
            return number
        node, number = below
    return number
