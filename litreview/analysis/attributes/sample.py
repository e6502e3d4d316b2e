"""Who or what a study asked, watched or read, and how many."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.analysis.attributes import Attribute
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.shapes import fits, found, shape
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """Persons and things by their number ("187 students"), or as those the study names as its sample ("the informants were …").

    Only where the study tells what it did: a number of persons in a result is a result. Each sentence gives one.
    """
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = [d for s in reading.of(tag) for d in _drafts(s, table)][:2]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns) -> Iterator[Draft]:
    seen, tag = sentence.shape(), sentence.language
    if sentence.role == "background" or fits(seen, tag, "others") or fits(seen, tag, "advice"):
        return
    for _, match in found(seen, tag, "sample_named"):
        start, end = match.span("rest")
        if not fits(seen, tag, "sample_empty", start, end):
            yield _draft(sentence, *sentence.place(start, end))
            return
    if sentence.role != "result" or fits(seen, tag, "sample_own"):
        for hit in table.single["sample"].finditer(sentence.text, sentence.heading):
            near = seen.around(*(place - sentence.heading for place in hit.span("rest")))
            if not fits(near, tag, "sample_not") and not fits(shape(hit["rest"], tag), tag, "sample_empty"):
                start, end = hit.span("rest")
                more = next((near.place(*match.span("rest"))[1] for _, match in found(near, tag, "sample_more")), None)
                yield _draft(sentence, start, end if more is None else sentence.heading + more)
                return


def _draft(sentence: Sentence, start: int, end: int) -> Draft:
    seen, tag = shape(clean_end(sentence.text[start:end]), sentence.language), sentence.language
    tail = next((match.start() for _, match in found(seen, tag, "sample_tail")), len(seen.spans))
    text = seen.text[slice(*seen.place(0, tail))] if tail else seen.text
    return Draft(text, sentence.evidence(start, start + len(text)), None)


ATTRIBUTE = Attribute("sample", extract, place=45)
