"""What a study sets out to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, single
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.shapes import fits, found, shape
from litreview.languages.marks import any_mark
from litreview.record import Aspects, Statement, Study

_SIGNS = {"aim_outright": 6.0, "aim_asked": 4.0, "aim_purpose": 3.0, "aim_weak": 2.0}
"""The rules that cut out an aim, and what each kind of them weighs."""
_HEADED, _IN_PLACE, _ELSEWHERE, _HOPE = 3.0, 1.0, -2.0, -5.0
_ENOUGH = 1.5
_IN_A_NAME = re.compile(r"\b[A-Z][\w’'-]*\s+$")
_COUNTED = re.compile(r"^\(?\d{1,2}[.)]\s*")
"""The number of the first of several aims."""
_SHORTEST = 3
"""Words of an aim at least; of one said outright one less."""


@attrs.frozen
class _Candidate:
    draft: Draft
    sentence: Sentence
    weight: float


def extract(reading: Reading, study: Study, so_far: Aspects) -> Statement | None:
    """The aim as a verb phrase, from one sentence in each language; its concept is what is asked about.

    A clause that states the aim outright goes before one that says what is examined, that before the purpose of what was done ("to
    understand why …, interviews were held"), whatever else the sentence is for; of equal ones the first is taken. Sentences that
    correspond in the two languages go before others. Where the aim itself names nothing asked about, the research question may.
    """
    by_language: dict[str, list[_Candidate]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            sentences, text = reading.of(tag), study.abstract[tag]
            candidates = [
                _with_more(c, sentences[number + 1 :], text, table)
                for number, s in enumerate(sentences)
                if (c := _candidate(s, table)) is not None and c.weight >= _ENOUGH
            ]
            if candidates:
                by_language[tag] = sorted(candidates, key=lambda c: -c.weight)
    chosen = _one_per_language(by_language, reading)
    aim = single({tag: attrs.evolve(d, concept=_asked(d.text, tag, reading.lexicon)) for tag, d in chosen.items()})
    if aim is not None and aim.concept is None and so_far.question is not None and so_far.question.concept:
        return attrs.evolve(aim, concept=so_far.question.concept)
    return aim


def _asked(text: str, tag: str, lexicon: Lexicon) -> str | None:
    """What an aim asks about: the first term for it that is no part of a name ("the 2019 Graph Challenge")."""
    hits = lexicon.find(text, tag, "aim")
    return next((hit.value.id for hit in hits if not (text[hit.start].isupper() and _IN_A_NAME.search(text[: hit.start]))), None)


def _with_more(first: _Candidate, following: Sequence[Sentence], abstract: str, table: Patterns) -> _Candidate:
    """An aim together with those that the sentences right behind it count on ("First, to …. Second, to …")."""
    tag, evidence = first.sentence.language, first.draft.evidence
    counted = next((match for _, match in found(shape(first.draft.text, tag), tag, "aim_counted")), None)
    if counted is None or evidence.start is None:
        return first
    aims, end = [_verb_first(first.draft.text[shape(first.draft.text, tag).place(*counted.span("rest"))[0] :], table)], evidence.end
    for sentence in following:
        more = next((match for _, match in found(sentence.shape(), tag, "aim_more")), None)
        if more is None:
            break
        start, _ = sentence.place(*more.span("rest"))
        aims.append(_verb_first(clean_end(sentence.text[start:]), table))
        end = sentence.start + start + len(clean_end(sentence.text[start:]))
    quote = abstract[evidence.start : end]
    return attrs.evolve(first, draft=Draft("; ".join(aims), attrs.evolve(evidence, quote=quote, end=end), first.draft.concept))


def _one_per_language(by_language: Mapping[str, Sequence[_Candidate]], reading: Reading) -> dict[str, Draft]:
    """One candidate for each language: two that correspond, if there are such, else the best of each."""
    if len(by_language) == 2:
        (one, first), (two, second) = by_language.items()
        matches = [(a, b) for left, right in reading.pairs for a in first for b in second if a.sentence in left and b.sentence in right]
        if matches:
            a, b = max(matches, key=lambda pair: pair[0].weight + pair[1].weight)
            return {one: a.draft, two: b.draft}
    return {tag: candidates[0].draft for tag, candidates in by_language.items()}


def _candidate(sentence: Sentence, table: Patterns) -> _Candidate | None:
    headed = sentence.stated and sentence.role == "aim"
    placed = (_HEADED if headed else 0.0) + (_IN_PLACE if sentence.role == "aim" else 0.0)
    for weight, start, end in _cuts(sentence):
        stretch = _aim_itself(sentence, start, end, _SHORTEST - (weight == _SIGNS["aim_outright"]), table)
        if stretch is not None:
            elsewhere = sentence.role == "result" or (
                sentence.role == "background" and not fits(sentence.shape(), table.tag, "finding_ours")
            )
            late = _ELSEWHERE if elsewhere and weight < _SIGNS["aim_outright"] else 0.0
            late += _HOPE if fits(shape(sentence.text[slice(*stretch)], sentence.language), sentence.language, "aim_hope") else 0.0
            return _Candidate(_draft(sentence, *stretch, table), sentence, weight + placed + late)
    if headed and len(sentence.text[sentence.heading :].split()) >= _SHORTEST:
        quote = clean_end(sentence.text[sentence.heading :])
        first = _COUNTED.sub("", quote).partition(" ")[0].casefold()
        unsaid = (
            not sentence.heading and first not in table.verbs and first not in table.active
        )  # further on below the heading anything may stand
        is_clause = (first not in table.verbs or _gerund().search(first) is not None) and table.has("aim_clause", quote.lstrip())
        if not (is_clause or unsaid or len(quote.split()) < 2 or table.has("aim_none", quote.lstrip())):
            return _Candidate(_draft(sentence, sentence.heading, sentence.heading + len(quote), table), sentence, placed + 2.0)
    return None


def _cuts(sentence: Sentence) -> Iterator[tuple[float, int, int]]:
    """The stretches that rules cut out of a sentence as its aim, with what each weighs; what was not the study's own doing has none."""
    seen, tag = sentence.shape(), sentence.language
    told = fits(seen, tag, "finding_told")
    for name, weight in _SIGNS.items():
        if name != "aim_outright" and (told or fits(seen, tag, "aim_never")):
            return
        for _, match in found(seen, tag, name):
            start, end = match.span("rest")
            stop = next((m.start() for _, m in found(seen, tag, "aim_stop", start + 2, end)), end)
            yield (weight, *sentence.place(start, stop))


def _aim_itself(sentence: Sentence, start: int, end: int, least: int, table: Patterns) -> tuple[int, int] | None:
    """The stretch without what follows the aim; None where that is no aim."""
    start += len(sentence.text[start:end]) - len(sentence.text[start:end].lstrip(" ,:;"))
    quote = clean_end(table.single["aim_end"].sub("", sentence.text[start:end]))
    return (start, start + len(quote)) if len(quote.split()) >= least and not table.has("aim_none", quote) else None


def _draft(sentence: Sentence, start: int, end: int, table: Patterns) -> Draft:
    return Draft(_verb_first(sentence.text[start:end].lstrip(), table), sentence.evidence(start, end))


def _verb_first(text: str, table: Patterns) -> str:
    """The phrase as it stands after "aims to": a base form (en), an active verb (id)."""
    first, _, rest = _infinitive().sub("", text, count=1).partition(" ")
    form = table.verbs.get(first.casefold()) or table.active.get(first.casefold())
    return f"{form} {rest}" if form else f"{first[:1].lower()}{first[1:]} {rest}" if first[1:].islower() else f"{first} {rest}"


@cache
def _infinitive() -> re.Pattern[str]:
    """What stands before a verb where it is named ("to examine")."""
    return re.compile(rf"^{any_mark('before_a_verb')} ", re.IGNORECASE)


@cache
def _gerund() -> re.Pattern[str]:
    return re.compile(rf"{any_mark('ends_a_gerund')}$")


ATTRIBUTE = Attribute("aim", extract, place=30)
