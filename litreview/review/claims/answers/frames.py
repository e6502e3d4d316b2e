"""The frame of a finding: a factor, what it bears on, and how, where the words say so outright.

A frame is read only where a whole clause fits a pattern of its language. Anything that weakens, asks, refers back or denies leaves the
clause unread: no frame is better than a wrong one. An association is never read as an effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args

import attrs

from litreview.analysis.sentences import clause_break
from litreview.concepts.terms import WORD, fold
from litreview.languages import language, tags
from litreview.record import Statement

Relation = Literal["raises", "lowers", "none", "decides", "hinders", "supports"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""A positive effect, a negative one, none; what decides, hinders, supports."""

WORDS_OF_A_PHRASE = 7
"""A factor of more words is a sentence of its own, and is quoted or left to the table."""


@attrs.frozen
class Frame:
    """One answer: `factor` bears on `outcome` (None where the clause does not say on what) by `relation`, in the words of `tag`."""

    relation: Relation
    factor: str
    outcome: str | None
    tag: str


def frames(statement: Statement) -> tuple[Frame, ...]:
    """The frames of a finding, clause by clause, in each of its languages.

    >>> from litreview.record import LangText
    >>> finding = Statement(LangText({"id": "kepercayaan berpengaruh positif terhadap partisipasi warga"}))
    >>> [(f.relation, f.factor, f.outcome) for f in frames(finding)]
    [('raises', 'kepercayaan', 'partisipasi warga')]
    >>> frames(Statement(LangText({"en": "It depends on trust"}))), frames(Statement(LangText({"en": "Trade may depend on trust"})))
    ((), ())
    """
    return tuple(frame for tag, words in statement.text.items() for clause in _clauses(words) for frame in _frames(clause, tag))


def _clauses(words: str) -> Iterator[str]:
    at = 0
    for found in clause_break().finditer(words):
        yield words[at : found.start()]
        at = found.end()
    yield words[at:]


def _frames(clause: str, tag: str) -> Iterator[Frame]:
    bare = tag.split("-")[0]
    if bare not in tags():
        return
    cues = _cues(bare)
    clause = cues.lead.sub("", clause.strip(" .,;"), count=1)
    if cues.doubt.search(clause):
        return
    for relation, pattern in cues.patterns:
        match = pattern.fullmatch(clause)
        if match:
            factor, outcome = match["factor"].strip(), (match.groupdict().get("outcome") or "").strip() or None
            if _names_something(factor, bare) and (outcome is None or _names_something(outcome, bare)):
                yield Frame(relation, factor, outcome, tag)
            return


def _names_something(phrase: str, tag: str) -> bool:
    """Whether a phrase is short and refers to nothing before it."""
    words = [fold(word, tag) for word in WORD.findall(phrase)]
    return 0 < len(words) <= WORDS_OF_A_PHRASE and not _cues(tag).referring.search(phrase) and not re.search(r"[():\d]", phrase)


@attrs.frozen(eq=False)
class _Cues:
    """How a language tells answers."""

    lead: re.Pattern[str]
    doubt: re.Pattern[str]
    referring: re.Pattern[str]
    patterns: tuple[tuple[Relation, re.Pattern[str]], ...]


@cache
def _cues(tag: str) -> _Cues:
    spoken = language(tag)
    section = spoken.section("answers")
    parts = {"F": r"(?P<factor>[^,;:]{3,80}?)", "O": r"(?P<outcome>[^,;:]{3,80}?)"}

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, group in parts.items():
            pattern = pattern.replace(f"<{name}>", group)
        return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)

    patterns = tuple((relation, compiled(str(one))) for relation in RELATIONS for one in section[relation])
    lead, doubt, referring = (re.compile(str(section[name]), re.IGNORECASE) for name in ("lead", "doubt", "referring"))
    return _Cues(lead, doubt, referring, patterns)
