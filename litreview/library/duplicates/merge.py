"""Studies made one: every value that is stated in either stays, and each conflict is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.library.duplicates.pair import Pair
from litreview.library.duplicates.words import words
from litreview.record import (
    ASPECTS,
    Aspects,
    Date,
    Dates,
    Evidence,
    FrozenMap,
    LangList,
    LangText,
    Library,
    Name,
    Names,
    Study,
    Variables,
    locate,
)  # fmt: skip
from litreview.record.study import LANGUAGE_FIELDS

ALIAS = "litreview:alias"
"""The name in `Study.extra` of a key under which a merged study was known before."""
OTHER = "litreview:other/"
"""Before the name of a field in `Study.extra`: a value of it that another record of the same work gave."""


def merge(first: Study, second: Study) -> tuple[Study, tuple[Problem, ...]]:
    """One study of two records of one work, under the key of `first`; the other key is kept as an alias.

    What only one states is taken from it; of texts each language; of dates and names the more exact. Where both state different
    things `first` counts, the other value is kept in `extra`, and a problem names both.

    >>> one, told = merge(Study("a", title=LangText({"id": "Kota"})), Study("b", title=LangText({"en": "City"}), language="id"))
    >>> one.title, one.language, one.extra, told
    (LangText({'id': 'Kota', 'en': 'City'}), 'id', (('litreview:alias', 'b'),), ())
    """
    merger = _Merger(first, second)
    return merger.study(), tuple(merger.problems)


def merged(library: Library, pairs: Iterable[Pair]) -> tuple[Library, FrozenMap[str, str]]:
    """The library with the studies of each pair merged into the first of them, and the new key for each that is gone.

    Pairs that hang together make one study. Conflicts are among the problems of the library that is given back.
    """
    order = {study.key: n for n, study in enumerate(library)}
    leader = {key: key for key in order}

    def lead(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for pair in pairs:
        one, other = sorted((lead(pair.first), lead(pair.second)), key=order.__getitem__)
        leader[other] = one
    found: dict[str, Study] = {}
    problems: list[Problem] = list(library.problems)
    for study in library:
        key = lead(study.key)
        if key in found:
            found[key], told = merge(found[key], study)
            problems += told
        else:
            found[key] = study
    gone = {key: lead(key) for key in order if lead(key) != key}
    return Library(tuple(found.values()), tuple(problems)), FrozenMap(gone)


class _Merger:
    def __init__(self, first: Study, second: Study) -> None:
        self.first, self.second = first, second
        self.problems: list[Problem] = []
        self.kept: list[tuple[str, str]] = []

    def study(self) -> Study:
        one, other = self.first, self.second
        texts = {field: self.text(field, getattr(one, field), getattr(other, field)) for field in LANGUAGE_FIELDS}
        variables = {
            name: self.text(name, one.tagged(name), other.tagged(name)) for name in dict.fromkeys((*one.variables, *other.variables))
        }
        names = {
            role: self.names(role, one.names.get(role, ()), other.names.get(role, ())) for role in dict.fromkeys((*one.names, *other.names))
        }
        dates = {name: self.date(name, one.dates.get(name), other.dates.get(name)) for name in dict.fromkeys((*one.dates, *other.dates))}
        kind = self.type()
        language = self.choice("language", one.language, other.language)
        found = attrs.evolve(
            one,
            type=kind,
            title=texts["title"],
            abstract=texts["abstract"],
            genre=texts["genre"],
            keywords=self.keywords(),
            language=language,
            names=Names({role: listed for role, listed in names.items() if listed}),
            others=frozenset(role for role in one.others | other.others if self.goes_on(role, names.get(role, ()))),
            dates=Dates({name: date for name, date in dates.items() if date}),
            variables=Variables(variables),
            paraphrased=tuple(dict.fromkeys((*one.paraphrased, *other.paraphrased))),
        )
        found = attrs.evolve(found, aspects=self.aspects(found))
        stated = {
            *found.names,
            *found.dates,
            *found.variables,
            *(f for f in (*LANGUAGE_FIELDS, "keywords", "language") if getattr(found, f)),
        }
        searched = tuple(f for f in dict.fromkeys((*one.looked_for, *other.looked_for)) if f not in stated)
        extra = (*one.extra, *(pair for pair in other.extra if pair not in one.extra), *self.kept, (ALIAS, other.key))
        return attrs.evolve(found, looked_for=searched, extra=extra)

    def conflict(self, field: str, kept: str, other: str) -> None:
        origin = self.first.origin
        self.kept.append((OTHER + field, other))
        problem = fault("merge-conflict", key=self.first.key, field=field, kept=_short(kept), other=_short(other))
        self.problems.append(attrs.evolve(problem, origin=Origin(origin.file, origin.line) if origin else Origin()))

    def choice(self, field: str, one: str | None, other: str | None) -> str | None:
        if one and other and one != other:
            self.conflict(field, one, other)
        return one or other

    def type(self) -> str:
        one, other = self.first.type, self.second.type
        if "document" in (one, other):
            return other if one == "document" else one
        return self.choice("type", one, other) or one

    def text(self, field: str, one: LangText, other: LangText) -> LangText:
        """Each language once; a text of unknown language that stands in a known one too is no text of its own."""
        found = dict(one)
        for tag, text in other.items():
            twin = next((known for known, said in found.items() if _alike(said, text) and "und" in (known, tag)), None)
            if tag in found:
                if _alike(found[tag], text):
                    self.variant(field, found[tag], text)
                else:
                    self.conflict(f"{field} ({tag})" if tag != "und" else field, found[tag], text)
            elif twin is None:
                found[tag] = text
            elif tag == "und":
                self.variant(field, found[twin], text)
            else:
                found[tag] = text
                self.variant(field, text, found.pop("und"))
        return LangText(found)

    def variant(self, field: str, kept: str, other: str) -> None:
        """Keep another spelling of one text; no conflict."""
        if kept != other:
            self.kept.append((OTHER + field, other))

    def keywords(self) -> LangList:
        found: dict[str, tuple[str, ...]] = dict(self.first.keywords)
        for tag, listed in self.second.keywords.items():
            known = {" ".join(words(word)) or word for word in found.get(tag, ())}
            found[tag] = (*found.get(tag, ()), *(word for word in listed if (" ".join(words(word)) or word) not in known))
        return LangList(found)

    def names(self, role: str, one: tuple[Name, ...], other: tuple[Name, ...]) -> tuple[Name, ...]:
        """The list that says more, if both name the same people; the first one's where they do not."""
        if not one or not other or one == other:
            return one or other
        ours, theirs = ("; ".join(name.text() for name in listed) for listed in (one, other))
        for short, long, kept, study in ((one, other, ours, self.first), (other, one, theirs, self.second)):
            if role in study.others and len(short) < len(long) and _families(short) == _families(long)[: len(short)]:
                self.kept.append((OTHER + role, kept))
                return long
        if _families(one) == _families(other):
            fuller, shorter = (other, ours) if len(theirs) > len(ours) else (one, theirs)
            if shorter != "; ".join(name.text() for name in fuller):
                self.kept.append((OTHER + role, shorter))
            return fuller
        self.conflict(role, ours, theirs)
        return one

    def goes_on(self, role: str, kept: tuple[Name, ...]) -> bool:
        """Whether the list that was kept goes on with persons who are not named: all records that give it so say so."""
        told = [role in study.others for study in (self.first, self.second) if len(study.names.get(role, ())) >= len(kept)]
        return all(told) if kept else any(told)

    def date(self, field: str, one: Date | None, other: Date | None) -> Date | None:
        """The more exact of two dates of one year."""
        if one is None or other is None or one == other:
            return one or other
        if one.literal is not None and other.literal is None:
            self.kept.append((OTHER + field, one.edtf()))
            return other
        if other.edtf().startswith(one.edtf()) and one.literal is None:
            return other
        if not one.edtf().startswith(other.edtf()):
            self.conflict(field, one.edtf(), other.edtf())
        return one

    def aspects(self, found: Study) -> Aspects:
        one, other = self.first.aspects, self.second.aspects
        values: dict[str, Any] = {}
        for name in ASPECTS:
            ours, theirs = one.values(name), other.values(name)
            if theirs and not ours:
                located = tuple(_located(value, found) for value in theirs)
                values[name] = located if isinstance(getattr(other, name), tuple) else located[0]
            elif theirs and theirs != ours:
                self.conflict(f"aspects.{name}", _said(ours), _said(theirs))
        merged_aspects = attrs.evolve(one, **values)
        searched = tuple(n for n in dict.fromkeys((*one.looked_for, *other.looked_for)) if not merged_aspects.stated(n))
        return attrs.evolve(merged_aspects, looked_for=searched)


def _located(value: Any, study: Study) -> Any:
    """An aspect whose evidence stands where the merged texts have it."""
    return attrs.evolve(value, evidence=tuple(_place(one, study) for one in value.evidence))


def _place(evidence: Evidence, study: Study) -> Evidence:
    text = study.tagged(evidence.field).get(evidence.language)
    if text is not None and evidence.start is not None and text[evidence.start : evidence.end] == evidence.quote:
        return evidence
    start, end = (locate(evidence.quote, text) if text is not None else None) or (None, None)
    return attrs.evolve(evidence, start=start, end=end)


def _families(names: tuple[Name, ...]) -> list[tuple[str, ...]]:
    return [words(name.family or name.literal or "") for name in names]


def _alike(one: str, other: str) -> bool:
    return one == other or (words(one) == words(other) and words(one) != ())


def _said(values: Iterable[Any]) -> str:
    return "; ".join(
        " / ".join(part.values()) if isinstance(part, Mapping) else str(part) for value in values for part in [_words_of(value)]
    )


def _words_of(value: Any) -> Any:
    if hasattr(value, "start"):
        return str(value.start) if value.end is None else f"{value.start}-{value.end}"
    return value.name if hasattr(value, "name") else value.text


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
