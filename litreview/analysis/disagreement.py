"""Where the two language versions of one abstract do not say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from litreview.analysis.reading import Reading
from litreview.errors import Origin, Problem
from litreview.languages import detect, language
from litreview.record import Aspects, Study

Slots = tuple[tuple[str, str], ...]
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")


def disagreements(study: Study, reading: Reading, aspects: Aspects) -> tuple[Problem, ...]:
    """Contradictions between the versions: opposites (directly, indirectly), sources of data, theories among `aspects`, numbers."""
    known = [tag for tag in study.abstract if tag in detect.known()]
    if len(known) != 2:
        return ()
    file = study.origin.file if study.origin else None
    contradictions = [*_opposites(reading, known), *_numbers(study, known), *_data(reading, known), *_theories(aspects, known)]
    return tuple(Problem(code, slots, Origin(file=file), study.key) for code, slots in contradictions)


def _opposites(reading: Reading, known: Sequence[str]) -> Iterator[tuple[str, Slots]]:
    pairs = reading.pairs or ()
    tables = {tag: _opposite_patterns(tag) for tag in known}
    for left, right in pairs:
        one, two = left[0].language, right[0].language
        for name, patterns in tables[one].items() if one in tables and two in tables else ():
            other = tables[two].get(name)
            if other is None:
                continue
            first = _side_taken(" ".join(s.text for s in left), patterns)
            second = _side_taken(" ".join(s.text for s in right), other) if first else None
            if first and second and first[0] != second[0]:
                yield "versions-contradict", ((one, first[1]), (two, second[1]))


@cache
def _opposite_patterns(tag: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    spoken = language(tag)
    opposites = spoken.section("aspects")["opposites"]
    return {name: tuple(re.compile(spoken.regex(side), re.IGNORECASE) for side in sides) for name, sides in opposites.items()}


def _side_taken(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, str] | None:
    """Which side of an opposition a text takes (the second is searched first: it contains the first); None for neither or both."""
    hits = [(side, hit) for side in (1, 0) for hit in [patterns[side].search(text)] if hit]
    if not hits:
        return None
    if len(hits) == 2 and not (hits[0][1].start() <= hits[1][1].start() < hits[0][1].end()):
        return None
    return hits[0][0], hits[0][1].group()


def _numbers(study: Study, known: Sequence[str]) -> Iterator[tuple[str, Slots]]:
    sets = {tag: {re.sub(r"[.,]", "", n) for n in _NUMBER.findall(study.abstract[tag])} for tag in known}
    one, two = known
    for tag, other in ((one, two), (two, one)):
        for number in sorted(sets[tag] - sets[other]):
            yield "versions-number", (("number", number), ("language", tag), ("other", other))


def _data(reading: Reading, known: Sequence[str]) -> Iterator[tuple[str, Slots]]:
    """A source of data that one version names and the other does not, where both name some in their sentences on method."""
    named: dict[str, dict[str, str]] = {}
    for tag in known:
        for sentence in reading.of(tag, "method"):
            for hit in reading.lexicon.find(sentence.text, tag, "data"):
                named.setdefault(tag, {}).setdefault(hit.value.id, sentence.text[hit.start : hit.end])
    one, two = known
    if not (named.get(one) and named.get(two) and set(named[one]) & set(named[two])):
        return
    for tag, other in ((one, two), (two, one)):
        for name in sorted(set(named[tag]) - set(named[other])):
            yield "versions-data", (("value", named[tag][name]), ("language", tag), ("other", other))


def _theories(aspects: Aspects, known: Sequence[str]) -> Iterator[tuple[str, Slots]]:
    """A theory that one version names and the other does not, where both name some."""
    named = {tag: [statement.text[tag] for statement in aspects.framework if tuple(statement.text) == (tag,)] for tag in known}
    one, two = known
    if named[one] and named[two]:
        for tag, other in ((one, two), (two, one)):
            yield from (("versions-framework", (("value", value), ("language", tag), ("other", other))) for value in named[tag])
