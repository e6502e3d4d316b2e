"""What a study found."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, joined, single
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.shapes import fits, found, shape
from litreview.analysis.thresholds import OUTRIGHT
from litreview.record import Aspects, Evidence, Statement, Study

_LED, _HEADED, _ROLE, _MEASURED, _CONTENT, _FOLLOWS, _LATE, _BACKGROUND = 4.0, 4.0, 1.0, 3.0, 2.0, 3.0, 1.0, -1.0
"""What speaks for a finding: words that lead to it, a heading, cues of a result, what it says, a finding before it, its place."""
_ENOUGH = 3.0
_FRAGMENT, _PIECE = 3, 10
"""Words up to which nothing is a sentence, and from which on one without a full stop is."""
_MARKS = " .:;,–—"
"""What a lead may leave in front of a clause."""
_DENIAL = 4
"""Words before a lead in which a "no" belongs to it."""
_OTHER_ROLES = ("aim", "method", "framework")


@attrs.frozen
class _Report:
    """What a sentence reports: from `start` of the sentence on, and how much speaks for it."""

    start: int
    weight: float


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """One finding for each sentence that reports a result, without its opening ("the results show that").

    A sentence reports by words that lead to a result, by a heading, or by what it says behind what the study did or another finding; its
    place alone makes no result, and an essay that only argues has none. Advice, implications, contribution, limits, announcements and
    what the authors did are none. Sentences that correspond in the two languages make one finding, two against one too. Left out are
    those that point back ("These …", "Hal ini …"): quoted alone, nobody could tell what they speak of.
    """
    reports = {s: r for tag in reading.languages() for s, r in _reports(reading, tag, so_far).items()}
    if reading.pairs:
        rows: list[tuple[tuple[Sentence, ...], ...]] = []
        rows += [pair for pair in reading.pairs if any(s in reports for side in pair for s in side)]
        paired = {s for pair in reading.pairs for side in pair for s in side}
        rows += [((s,),) for s in reading.sentences if s in reports and s not in paired]
        statements = [_statement(row, reports, study) for row in rows]
        return tuple(statement for statement in statements if statement is not None)
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        listed = [s for s in reading.of(tag) if s in reports]
        drafts[tag] = [draft for s in listed if (draft := _draft((s,), reports, study)) is not None]
    return joined(drafts)


def _doing_told(so_far: Aspects, tag: str) -> float:
    """From where on an abstract has said how its study was made: behind the first place that names method, data or sample."""
    return _first_end((*so_far.method, *so_far.data, *so_far.sample), tag)


def _aim_told(so_far: Aspects, tag: str) -> float:
    """From where on an abstract has said what its study is to do."""
    return _first_end((so_far.aim,) if so_far.aim is not None else (), tag)


def _first_end(values: Iterable[Statement], tag: str) -> float:
    places = (e.end for value in values for e in value.evidence if e.field == "abstract" and e.language == tag and e.end is not None)
    return min(places, default=math.inf)


def _looks_into(so_far: Aspects, tag: str) -> bool:
    """Whether the aim, as far as it is known, is to look into something, and not only to argue or to propose."""
    aim = so_far.aim.text.get(tag) if so_far.aim is not None else None
    return aim is None or fits(shape(aim, tag), tag, "aim_investigates")


def _reports(reading: Reading, tag: str, so_far: Aspects) -> Mapping[Sentence, _Report]:
    told, looked, aimed = _doing_told(so_far, tag), _looks_into(so_far, tag), _aim_told(so_far, tag)
    reports: dict[Sentence, _Report] = {}
    begun = following = done = False
    for sentence in reading.of(tag):
        begun = begun or sentence.start >= min(told, aimed)
        report = _report(sentence, begun, following, done or sentence.start >= (min(told, aimed) if looked else told), looked)
        following = report is not None and report.weight >= _ENOUGH
        if report is not None and following:
            reports[sentence] = report
        begun = begun or following or sentence.role in ("aim", "method", "framework")
        done = done or following or sentence.role == "method"
    return _without_proposals(reports, tag)


def _without_proposals(reports: dict[Sentence, _Report], tag: str) -> Mapping[Sentence, _Report]:
    """The reports without what is only put forward ("we propose that …") where a later sentence reports what was found."""
    proposed = [sentence for sentence in reports if fits(sentence.shape(), tag, "finding_proposed")]
    tested = max((s.start for s in reports if s not in proposed and _lead(s) is not None), default=-1) if proposed else -1
    return {sentence: report for sentence, report in reports.items() if sentence not in proposed or sentence.start > tested}


def _report(sentence: Sentence, begun: bool, following: bool, done: bool, looked: bool) -> _Report | None:
    """What a sentence reports, with its weight; None for one that is no finding whatever stands before it.

    `begun` says that the study has spoken of itself, `done` that it has told what it did, `looked` that its aim is to
    look into something, `following` that the sentence before reports.
    """
    seen, tag = sentence.shape(), sentence.language
    if patterns(tag) is None or _is_none(sentence):
        return None
    start = _lead(sentence)
    if start is None:
        if fits(seen, tag, "finding_unlike") or fits(seen, tag, "finding_not_so"):
            return None
        start = sentence.heading if fits(seen, tag, "finding_lead_bare") else None
        if start is None and fits(seen, tag, "finding_doer"):
            return None
    weight = _LED if start is not None else 0.0
    if not begun and not (sentence.stated or fits(seen, tag, "finding_ours")):
        return None
    measured = fits(seen, tag, "finding_measured")
    content = measured or fits(seen, tag, "finding_content")
    doing = sentence.role in _OTHER_ROLES and (sentence.stated or sentence.score >= OUTRIGHT or not content)
    if start is None and (doing or fits(seen, tag, "others")):
        return _Report(sentence.heading, 0.0)
    weight += _HEADED if sentence.stated and sentence.role == "result" else 0.0
    if begun:
        weight += _ROLE if sentence.role == "result" else _BACKGROUND if sentence.role == "background" and not following else 0.0
        weight += _MEASURED if measured else _CONTENT if content and (done or looked or following or start is not None) else 0.0
        weight += _FOLLOWS if following and _whole(sentence.text) else _LATE if done else 0.0
    return _Report(sentence.heading if start is None else start, weight)


def _whole(text: str) -> bool:
    """Whether a sentence is no piece of one that a page cut off."""
    if text.count(" ") < _FRAGMENT:
        return False
    return text.rstrip(' )”"’').endswith((".", "!", "?", ";")) or text.count(" ") >= _PIECE


def _lead(sentence: Sentence) -> int | None:
    """Where the clause begins that words such as "the results show that" lead to; with them where they deny it ("no evidence that")."""
    seen, tag = sentence.shape(), sentence.language
    for _, match in found(seen, tag, "finding_lead"):
        place = sentence.place(*match.span("rest"))[0]
        if match["rest"] and not fits(shape(sentence.text[place:].lstrip(_MARKS), tag), tag, "finding_headless"):
            denied = fits(seen, tag, "finding_denied", max(0, match.start() - _DENIAL), match.start("rest"))
            return sentence.heading if denied else place
    return None


def _is_none(sentence: Sentence) -> bool:
    """Whether a sentence is advice, an implication, a contribution, a limit or an announcement, whatever leads to it."""
    return (sentence.stated and sentence.role not in ("result", "aim")) or fits(sentence.shape(), sentence.language, "finding_never")


def _statement(row: tuple[tuple[Sentence, ...], ...], reports: Mapping[Sentence, _Report], study: Study) -> Statement | None:
    if any(patterns(s.language) is not None and s not in reports and _is_none(s) for side in row for s in side):
        return None
    sides = [reported for side in row if (reported := tuple(s for s in side if s in reports))]
    drafts = [_draft(side, reports, study) for side in sides]
    if any(draft is None for draft in drafts):
        return None
    return single({side[0].language: draft for side, draft in zip(sides, drafts, strict=True) if draft is not None})


def _draft(sentences: tuple[Sentence, ...], reports: Mapping[Sentence, _Report], study: Study) -> Draft | None:
    """What sentences that follow each other report, from behind the opening of the first; None where that is no finding."""
    first, last = sentences[0], sentences[-1]
    table = patterns(first.language)
    start = first.start + reports[first].start
    said = study.abstract[first.language][start : last.end]
    start += len(said) - len(said.lstrip(_MARKS))
    text = clean_end(study.abstract[first.language][start : last.end])
    if table is None or len(text.split()) < 2:
        return None
    begins = text.lstrip(_MARKS + "-")
    if table.has("points_back", begins) or (reports[first].start == first.heading and table.has("points_back_bare", begins)):
        return None
    opening = next((match for _, match in found(shape(text, first.language), first.language, "finding_turn")), None)
    if opening is not None:
        joined_by = shape(text, first.language).place(*opening.span("rest"))[0]
        text, start = text[joined_by:], start + joined_by
    return Draft(text, Evidence("abstract", first.language, text, start, start + len(text)))


ATTRIBUTE = Attribute("findings", extract, place=100)
