"""Where a study has its data from: interviews, documents, literature …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import Item, items
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.shapes import fits, found, shape
from litreview.analysis.thresholds import LISTS_OF_DATA, LONGEST_DATA, LONGEST_SOURCE, SHORT_DATA
from litreview.concepts import concepts
from litreview.languages import detect
from litreview.languages.marks import any_mark
from litreview.record import Aspects, Statement, Study

_PLACE_AT_THE_END = re.compile(r"(?<!\s)\s+[a-z]+(?:\s+[A-Z]\w+)+$")
"""A word such as "in" and a name, at the end of a source."""
SAMPLE = "sample"
"""Those who were asked: they are told as the sample."""
OBJECTS = frozenset(
    "literature document notes journal book newspaper magazine internet news law-text secondary-legal-materials tertiary-legal-materials "
    "financial-statements annual-reports court-decisions fatwas utterances speeches white-papers observation statistics "
    "social-media-data proceedings bibliographic-database scopus web-of-science google-scholar pubmed sciencedirect religious-texts "
    "quran-verses hadith-collections tafsir-books classical-islamic-books manuscripts literary-works novels short-stories poems "
    "drama-scripts folktales advertisements archive policy-documents treaties sustainability-reports budget-reports stock-prices reports "
    "medical-records school-records administrative-data court-and-police-records official-statistics census household-survey-data "
    "international-statistics international-surveys dataset big-data letters test anthropometry blood-sample measurements "
    "physiological-data eye-tracking brain-data tweets user-reviews films television-programmes videos photographs songs comics memes "
    "cartoons maps satellite-images corpus student-work patents artefacts testimony quantitative-data qualitative-data checklist".split()
)
"""Sources that may as well be what a study is about: they count only beside words of gathering and reading."""


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """The sources that sentences name as collected or read by the study: the items of lists that introduce data, then single ones.

    An item of a list counts if it names a known kind of source, or stands in a list in which another does. A single source counts in any
    sentence in which words of collecting, asking or reading stand beside it; so do counted things ("421 advertisements were analysed").
    """
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            drafts[tag] = [d for s in reading.of(tag) for d in _drafts(s, table, reading.lexicon)]
    return joined(drafts)


def _drafts(sentence: Sentence, table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    seen, tag = sentence.shape(), sentence.language
    if fits(seen, tag, "others") or fits(seen, tag, "advice"):
        return
    at, taken = 0, list[tuple[int, int]]()
    if sentence.role not in ("background", "result"):
        for _ in range(LISTS_OF_DATA):
            drafts, start, at = _first_list(sentence, at, table, lexicon)
            yield from drafts
            if not drafts:
                break
            taken.append((start - sentence.heading, at - sentence.heading))
    if sentence.role != "background" or fits(seen, tag, "finding_ours") or fits(seen, tag, "data_doing"):
        yield from _single(sentence, taken, table, lexicon)


def _single(sentence: Sentence, taken: list[tuple[int, int]], table: Patterns, lexicon: Lexicon) -> Iterator[Draft]:
    """Sources that no list introduces; `taken` are the stretches that lists take up, and then those of the sources named here."""
    seen, tag = sentence.shape(), sentence.language

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in taken)

    yield from _by_name(sentence, "data_titled", taken, lexicon)
    for hit in lexicon.find(seen.text, tag, "data"):
        near = seen.around(hit.start, hit.end)
        instrument = hit.value.id not in OBJECTS
        own = fits(near, tag, "data_own" if instrument or sentence.role == "method" else "data_read")
        if hit.value.id == SAMPLE or not free(hit.start, hit.end) or fits(near, tag, "data_not"):
            continue
        if own or (instrument and sentence.role == "method"):
            end = _end_of_source(sentence, hit.start, hit.end, table, lexicon)
            taken.append((hit.start, end))
            yield Draft(seen.text[hit.start : end], sentence.evidence(), hit.value.id)
    yield from _by_name(sentence, "data_named", taken, lexicon)


def _by_name(sentence: Sentence, rules: str, taken: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[Draft]:
    """Sources by a frame in which only data can stand, but for stretches `taken`."""
    seen, tag = sentence.shape(), sentence.language
    for _, match in found(seen, tag, rules):
        first, last = match.span("rest")
        while last < len(seen.spans) and seen.text[seen.spans[last - 1][0]].isupper() and seen.text[seen.spans[last][0]].isupper():
            last += 1  # a name goes on with words that rules list
        start, end = seen.place(first, last)
        words = seen.text[start:end]
        if not any(a < end and start < b for a, b in taken) and not fits(shape(words, tag), tag, "data_empty"):
            taken.append((start, end))
            yield Draft(words, sentence.evidence(sentence.heading + start, sentence.heading + end), lexicon.first(words, tag, "data"))


def _end_of_source(sentence: Sentence, start: int, end: int, table: Patterns, lexicon: Lexicon) -> int:
    """Where a source ends with those who were asked, or what was read ("interviews with six members"); in a result with its own words."""
    near = sentence.shape().around(start, end)
    if sentence.role == "result" or not fits(near, sentence.language, "data_goes_on"):
        return end
    item = next(items(sentence.text, sentence.heading + start, len(sentence.text), table, "data_head", "data_end"), None)
    if item is None or item.start != sentence.heading + start:
        return end
    last = _before_more_places(sentence.text, item.start, _trimmed(item, table, lexicon).end) - sentence.heading
    return last if last > end and len(sentence.text[item.start : last].split()) <= LONGEST_SOURCE else end


def _before_more_places(text: str, start: int, end: int) -> int:
    """Where a source ends before the first of several places ("surveys of 30 nurses in Oslo, Riga and Turin"): one alone would be wrong."""
    several = re.match(r"\s*,\s+(?:\w+\s+)?[A-Z]", text[end:])
    place = _PLACE_AT_THE_END.search(text, start, end) if several else None
    return place.start() if place else end


def _first_list(sentence: Sentence, at: int, table: Patterns, lexicon: Lexicon) -> tuple[list[Draft], int, int]:
    """The sources of the first list behind `at` that names any, with its start and end; nothing and `at` where there is none."""
    for pattern in table.fitting("data", sentence.text):
        for match in pattern.finditer(sentence.text, at):
            start, end = match.span("list")
            start = max(at, _list_start(sentence.text, start, table, lexicon))
            within = list(items(sentence.text, start, end, table, "data_head", "data_end"))
            listed = _details_joined(_before_a_clause(within, table, lexicon), sentence.text, table, lexicon)
            known = [(item, _kind_of_source(item.text, table, lexicon)) for item in listed]
            last = max((n for n, (_, concept) in enumerate(known) if concept), default=-1)
            for item, _ in known[last + 1 :] if last >= 0 else ():
                if len(item.text.split()) > SHORT_DATA or not table.has("data_other", item.text):
                    break
                last += 1
            known = list(_before_a_relative_clause(known, table.tag))
            last = min(last, len(known) - 1)
            chosen = [
                (item, concept)
                for item, concept in known[: last + 1]
                if len(item.text.split()) <= LONGEST_DATA
                and concept != SAMPLE
                and (concept or _can_be_source(item.text, sentence.language))
            ]
            while chosen and chosen[0][1] is not None and chosen[0][1] not in _sources(lexicon):
                chosen = chosen[1:]  # a technique before the sources is how they are read
            theories = any(
                fits(shape(item.text, sentence.language), sentence.language, "framework_says") for item, c in chosen if c is None
            )
            if not theories and any(concept in _sources(lexicon) for _, concept in chosen):
                return [Draft(item.text, sentence.evidence(), concept) for item, concept in chosen], chosen[0][0].start, chosen[-1][0].end
    return [], at, at


def _before_a_clause(listed: list[Item], table: Patterns, lexicon: Lexicon) -> list[Item]:
    """The items before a technique that begins a clause of its own ("…, and path analysis was used to test it")."""

    def goes_on(item: Item) -> bool:
        concept = _kind_of_source(item.text, table, lexicon)
        technique = concept is not None and concept not in _sources(lexicon)
        return technique and fits(shape(item.text, table.tag), table.tag, "data_predicate")

    return listed[: next((n for n, item in enumerate(listed) if n and goes_on(item)), len(listed))]


def _before_a_relative_clause(known: list[tuple[Item, str | None]], tag: str) -> Iterator[tuple[Item, str | None]]:
    """The items before one that only goes on about the one before it (", which led to 30 testimonies")."""
    return takewhile(lambda pair: not fits(shape(pair[0].text, tag), tag, "data_relative"), known)


def _can_be_source(text: str, tag: str) -> bool:
    """Whether words that no table knows, in a list of sources, can be one."""
    none = ("data_adjective", "data_clause", "data_persons", "data_empty")
    return detect.stop_share(text) < 1 and not any(fits(shape(text, tag), tag, rules) for rules in none)


@lru_cache(maxsize=4)
def _sources(lexicon: Lexicon) -> frozenset[str]:
    """The concepts that are sources of data; a technique counts among them only in a list with one."""
    return frozenset(c.id for c in concepts(lexicon.concepts) if "data" in c.kinds)


def _kind_of_source(text: str, table: Patterns, lexicon: Lexicon) -> str | None:
    """The kind of source that words name, or the technique that a list has among its sources; ways of choosing and checking are none."""
    concept = lexicon.first(text, table.tag, "data", "technique")
    return None if concept is not None and (concept.endswith("-sampling") or concept == "triangulation") else concept


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


def _details_joined(listed: list[Item], text: str, table: Patterns, lexicon: Lexicon) -> list[Item]:
    """Items that only spell out the one before ("secondary data in the form of books, journals") become part of it."""
    out: list[Item] = []
    inside = False
    asked = False
    for item in listed:
        if (asked and _names_persons(item.text, table, lexicon)) or (inside and out):
            out[-1] = Item(out[-1].start, item.end, text[out[-1].start : item.end])
            continue
        nested = table.single["data_nested"].search(item.text)
        head = lexicon.first(item.text[: nested.start()], table.tag, "data") if nested else None
        inside = head in ("secondary-data", "primary-data")
        asked = _is_asking(item.text, table, lexicon)
        out.append(item if inside else _trimmed(item, table, lexicon))
    return out


def _is_asking(text: str, table: Patterns, lexicon: Lexicon) -> bool:
    """Whether a source is a way of asking that goes on with who was asked ("interviews with teachers")."""
    hit = next(iter(lexicon.find(text, table.tag, "data")), None)
    return (
        hit is not None
        and hit.value.id not in OBJECTS
        and fits(shape(text, table.tag).around(hit.start, hit.end), table.tag, "data_goes_on")
    )


def _names_persons(text: str, table: Patterns, lexicon: Lexicon) -> bool:
    """Whether an item names no source but more of those who were asked."""
    return _kind_of_source(text, table, lexicon) is None and fits(shape(text, table.tag), table.tag, "data_persons")


def _trimmed(item: Item, table: Patterns, lexicon: Lexicon) -> Item:
    """An item without the clause behind it, and without words before its source where a list was cut in the middle of a phrase."""
    text = table.single["data_tail"].sub("", item.text)
    lead = _lead().match(text)
    behind = lead is not None and lexicon.first(text[lead.end() :], table.tag, "data", "technique") is not None
    cut = lead.end() if lead is not None and behind else 0
    return Item(item.start + cut, item.start + len(text), text[cut:])


@cache
def _lead() -> re.Pattern[str]:
    """Words before the source of data that an item names, where a list was cut in the middle of a phrase."""
    return re.compile(rf".{{1,60}}?\b{any_mark('by_means')}\s+(?:{any_mark('article')}\s+)?")


ATTRIBUTE = Attribute("data", extract, place=40)
