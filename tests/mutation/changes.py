"""The small faults that a source could have: each one operator, constant or call other than it is, in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

SWAPS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "in": "not in", "not in": "in", "is": "is not", "is not": "is",
    "and": "or", "or": "and",
}  # fmt: skip
_SIGN = re.compile(r"\b(?:not\s+in|is\s+not|in|is|and|or)\b|[=!<>]=|[<>]")
TIDYING = {"strip", "lstrip", "rstrip", "casefold", "lower", "upper", "removeprefix", "removesuffix", "replace"}
"""Methods of texts whose loss leaves a text."""


@attrs.frozen
class Change:
    """A stretch of a source, in bytes, and what is to stand there; the lines of the statement; and the line before and after."""

    start: int
    end: int
    text: str
    line: int
    first: int
    last: int
    before: str
    after: str

    def made(self, source: str) -> str:
        """The source with the fault."""
        data = source.encode("utf-8")
        return (data[: self.start] + self.text.encode("utf-8") + data[self.end :]).decode("utf-8")


def changes(source: str) -> list[Change]:
    """Every fault of a source. Type hints, decorators and texts (so docstrings and their examples too) have none.

    >>> [f"{one.before} → {one.after}" for one in changes("if not a.strip() and b[0] == 1:\\n    go()")][:3]
    ['if not a.strip() and b[0] == 1: → if not a.strip() or b[0] == 1:', 'if not a.strip() and b[0] == 1: → if a.strip() and b[0] == 1:', \
'if not a.strip() and b[0] == 1: → if not a and b[0] == 1:']
    """
    lines = source.encode("utf-8").splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    data = b"".join(lines)
    made = []
    for statement, node in _nodes(ast.parse(source)):
        for begin, end, text in _faults(node, data, starts):
            number = data.count(b"\n", 0, begin) + 1
            line, at = lines[number - 1], starts[number - 1]
            after = line[: begin - at] + text.encode("utf-8") + data[end : starts[data.count(b"\n", 0, end) + 1]]
            made.append(
                Change(begin, end, text, number, statement.lineno, node.end_lineno or number, line.decode().strip(), after.decode().strip())
            )
    return made


def _nodes(node: ast.AST, statement: ast.stmt | None = None) -> Iterator[tuple[ast.stmt, ast.expr | ast.stmt]]:
    """Every node that may have faults, outermost first, with its statement."""
    if isinstance(node, ast.stmt):
        statement = node
    if isinstance(node, (ast.expr, ast.stmt)) and statement is not None:
        yield statement, node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params") or isinstance(node, ast.JoinedStr):
            continue  # places within formatted texts are not told apart before Python 3.12
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _nodes(child, statement)


def _faults(node: ast.expr | ast.stmt, data: bytes, starts: list[int]) -> Iterator[tuple[int, int, str]]:
    """The faults that `node` itself may have: from, to, and what is there instead."""

    def span(part: ast.expr | ast.stmt) -> tuple[int, int]:
        assert part.end_lineno is not None
        assert part.end_col_offset is not None
        return starts[part.lineno - 1] + part.col_offset, starts[part.end_lineno - 1] + part.end_col_offset

    def between(one: ast.expr, other: ast.expr) -> Iterator[tuple[int, int, str]]:
        begin, end = span(one)[1], span(other)[0]
        if (sign := _SIGN.search(data[begin:end].decode("utf-8"))) is not None:
            yield begin + sign.start(), begin + sign.end(), SWAPS[" ".join(sign.group().split())]

    match node:
        case ast.Compare(left=left, comparators=others):
            for one, other in zip([left, *others], others, strict=False):
                yield from between(one, other)
        case ast.BoolOp(values=values):
            for one, other in pairwise(values):
                yield from between(one, other)
        case ast.UnaryOp(op=ast.Not()):
            yield span(node)[0], span(node)[0] + len("not "), ""
        case ast.Constant(value=bool() as value):
            yield *span(node), str(not value)
        case ast.Constant(value=int() as value):
            yield *span(node), str(value + 1)
            yield *span(node), str(value - 1)
        case ast.Call(func=ast.Attribute(attr=name, value=receiver)) if name in TIDYING:
            begin, end = span(receiver)[1], span(node)[1]
            yield data.index(f".{name}".encode(), begin, end), end, ""  # behind the brackets around the receiver
        case ast.Subscript(slice=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)) as index):
            yield *span(index), "0"  # the first for the last; the last for the first is a number that is one less
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield *span(value), "None"
