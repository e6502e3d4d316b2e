"""Answers set side by side: studies that name factors of one kind together; opposite answers only where both say so outright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from litreview.concepts import find
from litreview.concepts.terms import WORD, fold
from litreview.languages import language, tags
from litreview.record import COMMENTS, HIGHLIGHTS, LangText, Library, Statement, Study
from litreview.record.langtext import COMPARED
from litreview.review.claims.answers.frames import RELATIONS, Frame, Relation, frames
from litreview.review.claims.claim import Claim, Group, Part, Value, merge_text
from litreview.review.claims.values import part, statements
from litreview.review.thresholds import ANSWERS_AT_ONCE, LONE_ANSWERS
from litreview.themes.vocabulary import Vocabulary

OPPOSITE: tuple[tuple[Relation, Relation], ...] = (
    ("raises", "lowers"), ("raises", "none"), ("lowers", "none"), ("affects", "none"), ("increases", "decreases"),
    ("relates", "opposes"), ("relates", "unlinked"), ("opposes", "unlinked"), ("linked", "unlinked"),
)  # fmt: skip


_WORDS = Vocabulary({})
"""Words of any language by the English ones that mean the same, so that answers in two languages meet."""


@attrs.frozen
class _Answer:
    """What one finding says, in each language in which it says so."""

    key: str
    frames: tuple[Frame, ...]
    statement: Statement
    identity: str

    @property
    def relation(self) -> Relation:
        return self.frames[0].relation


def answers(library: Library, keys: Sequence[str], facet: str) -> tuple[Claim, ...]:
    """What the findings of the studies `keys` say of what hinders, supports, decides or has an effect: one claim for each relation.

    Opposite answers about one thing are told first, then the relations of which most studies speak; of those that one study alone tells
    only so many, for the rest is a list of studies.
    """
    told = [answer for key in keys for statement in statements(library[key], "findings") for answer in _read(key, statement, library)]
    claims = list(_opposed(told, library, facet))
    opposed = {(key, group.value.identity) for claim in claims for group in claim.groups for key in group.keys}
    sets = {
        relation: _groups([one for one in told if one.relation == relation and (one.key, one.identity) not in opposed], library)
        for relation in RELATIONS
    }
    counts = {relation: len({key for group in groups for key in group.keys}) for relation, groups in sets.items()}
    several = [relation for relation in RELATIONS if counts[relation] > 1]
    alone = [relation for relation in RELATIONS if counts[relation] == 1]
    for relation in (*sorted(several, key=lambda one: -counts[one]), *alone[:LONE_ANSWERS]):
        claims.append(Claim(f"answer.{relation}", facet, groups=sets[relation][:ANSWERS_AT_ONCE], opens=not claims))
    return tuple(claims)


def _read(key: str, statement: Statement, library: Library) -> list[_Answer]:
    """The answers of one finding; the same one in several languages is one."""
    by_relation: dict[tuple[Relation, int], list[Frame]] = {}
    count: dict[tuple[Relation, str], int] = {}
    for frame in frames(statement):
        place = count.get((frame.relation, frame.tag), 0)
        count[frame.relation, frame.tag] = place + 1
        by_relation.setdefault((frame.relation, place), []).append(_within(frame, library[key], library))
    return [_Answer(key, tuple(listed), statement, _identity(listed, library)) for listed in by_relation.values()]


def _within(frame: Frame, study: Study, library: Library) -> Frame:
    """A frame whose words can stand within a sentence: without the capital that began theirs, where it is no name.

    That it is none shows where the study, or else another of the library, also writes it small.
    """

    def running(phrase: str) -> str:
        first = phrase.split()[0]
        small = first[:1].lower() + first[1:]
        known = first[:1].isupper() and (
            _is_small(small, frame.tag)
            or any(small in WORD.findall(text) for text in _texts(study))
            or any(f" {small} " in text for other in library for text in other.tagged("abstract").values())
        )
        return small + phrase[len(first) :] if known else phrase

    return attrs.evolve(frame, factor=running(frame.factor), outcome=running(frame.outcome) if frame.outcome else None)


def _is_small(word: str, tag: str) -> bool:
    """Whether a word belongs to the sentences of its language, not to a name."""
    bare = tag.split("-")[0]
    return bare in tags() and word in str(language(bare).section("stop_words")["words"]).split()


def _texts(study: Study) -> Iterator[str]:
    for field in ("title", "abstract", HIGHLIGHTS, COMMENTS):
        yield from study.tagged(field).values()


def _groups(told: Sequence[_Answer], library: Library) -> tuple[Group, ...]:
    """The answers by what they are about, each study once a thing."""
    by_thing: dict[str, dict[str, _Answer]] = {}
    for one in told:
        by_thing.setdefault(one.identity, {}).setdefault(one.key, one)
    groups = [
        Group(_value(tuple(listed.values()), thing), tuple(_part(one, library) for one in listed.values()))
        for thing, listed in by_thing.items()
    ]
    return tuple(sorted(groups, key=lambda group: -len(group.parts)))


def _opposed(told: Sequence[_Answer], library: Library, facet: str) -> list[Claim]:
    claims: list[Claim] = []
    for one, other in OPPOSITE:
        first, second = (_groups([a for a in told if a.relation == r and a.frames[0].outcome], library) for r in (one, other))
        for group in first:
            against = next((g for g in second if g.value.identity == group.value.identity), None)
            if against and not set(group.keys) & set(against.keys):
                claims.append(Claim(f"answer.opposed.{one}-{other}", facet, groups=(group, against), opens=not claims))
    return claims


def _part(answer: _Answer, library: Library) -> Part:
    return part(library[answer.key], (answer.statement,))


def _identity(told: Sequence[Frame], library: Library) -> str:
    """What two answers about one thing share: the concepts of factor and outcome where they name one, else their words."""
    spoken = sorted(told, key=lambda frame: COMPARED.index(frame.tag) if frame.tag in COMPARED else len(COMPARED))
    return " > ".join(_folded(phrase, spoken[0].tag, library) for phrase in (spoken[0].factor, spoken[0].outcome or "") if phrase)


def _folded(phrase: str, tag: str, library: Library) -> str:
    hits = find(phrase, tag, extra=library.concepts)
    if len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(phrase)):
        return hits[0].value.id
    return " ".join(_WORDS.names(phrase, tag.split("-")[0])) or " ".join(fold(word, tag) for word in WORD.findall(phrase))


def _value(told: Sequence[_Answer], identity: str) -> Value:
    """The words of an answer, by language: the factor, and beside it what it bears on."""
    spoken = [frame for answer in told for frame in answer.frames]
    factor = merge_text(LangText({frame.tag: frame.factor}) for frame in spoken)
    outcome = merge_text(LangText({frame.tag: frame.outcome}) for frame in spoken if frame.outcome)
    return Value(identity, factor, aspect=f"answer.{told[0].relation}", besides=outcome)
