"""Tables of text: the exports of databases as rows with named cells. Source: RFC 4180, read leniently; cells may be of any length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from litreview.errors import Problem, fault
from litreview.formats._entities import without_entities
from litreview.formats._refusal import refusal

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_MARKS = ",;\t|"
_STAND_INS = {'"': "\ufdd0", ";": "\ufdd1", "\n": " ", "\r": " "}
"""What stands for a character with a meaning of its own in a table, where an entity says it: no characters of any text."""
_INSTEAD = str.maketrans({stand_in: character for character, stand_in in _STAND_INS.items() if stand_in != " "})
_HEAD, _HEAD_ROWS = 100_000, 30


@attrs.frozen
class Row:
    """One row: its cells in the order of the header, and the line it begins on."""

    cells: tuple[tuple[str, str], ...]
    line: int

    def get(self, *names: str) -> str:
        """The first cell of these names that says something, without space around it; "" where there is none."""
        values = {name: value for name, value in reversed(self.cells) if value.strip()}
        return next((values[name].strip() for name in names if name in values), "")


def rows(text: str, name: str, known: Sequence[str] = ()) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a table with a header, and those that have more cells than it. The delimiter is the one the header has most of.

    `known` are column names as the caller spells them: the header may do so in other capitals or with ``_``. The header is the first
    line, or one of the next that holds the column `marker`; a line ``sep=;`` above it, as spreadsheets write it, names the delimiter.

    >>> table, _ = rows('Title;Year\\n"Ports; and aid";2019\\n', "x.csv")
    >>> table[0].cells, table[0].line
    ((('Title', 'Ports; and aid'), ('Year', '2019')), 2)
    """
    _, table, problems = _table(text, name, known, "")
    return table, problems


def split_rows(text: str, name: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of every row that says something, no row taken for the header; ``sep=;`` above them names the delimiter, else the mark
    that cuts the first rows into the same number of cells.

    >>> [cells for _, cells in split_rows("Title,Authors\\nPorts,Lee; Abe; Oh; Sim\\nAid,\\"Lee, B; Oh\\"\\n", "a.csv", [])]
    [['Title', 'Authors'], ['Ports', 'Lee; Abe; Oh; Sim'], ['Aid', 'Lee, B; Oh']]
    """
    declared = re.match(r"sep=(.)\s", text)
    mark = declared[1] if declared else max(_MARKS, key=lambda sign: _evenness(text, sign))
    skipped = 1 if declared else 0
    for line, cells in _split(text.split("\n", 1)[1] if declared and "\n" in text else text, mark, name, problems, 1 + skipped):
        if any(cell.strip() for cell in cells):
            yield line, cells


def _evenness(text: str, mark: str) -> tuple[int, int]:
    """How many of the first rows have the same number of cells, more than one, and how many cells these are."""
    counts = Counter(len(cells) for _, cells in islice(_split(text[:_HEAD], mark, "", []), _HEAD_ROWS) if any(cells))
    counts.pop(1, None)
    return max(((rows, cells) for cells, rows in counts.items()), default=(0, 0))


def _table(text: str, name: str, known: Sequence[str], marker: str) -> tuple[list[str], tuple[Row, ...], tuple[Problem, ...]]:
    body = text.lstrip("\ufeff")
    problems: list[Problem] = []
    above, header_line = _above(body, marker)
    declared = re.match(r"sep=(.)\s", body)
    mark = declared[1] if declared else max(",;\t", key=header_line.count)
    for number, stray in enumerate(body.split("\n", above)[:above], 1):
        if stray.strip() and not (declared and number == 1):
            problems.append(fault("stray-line", file=name, line=number, value=stray.strip()[:60]))
    table = _split(body.split("\n", above)[above], mark, name, problems, above + 1)
    _, header = next(table, (1, []))
    spelled = {_folded(column): column for column in known}
    columns = [spelled.get(_folded(column), " ".join(column.split())) for column in header]
    table_rows: list[Row] = []
    for line, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        while len(cells) > len(columns) and not cells[-1].strip():  # marks at the end of every line
            del cells[-1]
        if len(cells) > len(columns):
            problems.append(fault("too-many-cells", file=name, line=line, count=len(cells), expected=len(columns)))
        names = [*columns, *(f"column {n}" for n in range(len(columns) + 1, len(cells) + 1))]
        table_rows.append(Row(tuple(zip(names, cells, strict=False)), line))
    return columns, tuple(table_rows), tuple(problems)


def checked(
    text: str, name: str, columns: Sequence[str], title: str, known: Sequence[str] = ()
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a table that must have these columns (`known`: see `rows`). Raises ReadError, which names the first that is missing."""
    header, table, problems = _table(text, name, (*columns, *known), columns[0])
    missing = [column for column in columns if column not in header]
    if table and missing:
        raise refusal("wrong-format", name, 1, title=title, missing=missing[0])
    return table, problems


def _above(body: str, marker: str) -> tuple[int, str]:
    """How many lines stand above the header, and the header's own."""
    lines = body.split("\n", 5)[:5]
    skipped = 1 if re.match(r"sep=.\s", body) and len(lines) > 1 else 0
    header_place = next((n for n, line in enumerate(lines) if marker and _folded(marker) in _folded(line)), skipped)
    return header_place, lines[header_place]


def _folded(column: str) -> str:
    return " ".join(column.replace("_", " ").split()).casefold()


def _split(text: str, mark: str, name: str, problems: list[Problem], first_line: int = 1) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row, entities of HTML resolved. A quotation mark that is never closed is a character like others, and told."""
    if mark == ";" and "&" in text:  # in which an entity ends as well
        text = without_entities(text, _STAND_INS)
    plain = re.compile(rf"[^{re.escape(mark)}\r\n]*")
    at, line, size = 0, first_line, len(text)
    while at < size:
        start, cells = line, []
        while True:
            if text.startswith('="', at):  # how spreadsheets are told that figures are text
                at += 1
            quoted = _QUOTED.match(text, at) if text[at : at + 1] == '"' else None
            if quoted:
                cells.append(quoted[1].replace('""', '"'))
                line += quoted[1].count("\n")
                at = quoted.end()
            elif text[at : at + 1] == '"':
                problems.append(fault("open-quote", file=name, line=line))
            rest = plain.match(text, at)
            if rest:
                if quoted:
                    cells[-1] += rest[0]
                else:
                    cells.append(rest[0])
                at = rest.end()
            if text[at : at + 1] != mark:
                break
            at += 1
        yield start, [_resolved(cell, mark) for cell in cells]
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1


def _resolved(cell: str, mark: str) -> str:
    if mark == ";":
        return cell.translate(_INSTEAD) if "\ufdd0" in cell or "\ufdd1" in cell else cell
    return without_entities(cell) if "&" in cell else cell
