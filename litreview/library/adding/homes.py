"""Which record of a library an arriving study is of, if any."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.library.adding.arrivals import Arrival
from litreview.library.copies import page_marks, recorded
from litreview.library.duplicates import Pair, duplicates
from litreview.library.repairs.nulls import FROM_A_PAGE
from litreview.record import Library, Study
from litreview.record.study import ADDRESS, REPLACED

FINGERPRINT = FROM_A_PAGE
"""The name in `Study.extra` of the mark of the page from which a record was made."""


@attrs.frozen
class Home:
    """The record that an arrival is of, by its place in the list asked; `doubts` name records that it may be of as well."""

    place: int | None
    doubts: tuple[Problem, ...] = ()


def homes(existing: Sequence[Study], arriving: Sequence[Arrival]) -> list[Home]:
    """For each of `arriving` its place in `existing` (or behind them, among those arrived before it), or None where it is new.

    The same item of Zotero, the same page, the same abstract, one title and first author, one key with one title, an identifier, or what
    `litreview.library.duplicates` is certain of. What it only holds likely is a doubt ("may-be-there").
    """
    everything = [*existing, *(arrival.study for arrival in arriving)]
    # Keys of their own, since two records to be compared may share one.
    keyed = Library(tuple(attrs.evolve(study, key=f"study-{n}") for n, study in enumerate(everything)))
    pairs: dict[int, list[Pair]] = {}
    for pair in duplicates(keyed):
        pairs.setdefault(max(_place(pair.first), _place(pair.second)), []).append(pair)
    prints = {value: n for n, study in reversed(list(enumerate(existing))) for name, value in study.extra if name == FINGERPRINT}
    marks: dict[str, list[tuple[str, Study]]] = {}
    for n, study in enumerate(existing):
        _mark(marks, n, study)
    addresses = {address: n for n, study in reversed(list(enumerate(existing))) for address in _addresses(study)}
    located: list[Home] = []
    for number, arrival in enumerate(arriving, len(existing)):
        own = pairs.get(number, [])
        place = prints.get(arrival.fingerprint) if arrival.fingerprint else None
        place = place if place is not None else _by_address(arrival.study, addresses)
        if arrival.marks_only and place is None:
            place = _by_what_is_said(arrival.study, existing)
        place = place if place is not None else _by_text(arrival, marks)
        place = place if place is not None else _by_key(arrival.study, everything[:number])
        place = place if place is not None else next((_other(p, number) for p in own if p.strength == "certain"), None)
        likely = [p for p in own if p.strength == "strong" and _other(p, number) != place]
        doubts = tuple(
            fault("may-be-there", key=arrival.study.key, file=arrival.source, other=everything[_other(p, number)].key)
            for p in likely
            if place is None
        )
        located.append(Home(place, doubts))
        if arrival.fingerprint:
            prints.setdefault(arrival.fingerprint, number if place is None else place)
        for address in _addresses(arrival.study):
            addresses.setdefault(address, number if place is None else place)
        if place is None:
            _mark(marks, number, arrival.study)
    return located


def _addresses(study: Study) -> list[str]:
    """The addresses of a work in a library of Zotero: its own, and those of items that were merged into it."""
    return [value for name, value in study.extra if name in (ADDRESS, REPLACED)]


def _by_what_is_said(study: Study, existing: Sequence[Study]) -> int | None:
    """The one record that an export of highlights can mean: by the key of its item, by its citation key, by its title."""
    item = next((value for name, value in study.extra if name == ADDRESS), "")
    titles = _titles(study)
    matches = [
        n
        for n, record in enumerate(existing)
        if (item and any(address.endswith(item) for address in _addresses(record)))
        or (study.key and record.key == study.key)
        or not titles.isdisjoint(_titles(record))
    ]
    return matches[0] if len(matches) == 1 else None


def _titles(study: Study) -> frozenset[str]:
    """The letters of its titles, whole and without what follows a colon."""
    texts = (part for text in study.title.values() for part in (text, text.partition(":")[0]))
    evened = ("".join(letter for letter in text.casefold() if letter.isalnum()) for text in texts)
    return frozenset(text for text in evened if text)


def _by_address(study: Study, addresses: dict[str, int]) -> int | None:
    return next((addresses[address] for address in _addresses(study) if address in addresses), None)


def _by_text(arrival: Arrival, marks: dict[str, list[tuple[str, Study]]]) -> int | None:
    home = recorded(arrival.study, marks) if arrival.fingerprint else None
    return int(home[0]) if home is not None else None


def _by_key(study: Study, before: Sequence[Study]) -> int | None:
    """The study of the same key, title, people and dates, though it may say less."""
    said = (study.title, study.names, study.dates)
    return next((n for n, other in enumerate(before) if other.key == study.key and (other.title, other.names, other.dates) == said), None)


def _mark(marks: dict[str, list[tuple[str, Study]]], number: int, study: Study) -> None:
    for mark in page_marks(study):
        marks.setdefault(mark, []).append((str(number), study))


def _place(key: str) -> int:
    return int(key.removeprefix("study-"))


def _other(pair: Pair, number: int) -> int:
    places = (_place(pair.first), _place(pair.second))
    return places[0] if places[1] == number else places[1]
