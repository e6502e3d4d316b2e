"""What a study sets out to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, single
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.thresholds import AIMS_OUTRIGHT
from litreview.record import Aspects, Statement, Study


@attrs.frozen
class _Candidate:
    draft: Draft
    sentence: Sentence
    outright: bool


def extract(reading: Reading, study: Study, so_far: Aspects) -> Statement | None:
    """The aim as a verb phrase, from one sentence in each language; its concept is what is asked about.

    A sentence that states the aim outright goes before one that only says what is discussed, and sentences that correspond in the two
    languages before others. Where the aim itself names nothing asked about, the research question may.
    """
    by_language: dict[str, list[_Candidate]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            sentences = reading.of(tag, "aim") or reading.of(tag, "framework", "method", None)
            candidates = [c for s in sentences if (c := _candidate(s, table, reading.lexicon)) is not None]
            if candidates:
                by_language[tag] = sorted(candidates, key=lambda c: not c.outright)
    aim = single(_one_per_language(by_language, reading))
    if aim is not None and aim.concept is None and so_far.question is not None and so_far.question.concept:
        return attrs.evolve(aim, concept=so_far.question.concept)
    return aim


def _one_per_language(by_language: Mapping[str, Sequence[_Candidate]], reading: Reading) -> dict[str, Draft]:
    """One candidate for each language: two that correspond, if there are such, else the best of each."""
    if len(by_language) == 2:
        (one, first), (two, second) = by_language.items()
        matches = [(a, b) for left, right in reading.pairs for a in first for b in second if a.sentence in left and b.sentence in right]
        if matches:
            a, b = max(matches, key=lambda pair: pair[0].outright + pair[1].outright)
            return {one: a.draft, two: b.draft}
    return {tag: candidates[0].draft for tag, candidates in by_language.items()}


def _candidate(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> _Candidate | None:
    for number, pattern in enumerate(table.lists["aim"]):
        match = pattern.search(sentence.text)
        if not match:
            continue
        start, end = match.span("rest")
        quote = clean_end(table.single["aim_end"].sub("", sentence.text[start:end]))
        if len(quote.split()) > 2 and not table.has("aim_none", quote):
            text = _verb_first(quote, table)
            draft = Draft(text, sentence.evidence(start, start + len(quote)), lexicon.first(text, table.tag, "aim"))
            return _Candidate(draft, sentence, number < AIMS_OUTRIGHT or sentence.stated)
    if sentence.stated and sentence.role == "aim" and len(sentence.text[sentence.heading :].split()) > 2:
        quote = clean_end(sentence.text[sentence.heading :])
        first = quote.partition(" ")[0].casefold()
        is_clause = (first not in table.verbs or first.endswith("ing")) and table.has("aim_clause", quote.lstrip())
        if is_clause or len(quote.split()) < 2 or table.has("aim_none", quote.lstrip()):
            return None
        text = _verb_first(quote[:1].lower() + quote[1:], table).removeprefix("to ")
        evidence = sentence.evidence(sentence.heading, sentence.heading + len(quote))
        return _Candidate(Draft(text, evidence, lexicon.first(text, table.tag, "aim")), sentence, True)
    return None


def _verb_first(text: str, table: Patterns) -> str:
    """The phrase as it stands after "aims to": a base form (en), an active verb (id)."""
    first, _, rest = text.partition(" ")
    form = table.verbs.get(first.casefold()) or table.active.get(first.casefold())
    return f"{form} {rest}" if form else text


ATTRIBUTE = Attribute("aim", extract, place=30)
