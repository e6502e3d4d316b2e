"""Approach and techniques: qualitative, descriptive, case study, regression …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.shapes import fits, found, shape
from litreview.languages import language
from litreview.record import Aspects, Statement, Study

_OF_ITS_OWN = re.compile(r"[A-Z]|\w-\w")
"""What shows that a name of a test is one: a capital, a hyphen."""
KINDS = ("approach", "technique")
_BEFORE = 8
"""Characters before a name in which it may be denied ("non-", "not ")."""
ANY_TEST = "statistical-analysis"
"""What a test is called that has a name as well ("uji statistik kendall tau"): it counts only where none has."""


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """The approaches and techniques that sentences name as the study's own: by a word of doing, a word such as "design", a heading.

    A sentence may be for something else as well: the aim ("Following a design science approach, we …"), a result ("Logistic regression
    showed …"). What no table knows counts where its name says that it is an analysis, a test, a sampling …
    """
    listed = {statement.concept for statement in so_far.data if statement.concept}
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        if patterns(tag) is not None:
            own = [d for s in reading.of(tag) for d in _drafts(s, reading.lexicon) if d.concept is None or d.concept not in listed]
            drafts[tag] = [d for d in own if d.concept != ANY_TEST or all(other.concept in (ANY_TEST, None) for other in own)]
    return joined(drafts)


def _drafts(sentence: Sentence, lexicon: Lexicon) -> Iterator[Draft]:
    seen, tag = sentence.shape(), sentence.language
    if fits(seen, tag, "others") or fits(seen, tag, "advice"):
        return
    hits = sorted((hit for kind in KINDS for hit in lexicon.find(seen.text, tag, kind)), key=lambda hit: hit.start)
    taken = [(hit.start, hit.end) for hit in hits]
    told = [_is_own(sentence, hit.start, hit.end) for hit in hits]
    for n, hit in enumerate(hits):
        near = seen.around(hit.start, hit.end)
        if told[n] or (n and told[n - 1] and _listed_with(sentence, hits[n - 1].end, hit.start) and not fits(near, tag, "approach_not")):
            told[n] = True
            yield Draft(seen.text[hit.start : hit.end], sentence.evidence(), hit.value.id)
    yield from _sharing(sentence, taken, lexicon)
    yield from _unknown(sentence, taken)


def _is_own(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name of an approach that stands at `start` to `end` of the sentence's shape is told as the study's own."""
    seen, tag = sentence.shape(), sentence.language
    near = seen.around(start, end)
    if fits(shape(seen.text[max(0, start - _BEFORE) : start], tag), tag, "approach_denied"):
        return False
    if sentence.role == "aim" and not fits(near, tag, "approach_used"):
        return False
    if sentence.role == "background" and not fits(seen, tag, "finding_ours") and not fits(near, tag, "approach_background"):
        return False
    signs = "approach_word" if _describes(seen.text[start:end], tag) else "approach_own"
    return ((sentence.role == "method" and sentence.stated) or fits(near, tag, signs)) and not fits(near, tag, "approach_not")


def _listed_with(sentence: Sentence, end: int, start: int) -> bool:
    """Whether nothing but a joint of a list stands between an approach of the study's own, and its bracket, and the next."""
    return fits(shape(sentence.shape().text[end:start], sentence.language), sentence.language, "approach_joint")


@cache
def _adjectives(tag: str) -> re.Pattern[str]:
    spoken = language(tag)
    return re.compile("|".join(f"(?:{spoken.regex(pattern)})" for pattern in spoken.section("forms")["adjectives"]), re.IGNORECASE)


def _describes(words: str, tag: str) -> bool:
    return bool(_adjectives(tag.split("-")[0]).fullmatch(words))


def _sharing(sentence: Sentence, taken: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[Draft]:
    """Approaches in a list that names the word for it once ("a statutory, conceptual and case approach")."""
    listed, alone = _shared(sentence.language.split("-")[0])
    for match in listed.finditer(sentence.text, sentence.heading) if sentence.role == "method" else ():
        at = match.start("list")
        for word in re.finditer(r"[^\s,][^,]*?(?=,|\s+\S+\s*$|$)|\S+$", match["list"]):
            start, end = at + word.start() - sentence.heading, at + word.end() - sentence.heading
            concept = lexicon.first(alone.format(word.group()), sentence.language, *KINDS)
            if concept is not None and not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                yield Draft(word.group(), sentence.evidence(), concept)


@cache
def _shared(tag: str) -> tuple[re.Pattern[str], str]:
    spoken = language(tag)
    told = spoken.section("anchors")["shared"]
    return re.compile(spoken.regex(told["list"]), re.IGNORECASE), str(told["alone"])


def _unknown(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Draft]:
    """Names of methods that no table knows."""
    seen, tag = sentence.shape(), sentence.language
    if sentence.role == "background":
        return
    for _, match in found(seen, tag, "approach_named"):
        start, end = seen.place(*match.span("rest"))
        if (
            seen.text[start] == "("
            or any(a < end and start < b for a, b in taken)
            or fits(shape(seen.text[start:end], tag), tag, "approach_empty")
        ):
            continue
        if fits(shape(seen.text[start:end], tag), tag, "approach_doubtful") and not _OF_ITS_OWN.search(seen.text[start:end]):
            continue
        taken.append((start, end))
        yield Draft(seen.text[start:end], sentence.evidence())


ATTRIBUTE = Attribute("method", extract, place=50)
