"""What a study sets out to do."""

from __future__ import annotations

from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, single
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.concepts import find
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> Statement | None:
    """The aim as a verb phrase, from the first sentence of that role in each language; its concept is what is asked about.

    Where the aim itself names no such thing, the research question may.
    """
    found: dict[str, Draft] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            draft = next((d for s in reading.of(tag, "aim") if (d := _cut(s, table)) is not None), None)
            if draft is not None:
                found[tag] = draft
    aim = single(found)
    if aim is not None and aim.concept is None and so_far.question is not None and so_far.question.concept:
        return Statement(aim.text, so_far.question.concept, aim.evidence, aim.inferred)
    return aim


def _cut(sentence: Sentence, table: Patterns) -> Draft | None:
    place = table.cut("aim", sentence.text)
    if place is None:
        return None
    start, end = place
    quote = clean_end(sentence.text[start:end])
    if len(quote.split()) < 3:
        return None
    text = _verb_first(quote, table)
    return Draft(text, sentence.evidence(start, start + len(quote)), asked_about(text, table.tag))


def asked_about(text: str, tag: str) -> str | None:
    """The first concept of kind "aim" in a text, or None."""
    hits = find(text, tag, "aim")
    return hits[0].value.id if hits else None


def _verb_first(text: str, table: Patterns) -> str:
    """The phrase as it stands after "aims to": a base form (en), an active verb (id)."""
    first, _, rest = text.partition(" ")
    form = table.verbs.get(first.casefold()) or table.active.get(first.casefold())
    return f"{form} {rest}" if form else text
