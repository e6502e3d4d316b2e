"""Telling cites of different works apart: more names, given names, the ``disambiguate`` condition, year suffixes.

Works are grouped by what their cites print without any help, and only groups of two and more are rendered again: that keeps the
cost near linear. Source: CSL 1.0.2, "Disambiguation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from litreview.csl.context import NameKey, Reference, Shown
from litreview.csl.nameparts import NameForm, one_name, person_key
from litreview.csl.rendering import NOTHING, CiteState, Extras, Renderer
from litreview.csl.tree import text_of
from litreview.record.names import Name


def letters(number: int) -> str:
    """The year suffix of this number, from 0: a … z, aa, ab …

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('a', 'z', 'aa', 'zz', 'aaa')
    """
    done = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        done = chr(ord("a") + rest) + done
    return done


class Disambiguation:
    """Works out the Extras of every work that is cited in a document. `order` is the order of the bibliography, for the suffixes."""

    def __init__(self, renderer: Renderer, references: Sequence[Reference], numbers: dict[str, str]) -> None:
        self._renderer = renderer
        self._references = list(references)
        self._numbers = numbers
        options = renderer.style.citation.options
        self._add_names = options.get("disambiguate-add-names") == "true"
        self._add_givens = options.get("disambiguate-add-givenname") == "true"
        self._rule = options.get("givenname-disambiguation-rule", "by-cite")
        self._add_suffix = options.get("disambiguate-add-year-suffix") == "true"
        self._condition = renderer.style.citation.uses_disambiguate
        self._extras: dict[str, Extras] = {}

    def extras(self, order: Callable[[Sequence[Reference]], Sequence[Reference]]) -> dict[str, Extras]:
        """Extras by id; a work that needs none is not in it."""
        if not (self._add_names or self._add_givens or self._add_suffix or self._condition):
            return {}
        if self._add_givens and self._rule != "by-cite":
            self._spell_out(self._references)
        groups = self._ambiguous(self._references)
        if self._add_names or (self._add_givens and self._rule == "by-cite"):
            for group in groups:
                self._widen(group)
            if self._add_names and self._add_givens and self._rule != "by-cite":
                self._spell_out(self._references)
            groups = self._ambiguous(self._references)
        if self._condition:
            for group in groups:
                self._try_condition(group)
            groups = self._ambiguous(self._references)
        if self._add_suffix and groups:
            wanted = [reference for group in groups for reference in group]
            place = {reference.id: number for number, reference in enumerate(order(wanted))}
            for group in groups:
                for number, reference in enumerate(sorted(group, key=lambda r: place[r.id])):
                    self._set(reference, suffix=letters(number))
        return {key: extras for key, extras in self._extras.items() if extras != NOTHING}

    def _of(self, reference: Reference) -> Extras:
        return self._extras.get(reference.id, NOTHING)

    def _set(self, reference: Reference, **changes: object) -> None:
        self._extras[reference.id] = attrs.evolve(self._of(reference), **changes)  # type: ignore[arg-type]

    def _state(self, reference: Reference, extras: Extras) -> CiteState:
        return CiteState(number=self._numbers.get(reference.id, ""), extras=extras)

    def _text(self, reference: Reference, extras: Extras | None = None) -> str:
        content, _ = self._renderer.cite(reference, self._state(reference, self._of(reference) if extras is None else extras))
        return "" if content is None else text_of(content)

    def _shown(self, reference: Reference, extras: Extras | None = None) -> tuple[Shown, ...]:
        return self._renderer.cite(reference, self._state(reference, self._of(reference) if extras is None else extras))[1]

    def _ambiguous(self, references: Iterable[Reference]) -> list[list[Reference]]:
        groups: dict[str, list[Reference]] = {}
        for reference in references:
            groups.setdefault(self._text(reference), []).append(reference)
        return [group for group in groups.values() if len(group) > 1]

    def _split(self, group: Sequence[Reference], extras: Callable[[Reference], Extras]) -> list[list[Reference]]:
        parts: dict[str, list[Reference]] = {}
        for reference in group:
            parts.setdefault(self._text(reference, extras(reference)), []).append(reference)
        return list(parts.values())

    # Names and given names of one ambiguous group

    def _widen(self, group: Sequence[Reference], more: int = 0, place: int = 0) -> None:
        """Add names one at a time, then given names one at a time; keep what splits the group, and go on with its parts."""
        if len(group) < 2:
            return
        if self._add_names:
            most = max((max((len(s.names) - s.limit[1] for s in self._shown(r)), default=0) for r in group), default=0)
            for count in range(more + 1, most + 1):
                parts = self._split(group, lambda r, count=count: attrs.evolve(self._of(r), more=count))  # type: ignore[misc]
                if len(parts) > 1:
                    for reference in group:
                        self._set(reference, more=count)
                    for part in parts:
                        self._widen(part, count, place)
                    return
                if self._add_givens and self._rule == "by-cite" and self._spell_group(group, count):
                    return
        if self._add_givens and self._rule == "by-cite":
            self._spell_group(group, None)

    def _spell_group(self, group: Sequence[Reference], more: int | None, start: int = 0) -> bool:
        """Spell out one name after the other in all cites of the group; whether that split it."""
        base = {r.id: self._of(r) if more is None else attrs.evolve(self._of(r), more=more) for r in group}
        longest = max((sum(s.count for s in self._shown(r, base[r.id])) for r in group), default=0)
        for place in range(start, longest):
            for level in (1, 2):

                def raised(reference: Reference, place: int = place, level: int = level) -> Extras:
                    extras = base[reference.id]
                    people = [n for s in self._shown(reference, extras) for n in s.names[: s.count]]
                    if place >= len(people):
                        return extras
                    givens = dict(extras.givens)
                    givens[person_key(people[place])] = level
                    return attrs.evolve(extras, givens=tuple(sorted(givens.items())))

                parts = self._split(group, raised)
                if len(parts) > 1:
                    for reference in group:
                        self._extras[reference.id] = raised(reference)
                    for part in parts:
                        if len(part) > 1 and not self._spell_group(part, None, place + 1 if level == 2 else place):
                            self._widen_more(part)
                    return True
        return False

    def _widen_more(self, group: Sequence[Reference]) -> None:
        if self._add_names:
            self._widen(group, max(self._of(r).more for r in group))

    # Given names in the whole document

    def _spell_out(self, references: Sequence[Reference]) -> None:
        """Spell out given names wherever two persons would print alike, by the style's rule."""
        primary = self._rule.startswith("primary-name")
        levels = (1,) if self._rule.endswith("with-initials") else (1, 2)
        people: dict[str, dict[NameKey, tuple[Name, NameForm]]] = {}
        for reference in references:
            for shown in self._shown(reference):
                for name in shown.names[: 1 if primary else shown.count]:
                    people.setdefault(_printed(name, shown.form, 0), {})[person_key(name)] = (name, shown.form)
        chosen: dict[NameKey, int] = {}
        for alike in people.values():
            if len(alike) > 1:
                chosen.update(_levels(alike, levels))
        for reference in references:
            mine: dict[NameKey, int] = {}
            for shown in self._shown(reference):
                for name in shown.names[: 1 if primary else shown.count]:
                    level = chosen.get(person_key(name))
                    if level:
                        mine[person_key(name)] = level
            if mine:
                self._set(reference, givens=tuple(sorted(mine.items())))

    def _try_condition(self, group: Sequence[Reference]) -> None:
        parts = self._split(group, lambda r: attrs.evolve(self._of(r), disambiguate=True))
        if len(parts) > 1:
            for reference in group:
                self._set(reference, disambiguate=True)


def _printed(name: Name, form: NameForm, level: int) -> str:
    return text_of(one_name(name, form, False, level))


def _levels(alike: dict[NameKey, tuple[Name, NameForm]], levels: Sequence[int]) -> dict[NameKey, int]:
    """For names that print alike: the least level at which each differs from all others; none where no level helps."""
    done: dict[NameKey, int] = {}
    for level in levels:
        texts: dict[str, list[NameKey]] = {}
        for key, (name, form) in alike.items():
            texts.setdefault(_printed(name, form, level), []).append(key)
        if len(texts) == 1:
            continue
        for keys in texts.values():
            for key in keys:
                if key not in done and (len(keys) == 1 or level == levels[-1]):
                    done[key] = level
    return done
