"""What an abstract says a concept is: the words that follow the concept's name and "is a", "refers to", "adalah" …

Only these are ever printed as a description of a concept; where an abstract has none there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from litreview.analysis.sentences import split_sentences
from litreview.analysis.thresholds import SHORTEST_DESCRIPTION
from litreview.concepts import find
from litreview.concepts.terms import Terms
from litreview.languages import language, tags
from litreview.record import Concept, Evidence, LangText, Statement, Study


@attrs.frozen(eq=False)
class _Cues:
    behind: re.Pattern[str]
    """What follows the name of a concept that is described."""
    treated: re.Pattern[str]
    """A verb in front of the name, which then goes on with `behind_treated`."""
    behind_treated: re.Pattern[str]


def definition(study: Study, statement: Statement, concepts: tuple[Concept, ...] = ()) -> Statement | None:
    """What the abstracts of `study` say the concept of `statement` is, by language, from its name to the end of the sentence.

    The words are the abstract's own and carry their place as evidence; None where no abstract describes the concept. `concepts` are
    known beside ours.

    >>> abstract = LangText({"en": "It uses soft power. Soft power is the ability to attract others. Two cities are compared."})
    >>> found = definition(Study("a", abstract=abstract), Statement(LangText({"en": "soft power"}), "soft-power"))
    >>> found.text["en"], found.evidence[0].start
    ('Soft power is the ability to attract others', 20)
    """
    words: dict[str, str] = {}
    evidence: list[Evidence] = []
    for tag, abstract in study.abstract.items():
        cues = _cues(tag)
        found = _described(abstract, tag, statement, cues, concepts) if cues else None
        if found:
            start, end = found
            words[tag] = abstract[start:end]
            evidence.append(Evidence("abstract", tag, abstract[start:end], start, end))
    return Statement(LangText(words), statement.concept, tuple(evidence)) if words else None


def _described(abstract: str, tag: str, statement: Statement, cues: _Cues, concepts: tuple[Concept, ...]) -> tuple[int, int] | None:
    for stretch in split_sentences(abstract, tag):
        sentence = abstract[stretch.start : stretch.end]
        for start, end in _named(sentence, tag, statement, concepts):
            told = cues.behind.match(sentence, end) or (
                cues.behind_treated.match(sentence, end) if cues.treated.search(sentence, 0, start) else None
            )
            kept = sentence[start:].rstrip(" .;,\n\t")
            if told and len(kept.split()) >= SHORTEST_DESCRIPTION:
                return stretch.start + start, stretch.start + start + len(kept)
    return None


def _named(sentence: str, tag: str, statement: Statement, concepts: tuple[Concept, ...]) -> Iterator[tuple[int, int]]:
    """Where the concept stands in `sentence`: by any of its terms, or by the words of the statement where it is no known one."""
    if statement.concept:
        yield from ((hit.start, hit.end) for hit in find(sentence, tag, extra=concepts) if hit.value.id == statement.concept)
    elif words := statement.text.only(tag):
        yield from ((hit.start, hit.end) for hit in Terms.of([(words, words)], tag.split("-")[0]).find(sentence))


@cache
def _cues(tag: str) -> _Cues | None:
    bare = tag.split("-")[0]
    if bare not in tags():
        return None
    spoken = language(bare)
    section = spoken.section("definitions")
    behind, treated, goes_on = (re.compile(spoken.regex(section[name]), re.IGNORECASE) for name in ("behind", "treated", "behind_treated"))
    return _Cues(behind, treated, goes_on)
