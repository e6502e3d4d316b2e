"""The theories and concepts a study works with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.shapes import fits, found, shape
from litreview.analysis.thresholds import LONGEST_FRAMEWORK, NAME_OF_A_THEORY
from litreview.languages import detect
from litreview.languages.marks import any_mark
from litreview.record import Aspects, Evidence, Statement, Study

_NAME = re.compile(r"(?:[A-Z]\.\s?)*[A-Z][\w’'.-]+(?:\s(?:[A-Z]\.\s?)*[A-Z][\w’'-]+){0,2}$")
_OF_ITS_OWN = re.compile(r"[A-Z]")


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """The theories that sentences name as those the study works with: known ones beside a word of using or framing, whatever the sentence
    is otherwise for, and others by an open pattern ("grounded in X theory", "the lens of X"); sentences on theory list them as well."""
    method = {statement.concept for statement in (*so_far.method, *so_far.data)}
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = [
                d for s in reading.of(tag) for d in _drafts(s, table, reading.lexicon) if d.concept is None or d.concept not in method
            ]
    return joined({tag: list(_longest(listed)) for tag, listed in drafts.items()})


def _longest(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts without those whose words are a part of another's, and without names that overlap a known one."""
    known = [draft.evidence for draft in drafts if draft.concept is not None]
    for draft in drafts:
        if draft.concept is None and any(_overlap(draft.evidence, one) for one in known):
            continue
        low = draft.text.casefold()
        if not any(
            low in other.text.casefold() and low != other.text.casefold()
            for other in drafts
            if draft.concept is None or other.concept == draft.concept
        ):
            yield draft


def _overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces of one abstract overlap, of which the second is no whole sentence."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end and other.end - other.start <= one.end - one.start


def _drafts(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    seen, tag = sentence.shape(), sentence.language
    if any(fits(seen, tag, rules) for rules in ("others", "advice", "framework_aside")):
        return
    opening = _opening(sentence)
    if opening is not None:
        yield from _listed(opening, table, lexicon)
    if sentence.role == "result" and not sentence.stated and sentence.score >= 4:
        yield from _named(opening, [], lexicon, told=True) if opening is not None else ()
        return
    if sentence.role == "framework" and (fits(seen, tag, "framework_told") or fits(seen, tag, "finding_ours")):
        yield from _listed(sentence if opening is None else opening, table, lexicon)
    taken: list[tuple[int, int]] = []
    for hit in lexicon.find(seen.text, tag, "framework"):
        near = seen.around(hit.start, hit.end)
        outright = fits(shape(seen.text[hit.start : hit.end], tag), tag, "framework_says") or fits(near, tag, "framework_beside")
        taken.append((hit.start, hit.end))
        if (outright or "topic" not in hit.value.kinds) and fits(near, tag, "framework_own") and not fits(near, tag, "framework_not"):
            yield Draft(
                seen.text[hit.start : hit.end], sentence.evidence(sentence.heading + hit.start, sentence.heading + hit.end), hit.value.id
            )
    told = sentence.role == "method" or (sentence.role == "framework" and fits(seen, tag, "framework_told"))
    yield from _named(sentence, taken, lexicon, told or (sentence.role != "background" and fits(seen, tag, "finding_ours")))


def _opening(sentence: Sentence) -> Sentence | None:
    """What stands before the clause in which a study does or finds something ("Through the lens of X, the study shows …")."""
    match = next((match for _, match in found(sentence.shape(), sentence.language, "framework_opening")), None)
    if match is None:
        return None
    end = sentence.place(*match.span("rest"))[0]
    return attrs.evolve(sentence, end=sentence.start + end, text=sentence.text[:end].rstrip(" ,"), role="framework")


def _named(sentence: Sentence, taken: list[tuple[int, int]], lexicon: Lexicon, told: bool) -> Iterator[Draft]:
    """Theories that no table knows, by their frame; those named by who made them where the sentence is not `told` as the study's own."""
    seen, tag = sentence.shape(), sentence.language
    matches = [
        (rules == "framework_strong", match) for rules in ("framework_strong", "framework_named") for _, match in found(seen, tag, rules)
    ]
    for strong, match in matches:
        start, end = seen.place(*match.span("rest"))
        name = seen.text[start:end].strip(" ,;:\"“”'‘’")
        start = seen.text.index(name, start)
        end = start + len(name)
        itself = shape(name, tag)
        if any(a < end and start < b for a, b in taken) or fits(itself, tag, "framework_empty"):
            continue
        if not (fits(itself, tag, "framework_author") or (told and _nameable(name, tag, lexicon))):
            continue
        doubtful = fits(itself, tag, "framework_doubtful") and not (strong and len(itself.codes) > 2)
        if doubtful and not _OF_ITS_OWN.search(name[start == 0 :]):
            continue
        if fits(itself, tag, "framework_concept") and not fits(seen, tag, "finding_ours"):
            continue
        alone = len(itself.codes) == 1 and not name.isupper() and not fits(itself, tag, "framework_school")
        if alone or (_NAME.fullmatch(name) and not fits(itself, tag, "framework_says") and not name.isupper()):
            continue
        taken.append((start, end))
        yield Draft(name, sentence.evidence(sentence.heading + start, sentence.heading + end), None)


def _listed(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    """The items of the first list of theories in a sentence on theory."""
    matches = (pattern.search(sentence.text) for pattern in table.fitting("framework", sentence.text))
    places = [match.span("list") for match in matches if match]
    for start, end in places:
        cut = items(sentence.text, start, end, table, "framework_head", "framework_end")
        listed = list(_names_joined(list(cut), sentence.text, table, lexicon))
        drafts = list(_named_frameworks(listed, sentence, table, lexicon))
        if drafts:
            yield from drafts
            return


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
    cut = False
    for number, item in enumerate(listed):
        if table.has("framework_breaks", item.text) or (cut and not item.introduced):
            return  # within a clause ("a theory that explains X and Y")
        text = table.single["framework_tail"].sub("", item.text).strip()
        cut = cut or text != item.text.strip()
        hit = next(iter(lexicon.find(text, table.tag, "framework")), None)
        if hit is None and (hit := next(iter(lexicon.find(item.text, table.tag, "framework")), None)) is not None:
            text = item.text  # the name ends in the very word that a tail begins with
        if hit is not None and text == item.text and _only_named(sentence, item.start + hit.start, item.start + hit.end):
            continue
        introduced = number == 0 or item.introduced or text != item.text or any(i.introduced for i in listed[:1])
        person = number and hit is None and _NAME.match(text)
        if not text or person or len(text.split()) > LONGEST_FRAMEWORK or (hit is None and detect.stop_share(text) == 1):
            continue
        if hit is not None:
            yield Draft(text if hit.start == 0 else text[hit.start : hit.end], sentence.evidence(), hit.value.id)
        elif introduced and _more_than_a_word(text, table.tag) and not _in_a_clause().search(text) and _nameable(text, table.tag, lexicon):
            if fits(shape(text, table.tag), table.tag, "framework_empty"):
                continue
            start = item.start + item.text.index(text)
            yield Draft(text, sentence.evidence(start, start + len(text)), None)
        elif number == 0:
            return


def _only_named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a theory at `start` to `end` of the sentence is only spoken of ("as studied in psychoanalysis"), and not worked with."""
    near = sentence.shape().around(start - sentence.heading, end - sentence.heading)
    return fits(near, sentence.language, "framework_not")


def _more_than_a_word(text: str, tag: str) -> bool:
    """Whether a name has several words, or is an acronym or the name of a school of thought."""
    return " " in text or text.isupper() or fits(shape(text, tag), tag, "framework_school")


def _nameable(text: str, tag: str, lexicon: Lexicon) -> bool:
    """Whether words that no table knows can name a theory."""
    words = text.split()
    if not words or len(words) > NAME_OF_A_THEORY + text.count("(") * 2 or sum(c.isalpha() for c in text) < 4:
        return False
    return lexicon.first(text, tag, "data", "technique", "approach") is None and not _no_name().search(words[0])


@cache
def _no_name() -> re.Pattern[str]:
    """A first word that no name of a theory has: one that points, a verb, or inflected as English inflects."""
    return re.compile(rf"{any_mark('inflected')}$|{any_mark('begins_no_name')}$|{any_mark('begins_a_verb')}", re.IGNORECASE)


@cache
def _in_a_clause() -> re.Pattern[str]:
    return re.compile(rf"\b{any_mark('in_a_clause')}\b", re.IGNORECASE)


ATTRIBUTE = Attribute("framework", extract, place=60)
