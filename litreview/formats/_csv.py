"""Tables of text: the exports of databases as rows with named cells. Source: RFC 4180, read leniently; cells may be of any length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.formats._refusal import refusal

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@attrs.frozen
class Row:
    """One row: its cells in the order of the header, and the line it begins on."""

    cells: tuple[tuple[str, str], ...]
    line: int

    def get(self, *names: str) -> str:
        """The first cell of these names that says something, without space around it; "" where there is none."""
        said = {name: value for name, value in reversed(self.cells) if value.strip()}
        return next((said[name].strip() for name in names if name in said), "")


def rows(text: str, name: str, delimiter: str | None = None) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a table with a header, and those that have more cells than it. The delimiter is the one the header has most of.

    >>> found, _ = rows('Title;Year\\n"Ports; and aid";2019\\n', "x.csv")
    >>> found[0].cells, found[0].line
    ((('Title', 'Ports; and aid'), ('Year', '2019')), 2)
    """
    body = text.removeprefix("\ufeff")
    first = body.partition("\n")[0]
    mark = delimiter or max(",;\t", key=first.count)
    problems: list[Problem] = []
    table = _split(body, mark, name, problems)
    _, header = next(table, (1, []))
    columns = [" ".join(column.split()) for column in header]
    found: list[Row] = []
    for line, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            problems.append(fault("too-many-cells", file=name, line=line, count=len(cells), expected=len(columns)))
        names = [*columns, *(f"column {n}" for n in range(len(columns) + 1, len(cells) + 1))]
        found.append(Row(tuple(zip(names, cells, strict=False)), line))
    return tuple(found), tuple(problems)


def checked(text: str, name: str, columns: Sequence[str], title: str) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a table that must have these columns. Raises ReadError, which names the first that is missing."""
    found, problems = rows(text, name)
    header = {column for column, _ in found[0].cells} if found else set()
    missing = [column for column in columns if column not in header]
    if found and missing:
        raise refusal("wrong-format", name, 1, title=title, missing=missing[0])
    return found, problems


def _split(text: str, mark: str, name: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row. A quotation mark that is never closed is a character like others, and reported."""
    plain = re.compile(rf"[^{re.escape(mark)}\r\n]*")
    at, line, size = 0, 1, len(text)
    while at < size:
        start, cells = line, []
        while True:
            quoted = _QUOTED.match(text, at) if text[at : at + 1] == '"' else None
            if quoted:
                cells.append(quoted[1].replace('""', '"'))
                line += quoted[1].count("\n")
                at = quoted.end()
            elif text[at : at + 1] == '"':
                problems.append(fault("open-quote", file=name, line=line))
            rest = plain.match(text, at)
            if rest:
                cells = [*cells[:-1], cells[-1] + rest[0]] if quoted else [*cells, rest[0]]
                at = rest.end()
            if text[at : at + 1] != mark:
                break
            at += 1
        yield start, cells
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1
