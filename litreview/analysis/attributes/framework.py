"""The theories and concepts a study works with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.concepts import find
from litreview.record import Aspects, Statement, Study

LONGEST = 8
_NAME = re.compile(r"(?:[A-Z]\.?\s)*[A-Z][\w’'-]+(?:\s(?:[A-Z]\.?\s?)*[A-Z][\w’'-]+)?$")


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """What sentences on theory list after "the concept of", "theories related to" …; nothing from sentences of another role.

    A sentence on method that also names its theory outright counts too.
    """
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = [d for s in reading.of(tag, "framework", "method") for d in _drafts(s, table)]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns) -> Iterator[Draft]:
    for number, pattern in enumerate(table.lists["framework"]):
        found = pattern.search(sentence.text)
        if not found or (sentence.role == "method" and number == len(table.lists["framework"]) - 1):
            continue
        listed = list(items(sentence.text, *found.span("list"), table, "framework_head", "framework_end"))
        for item in _plausible(listed, sentence.role == "framework", table):
            yield Draft(item.text, sentence.evidence(), _concept(item.text, table.tag))
        return


def _plausible(listed: list[Item], theory: bool, table: Patterns) -> Iterator[Item]:
    for number, item in enumerate(listed):
        text = table.single["framework_tail"].sub("", item.text)
        item = Item(item.start, item.start + len(text), text)
        known = _concept(item.text, table.tag) is not None
        person = number and not known and _NAME.match(item.text)
        if not item.text or person or len(item.text.split()) > LONGEST or not (known or theory):
            continue
        yield item


def _concept(text: str, tag: str) -> str | None:
    hits = find(text, tag, "framework")
    return max(hits, key=lambda h: h.end - h.start).value.id if hits else None
