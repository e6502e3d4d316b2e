"""Similarity and difference: what another study shares with the writer's own, and what it does not. Only from what the writer filled in."""

from __future__ import annotations

import attrs

from litreview.claims.facets.pairs import years
from litreview.concepts import find
from litreview.record import LangText, Period, Statement, Study

COMPARED = ("partners", "method", "data", "framework", "period")


@attrs.frozen
class Own:
    """The writer's own study as (aspect, values) pairs; an aspect without values is not filled in and compared with nothing."""

    values: tuple[tuple[str, tuple[str, ...]], ...]

    def of(self, aspect: str) -> tuple[str, ...]:
        """The values of one aspect."""
        return dict(self.values).get(aspect, ())


@attrs.frozen
class Likeness:
    """One aspect of a study beside the writer's own: `same` and `other` are the study's values, `own` the writer's."""

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
        theirs = _values(study, aspect)
        if not mine or not theirs:
            continue
        names = {name for value in mine for name in _identities(value)}
        same = tuple(text for text, identities in theirs if identities & names)
        other = tuple(text for text, identities in theirs if not identities & names)
        found.append(Likeness(aspect, same, other, mine))
    return tuple(found)


def _values(study: Study, aspect: str) -> list[tuple[LangText, set[str]]]:
    values: list[tuple[LangText, set[str]]] = []
    for value in study.aspects.values(aspect):
        if isinstance(value, Period):
            values.append((LangText({"und": years(value)}), {_fold(years(value))}))
        elif isinstance(value, Statement):
            names = {name for words in value.text.values() for name in _identities(words)}
            values.append((value.text, names | ({value.concept} if value.concept else set())))
        else:
            values.append((value.name, {_fold(words) for words in value.name.values()}))
    return values


def _identities(words: str) -> set[str]:
    concepts = {hit.value.id for tag in ("id", "en") for hit in find(words, tag)}
    return concepts | {_fold(words)}


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("–", "-").replace("—", "-").split())
