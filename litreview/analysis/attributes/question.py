"""The research question, where one is put."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from litreview.analysis.attributes import Attribute
from litreview.analysis.cues import Role
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, single
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Evidence, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> Statement | None:
    """The question in each language: from sentences of the role aim, or put in quotation marks with its question mark.

    Questions that follow each other ("(1) How …? (2) Why …?") are one, with all their words.
    """
    drafts: dict[str, Draft] = {}
    for tag in reading.languages():
        table = patterns(tag)
        draft = _question(reading.of(tag), study.abstract[tag], table, reading) if table is not None else None
        if draft is not None:
            drafts[tag] = draft
    return single(drafts)


def _question(sentences: Sequence[Sentence], abstract: str, table: Patterns, reading: Reading) -> Draft | None:
    """The first question of one language, with those right behind it."""
    for number, sentence in enumerate(sentences):
        place = _place(sentence, table)
        if place is None:
            continue
        cut = sentence.text[slice(*place)]
        place = (place[0] + len(cut) - len(cut.lstrip(" :,;–—")), place[1])
        quote = sentence.text[slice(*place)].strip()
        quote = quote if quote.endswith("?") else clean_end(quote)
        if len(quote.split()) <= 2:
            continue
        start = sentence.start + place[0]
        if quote.endswith("?") and sentence.text.rstrip().endswith("?"):
            more = itertools.takewhile(
                lambda s: s.text.rstrip().endswith("?") and _place(s, table, "aim") is not None, sentences[number + 1 :]
            )
            quote = abstract[start : max([start + len(quote), *(s.end for s in more)])]
        evidence = Evidence("abstract", sentence.language, quote, start, start + len(quote))
        return Draft(quote, evidence, reading.lexicon.first(quote, table.tag, "aim"))
    return None


def _place(sentence: Sentence, table: Patterns, role: Role | None = None) -> tuple[int, int] | None:
    if (role or sentence.role) == "aim":
        return table.cut("question", sentence.text)
    match = table.single["quoted"].search(sentence.text)
    return match.span("rest") if match else None


ATTRIBUTE = Attribute("question", extract, place=20)
