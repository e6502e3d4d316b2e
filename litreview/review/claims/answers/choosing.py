"""Which finding of a study answers its question: the one that is told where there is room for one."""

from __future__ import annotations

import re

import attrs

from litreview.analysis.sentences import clause_break
from litreview.concepts.terms import WORD, fold
from litreview.languages import language, tags
from litreview.languages.marks import marks
from litreview.record import Evidence, LangText, Statement, Study
from litreview.review.claims.answers.frames import frames
from litreview.review.claims.marked import brief_as_is, is_marked
from litreview.review.claims.values import statements
from litreview.review.thresholds import SHORTEST_CLAUSE

SHORTEST_WORD = 4
"""Letters of a word by which a finding is held against the aim."""


def chosen_finding(study: Study, most: int) -> Statement | None:
    """The finding of `study` that answers its aim, of at most `most` words: a longer one is cut at the end of a clause, with an ellipsis.

    One that takes up a sentence before it, or that tells how the study was made, comes last. None where the study states none.
    """
    findings = statements(study, "findings")
    if not findings:
        return None
    aim = _words_of(study)
    best = max(enumerate(findings), key=lambda pair: (*_worth(pair[1], aim, most), -pair[0]))[1]
    return shortened(best, most)


def _worth(statement: Statement, aim: frozenset[str], most: int) -> tuple[bool, bool, bool, bool, int, bool]:
    """What speaks for a finding: it was marked in the full text, it stands by itself, it need not be cut within a clause, it relates
    things, it speaks of what was asked, it gives a figure."""
    words = frozenset(fold(word, tag) for tag, text in statement.text.items() for word in WORD.findall(text))
    return (
        is_marked(statement),
        _stands_alone(statement),
        all(len(text.split()) <= most or _ends(text, most) for text in statement.text.values()),
        bool(frames(statement)),
        len(words & aim),
        any(re.search(r"\d", t) for t in statement.text.values()),
    )


def _stands_alone(statement: Statement) -> bool:
    openings = frozenset(word for tag in tags() for word in str(language(tag).section("tables")["follows_on"]).split())
    pointing = [[word] for word in marks("points_back_behind")]
    texts = [text.split() for text in statement.text.values()]
    return all(words[0].casefold().strip(",") not in openings and words[1:2] not in pointing for words in texts if words)


def _words_of(study: Study) -> frozenset[str]:
    aim = study.aspects.aim.text if study.aspects.aim else LangText()
    texts = (*study.title.items(), *aim.items())
    return frozenset(fold(word, tag) for tag, text in texts for word in WORD.findall(text) if len(word) >= SHORTEST_WORD)


def shortened(statement: Statement, most: int) -> Statement:
    """The statement with each text of more than `most` words cut at the last end of a clause within them, else after that many words."""
    texts: dict[str, str] = {}
    long = brief_as_is(statement, most)
    for tag, text in statement.text.items():
        words = text.split()
        if tag not in long:
            texts[tag] = text
            continue
        ends = _ends(text, most)
        texts[tag] = (text[: ends[-1]] if ends else " ".join(words[:most])).rstrip(" ,;:.") + " …"
    if texts == dict(statement.text):
        return statement
    return attrs.evolve(statement, text=LangText(texts), evidence=tuple(_evidence(statement)))


def _ends(text: str, most: int) -> list[int]:
    """Where a clause of `text` ends within its first `most` words."""
    return [found.start() for found in clause_break().finditer(text) if SHORTEST_CLAUSE <= len(text[: found.start()].split()) <= most]


def _evidence(statement: Statement) -> list[Evidence]:
    return list(statement.evidence)
