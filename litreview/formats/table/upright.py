"""Tables that stand upright: a field in each row, its name in the first cell, as Embase writes "fields by row"."""

from __future__ import annotations

from collections.abc import Callable

from litreview.formats.table.cells import Cells

_LEAST = 4
"""Fields that a record has at least."""
_LISTS = frozenset(("author", "editor", "keywords", None))
"""What may stand in several cells of its row; of all others the first cell counts."""


def laid_out(rows: list[Cells], meaning: Callable[[str], str | None]) -> list[Cells]:
    """The same table with a record in each row, below its headings; nothing where it does not stand upright. `meaning` knows headings.

    >>> rows = [(1, ["Title", "Ports"]), (2, ["Author", "Lee", "Abe"]), (3, ["Year", "2019"]), (4, ["DOI", "10.1/a"])]
    >>> rows.append((6, ["Title", "Aid"]))
    >>> laid_out(rows, {"Title": "title", "Author": "author", "Year": "year"}.get)
    [(1, ['Title', 'Author', 'Year', 'DOI']), (1, ['Ports', 'Lee; Abe', '2019', '10.1/a']), (6, ['Aid', '', '', ''])]
    """
    if len(rows) < _LEAST or not all(_is_field(row, meaning) for row in rows[:2]):
        return []
    opening = rows[0][1][0]
    headings = list(dict.fromkeys(cells[0] for _, cells in rows))
    known = {meaning(heading) for heading in headings}
    if (
        len(headings) < _LEAST
        or not {"title", "author"} <= known
        or len(headings) > len(rows)
        or not _upright(rows, opening, headings, meaning)
    ):
        return []
    records: list[tuple[int, dict[str, str]]] = []
    for line, (heading, *cells) in rows:
        if heading == opening:
            records.append((line, {}))
        said = [cell.strip() for cell in cells if cell.strip()]
        records[-1][1][heading] = "; ".join(said) if meaning(heading) in _LISTS else "".join(said[:1])
    return [(rows[0][0], headings), *((line, [record.get(heading, "") for heading in headings]) for line, record in records)]


def _is_field(row: Cells, meaning: Callable[[str], str | None]) -> bool:
    """Whether a row names a field and says something of it, which a row of headings does not."""
    heading, *cells = row[1]
    return meaning(heading) is not None and any(cell.strip() for cell in cells) and not any(meaning(cell) for cell in cells if cell.strip())


def _upright(rows: list[Cells], opening: str, headings: list[str], meaning: Callable[[str], str | None]) -> bool:
    """Whether the fields of a record recur, or a single one has all its fields apart: in a table that lies, first cells differ."""
    several = sum(cells[0] == opening for _, cells in rows)
    return several > 1 or sum(meaning(heading) is not None for heading in headings) > len(headings) / 2
