"""Places in a sentence in all the ways a study names where it was made: of the gazetteer, by adjective, as regions, as names in a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from litreview.analysis.lexicon import Lexicon
from litreview.analysis.mentions import mentions
from litreview.analysis.patterns import Patterns
from litreview.analysis.shapes import fits, found, shape
from litreview.concepts.places import Place, places
from litreview.concepts.terms import Terms, longest_first
from litreview.languages import language
from litreview.languages.marks import any_mark


@attrs.frozen
class Locality:
    """A place named at `start` to `end` of a text; `name` is what it is called, `known` whether a table of ours holds it."""

    start: int
    end: int
    name: str
    level: str | None = None
    places: tuple[Place, ...] = ()
    known: bool = True
    by_adjective: bool = False

    def is_country(self) -> bool:
        """Whether it is a country."""
        return bool(self.places) and all(p.level == "country" for p in self.places)


def localities(text: str, table: Patterns, lexicon: Lexicon) -> tuple[Locality, ...]:
    """The places named in `text`, in order; of those that overlap the first kind: gazetteer, region, adjective, name in a frame.

    >>> from litreview.analysis.patterns import patterns
    >>> [(p.name, p.by_adjective) for p in localities("We asked Turkish voters in Klang Valley.", patterns("en"), Lexicon())]
    [('Turkey', True), ('Klang Valley', False)]
    """
    framed = sorted(_framed(text, table.tag), key=lambda place: place.start - place.end)
    known = [*_gazetteer(text, table, lexicon), *_regions(text, table.tag), *_by_adjective(text, table.tag)]
    kept: list[Locality] = []
    for place in (*(k for k in known if k.level is not None or not any(_within(k, f) for f in framed)), *framed):
        if not any(k.start < place.end and place.start < k.end for k in kept):
            kept.append(place)
    return tuple(sorted(kept, key=lambda p: p.start))


def _within(place: Locality, longer: Locality) -> bool:
    """Whether a place is but a piece of a longer name ("Klang" in "Klang Valley")."""
    return longer.start <= place.start and place.end <= longer.end and longer.end - longer.start > place.end - place.start


def _gazetteer(text: str, table: Patterns, lexicon: Lexicon) -> Iterator[Locality]:
    for m in mentions(text, table, lexicon):
        if m.level is not None or m.places:
            words = text[m.start : m.end]
            cut = len(words) - len(_article().sub("", words, count=1))
            yield Locality(m.start + cut, m.end, words[cut:], m.level, m.places)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{any_mark('definite_article')} ")


def _regions(text: str, tag: str) -> Iterator[Locality]:
    if not any(name in text for name in _region_names(tag)):
        return  # most sentences name none: the search by words is saved
    for hit in longest_first(_region_terms(tag).find(text)):
        yield Locality(hit.start, hit.end, text[hit.start : hit.end], "region")


@cache
def _region_names(tag: str) -> tuple[str, ...]:
    return tuple(str(name) for name in language(tag).section("anchors")["regions"]["names"])


@cache
def _region_terms(tag: str) -> Terms[str]:
    return Terms.of(((name, name) for name in _region_names(tag)), "und", exact_case=True)


def _by_adjective(text: str, tag: str) -> Iterator[Locality]:
    """Countries by adjectives ("Turkish consumers"), in front of a word that is no name."""
    words = _adjectives(tag)
    seen = shape(text, tag)
    for number, (start, end) in enumerate(seen.spans[:-1]):
        place = words.get(text[start:end].rstrip("'’"))
        following = text[slice(*seen.spans[number + 1])]
        if place is not None and following[:1].islower():
            yield Locality(start, end, place.names.get(tag) or place.name, None, (place,), by_adjective=True)


@cache
def _adjectives(tag: str) -> Mapping[str, Place]:
    by_code = {place.country: place for place in places() if place.level == "country"}
    listed = language(tag).section("anchors")["demonyms"]
    return {word: by_code[code] for code, words in listed.items() if code in by_code for word in str(words).split()}


def _framed(text: str, tag: str) -> Iterator[Locality]:
    """Names that no table has, in a frame in which only a place can stand."""
    seen = shape(text, tag)
    for _, match in found(seen, tag, "site_named"):
        start, end = seen.place(*match.span("rest"))
        if not (text[start:end].removesuffix("s").isupper() or fits(shape(text[start:end], tag), tag, "site_empty")):
            yield Locality(start, end, text[start:end], "named", known=False)
