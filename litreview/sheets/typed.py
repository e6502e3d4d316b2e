"""What somebody typed into a cell, as a value of the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from litreview.analysis import Lexicon
from litreview.languages.marks import any_mark
from litreview.record import ASPECT, Concept, Dates, Evidence, LangText, Names, Partner, Period, Statement, Study
from litreview.record.dates import parse_date
from litreview.record.evidence import locate
from litreview.record.name_parser import parse_name
from litreview.record.own_columns import OWN
from litreview.sheets.making import inverted, outcome_words, shown, word
from litreview.sheets.screened import with_screening
from litreview.sheets.sheet import EMPTY, SheetColumn, Unfit

_KINDS: Mapping[str, tuple[str, ...]] = {
    "aim": ("aim",),
    "method": ("approach", "technique"),
    "data": ("data", "technique"),
    "framework": ("framework",),
    "sectors": ("sector",),
}
"""By which concepts the values of an aspect are known."""


@cache
def _period_typed() -> re.Pattern[str]:
    return re.compile(rf"(\d{{4}})(?:\s*(?:[–—-]|{any_mark('until')})\s*(\d{{4}}))?")


def with_typed(recorded: Study, ready: Study, column: SheetColumn, text: str, tag: str, concepts: tuple[Concept, ...] = ()) -> Study:
    """The record with what stands in a cell now; a value that was there before keeps its evidence and its other languages.

    `ready` is the study with its abstract read, `tag` the language in which somebody typed. Raises Unfit.
    """
    if column.kind == "own":
        others = tuple(pair for pair in recorded.extra if pair[0] != OWN + column.name)
        return attrs.evolve(recorded, extra=(*others, (OWN + column.name, text)) if text else others)
    if column.kind == "screening":
        return with_screening(recorded, column.name, text, tag)
    if column.kind == "names":
        before = {inverted(name): name for name in recorded.author}
        names = tuple(before.get(line) or attrs.evolve(parse_name(line), raw=None) for line in lines(text, column))
        recorded = _stated(recorded, "author", bool(names))
        return attrs.evolve(recorded, names=_put(Names, recorded.names, "author", names))
    if column.kind == "year":
        recorded = _stated(recorded, "issued", bool(text))
        return attrs.evolve(recorded, dates=_put(Dates, recorded.dates, "issued", _date(text)))
    if column.name == "title":
        recorded = _stated(recorded, "title", bool(text))
        return attrs.evolve(recorded, title=_put(LangText, recorded.title, _title_tag(recorded, tag), " ".join(text.split())))
    return _with_aspect(recorded, ready, column, text, tag, concepts)


def _with_aspect(recorded: Study, ready: Study, column: SheetColumn, text: str, tag: str, concepts: tuple[Concept, ...]) -> Study:
    aspects, name = recorded.aspects, column.name
    looked_for = tuple(other for other in aspects.looked_for if other != name)
    several = ASPECT[name].several
    if text.casefold() == word("not-stated", tag).casefold():
        empty: Any = () if several else None
        return attrs.evolve(recorded, aspects=attrs.evolve(aspects, **{name: empty}, looked_for=(*looked_for, name)))
    if not text or text.casefold() in {word(state, tag).casefold() for state in EMPTY}:
        empty = () if several else None
        return attrs.evolve(recorded, aspects=attrs.evolve(aspects, **{name: empty}, looked_for=looked_for))
    said = lines(text, column) if several else (" ".join(text.split()),)
    values = tuple(_value(line, ready, column, tag, concepts) for line in said)
    new: Any = values if several else values[0]
    return attrs.evolve(recorded, aspects=attrs.evolve(aspects, **{name: new}, looked_for=looked_for))


def lines(text: str, column: SheetColumn) -> tuple[str, ...]:
    """The values in a cell: one a line; short ones may also be parted by semicolons."""
    parted = text.replace(";", "\n") if column.kind in ("list", "partners", "names") else text
    return tuple(" ".join(line.split()) for line in parted.split("\n") if line.strip())


def _value(line: str, ready: Study, column: SheetColumn, tag: str, concepts: tuple[Concept, ...]) -> Statement | Period | Partner:
    """The value that a line says: the one that was shown so, or a new one."""
    before = next((one for one in ready.aspects.values(column.name) if _same(shown(one, column.name, tag), line)), None)
    if before is not None:
        return before
    if column.kind == "period":
        return _period(line)
    evidence = _evidence(line, ready, tag)
    if column.kind == "outcome":
        known = {said.casefold(): outcome for outcome, said in outcome_words(tag).items()}
        if line.casefold() not in known:
            raise Unfit("outcome")
        return Statement(LangText({tag: line}), known[line.casefold()])
    if column.kind == "partners":
        return _partner(line, tag, evidence)
    concept = _concept(line, column.name, tag, concepts)
    same = [
        one for one in ready.aspects.values(column.name) if isinstance(one, Statement) and concept is not None and one.concept == concept
    ]
    if len(same) == 1:  # in other words, what was there: its evidence holds
        return attrs.evolve(same[0], text=LangText({**same[0].text, tag: line}))
    return Statement(LangText({tag: line}), concept, evidence)


def _partner(line: str, tag: str, evidence: tuple[Evidence, ...]) -> Partner:
    """The party of that name; its level and country where the name is that of one known place."""
    hits = [hit for hit in Lexicon().find_places(line) if hit.end - hit.start == len(line)]
    known = {(place.level, place.country) for hit in hits for place in hit.value if not place.common}
    level, country = next(iter(known)) if len(known) == 1 else (None, None)
    return Partner(LangText({tag: line}), level, country, country is not None, evidence)


def _concept(line: str, aspect: str, tag: str, concepts: tuple[Concept, ...]) -> str | None:
    """The concept of which the whole line is a term."""
    whole = (
        hit.value.id
        for kind in _KINDS.get(aspect, ())
        for hit in Lexicon(concepts).find(line, tag, kind)
        if hit.end - hit.start == len(line)
    )
    return next(whole, None)


def _evidence(line: str, study: Study, tag: str) -> tuple[Evidence, ...]:
    """Where the abstract has the very words, if it does: then they are no longer somebody's own."""
    text = study.abstract.get(tag)
    place = locate(line, text) if text else None
    return (Evidence("abstract", tag, (text or "")[place[0] : place[1]], *place),) if place else ()


def _period(line: str) -> Period:
    years = _period_typed().fullmatch(line)
    if years is None or (years[2] and int(years[2]) < int(years[1])):
        raise Unfit("period")
    return Period(int(years[1]), int(years[2]) if years[2] else None)


def _date(text: str) -> Any:
    if not text:
        return None
    date = parse_date(text)
    if date.year is None:
        raise Unfit("year")
    return date


def _title_tag(study: Study, tag: str) -> str:
    """The language of the title that is shown."""
    best = study.title.best(tag)
    return best[0] if best else tag


def _stated(study: Study, field: str, there: bool) -> Study:
    """The study, no longer said to lack a field that has a value now."""
    return attrs.evolve(study, looked_for=tuple(name for name in study.looked_for if name != field)) if there else study


def _put(kind: Any, mapping: Mapping[str, Any], name: str, value: Any) -> Any:
    rest = {key: old for key, old in mapping.items() if key != name}
    return kind({**{key: (value if key == name else old) for key, old in mapping.items()}, name: value} if value else rest)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
