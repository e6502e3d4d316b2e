"""Similarity and difference: what another study shares with the writer's own, and what it does not. Only from what the writer filled in."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.concepts import concept, concept_ids, find, term_languages
from litreview.concepts.terms import WORD, fold
from litreview.languages import language, tags
from litreview.record import Concept, LangText, Partner, Period, Statement, Study
from litreview.review.claims.facets.pairs import years
from litreview.review.claims.values import TECHNIQUE, is_technique

COMPARED = ("topic", "partners", "sectors", "method", "data", "framework", "period")
"""Aspects of the writer's own study. Its topic is compared with title, keywords and aim of the other studies."""

_YEARS = re.compile(r"(\d{4})(?:\s*[-–—/]\s*(\d{4}))?")


@attrs.frozen
class Own:
    """The writer's own study as (aspect, values) pairs; an aspect without values is not filled in and compared with nothing.

    `about` is what the writer's title and question say, by whose concepts topic and fields are compared. `concepts` are those of the
    writer, by which values are known to be the same beside ours; `common` those of which most of the corpus speaks: no likeness is in them.
    """

    values: tuple[tuple[str, tuple[str, ...]], ...]
    concepts: tuple[Concept, ...] = ()
    about: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()

    def of(self, aspect: str) -> tuple[str, ...]:
        """The values of one aspect."""
        return dict(self.values).get(aspect, ())


@attrs.frozen
class Likeness:
    """One aspect of a study beside the writer's own.

    `same` and `other` are the study's values, by the name of their concept where they have one; `own` those of the writer that the
    study does not share. `overlap` are the years that two periods have in common where they are not the same.
    """

    aspect: str
    same: tuple[LangText, ...]
    other: tuple[LangText, ...]
    own: tuple[LangText, ...]
    overlap: str | None = None

    @property
    def shares(self) -> bool:
        """Whether the two studies have something of the aspect in common."""
        return bool(self.same) or self.overlap is not None


_Values = list[tuple[LangText, set[str]]]


def likenesses(study: Study, own: Own) -> tuple[Likeness, ...]:
    """Compare `study` with `own`, aspect by aspect; an aspect that either leaves open gives nothing.

    Values are equal if they name one concept, or the same words whatever their case. Of the methods, approaches are compared with
    approaches and techniques with techniques.
    """
    likenesses: list[Likeness] = []
    for aspect in COMPARED:
        if aspect == "period":
            likenesses += _periods(study, own)
            continue
        mine, theirs = _mine(aspect, own), _values(study, aspect, own)
        if aspect == "method":
            for name in (aspect, TECHNIQUE):
                likenesses += _likeness(name, _of_kind(name, mine, own), _of_kind(name, theirs, own), own)
        else:
            likenesses += _likeness(aspect, mine, theirs, own)
    return tuple(likenesses)


def _likeness(aspect: str, mine: _Values, theirs: _Values, own: Own) -> list[Likeness]:
    """How two lists of values of one aspect are alike, or nothing where one is empty."""
    if not mine or not theirs:
        return []
    names = {name for _, identities in mine for name in identities}
    known = {name for _, identities in theirs for name in identities}
    if aspect == "topic":
        names -= own.common
    same = tuple(dict.fromkeys(_shared(aspect, text, identities & names, own) for text, identities in theirs if identities & names))
    other = tuple(text for text, identities in theirs if not identities & names) if aspect != "topic" else ()
    if aspect in ("topic", "sectors") and not same:
        return []  # topics and fields that differ say little: a study may be on the topic without naming it so
    apart = () if aspect in ("topic", "sectors") else tuple(text for text, identities in mine if not identities & known)
    return [Likeness(aspect, same, other if aspect != "sectors" else (), apart)]


def _of_kind(aspect: str, values: _Values, own: Own) -> _Values:
    """Of the methods the techniques, or the approaches: one is compared with the other nowhere."""
    return [value for value in values if _is_technique(value, own) is (aspect == TECHNIQUE)]


def _is_technique(value: tuple[LangText, set[str]], own: Own) -> bool:
    text, names = value
    known = next((name for name in sorted(names) if name in concept_ids(own.concepts)), None)
    return is_technique(Statement(text, known), own.concepts)


def _shared(aspect: str, text: LangText, names: set[str], own: Own) -> LangText:
    """What two studies share in one value: of a topic the concept, which may be less than the value says; else the value."""
    known = sorted(name for name in names if name in concept_ids(own.concepts)) if aspect == "topic" else []
    return concept(known[0], own.concepts).labels if known else text


def concepts_of(own: Own) -> frozenset[str]:
    """The concepts by which topics are compared with the writer's own."""
    return frozenset(name for _, names in _mine("topic", own) for name in names if name in concept_ids(own.concepts))


def topics_of(study: Study, own: Own) -> frozenset[str]:
    """The concepts that the keywords, the title and the aim of `study` name."""
    return frozenset(name for _, names in _topics(study, own.concepts) for name in names)


def named(value: str, own: tuple[Concept, ...] = ()) -> LangText:
    """A value of the writer's as a text: by language where it is the name of a known concept, else as typed.

    >>> named("kualitatif")["en"], dict(named("kota kita"))
    ('qualitative', {'und': 'kota kita'})
    """
    known = _whole(value, own)
    return concept(known, own).labels if known else LangText({"und": value})


def _whole(words: str, own: tuple[Concept, ...]) -> str | None:
    """The concept that `words` name and nothing besides."""
    for tag in term_languages(own):
        hits = find(words, tag, extra=own)
        besides = WORD.findall(words[: hits[0].start] + words[hits[0].end :]) if len(hits) == 1 else [words]
        if all(fold(word, tag) in _heads() for word in besides):
            return hits[0].value.id
    return None


@cache
def _heads() -> frozenset[str]:
    """Words before or behind the name of a value that only say what it is ("method", "theory")."""
    return frozenset(word for tag in tags() for word in str(language(tag).section("comparison")["heads"]).split())


def _mine(aspect: str, own: Own) -> _Values:
    """The writer's values; of the topic and the fields also what her title and question name."""
    values: _Values = [(named(value, own.concepts), _identities(value, own.concepts)) for value in own.of(aspect)]
    if aspect in ("topic", "sectors"):
        kinds = ("topic", "framework") if aspect == "topic" else ("sector",)
        values += [(concept(name, own.concepts).labels, {name}) for words in own.about for name in _kinds(words, kinds, own.concepts)]
    return values


def _kinds(words: str, kinds: tuple[str, ...], own: tuple[Concept, ...]) -> list[str]:
    hits = (hit for tag in term_languages(own) for kind in kinds for hit in find(words, tag, kind, own))
    return list(dict.fromkeys(hit.value.id for hit in hits))


def _values(study: Study, aspect: str, own: Own) -> _Values:
    if aspect == "topic":
        return _topics(study, own.concepts)
    values: _Values = []
    for value in study.aspects.values(aspect):
        if isinstance(value, Statement):
            names = {name for words in value.text.values() for name in _identities(words, own.concepts)}
            values.append((_called(value, own.concepts), names | ({value.concept} if value.concept else set())))
        elif isinstance(value, Partner):
            values.append((value.name, {_fold(words) for words in value.name.values()}))
    return values


def _called(statement: Statement, own: tuple[Concept, ...]) -> LangText:
    """The usual name of the statement's concept, else its own words."""
    known = statement.concept if statement.concept in concept_ids(own) else None
    return concept(known, own).labels if known else statement.text


def _topics(study: Study, own: tuple[Concept, ...]) -> _Values:
    """The keywords, those that name one concept as one; then the concepts that title and aim name."""
    topics: dict[str, tuple[dict[str, str], set[str]]] = {}
    for tag, keywords in study.keywords.items():
        for keyword in keywords:
            names = _identities(keyword, own)
            texts, known = topics.setdefault(min(names), ({}, set()))
            texts.setdefault(tag, keyword)
            known |= names
    values: _Values = [(LangText(texts), names) for texts, names in topics.values()]
    told = {name for _, names in values for name in names}
    said = (*study.title.values(), *(study.aspects.aim.text.values() if study.aspects.aim else ()))
    further = dict.fromkeys(name for words in said for name in _kinds(words, ("topic", "framework"), own) if name not in told)
    return [*values, *((concept(name, own).labels, {name}) for name in further)]


def _periods(study: Study, own: Own) -> list[Likeness]:
    mine, theirs = _YEARS.search(" ".join(own.of("period"))), study.aspects.period
    if not own.of("period") or theirs is None:
        return []
    said = LangText({"und": years(theirs)})
    typed = LangText({"und": own.of("period")[0]})
    if mine is None:
        return [Likeness("period", (), (said,), (typed,))]
    start, end = int(mine[1]), int(mine[2] or mine[1])
    first, last = theirs.start, theirs.end or theirs.start
    if (first, last) == (start, end):
        return [Likeness("period", (said,), (), ())]
    common = (max(first, start), min(last, end))
    overlap = years(Period(*common)) if common[0] <= common[1] else None
    return [Likeness("period", (), (said,), (typed,), overlap)]


def _identities(words: str, own: tuple[Concept, ...]) -> set[str]:
    concepts = {hit.value.id for tag in term_languages(own) for hit in find(words, tag, extra=own)}
    bare = " ".join(word for word in _fold(words).split() if word not in _heads())
    return concepts | {_fold(words)} | ({bare} if bare else set())


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("–", "-").replace("—", "-").split())
