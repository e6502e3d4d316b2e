"""The research question, where one is put."""

from __future__ import annotations

from litreview.analysis.attributes import Attribute
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, single
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> Statement | None:
    """The question in each language: from sentences of the role aim, or put in quotation marks with its question mark."""
    drafts: dict[str, Draft] = {}
    for tag in reading.languages():
        table = patterns(tag)
        for sentence in reading.of(tag) if table is not None else ():
            place = _place(sentence, table) if table is not None else None
            if place is None or tag in drafts:
                continue
            quote = sentence.text[slice(*place)].strip()
            quote = quote if quote.endswith("?") else clean_end(quote)
            if len(quote.split()) > 2:
                drafts[tag] = Draft(quote, sentence.evidence(place[0], place[0] + len(quote)), reading.lexicon.first(quote, tag, "aim"))
    return single(drafts)


def _place(sentence: Sentence, table: Patterns) -> tuple[int, int] | None:
    if sentence.role == "aim":
        return table.cut("question", sentence.text)
    match = table.single["quoted"].search(sentence.text)
    return match.span("rest") if match else None


ATTRIBUTE = Attribute("question", extract, place=20)
