"""How the case studied went: success, failure, mixed, or not assessed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.lists import clean_end
from litreview.analysis.merge import Draft, single
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.scope import Clause, about_undertaking, clauses
from litreview.record import Aspects, Statement, Study


@attrs.frozen
class _Verdict:
    good: bool
    bad: bool
    sentence: Sentence
    clause: Clause


def extract(reading: Reading, study: Study, so_far: Aspects) -> Statement | None:
    """The outcome by the study's own words: of result sentences, else of background clauses that name all its own parties.

    What is said in general, or of one party elsewhere, is nobody's outcome here. A study that asks for reasons and assesses nothing has
    the outcome "not-assessed", marked inferred. A study that is about no cooperation, programme or policy has none.
    """
    if not about_undertaking(study, so_far):
        return None
    drafts: dict[str, Draft] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is not None:
            verdicts = list(_verdicts(reading.of(tag, "result"), so_far, table, reading.lexicon, own_only=False))
            verdicts = verdicts or list(_verdicts(reading.of(tag, "background", None), so_far, table, reading.lexicon, own_only=True))
            if verdicts:
                drafts[tag] = _draft(verdicts)
    outcome = single(drafts)
    if outcome is not None:
        concepts = {d.concept for d in drafts.values()}
        return outcome if len(concepts) == 1 else attrs.evolve(outcome, concept="mixed" if "mixed" in concepts else None)
    asked = so_far.aim or so_far.question
    if asked is not None and asked.concept == "motives":
        return Statement(asked.text, "not-assessed", asked.evidence, inferred=True)
    return None


def _verdicts(sentences: tuple[Sentence, ...], so_far: Aspects, table: Patterns, lexicon: Lexicon, own_only: bool) -> Iterator[_Verdict]:
    for sentence in sentences:
        for clause in clauses(sentence, so_far.partners, table, lexicon):
            if clause.general or (own_only and not clause.own):
                continue
            if not (clause.own or so_far.partners or table.has("judged", sentence.text)):
                continue
            partial = table.has("partial", clause.text)
            rest = table.single["partial"].sub(" ", clause.text)
            bad = table.has("failure", rest)
            good = _success_reached(table, table.single["failure"].sub(" ", rest))
            if good or bad or partial:
                yield _Verdict(good or partial, bad or partial, sentence, clause)


def _success_reached(table: Patterns, text: str) -> bool:
    """Whether a clause tells of success as something that is, not as something aimed at ("to make it effective")."""
    return any(not table.has("purpose", text[: hit.start()]) for hit in table.single["success"].finditer(text))


def _draft(verdicts: list[_Verdict]) -> Draft:
    good, bad = any(v.good for v in verdicts), any(v.bad for v in verdicts)
    concept = "mixed" if good and bad else "success" if good else "failure"
    first = verdicts[0]
    last = [v for v in verdicts if v.sentence is first.sentence][-1]
    place = patterns(first.sentence.language)
    cut = place.cut("finding", first.sentence.text) if place is not None and first.sentence.role == "result" else None
    start = max(cut[0] if cut else first.sentence.heading, first.clause.start)
    text = clean_end(first.sentence.text[start : last.clause.end])
    return Draft(text, first.sentence.evidence(start, start + len(text)), concept)


ATTRIBUTE = Attribute("outcome", extract, place=110)
