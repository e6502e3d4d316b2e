"""Clauses, and of whom they speak: of the study's own case, of others, or of things in general."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from litreview.analysis.lexicon import Lexicon
from litreview.analysis.mentions import mentions
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Sentence
from litreview.record import Aspects, Partner, Study


def about_undertaking(study: Study, so_far: Aspects) -> bool:
    """Whether a study is about an undertaking of parties: by the parties themselves, its title, aim or question."""
    if so_far.partners:
        return True
    stated = [so_far.aim.text if so_far.aim else {}, so_far.question.text if so_far.question else {}, study.title]
    tables = ((patterns(tag), text) for texts in stated for tag, text in texts.items())
    return any(table is not None and table.has("undertaking", text) for table, text in tables)


@attrs.frozen
class Clause:
    """A clause of a sentence: `start` to `end` in it, and whether it speaks in general or of the study's own parties (all of them)."""

    start: int
    end: int
    text: str
    general: bool
    own: bool


def clauses(sentence: Sentence, partners: tuple[Partner, ...], table: Patterns, lexicon: Lexicon) -> Iterator[Clause]:
    """The clauses of `sentence`, cut where one is set against another ("but", "whereas")."""
    text = sentence.text
    at = 0
    cuts = [*((m.start(), m.end()) for m in table.single["contrast"].finditer(text)), (len(text), len(text))]
    for start, end in cuts:
        piece = text[at:start].strip(" ,;")
        if piece:
            first = text.index(piece, at)
            own = bool(partners) and owners(partners, piece, table, lexicon) >= min(2, len(partners))
            yield Clause(first, first + len(piece), piece, table.has("general", piece) and not own, own)
        at = end


def owners(partners: Sequence[Partner], text: str, table: Patterns, lexicon: Lexicon) -> int:
    """How many of `partners` a text names, under any of their spellings."""
    named = mentions(text, table, lexicon)
    written = [{m.name.casefold(), *(s.casefold() for p in m.places for s in p.spellings())} for m in named]
    return sum(any({n.casefold() for n in partner.name.values()} & names for names in written) for partner in partners)
