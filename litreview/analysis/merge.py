"""Values found in the two languages of one study, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from litreview.record import Evidence, LangText, Statement


@attrs.frozen
class Draft:
    """One value in one language, before it is joined with the same value in the other."""

    text: str
    evidence: Evidence
    concept: str | None = None


def joined(drafts: Mapping[str, Sequence[Draft]]) -> tuple[Statement, ...]:
    """One statement for each value: those of one concept are one, and so are those of none at one place in lists of equal length.

    Values of a second language that find no partner stand behind, in their language alone.
    """
    listed = {tag: _without_repeats(values) for tag, values in drafts.items() if values}
    if not listed:
        return ()
    tags = list(listed)
    rows: list[list[tuple[str, Draft]]] = [[(tags[0], value)] for value in listed[tags[0]]]
    for tag in tags[1:]:
        even = len(listed[tag]) == len(rows)
        left: list[Draft] = []
        for number, value in enumerate(listed[tag]):
            row = _partner(rows, tag, value, number if even else None)
            if row is None:
                left.append(value)
            else:
                row.append((tag, value))
        rows += [[(tag, value)] for value in left]
    return tuple(_statement(row) for row in rows)


def single(drafts: Mapping[str, Draft]) -> Statement | None:
    """One statement of the one value that each language has."""
    return _statement(list(drafts.items())) if drafts else None


def _without_repeats(values: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for value in values:
        if not any((value.concept and value.concept == k.concept) or value.text.casefold() == k.text.casefold() for k in kept):
            kept.append(value)
    return kept


def _partner(rows: list[list[tuple[str, Draft]]], tag: str, value: Draft, number: int | None) -> list[tuple[str, Draft]] | None:
    free = [row for row in rows if tag not in (t for t, _ in row)]
    for row in free:
        if value.concept is not None and any(d.concept == value.concept for _, d in row):
            return row
        if any(d.text.casefold() == value.text.casefold() for _, d in row):
            return row
    if number is not None and rows[number] in free and value.concept is None and rows[number][0][1].concept is None:
        return rows[number]
    return None


def _statement(row: Sequence[tuple[str, Draft]]) -> Statement:
    concept = next((draft.concept for _, draft in row if draft.concept), None)
    return Statement(LangText((tag, draft.text) for tag, draft in row), concept, tuple(draft.evidence for _, draft in row))
