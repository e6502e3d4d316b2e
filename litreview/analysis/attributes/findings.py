"""What a study found."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """One finding for each sentence of the role result, without its opening ("the results show that")."""
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = list(_drafts(reading.of(tag, "result"), table))
    return joined(drafts)


def _drafts(sentences: tuple[Sentence, ...], table: Patterns) -> Iterator[Draft]:
    for sentence in sentences:
        start, end = table.cut("finding", sentence.text) or (0, len(sentence.text))
        text = clean_end(sentence.text[start:end])
        if len(text.split()) > 2:
            yield Draft(text, sentence.evidence(start, start + len(text)))
