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
    Screening,
    Study,
    Variables,
    locate,
)  # fmt: skip
from litreview.record.fields import LANGUAGE_FIELDS
from litreview.record.screening import joined

ALIAS = "litreview:alias"
"""The name in `Study.extra` of a key under which a merged study was known before."""
OTHER = "litreview:other/"
"""Before the name of a field in `Study.extra`: a value of it that another record of the same work gave."""


def merge(first: Study, second: Study) -> tuple[Study, tuple[Problem, ...]]:
    """One study of two records of one work, under the key of `first`; the other key is kept as an alias.

    What only one states is taken from it; of texts each language; of dates and names the more exact. Where both state different
    things `first` counts, the other value is kept in `extra`, and a problem names both.

    >>> study, problems = merge(Study("a", title=LangText({"id": "Kota"})), Study("b", title=LangText({"en": "City"}), language="id"))
    >>> study.title, study.language, study.extra, problems
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
        earlier, later = sorted((lead(pair.first), lead(pair.second)), key=order.__getitem__)
        leader[later] = earlier
    studies: dict[str, Study] = {}
    problems: list[Problem] = list(library.problems)
    for study in library:
        key = lead(study.key)
        if key in studies:
            studies[key], conflicts = merge(studies[key], study)
            problems += conflicts
        else:
            studies[key] = study
    gone = {key: lead(key) for key in order if lead(key) != key}
    return attrs.evolve(library, studies=tuple(studies.values()), problems=tuple(problems)), FrozenMap(gone)


class _Merger:
    def __init__(self, first: Study, second: Study) -> None:
        self.first, self.second = first, second
        self.problems: list[Problem] = []
        self.kept: list[tuple[str, str]] = []

    def study(self) -> Study:
        first, second = self.first, self.second
        texts = {field: self.text(field, getattr(first, field), getattr(second, field)) for field in LANGUAGE_FIELDS}
        variables = {name: self.text(name, first.tagged(name), second.tagged(name)) for name in {**first.variables, **second.variables}}
        names = {role: self.names(role, first.names.get(role, ()), second.names.get(role, ())) for role in {**first.names, **second.names}}
        dates = {name: self.date(name, first.dates.get(name), second.dates.get(name)) for name in {**first.dates, **second.dates}}
        kind = self.type()
        language = self.choice("language", first.language, second.language)
        study = attrs.evolve(
            first,
            type=kind,
            title=texts["title"],
            abstract=texts["abstract"],
            genre=texts["genre"],
            keywords=self.keywords(),
            language=language,
            names=Names({role: listed for role, listed in names.items() if listed}),
            others=frozenset(role for role in first.others | second.others if self.goes_on(role, names.get(role, ()))),
            dates=Dates({name: date for name, date in dates.items() if date}),
            variables=Variables(variables),
            screening=self.screening(),
            highlights=(*first.highlights, *(one for one in second.highlights if one not in first.highlights)),
            paraphrased=tuple(dict.fromkeys((*first.paraphrased, *second.paraphrased))),
        )
        study = attrs.evolve(study, aspects=self.aspects(study))
        stated = {
            *study.names,
            *study.dates,
            *study.variables,
            *(f for f in (*LANGUAGE_FIELDS, "keywords", "language") if getattr(study, f)),
        }
        searched = tuple(f for f in dict.fromkeys((*first.looked_for, *second.looked_for)) if f not in stated)
        extra = (*first.extra, *(pair for pair in second.extra if pair not in first.extra), *self.kept, (ALIAS, second.key))
        return attrs.evolve(study, looked_for=searched, extra=extra)

    def screening(self) -> Screening:
        """Found in the places of both; where they decided differently the first counts."""
        one, two = self.first.screening, self.second.screening
        if one.decision and two.decision and one.decision != two.decision:
            self.conflict("screening", one.decision, two.decision)
        return joined(one, two)

    def conflict(self, field: str, kept: str, other: str) -> None:
        origin = self.first.origin
        self.kept.append((OTHER + field, other))
        problem = fault("merge-conflict", key=self.first.key, field=field, kept=_short(kept), other=_short(other))
        self.problems.append(attrs.evolve(problem, origin=Origin(origin.file, origin.line) if origin else Origin()))

    def choice(self, field: str, first: str | None, second: str | None) -> str | None:
        if first and second and first != second:
            self.conflict(field, first, second)
        return first or second

    def type(self) -> str:
        first, second = self.first.type, self.second.type
        if "document" in (first, second):
            return second if first == "document" else first
        return self.choice("type", first, second) or first

    def text(self, field: str, first: LangText, second: LangText) -> LangText:
        """Each language once; a text of unknown language that stands in a known one too is no text of its own."""
        texts = dict(first)
        for tag, text in second.items():
            twin = next((known for known, said in texts.items() if _alike(said, text) and "und" in (known, tag)), None)
            if tag in texts:
                if _alike(texts[tag], text):
                    self.variant(field, texts[tag], text)
                else:
                    self.conflict(f"{field} ({tag})" if tag != "und" else field, texts[tag], text)
            elif twin is None:
                texts[tag] = text
            elif tag == "und":
                self.variant(field, texts[twin], text)
            else:
                texts[tag] = text
                self.variant(field, text, texts.pop("und"))
        return LangText(texts)

    def variant(self, field: str, kept: str, other: str) -> None:
        """Keep another spelling of one text; no conflict."""
        if kept != other:
            self.kept.append((OTHER + field, other))

    def keywords(self) -> LangList:
        lists: dict[str, tuple[str, ...]] = dict(self.first.keywords)
        for tag, listed in self.second.keywords.items():
            known = {" ".join(words(word)) or word for word in lists.get(tag, ())}
            lists[tag] = (*lists.get(tag, ()), *(word for word in listed if (" ".join(words(word)) or word) not in known))
        return LangList(lists)

    def names(self, role: str, first: tuple[Name, ...], second: tuple[Name, ...]) -> tuple[Name, ...]:
        """The list that says more, if both name the same people; the first one's where they do not."""
        if not first or not second or first == second:
            return first or second
        ours, theirs = ("; ".join(name.text() for name in listed) for listed in (first, second))
        for short, long, kept, study in ((first, second, ours, self.first), (second, first, theirs, self.second)):
            if role in study.others and len(short) < len(long) and _families(short) == _families(long)[: len(short)]:
                self.kept.append((OTHER + role, kept))
                return long
        if _families(first) == _families(second):
            fuller, shorter = (second, ours) if len(theirs) > len(ours) else (first, theirs)
            if shorter != "; ".join(name.text() for name in fuller):
                self.kept.append((OTHER + role, shorter))
            return fuller
        self.conflict(role, ours, theirs)
        return first

    def goes_on(self, role: str, kept: tuple[Name, ...]) -> bool:
        """Whether the list that was kept goes on with persons who are not named: all records that give it so say so."""
        open_ended = [role in study.others for study in (self.first, self.second) if len(study.names.get(role, ())) >= len(kept)]
        return all(open_ended) if kept else any(open_ended)

    def date(self, field: str, first: Date | None, second: Date | None) -> Date | None:
        """The more exact of two dates of one year."""
        if first is None or second is None or first == second:
            return first or second
        if first.literal is not None and second.literal is None:
            self.kept.append((OTHER + field, first.edtf()))
            return second
        if second.edtf().startswith(first.edtf()) and first.literal is None:
            return second
        if not first.edtf().startswith(second.edtf()):
            self.conflict(field, first.edtf(), second.edtf())
        return first

    def aspects(self, study: Study) -> Aspects:
        first, second = self.first.aspects, self.second.aspects
        values: dict[str, Any] = {}
        for name in ASPECTS:
            ours, theirs = first.values(name), second.values(name)
            if theirs and not ours:
                located = tuple(_located(value, study) for value in theirs)
                values[name] = located if isinstance(getattr(second, name), tuple) else located[0]
            elif theirs and theirs != ours:
                self.conflict(f"aspects.{name}", _in_words(ours), _in_words(theirs))
        merged_aspects = attrs.evolve(first, **values)
        searched = tuple(n for n in dict.fromkeys((*first.looked_for, *second.looked_for)) if not merged_aspects.stated(n))
        return attrs.evolve(merged_aspects, looked_for=searched)


def _located(value: Any, study: Study) -> Any:
    """An aspect whose evidence stands where the merged texts have it."""
    return attrs.evolve(value, evidence=tuple(_place(evidence, study) for evidence in value.evidence))


def _place(evidence: Evidence, study: Study) -> Evidence:
    text = study.tagged(evidence.field).get(evidence.language)
    if text is not None and evidence.start is not None and text[evidence.start : evidence.end] == evidence.quote:
        return evidence
    start, end = (locate(evidence.quote, text) if text is not None else None) or (None, None)
    return attrs.evolve(evidence, start=start, end=end)


def _families(names: tuple[Name, ...]) -> list[tuple[str, ...]]:
    return [words(name.family or name.literal or "") for name in names]


def _alike(text: str, other: str) -> bool:
    return text == other or (words(text) == words(other) and words(text) != ())


def _in_words(values: Iterable[Any]) -> str:
    return "; ".join(
        " / ".join(part.values()) if isinstance(part, Mapping) else str(part) for value in values for part in [_words_of(value)]
    )


def _words_of(value: Any) -> Any:
    if hasattr(value, "start"):
        return str(value.start) if value.end is None else f"{value.start}-{value.end}"
    return value.name if hasattr(value, "name") else value.text


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
