"""The theories and concepts a study works with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.thresholds import LONGEST_FRAMEWORK, NAME_OF_A_THEORY
from litreview.languages import detect
from litreview.record import Aspects, Statement, Study

_INFLECTED = re.compile(
    r"(?:ed|ing|ly|the|an?|its?|their|this|these|those|yang|ini|itu)$|^(?:to|explor|analy|examin|explain|understand|men|meng|mem)", re.I
)
_THEORY = re.compile(r"\b(?:theory|teori|model|framework|view)\b", re.IGNORECASE)
"""A name of a theory that says so needs no introduction."""
_JOINING = re.compile(r"\b(?:with|by|into|that|which|while|from|dengan|untuk|oleh|yang|dari|agar)\b", re.IGNORECASE)
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
    places = [(match.start("list"), match.end("list")) for p in table.lists["framework"] if (match := p.search(sentence.text))]
    for start, end in places:
        cut = items(sentence.text, start, end, table, "framework_head", "framework_end")
        listed = list(_names_joined(list(cut), sentence.text, table, lexicon))
        drafts = list(_named_frameworks(listed, sentence, table, lexicon))
        if drafts:
            yield from drafts
            return
    for hit in lexicon.find(sentence.text, table.tag, "framework") if sentence.role in ("framework", "method") else ():
        text = sentence.text[hit.start : hit.end]
        if _THEORY.search(text):
            yield Draft(text, sentence.evidence(hit.start, hit.end), hit.value.id)


def _names_joined(listed: list[Item], text: str, table: Patterns, lexicon: Lexicon) -> Iterator[Item]:
    """The items, those that are only pieces of the name of a theory put together ("theory of acceptance", "use of technology")."""
    hits = lexicon.find(text, table.tag, "framework")
    last: tuple[int, int] | None = None
    for item in listed:
        hit = next((h for h in hits if h.start < item.end and item.start < h.end), None)
        if hit is None or item.start <= hit.start < hit.end <= item.end:
            yield item
        elif (hit.start, hit.end) != last:
            last = (hit.start, hit.end)
            end = max(hit.end, item.end) if text[hit.end : item.end].lstrip().startswith("(") else hit.end
            yield Item(hit.start, end, text[hit.start : end], item.introduced)


def _named_frameworks(listed: list[Item], sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    """Items that are a known concept, or short words of a list that "theory" or "concept" introduces; persons' names are neither.

    What no table knows counts only as the name of a theory: few words, no number, no source of data and no method.
    """
    for number, item in enumerate(listed):
        if table.has("framework_breaks", item.text):
            return
        text = table.single["framework_tail"].sub("", item.text).strip()
        concept = _concept(text, table.tag, lexicon)
        introduced = number == 0 or item.introduced or text != item.text or any(i.introduced for i in listed[:1])
        person = number and concept is None and _NAME.match(text)
        if not text or person or len(text.split()) > LONGEST_FRAMEWORK or (concept is None and detect.stop_share(text) == 1):
            continue
        if concept is not None:
            hit = lexicon.find(text, table.tag, "framework")[0]
            yield Draft(text if hit.start == 0 else text[hit.start : hit.end], sentence.evidence(), concept)
        elif sentence.role == "framework" and introduced and _nameable(text, table, lexicon):
            yield Draft(text, sentence.evidence(), None)
        elif number == 0:
            return


def _nameable(text: str, table: Patterns, lexicon: Lexicon) -> bool:
    """Whether words that no table knows can name a theory."""
    words = text.split()
    if len(words) > NAME_OF_A_THEORY or _JOINING.search(text) or any(c.isdigit() for c in text) or sum(c.isalpha() for c in text) < 4:
        return False
    return lexicon.first(text, table.tag, "data", "technique", "approach") is None and not _INFLECTED.search(words[0])


def _concept(text: str, tag: str, lexicon: Lexicon) -> str | None:
    hits = lexicon.find(text, tag, "framework")
    return hits[0].value.id if hits else None


ATTRIBUTE = Attribute("framework", extract, place=60)
