"""Similarity and difference: what another study shares with the writer's own, and what it does not. Only from what the writer filled in."""

from __future__ import annotations

import attrs

from litreview.concepts import concept, concept_ids, find, term_languages
from litreview.record import Concept, LangText, Period, Statement, Study
from litreview.review.claims.facets.pairs import years

COMPARED = ("topic", "partners", "method", "data", "framework", "period")
"""Aspects of the writer's own study; its topic is compared with the keywords of the other studies."""


@attrs.frozen
class Own:
    """The writer's own study as (aspect, values) pairs; an aspect without values is not filled in and compared with nothing.

    `concepts` are those of the writer, by which values are known to be the same beside ours.
    """

    values: tuple[tuple[str, tuple[str, ...]], ...]
    concepts: tuple[Concept, ...] = ()

    def of(self, aspect: str) -> tuple[str, ...]:
        """The values of one aspect."""
        return dict(self.values).get(aspect, ())


@attrs.frozen
class Likeness:
    """One aspect of a study beside the writer's own.

    `same` and `other` are the study's values, by the name of their concept where they have one; `own` those of the writer that the
    study does not share.
    """

    aspect: str
    same: tuple[LangText, ...]
    other: tuple[LangText, ...]
    own: tuple[str, ...]


def likenesses(study: Study, own: Own) -> tuple[Likeness, ...]:
    """Compare `study` with `own`, aspect by aspect; an aspect that either leaves open gives nothing.

    Values are equal if they name one concept, or the same words whatever their case.
    """
    found: list[Likeness] = []
    for aspect in COMPARED:
        mine = own.of(aspect)
        theirs = _values(study, aspect, own.concepts)
        if not mine or not theirs:
            continue
        mine_named = [(value, _identities(value, own.concepts)) for value in mine]
        names = {name for _, identities in mine_named for name in identities}
        known = {name for _, identities in theirs for name in identities}
        same = tuple(text for text, identities in theirs if identities & names)
        other = tuple(text for text, identities in theirs if not identities & names) if aspect != "topic" else ()
        if aspect == "topic" and not same:
            continue  # keywords that differ say little: a study may be on the topic without naming it so
        found.append(Likeness(aspect, same, other, tuple(value for value, identities in mine_named if not identities & known)))
    return tuple(found)


def _values(study: Study, aspect: str, own: tuple[Concept, ...]) -> list[tuple[LangText, set[str]]]:
    values: list[tuple[LangText, set[str]]] = []
    if aspect == "topic":
        return _keywords(study, own)
    for value in study.aspects.values(aspect):
        if isinstance(value, Period):
            values.append((LangText({"und": years(value)}), {_fold(years(value))}))
        elif isinstance(value, Statement):
            names = {name for words in value.text.values() for name in _identities(words, own)}
            values.append((_named(value, own), names | ({value.concept} if value.concept else set())))
        else:
            values.append((value.name, {_fold(words) for words in value.name.values()}))
    return values


def _named(statement: Statement, own: tuple[Concept, ...]) -> LangText:
    """The usual name of the statement's concept, else its own words."""
    known = statement.concept if statement.concept in concept_ids(own) else None
    return concept(known, own).labels if known else statement.text


def _keywords(study: Study, own: tuple[Concept, ...]) -> list[tuple[LangText, set[str]]]:
    """The keywords, those that name one concept as one."""
    found: dict[str, tuple[dict[str, str], set[str]]] = {}
    for tag, keywords in study.keywords.items():
        for keyword in keywords:
            names = _identities(keyword, own)
            texts, known = found.setdefault(min(names), ({}, set()))
            texts.setdefault(tag, keyword)
            known |= names
    return [(LangText(texts), names) for texts, names in found.values()]


def _identities(words: str, own: tuple[Concept, ...]) -> set[str]:
    concepts = {hit.value.id for tag in term_languages(own) for hit in find(words, tag, extra=own)}
    return concepts | {_fold(words)}


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("–", "-").replace("—", "-").split())
