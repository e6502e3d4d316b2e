"""What a study says of its field in general."""

from __future__ import annotations

from litreview.analysis.attributes import Attribute
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading
from litreview.analysis.scope import clauses
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """That cooperation of the kind studied often fails, where a sentence on the background says so of others or in general."""
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        for sentence in reading.of(tag, "background") if table is not None else ():
            parts = list(clauses(sentence, so_far.partners, table, reading.lexicon)) if table is not None else []
            subject = parts[0] if parts else None
            for part in parts:
                if table is None or subject is None or part.own or not table.has("failure", part.text):
                    continue
                about = sentence.text[subject.start : part.end]
                if table.has("general", about) and table.has("cooperation", about) and not drafts.get(tag):
                    drafts[tag] = [Draft(about.strip(" ."), sentence.evidence(subject.start, part.end), "cooperation-often-fails")]
    return joined(drafts)


ATTRIBUTE = Attribute("background", extract, place=90)
