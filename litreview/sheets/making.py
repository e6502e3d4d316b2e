"""A library as a worksheet."""

from __future__ import annotations

from collections.abc import Mapping

from litreview.analysis.prepared import prepared
from litreview.document.markup import parse_markup
from litreview.document.walk import plain
from litreview.languages import language
from litreview.library.sources import PAGE
from litreview.record import Evidence, Library, Name, Partner, Period, Statement, Study
from litreview.record.aspects import OUTCOMES
from litreview.record.own_columns import own_value
from litreview.record.states import state
from litreview.sheets.columns import columns
from litreview.sheets.screened import screening_text
from litreview.sheets.sheet import EMPTY, Sheet, SheetCell, SheetColumn, SheetRow, State

Value = Statement | Period | Partner


def worksheet(library: Library, tag: str, read: Library | None = None) -> Sheet:
    """The worksheet of `library` in the language `tag`: what the records have, and where they have nothing what the abstracts state.

    `read` is the library with its abstracts read, where that is at hand.
    """
    ready = {study.key: study for study in (prepared(library)[0] if read is None else read)}
    listed = columns(library, tag)
    rows = tuple(SheetRow(study.key, tuple(cell(study, ready[study.key], column, tag) for column in listed)) for study in library)
    return Sheet(tag, listed, rows)


def cell(recorded: Study, ready: Study, column: SheetColumn, tag: str) -> SheetCell:
    """What stands in `column` for a study as its record has it, and as it is with its abstract read."""
    if column.kind == "key":
        return SheetCell(recorded.key)
    if column.kind == "own":
        return SheetCell(own_value(recorded, column.name), "own" if own_value(recorded, column.name) else "plain")
    if column.kind == "screening":
        return SheetCell(screening_text(recorded, column.name, tag))
    if column.kind == "names":
        return SheetCell("\n".join(inverted(name) for name in recorded.author))
    if column.kind == "year":
        return SheetCell(recorded.issued.edtf() if recorded.issued else "")
    if column.name == "title":
        return SheetCell(plain(parse_markup(recorded.text("title", tag) or "")))
    values = ready.aspects.values(column.name)
    if not values:
        known = state(recorded, column.name)
        absent: State = "not-read" if known == "stated" else known
        return SheetCell(word(absent, tag), absent)
    evidence = tuple(one for value in values for one in value.evidence)
    return SheetCell("\n".join(shown(value, column.name, tag) for value in values), _state(recorded, column.name, evidence), evidence)


def shown(value: Value, aspect: str, tag: str) -> str:
    """A value as it stands in a cell, on one line."""
    if isinstance(value, Period):
        return f"{value.start}–{value.end}" if value.end else str(value.start)
    if aspect == "outcome" and isinstance(value, Statement) and value.concept in OUTCOMES:
        return outcome_words(tag)[value.concept]
    best = (value.name if isinstance(value, Partner) else value.text).best(tag)
    return " ".join(best[1].split()) if best else ""


def inverted(name: Name) -> str:
    """A person as "Family, Given", so that what is typed can be told apart; an institution as it is called.

    >>> inverted(Name(family="Dijk", given="Jan", non_dropping_particle="van")), inverted(Name(literal="WHO"))
    ('van Dijk, Jan', 'WHO')
    """
    family = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle, name.family)))
    return ", ".join(filter(None, (family, name.suffix, name.given))) or name.text()


def word(known: State, tag: str) -> str:
    """The word for a state."""
    spoken = language(tag)
    return spoken.label(known.replace("-", "_")) if known in EMPTY else str(spoken.section("worksheet")["states"][known])


def outcome_words(tag: str) -> Mapping[str, str]:
    """What each outcome is called in a cell."""
    words = language(tag).section("worksheet")["outcomes"]
    return {outcome: str(words[outcome]) for outcome in OUTCOMES}


def _state(recorded: Study, aspect: str, evidence: tuple[Evidence, ...]) -> State:
    if not recorded.aspects.stated(aspect) or (recorded.origin is not None and recorded.origin.format == PAGE):
        return "found"  # of a page as well: nobody has written a record of it
    return "recorded" if evidence else "own"
