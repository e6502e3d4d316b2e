"""The exports of several databases as one list of records, each with the places in which it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from litreview.library.duplicates import Pair, duplicates, merged
from litreview.library.duplicates.merge import ALIAS
from litreview.record import Library, Screening, Study
from litreview.record.library import unique_keys
from litreview.record.screening import joined

_ALL = {"same-title", "same-names", "same-year", "same-pages"}
"""Reasons that together make two records one work even where neither has an identifier."""


def found(exports: Mapping[str, Library], known: Library | None = None) -> tuple[Library, int, tuple[tuple[str, str], ...]]:
    """The records of `exports`, by the name of the database, how many of them were there already, and the pairs that may be one work.

    Records that are certainly one work are made one, which names each place where it was found as often as it was found there. With
    `known` records of an earlier day they are joined to those, whose keys and decisions stay; what was found again where it had been
    found before is not counted again. The problems are those of the exports and of records that differ.

    >>> from litreview.record import LangText, Variables, library_of
    >>> one = Study("a", title=LangText({"en": "Ports of call"}), variables=Variables({"DOI": LangText({"und": "10.1000/x"})}))
    >>> library, again, likely = found({"Scopus": library_of([one]), "Garuda": library_of([attrs.evolve(one, key="b")])})
    >>> [(study.key, study.screening.found_in) for study in library], again, likely
    ([('a', ('Scopus', 'Garuda'))], 0, ())
    """
    earlier = known.studies if known is not None else ()
    new = [_found_in(study, place) for place, library in exports.items() for study in library]
    listed, equal = _equal_ones_joined(earlier, new)
    studies, _ = unique_keys(listed)
    problems = tuple(problem for library in exports.values() for problem in library.problems)
    whole = Library(studies, problems, concepts=known.concepts if known is not None else ())
    before = {study.key: study.screening for study in earlier}
    pairs = [pair for pair in duplicates(whole) if not {pair.first, pair.second} <= before.keys()]
    result, gone = merged(whole, [pair for pair in pairs if _surely(pair)])
    again = equal + sum(key in before for key in gone.values())
    likely = tuple((pair.first, pair.second) for pair in pairs if pair.strength == "strong" and not {pair.first, pair.second} & gone.keys())
    return attrs.evolve(result, studies=tuple(_counted_once(study, before.get(study.key)) for study in result)), again, likely


def _equal_ones_joined(earlier: Sequence[Study], new: Sequence[Study]) -> tuple[list[Study], int]:
    """All studies, those that say the same but for their keys made one; and how many of the new ones are equal to an earlier one."""
    places: dict[Study, int] = {}
    listed: list[Study] = []
    equal = 0
    for n, study in enumerate((*earlier, *new)):
        at = places.setdefault(_content(study), len(listed))
        if at == len(listed) or n < len(earlier):
            listed.append(study)
        else:
            equal += at < len(earlier)
            listed[at] = attrs.evolve(listed[at], screening=joined(listed[at].screening, study.screening))
    return listed, equal


def _content(study: Study) -> Study:
    """What a record says of its work, whatever it is called and whatever was decided about it."""
    return attrs.evolve(study, key="", screening=Screening(), extra=tuple(pair for pair in study.extra if pair[0] != ALIAS))


def _surely(pair: Pair) -> bool:
    """Whether two records are one work without anybody's asking: certain by identifiers, or alike in all by which a work is found."""
    return pair.strength == "certain" or {reason.code for reason in pair.reasons} >= _ALL


def _found_in(study: Study, place: str) -> Study:
    return attrs.evolve(study, screening=attrs.evolve(study.screening, found_in=(place,)))


def _counted_once(study: Study, before: Screening | None) -> Study:
    """A record of an earlier day: the places in which it had been found, and the new ones."""
    if before is None:
        return study
    new = tuple(dict.fromkeys(place for place in study.screening.found_in if place not in before.found_in))
    return attrs.evolve(study, screening=attrs.evolve(study.screening, found_in=(*before.found_in, *new)))
