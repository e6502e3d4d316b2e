"""Where a study has its data from: interviews, documents, literature …"""

from __future__ import annotations

from collections.abc import Iterator

from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.record import Aspects, Statement, Study

LONGEST = 25
SHORT = 5
UNMISTAKABLE = frozenset("interview observation questionnaire focus-group literature secondary-data primary-data".split())
"""Sources that in a sentence on method can be nothing else; a document or a book may be."""


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """The items of the lists with which sentences on method name their data; an item counts if it names a known kind of source,
    or stands in a list in which another does."""
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = [d for s in reading.of(tag) if s.role not in ("background", "result") for d in _drafts(s, table, reading.lexicon)]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    done = -1
    for pattern in table.lists["data"]:
        for found in pattern.finditer(sentence.text):
            start, end = found.span("list")
            if start < done:
                continue
            listed = _nested(list(items(sentence.text, start, end, table, "data_head", "data_end")), sentence.text, table, lexicon)
            known = [(item, lexicon.first(item.text, table.tag, "data", "technique")) for item in listed]
            last = max((n for n, (_, concept) in enumerate(known) if concept), default=-1)
            for item, _ in known[last + 1 :] if last >= 0 else ():
                if len(item.text.split()) > SHORT or not table.has("data_other", item.text):
                    break
                last += 1
            for item, concept in known[: last + 1]:
                if len(item.text.split()) <= LONGEST:
                    done = max(done, item.end)
                    yield Draft(item.text, sentence.evidence(), concept)
            if last >= 0:
                return
    if done < 0 and sentence.role == "method":
        yield from _unlisted(sentence, table, lexicon)


def _unlisted(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    """Sources that a sentence on method names without any introduction ("A survey of 60 residents and interviews …")."""
    hits = [hit for hit in lexicon.find(sentence.text, table.tag, "data") if hit.value.id in UNMISTAKABLE]
    if not hits:
        return
    for item in items(sentence.text, hits[0].start, len(sentence.text), table, "data_head", "data_end"):
        shorter = table.single["data_tail"].sub("", item.text)
        concept = lexicon.first(shorter, table.tag, "data")
        if concept is not None and len(shorter.split()) <= LONGEST:
            yield Draft(shorter, sentence.evidence(), concept)


def _nested(listed: list[Item], text: str, table: Patterns, lexicon: Lexicon) -> list[Item]:
    """Items that only spell out the one before ("secondary data in the form of books, journals") become part of it."""
    out: list[Item] = []
    inside = False
    for item in listed:
        if inside and out:
            out[-1] = Item(out[-1].start, item.end, text[out[-1].start : item.end])
            continue
        nested = table.single["data_nested"].search(item.text)
        head = lexicon.first(item.text[: nested.start()], table.tag, "data") if nested else None
        inside = head in ("secondary-data", "primary-data")
        shorter = item.text if inside else table.single["data_tail"].sub("", item.text)
        out.append(Item(item.start, item.start + len(shorter), shorter))
    return out
