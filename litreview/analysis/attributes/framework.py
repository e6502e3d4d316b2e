"""The theories and concepts a study works with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.languages import detect
from litreview.record import Aspects, Statement, Study

LONGEST = 8
_NAME = re.compile(r"(?:[A-Z]\.\s?)*[A-Z][\w’'.-]+(?:\s(?:[A-Z]\.\s?)*[A-Z][\w’'-]+){0,2}$")


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """What sentences on theory list after "the concept of", "theories related to" …; nothing from sentences of another role.

    A sentence on method that also names its theory outright counts too, with the theories that the tables know.
    """
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            sentences = [s for s in reading.of(tag, "framework", "method", None) if s.role or table.has("theory", s.text)]
            drafts[tag] = [d for s in sentences for d in _drafts(s, table, reading.lexicon)]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    places = [(found.start("list"), found.end("list")) for p in table.lists["framework"] if (found := p.search(sentence.text))]
    for start, end in places:
        listed = list(items(sentence.text, start, end, table, "framework_head", "framework_end"))
        drafts = list(_kept(listed, sentence, table, lexicon))
        if drafts:
            yield from drafts
            return


def _kept(listed: list[Item], sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    """Items that are a known concept, or short words of a list that "theory" or "concept" introduces; persons' names are neither."""
    for number, item in enumerate(listed):
        if table.has("framework_breaks", item.text):
            return
        text = table.single["framework_tail"].sub("", item.text).strip()
        concept = _concept(text, table.tag, lexicon)
        introduced = number == 0 or item.introduced or text != item.text or any(i.introduced for i in listed[:1])
        person = number and concept is None and _NAME.match(text)
        if not text or person or len(text.split()) > LONGEST or (concept is None and detect.stop_share(text) == 1):
            continue
        if concept is not None or (sentence.role == "framework" and introduced):
            yield Draft(text, sentence.evidence(), concept)


def _concept(text: str, tag: str, lexicon: Lexicon) -> str | None:
    hits = lexicon.find(text, tag, "framework")
    return hits[0].value.id if hits else None
