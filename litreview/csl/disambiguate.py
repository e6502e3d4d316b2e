"""Telling cites of different works apart: more names, given names, the ``disambiguate`` condition, year suffixes.

Works are grouped by what their cites print without any help, and only groups of two and more are rendered again: that keeps the
cost near linear. Source: CSL 1.0.2, "Disambiguation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from litreview.csl.cites import Position
from litreview.csl.context import NameKey, PrintedNames, Reference
from litreview.csl.nameparts import NameForm, one_name, person_key
from litreview.csl.rendering import NOTHING, CiteState, Extras, Renderer
from litreview.csl.tree import text_of
from litreview.record.names import Name

_ALL = 10_000
"""More names than any work has."""


def letters(number: int) -> str:
    """The year suffix of this number, from 0: a … z, aa, ab …

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('a', 'z', 'aa', 'zz', 'aaa')
    """
    suffix = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        suffix = chr(ord("a") + rest) + suffix
    return suffix


class Disambiguation:
    """Works out the Extras of every work in a document. `numbers` are the citation numbers, where cites print them."""

    def __init__(self, renderer: Renderer, references: Sequence[Reference], numbers: dict[str, str]) -> None:
        self._renderer = renderer
        self._references = list(references)
        self._numbers = numbers
        area = renderer.style.citation
        self._add_names = area.options.get("disambiguate-add-names") == "true"
        self._add_givens = area.options.get("disambiguate-add-givenname") == "true"
        self._rule = area.options.get("givenname-disambiguation-rule", "by-cite")
        self._add_suffix = area.options.get("disambiguate-add-year-suffix") == "true"
        self._conditions = area.conditions
        self._position: Position = "subsequent" if area.uses_position else "first"
        self._extras: dict[str, Extras] = {}
        self._everywhere: dict[NameKey, int] = {}
        self._lists: dict[tuple[str, int, int], tuple[PrintedNames, ...]] = {}

    def extras(self, order: Callable[[Sequence[Reference]], Sequence[Reference]]) -> dict[str, Extras]:
        """Extras by id, with suffixes in the `order` of the bibliography; a work that needs nothing is not in it."""
        if not (self._add_names or self._add_givens or self._add_suffix or self._conditions):
            return {}
        globally = self._add_givens and self._rule != "by-cite"
        if globally:
            self._spell_out()
        groups = self._ambiguous()
        if self._add_names or (self._add_givens and not globally):
            if globally and groups:
                self._everywhere = self._levels_of((s, len(s.names)) for r in self._references for s in self._name_lists(r))
            for group in groups:
                self._widen(group)
            if groups and globally:
                self._spell_out()
            groups = self._ambiguous()
        if self._conditions:
            for group in groups:
                self._try_conditions(group, 1)
            groups = self._ambiguous()
        if self._add_suffix and groups:
            place = {ref.id: number for number, ref in enumerate(order([ref for group in groups for ref in group]))}
            for group in groups:
                for number, reference in enumerate(sorted(group, key=lambda r: place[r.id])):
                    self._extras[reference.id] = attrs.evolve(self._extras_of(reference), suffix=letters(number))
        return {key: extras for key, extras in self._extras.items() if extras != NOTHING}

    def _extras_of(self, reference: Reference) -> Extras:
        return self._extras.get(reference.id, NOTHING)

    def _state(self, reference: Reference, extras: Extras) -> CiteState:
        return CiteState(self._position, number=self._numbers.get(reference.id, ""), extras=extras)

    def _name_lists(self, reference: Reference, extras: Extras | None = None) -> tuple[PrintedNames, ...]:
        extras = self._extras_of(reference) if extras is None else extras
        key = reference.id, extras.more, extras.conditions  # which names are printed, given names or not
        lists = self._lists.get(key)
        if lists is None:
            lists = self._lists[key] = self._renderer.shown(reference, self._state(reference, extras))
        return lists

    def _split(self, group: Sequence[Reference], extras: Callable[[Reference], Extras]) -> list[list[Reference]]:
        parts: dict[str, list[Reference]] = {}
        for reference in group:
            parts.setdefault(self._renderer.compared(reference, self._state(reference, extras(reference))), []).append(reference)
        return list(parts.values())

    def _ambiguous(self) -> list[list[Reference]]:
        return [group for group in self._split(self._references, self._extras_of) if len(group) > 1]

    def _keep(self, group: Sequence[Reference], extras: Callable[[Reference], Extras]) -> None:
        for reference in group:
            self._extras[reference.id] = extras(reference)

    # Names and given names of one ambiguous group

    def _widen(self, group: Sequence[Reference]) -> None:
        """Spell out the names that are shown; then add hidden names one at a time, spelling each out; keep what splits the group, and go
        on with its parts."""
        if len(group) < 2:
            return
        spelling = self._add_givens and self._rule == "by-cite"
        if spelling and self._spell_group(group, 0):
            return
        counts: Sequence[int] = ()
        if self._add_names:
            lists = [s for r in group for s in self._name_lists(r)]
            counts = range(min((s.count for s in lists), default=0) + 1, max((len(s.names) for s in lists), default=0) + 1)
        for count in counts:

            def wider(reference: Reference, count: int = count) -> Extras:
                return self._with_names(reference, count)

            parts = self._split(group, wider)
            if len(parts) > 1:
                self._keep(group, wider)
                for part in parts:
                    self._widen(part)
                return
            if spelling and self._spell_group(group, count, count - 1):
                return

    def _with_names(self, reference: Reference, count: int, base: Extras | None = None) -> Extras:
        """The extras with at least `count` names shown, given names of those spelled out by a rule for the whole document."""
        base = self._extras_of(reference) if base is None else base
        extras = attrs.evolve(base, more=max(count, base.more))
        if not self._everywhere:
            return extras
        givens = dict(extras.givens)
        for printed in self._name_lists(reference, extras):
            for name in self._ruled(printed):
                if level := self._everywhere.get(person_key(name)):
                    givens[person_key(name)] = level
        return attrs.evolve(extras, givens=tuple(sorted(givens.items())))

    def _spell_group(self, group: Sequence[Reference], count: int, start: int = 0) -> bool:
        """Spell out one name after the other in all cites of the group; whether that split it."""
        base = {r.id: self._with_names(r, count) for r in group}
        people = {r.id: [n for s in self._name_lists(r, base[r.id]) for n in s.names[: s.count]] for r in group}
        for place in range(start, max(len(names) for names in people.values())):
            for level in (1, 2):

                def raised(reference: Reference, place: int = place, level: int = level) -> Extras:
                    extras, names = base[reference.id], people[reference.id]
                    if place >= len(names):
                        return extras
                    givens = dict(extras.givens)
                    givens[person_key(names[place])] = level
                    return attrs.evolve(extras, givens=tuple(sorted(givens.items())))

                parts = self._split(group, raised)
                if len(parts) > 1:
                    self._keep(group, raised)
                    for part in parts:
                        if len(part) > 1 and not self._spell_group(part, 0, place + 1 if level == 2 else place):
                            self._widen(part)
                    return True
        return False

    # Given names in the whole document

    def _ruled(self, printed: PrintedNames) -> tuple[Name, ...]:
        """The names that the rule for the whole document is about."""
        return printed.names[: 1 if self._rule.startswith("primary-name") else printed.count]

    def _levels_of(self, lists: Iterable[tuple[PrintedNames, int]]) -> dict[NameKey, int]:
        """How far each person is spelled out so that no two print alike, among the first names of each list."""
        primary = self._rule.startswith("primary-name")
        levels = (1,) if self._rule.endswith("with-initials") else (1, 2)
        people: dict[str, dict[NameKey, tuple[Name, NameForm]]] = {}
        for printed, count in lists:
            for name in printed.names[: 1 if primary else count]:
                people.setdefault(_printed(name, printed.form, 0), {})[person_key(name)] = (name, printed.form)
        chosen: dict[NameKey, int] = {}
        for alike in people.values():
            if len(alike) > 1:
                chosen.update(_least_levels(alike, levels))
        return chosen

    def _spell_out(self) -> None:
        """Spell out given names wherever two persons would print alike, by the style's rule."""
        chosen = self._levels_of((s, s.count) for r in self._references for s in self._name_lists(r))
        if not chosen:
            return
        for reference in self._references:
            levels = {person_key(n): chosen.get(person_key(n), 0) for s in self._name_lists(reference) for n in self._ruled(s)}
            givens = tuple(sorted((key, level) for key, level in levels.items() if level))
            if givens != self._extras_of(reference).givens:
                self._extras[reference.id] = attrs.evolve(self._extras_of(reference), givens=givens)

    def _try_conditions(self, group: Sequence[Reference], count: int) -> None:
        """Let ``disambiguate`` tests come out true, one after the other, until the cites differ."""
        for number in range(count, self._conditions + 1):

            def tried(reference: Reference, number: int = number) -> Extras:
                return attrs.evolve(self._extras_of(reference), conditions=number)

            parts = self._split(group, tried)
            if len(parts) > 1:
                self._keep(group, tried)
                for part in parts:
                    if len(part) > 1:
                        self._try_conditions(part, number + 1)
                return
            if self._add_names and len(self._split(group, lambda reference: self._with_names(reference, _ALL, tried(reference)))) > 1:
                self._keep(group, tried)  # the names that came in would tell them apart: adding names had its turn, and ends it
                return


def _printed(name: Name, form: NameForm, level: int) -> str:
    return text_of(one_name(name, form, False, level))


def _least_levels(alike: dict[NameKey, tuple[Name, NameForm]], levels: Sequence[int]) -> dict[NameKey, int]:
    """For names that print alike: the least level at which each differs from all others; none where no level helps."""
    least: dict[NameKey, int] = {}
    for level in levels:
        texts: dict[str, list[NameKey]] = {}
        for key, (name, form) in alike.items():
            texts.setdefault(_printed(name, form, level), []).append(key)
        if len(texts) == 1:
            continue
        for keys in texts.values():
            for key in keys:
                if key not in least and (len(keys) == 1 or level == levels[-1]):
                    least[key] = level
    return least
