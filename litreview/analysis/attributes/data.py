"""Where a study has its data from: interviews, documents, literature …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.thresholds import LISTS_OF_DATA, LONGEST_DATA, SHORT_DATA
from litreview.record import Aspects, Statement, Study

_LEAD = re.compile(r".{1,60}?\b(?:by using|using|by means of|through|via|menggunakan|melalui)\s+(?:an?\s+|the\s+)?")
"""Words before the source of data that an item names, where a list was cut in the middle of a phrase."""
UNMISTAKABLE = frozenset(
    "interview observation questionnaire focus-group literature secondary-data primary-data financial-statements annual-reports "
    "measuring-scale satellite-images user-reviews tweets oral-history official-statistics medical-records court-decisions "
    "statistics".split()
)
"""Sources that in a sentence on method can be nothing else; a document or a book may be."""


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """The items of the lists with which sentences on method name their data; an item counts if it names a known kind of source,
    or stands in a list in which another does."""
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            sentences = [s for s in reading.of(tag) if s.role not in ("background", "result")]
            drafts[tag] = [d for s in sentences for d in _with_sample(list(_drafts(s, table, reading.lexicon)), s, table)]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    at = 0
    for _ in range(LISTS_OF_DATA):
        drafts, at = _first_list(sentence, at, table, lexicon)
        yield from drafts
        if not drafts:
            break
    if not at and sentence.role == "method":
        yield from _unlisted(sentence, table, lexicon)


def _first_list(sentence: Sentence, at: int, table: Patterns, lexicon: Lexicon) -> tuple[list[Draft], int]:
    """The sources of the first list behind `at` that names any, and where it ends; nothing and `at` where there is none."""
    for pattern in table.lists["data"]:
        for match in pattern.finditer(sentence.text, at):
            start, end = match.span("list")
            start = max(at, _list_start(sentence.text, start, table, lexicon))
            listed = _details_joined(list(items(sentence.text, start, end, table, "data_head", "data_end")), sentence.text, table, lexicon)
            known = [(item, _kind_of_source(item.text, table, lexicon)) for item in listed]
            last = max((n for n, (_, concept) in enumerate(known) if concept), default=-1)
            for item, _ in known[last + 1 :] if last >= 0 else ():
                if len(item.text.split()) > SHORT_DATA or not table.has("data_other", item.text):
                    break
                last += 1
            chosen = [(item, concept) for item, concept in known[: last + 1] if len(item.text.split()) <= LONGEST_DATA]
            if chosen:
                return [Draft(item.text, sentence.evidence(), concept) for item, concept in chosen], chosen[-1][0].end
    return [], at


def _kind_of_source(text: str, table: Patterns, lexicon: Lexicon) -> str | None:
    """The kind of source that words name, or the technique that a list has among its sources; ways of choosing and checking are none."""
    concept = lexicon.first(text, table.tag, "data", "technique")
    return None if concept is not None and (concept.endswith("-sampling") or concept == "triangulation") else concept


def _with_sample(drafts: list[Draft], sentence: Sentence, table: Patterns) -> list[Draft]:
    """`drafts`, and who or what was studied, by number ("187 students"), unless one of them says so."""
    for hit in table.single["sample"].finditer(sentence.text) if sentence.role == "method" else ():
        if not any(hit["rest"] in draft.text for draft in drafts):
            return [*drafts, Draft(hit["rest"], sentence.evidence(*hit.span("rest")), "sample")]
    return drafts


def _list_start(text: str, start: int, table: Patterns, lexicon: Lexicon) -> int:
    """The beginning of a list whose first items stand before what gave it away ("observation, documents and interviews with …")."""
    for hit in lexicon.find(text, table.tag, "data"):
        between = text[hit.end : start]
        if (
            hit.end <= start
            and len(between.split()) <= SHORT_DATA
            and table.single["joints"].search(between)
            and not set(";:.") & set(between)
        ):
            return hit.start
    return start


def _unlisted(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    """Sources that a sentence on method names without any introduction ("A survey of 60 residents and interviews …")."""
    hits = [hit for hit in lexicon.find(sentence.text, table.tag, "data") if hit.value.id in UNMISTAKABLE]
    if not hits:
        return
    for item in items(sentence.text, hits[0].start, len(sentence.text), table, "data_head", "data_end"):
        item = _trimmed(item, table, lexicon)
        hits = [hit for hit in lexicon.find(item.text, table.tag) if "data" in hit.value.kinds]
        if hits and len(item.text.split()) <= LONGEST_DATA:
            yield Draft(item.text, sentence.evidence(), hits[0].value.id)


def _details_joined(listed: list[Item], text: str, table: Patterns, lexicon: Lexicon) -> list[Item]:
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
        out.append(item if inside else _trimmed(item, table, lexicon))
    return out


def _trimmed(item: Item, table: Patterns, lexicon: Lexicon) -> Item:
    """An item without the clause behind it, and without words before its source where a list was cut in the middle of a phrase."""
    text = table.single["data_tail"].sub("", item.text)
    lead = _LEAD.match(text)
    behind = lead is not None and lexicon.first(text[lead.end() :], table.tag, "data", "technique") is not None
    cut = lead.end() if lead is not None and behind else 0
    return Item(item.start + cut, item.start + len(text), text[cut:])


ATTRIBUTE = Attribute("data", extract, place=40)
