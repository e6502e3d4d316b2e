"""What an arriving study says that the record of it does not, and which of it may be filled in without touching a correction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from litreview.library.repairs.nulls import unfounded
from litreview.record import ASPECTS, Aspects, FrozenMap, Statement, Study, locate

FOUND = "page.found"
"""The name in `Study.extra` of the fields that were found when a record was made: one of them that is gone was taken out by somebody."""

_FIELDS = ("title", "abstract", "keywords", "genre", "language")
_MAPS = ("names", "dates", "variables")


def stated(study: Study) -> Iterator[tuple[str, Any]]:
    """Every field of a study that has a value, under its name in a record; those of aspects as ``aspects/method``."""
    for name in _FIELDS:
        if getattr(study, name):
            yield name, getattr(study, name)
    for group in _MAPS:
        yield from getattr(study, group).items()
    for name in ASPECTS:
        if study.aspects.stated(name):
            yield f"aspects/{name}", getattr(study.aspects, name)


def remembered(study: Study) -> frozenset[str] | None:
    """The fields that were found when this record was made of a page, or None for a record that somebody else made."""
    return next((frozenset(value.split()) for name, value in study.extra if name == FOUND), None)


def differences(record: Study, new: Study) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that `new` states and `record` does not, and those that both state in different words."""
    here = dict(stated(record))
    there = dict(stated(new))
    lacking = tuple(name for name in there if name not in here)
    differing = tuple(name for name, value in there.items() if name in here and _without_places(here[name]) != _without_places(value))
    return lacking, differing


def fillable(record: Study, new: Study) -> tuple[str, ...]:
    """Those of the fields lacking in `record` that nobody has touched: never one that was found before and taken out, nor one of which a
    person's record says that the source does not state it; an aspect only where its evidence stands in the record's own text."""
    nulls = frozenset({*record.looked_for, *(f"aspects/{name}" for name in record.aspects.looked_for)}) - frozenset(unfounded(record))
    closed = nulls | (remembered(record) or frozenset())
    return tuple(name for name in differences(record, new)[0] if name not in closed and _evidence_stands(name, record, new))


def filled(record: Study, new: Study, names: tuple[str, ...]) -> Study:
    """`record` with the fields `names` of `new`."""
    values = dict(stated(new))
    changed: dict[str, Any] = {name: values[name] for name in names if name in _FIELDS}
    for group in _MAPS:
        own = {name: values[name] for name in names if name in getattr(new, group)}
        if own:
            changed[group] = FrozenMap({**getattr(record, group), **own})
    aspects = {name.partition("/")[2]: values[name] for name in names if name.startswith("aspects/")}
    if aspects:
        left = tuple(name for name in record.aspects.looked_for if name not in aspects)
        changed["aspects"] = attrs.evolve(record.aspects, **aspects, looked_for=left)
    looked_for = tuple(name for name in record.looked_for if name not in names)
    extra = tuple((name, f"{value} {' '.join(names)}") if name == FOUND else (name, value) for name, value in record.extra)
    return attrs.evolve(record, **changed, looked_for=looked_for, extra=extra)


def _evidence_stands(name: str, record: Study, new: Study) -> bool:
    if not name.startswith("aspects/"):
        return True
    for value in new.aspects.values(name.partition("/")[2]):
        for evidence in value.evidence:
            text = record.tagged(evidence.field).get(evidence.language)
            if text is None or evidence.start is None or locate(evidence.quote, text) != (evidence.start, evidence.end):
                return False
    return True


def _without_places(value: Any) -> Any:
    """A value without the places of its evidence, which say nothing to a reader."""
    if isinstance(value, tuple):
        return tuple(_without_places(member) for member in value)
    if isinstance(value, Statement):
        return value.concept, value.text
    if attrs.has(type(value)) and hasattr(value, "evidence") and not isinstance(value, Aspects):
        return attrs.evolve(value, evidence=())
    if attrs.has(type(value)) and hasattr(value, "raw"):
        return attrs.evolve(value, raw=None)
    return value
