"""What a study found."""

from __future__ import annotations

from litreview.analysis.attributes import Attribute
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, joined, single
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Evidence, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """One finding for each sentence of the role result, without its opening ("the results show that").

    Sentences that correspond in the two languages make one finding, two against one too. Left out are sentences under that role that
    report nothing (advice, implications, what the authors did) and those that point back ("These …", "Hal ini …"): quoted alone, nobody
    could tell what they speak of.
    """
    if reading.pairs:
        rows: list[tuple[tuple[Sentence, ...], ...]] = []
        rows += [pair for pair in reading.pairs if any(s.role == "result" for side in pair for s in side)]
        paired = {s for pair in reading.pairs for side in pair for s in side}
        rows += [((s,),) for s in reading.sentences if s.role == "result" and s not in paired]
        statements = [_statement(row, study) for row in rows]
        return tuple(statement for statement in statements if statement is not None)
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        drafts[tag] = [draft for s in reading.of(tag, "result") if (draft := _draft((s,), study)) is not None]
    return joined(drafts)


def _statement(row: tuple[tuple[Sentence, ...], ...], study: Study) -> Statement | None:
    read = [listed for listed in row if patterns(listed[0].language) is not None]
    sides = [side for listed in read if (side := tuple(s for s in listed if s.role == "result"))]
    drafts = [_draft(side, study) for side in sides]
    if any(draft is None for draft in drafts):
        return None
    return single({side[0].language: draft for side, draft in zip(sides, drafts, strict=True) if draft is not None})


def _draft(sentences: tuple[Sentence, ...], study: Study) -> Draft | None:
    """What sentences that follow each other report, from behind the opening of the first; None where that is no finding."""
    first, last = sentences[0], sentences[-1]
    table = patterns(first.language)
    if table is None or table.has("finding_none", first.text[first.heading :].strip()):
        return None
    start = first.start + (table.cut("finding", first.text) or (first.heading, 0))[0]
    text = clean_end(study.abstract[first.language][start : last.end])
    if len(text.split()) < 2 or table.has("points_back", text.lstrip(" .:-–—")):
        return None
    return Draft(text, Evidence("abstract", first.language, text, start, start + len(text)))


ATTRIBUTE = Attribute("findings", extract, place=100)
