"""Every study of the corpus has its place: discussed in the text, once in the table; and no cell is blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._cells import generated_tables
from litreview.audit.checks._lines import place
from litreview.errors import Problem

STUDIES = "table/previous-studies"
"""The block of the table of previous studies."""


def run(draft: Draft) -> Iterator[Problem]:
    """Studies that no table lists or that one lists twice, studies that nothing mentions, and blank cells."""
    tables = sorted({line.passage.cell[0] for line in draft.lines if line.passage.cell})
    if draft.saved is not None:
        studies = {key for claim in draft.saved.ledger.claims for key in claim.studies}
        rows = {number: _rows(draft, number) for number in tables}
        for number in _of_all(draft, tables, rows):
            for key in sorted(studies - set(rows[number])):
                yield found("draft-study-not-in-table", draft, severity="error", study=key)
            for key, times in sorted(rows[number].items()):
                if times > 1:
                    yield found("draft-study-twice-in-table", draft, study=key, count=times)
        discussed = {key for line in draft.prose for key in line.keys}
        mentioned = discussed | {key for line in draft.prose if (claim := draft.claim(line)) for key in claim.studies}
        for key in sorted(studies - mentioned):
            yield found("draft-study-not-discussed", draft, study=key)
    yield from _blank(draft)


def _of_all(draft: Draft, tables: Sequence[int], rows: Mapping[int, Counter[str]]) -> list[int]:
    """The table of previous studies, or a longer one under the same heads (a large corpus has all of them in an appendix)."""
    ours = generated_tables(draft, STUDIES)
    if not ours:
        return []
    heads = {number: [p.text for p in draft.text.passages if p.cell and p.cell[0] == number and p.header] for number in tables}
    alike = [number for number in tables if heads[number] == heads[ours[0]]]
    return sorted(alike, key=lambda number: -len(rows[number]))[:1]


def _rows(draft: Draft, table: int) -> Counter[str]:
    """How many rows of a table are about each study: the first that a row cites."""
    by_row: dict[int, str] = {}
    for line in draft.lines:
        if line.passage.cell and line.passage.cell[0] == table and not line.passage.header and line.keys:
            by_row.setdefault(line.passage.cell[1], line.keys[0])
    return Counter(by_row.values())


def _blank(draft: Draft) -> Iterator[Problem]:
    filled: dict[tuple[int, int, int], bool] = {}
    for passage in draft.text.passages:
        if passage.cell:
            filled[passage.cell] = filled.get(passage.cell, False) or bool(passage.text.strip()) or bool(passage.marks)
    by_cell = {passage.cell: passage for passage in draft.text.passages if passage.cell}
    ours = generated_tables(draft) if draft.saved is not None or draft.text.generated else sorted({cell[0] for cell in filled})
    for cell, full in filled.items():
        if not full and cell[1] > 0 and cell[0] in ours:
            first = by_cell.get((cell[0], cell[1], 0))
            yield found("draft-cell-blank", draft, place=place(first or by_cell[cell]), row=cell[1], column=cell[2] + 1)


CHECK = DraftCheck("every-study", run)
