"""Where a study was made: a country, a region, a town, a village, an institution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.cues import Role
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.localities import Locality, localities
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading, Sentence
from litreview.analysis.scope import owners
from litreview.analysis.shapes import fits, shape
from litreview.languages.marks import any_mark
from litreview.record import Aspects, Evidence, Statement, Study

_NEXT = re.compile(r"[\s-]+([A-Z][\w’'-]*)")
OWN: tuple[Role, ...] = ("aim", "method")
"""Sentences in which a place is the study's own; in others it counts only where these, and the title, name none."""


@attrs.frozen
class _Named:
    locality: Locality
    draft: Draft
    inferred: bool


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """Places of the study's own doing that are no party of the cooperation, each once; a country named by an adjective is marked inferred.

    Sentences on aim and method go first, then the title, then what is reported. Where there are parties only places below a country count.
    """
    drafts: dict[str, list[Draft]] = {}
    inferred: set[str] = set()
    for tag in reading.languages():
        table = patterns(tag)
        if table is None:
            continue
        own = [s for s in reading.of(tag) if s.role in OWN or (s.role in (None, "framework") and fits(s.shape(), tag, "site_doing"))]
        named = _in_sentences(own, table, reading.lexicon, so_far)
        if not named and not so_far.partners:
            reported = reading.of(tag, "result", None)
            named = _in_title(study, tag, table, reading.lexicon) or _in_sentences(
                reported, table, reading.lexicon, so_far, "site_reported"
            )
        drafts[tag] = [n.draft for n in _each_once(named)]
        inferred |= {n.draft.text for n in named if n.inferred}
    return tuple(attrs.evolve(s, inferred=all(text in inferred for text in s.text.values())) for s in joined(drafts))


def _in_sentences(
    sentences: Sequence[Sentence], table: Patterns, lexicon: Lexicon, so_far: Aspects, signs: str = "site_own"
) -> list[_Named]:
    named: list[_Named] = []
    for sentence in sentences:
        for place in _own(sentence.text[sentence.heading :], table, lexicon, so_far, signs):
            start, end = sentence.heading + place.start, sentence.heading + place.end
            named.append(_Named(place, Draft(place.name, sentence.evidence(start, end)), place.by_adjective))
    return named


def _in_title(study: Study, tag: str, table: Patterns, lexicon: Lexicon) -> list[_Named]:
    title = study.title.get(tag)
    if title is None or tag not in study.abstract:
        return []
    places = [
        p for p in localities(title, table, lexicon) if p.known and table.has("site", title[: p.start]) and not _organisation(title, p)
    ]
    return [_Named(p, Draft(p.name, Evidence("title", tag, title[p.start : p.end], p.start, p.end)), p.by_adjective) for p in places]


def _own(text: str, table: Patterns, lexicon: Lexicon, so_far: Aspects, signs: str) -> Iterator[Locality]:
    seen = shape(text, table.tag)
    if fits(seen, table.tag, "others") or fits(seen, table.tag, "advice"):
        return
    for place in localities(text, table, lexicon):
        near = seen.around(place.start, place.end)
        if fits(near, table.tag, "site_not") or _within_name(text, place):
            continue
        if not place.by_adjective and not fits(near, table.tag, signs):
            continue
        if so_far.partners and (place.is_country() or owners(so_far.partners, text[place.start : place.end], table, lexicon)):
            continue
        yield place


def _organisation(text: str, place: Locality) -> bool:
    """Whether a word such as "Bank" stands behind a name ("Indonesia Stock Exchange", "Bursa Efek")."""
    behind = _NEXT.match(text, place.end)
    return behind is not None and bool(re.fullmatch(any_mark("organisations"), behind[1]))


def _within_name(text: str, place: Locality) -> bool:
    """Whether a place is only a part of another name ("Bank Indonesia", "Indonesia Stock Exchange")."""
    before, behind = text[: place.start].split(), _NEXT.match(text, place.end)
    if place.known and behind and (_organisation(text, place) or (not place.level and text[place.end] == " ")):
        return True
    word = before[-1].strip("(“\"‘'") if before else ""
    return place.known and place.level is None and len(before) > 1 and word.isalpha() and word[0].isupper() and not word.isupper()


def _each_once(named: Sequence[_Named]) -> Iterator[_Named]:
    """Each place once, under the first words for it."""
    seen: set[object] = set()
    for n in named:
        names = {n.locality.places[0] if n.locality.places else n.draft.text.casefold(), n.draft.text.casefold()}
        if not names & seen:
            yield n
        seen |= names


ATTRIBUTE = Attribute("site", extract, place=80)
