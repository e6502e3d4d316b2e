"""Approach and techniques: qualitative, descriptive, case study, regression …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Statement, Study

NEAR = 40
_NAMED = re.compile(r"\b[A-Z][A-Z0-9-]+\b|\b[A-Z]\w*[a-z]\w*[A-Z]\w*")
_ALGORITHM = re.compile(r"algorit(?:hm|ma)", re.IGNORECASE)
"""What no table knows is taken for a method only where it has a name of its own: an acronym, or an algorithm."""


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """The approaches and techniques named in sentences on method, or beside the word method, approach … in sentences of other roles.

    Where such a sentence names a method that no table knows, its words stand for it.
    """
    listed = {statement.concept for statement in so_far.data if statement.concept}
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = [d for s in reading.of(tag) for d in _drafts(s, table, reading.lexicon) if d.concept not in listed]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    if sentence.role in ("background", "result"):
        return
    text = sentence.text
    known = False
    for kind in ("approach", "technique"):
        for hit in lexicon.find(text, table.tag, kind):
            around = text[max(0, hit.start - NEAR) : hit.end + NEAR]
            if sentence.role == "method" or table.has("method_near", around):
                known = True
                yield Draft(text[hit.start : hit.end], sentence.evidence(), hit.value.id)
    if not known and sentence.role == "method":
        match = table.single["method"].search(text)
        named = match is not None and bool(_NAMED.search(match["rest"]) or _ALGORITHM.search(match.group()))
        if match and named and table.has("method_used", text[: match.start("rest")]):
            yield Draft(match["rest"].strip(), sentence.evidence())


ATTRIBUTE = Attribute("method", extract, place=50)
