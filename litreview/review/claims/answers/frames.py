"""The frame of a finding: a factor, what it bears on, and how, where the words say so outright.

A frame is read only where a whole clause fits a pattern of its language. Anything that weakens, asks, refers back or denies leaves the
clause unread: no frame is better than a wrong one. An association is never read as an effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, get_args

import attrs

from litreview.analysis.sentences import clause_break
from litreview.concepts.terms import WORD
from litreview.languages import language, tags
from litreview.languages.marks import any_mark
from litreview.record import Statement

Relation = Literal[
    "raises", "lowers", "none", "affects", "increases", "decreases", "relates", "opposes", "unlinked", "linked", "predicts",
    "factors", "depends", "decides", "hinders", "supports",
]  # fmt: skip

RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""A positive effect, a negative one, none, one without a direction; what makes more or less of something; what goes together with more of
it, with less, not at all, or somehow; what predicts, is named as a factor, is what something depends on, decides, hinders, supports."""

WORDS_OF_A_PHRASE, WORDS_OF_AN_ITEM, ITEMS_OF_A_LIST = 12, 6, 6
"""A factor of more words is a sentence of its own, and is quoted or left to the table; so is a longer list, or one of longer items."""


_ASIDE = re.compile(r"(?:(?<!\s)\s+)?[(\[][^()\[\]]*[)\]]")
"""Figures and short names in brackets."""


_NOT_IN_A_NAME = re.compile(r"[():\d]|(?:^|\s)['\u2018\u201c\"]")
"""Figures, and words that are quoted."""


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
    return tuple(frame for tag, words in statement.text.items() for frame in _told(words, tag))


@lru_cache(maxsize=20_000)
def _told(words: str, tag: str) -> tuple[Frame, ...]:
    """The frames of a text; the same is asked for by theme after theme."""
    return tuple(frame for clause in _clauses(words) for frame in _frames(clause, tag))


def _clauses(words: str) -> Iterator[str]:
    for one in _numbered().split(words):
        at = 0
        for found in clause_break().finditer(one):
            yield one[at : found.start()]
            at = found.end()
        yield one[at:]


def _frames(clause: str, tag: str) -> Iterator[Frame]:
    bare = tag.split("-")[0]
    if bare not in tags():
        return
    cues = _cues(bare)
    clause = cues.lead.sub("", _ASIDE.sub("", clause).strip(" .,;"), count=1)
    clause = cues.tail.sub("", clause, count=1)
    if cues.doubt.search(clause):
        return
    whole = _frame(clause, bare, tag)
    for part in [clause] if whole else cues.parts.split(clause):
        frame = whole or _frame(part, bare, tag)
        if frame:
            yield frame


def _frame(clause: str, bare: str, tag: str) -> Frame | None:
    """The frame of a clause that a pattern of the language `bare` fits as a whole."""
    for relation, pattern in _cues(bare).patterns:
        match = pattern.fullmatch(clause)
        if match:
            factor, outcome = match["factor"].strip(), (match.groupdict().get("outcome") or "").strip() or None
            named = _names_something(factor, bare) and (outcome is None or _names_something(outcome, bare))
            return Frame(relation, factor, outcome, tag) if named else None
    return None


def _names_something(phrase: str, tag: str) -> bool:
    """Whether a phrase, or each item of a list, is short, begins as a name does and refers to nothing before it."""
    cues = _cues(tag)
    if cues.referring.search(phrase) or _NOT_IN_A_NAME.search(phrase):
        return False
    items = _items(phrase, cues.joint)
    most = WORDS_OF_A_PHRASE if len(items) == 1 else WORDS_OF_AN_ITEM
    return 0 < len(items) <= ITEMS_OF_A_LIST and all(
        0 < len(WORD.findall(item)) <= most and not cues.beginning.match(item) and not cues.ending.search(item) for item in items
    )


def _items(phrase: str, joint: re.Pattern[str]) -> list[str]:
    """What a list names, where commas part it and a conjunction joins its last two; a phrase without a comma is one; else nothing."""
    *first, last = (part.strip() for part in phrase.split(","))
    if not first:
        return [phrase]
    parts = [part for part in joint.split(f" {last}") if part.strip()]
    joined = joint.search(f" {last}") is not None
    return [*first, *parts] if joined else []


CUES = ("lead", "tail", "doubt", "referring", "beginning", "ending", "joint", "parts")
"""The patterns of a language beside those of the relations."""


@attrs.frozen(eq=False)
class _Cues:
    """How a language tells answers."""

    lead: re.Pattern[str]
    tail: re.Pattern[str]
    doubt: re.Pattern[str]
    referring: re.Pattern[str]
    beginning: re.Pattern[str]
    ending: re.Pattern[str]
    joint: re.Pattern[str]
    parts: re.Pattern[str]
    patterns: tuple[tuple[Relation, re.Pattern[str]], ...]


@cache
def _cues(tag: str) -> _Cues:
    spoken = language(tag)
    section = spoken.section("answers")
    named = {str(name): str(words) for name, words in section["named"]}
    parts = {"F": r"(?P<factor>[^;:]{3,160}?)", "O": r"(?P<outcome>[^;:]{3,160}?)", **named}

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, group in parts.items():
            pattern = pattern.replace(f"<{name}>", group)
        return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)

    patterns = tuple((relation, compiled(str(one))) for relation in RELATIONS for one in section[relation])
    return _Cues(**{name: re.compile(str(section[name]), re.IGNORECASE) for name in CUES}, patterns=patterns)


@cache
def _numbered() -> re.Pattern[str]:
    """Where results that are numbered within one sentence are parted."""
    return re.compile(rf"[,;]\s+(?:{any_mark('and')}\s+)?(?=\(?\d{{1,2}}\)\s)|^\(?\d{{1,2}}\)\s+|(?<=\s)\(?\d{{1,2}}\)\s+")
