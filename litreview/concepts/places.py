"""The gazetteer: countries, and places below them with their level of government, as tables that a caller can extend.

Beside the table of countries (``gazetteer/countries.toml``) every table there gives the places of one country by level, with their
variants. A place says nothing a text does not: who takes the country from here marks it inferred.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from litreview.concepts.countries import TABLE, countries
from litreview.concepts.terms import Found, Terms, longest_first
from litreview.errors import ReadError, UnknownName
from litreview.languages import COMMON
from litreview.record import LangText
from litreview.record.aspects import LEVELS


@attrs.frozen
class Place:
    """A place: its usual name, other spellings, level (one of `LEVELS`) and country (ISO 3166-1 alpha-2).

    `names` are its names where they differ by language. `common` marks a name that is also an ordinary word ("Batu"): it counts
    only with its level before or behind it.
    """

    name: str
    level: str
    country: str
    variants: tuple[str, ...] = ()
    names: LangText = LangText()
    common: bool = False

    def spellings(self) -> tuple[str, ...]:
        """Every spelling, the usual one first."""
        return tuple(dict.fromkeys((self.name, *self.names.values(), *self.variants)))


@cache
def places(extra: tuple[Path, ...] = ()) -> tuple[Place, ...]:
    """Every place of the gazetteer, countries first; `extra` are paths of further tables in the same shape.

    Raises ReadError for a table that cannot be read or names an unknown level or country.
    """
    gazetteer = [
        Place(named[1], "country", country.code, country.variants, country.texts)
        for country in countries().values()
        if (named := country.texts.best(COMMON))
    ]
    tables = sorted(path for path in TABLE.parent.glob("*.toml") if path != TABLE)
    for path in (*tables, *extra):
        gazetteer += _table(_read(path), path)
    return tuple(gazetteer)


def find_places(text: str, extra: tuple[Path, ...] = ()) -> tuple[Found[tuple[Place, ...]], ...]:
    """Where names of places stand in `text`, in order, never overlapping, the longest first.

    Each find has every place of that name as its value (a city and the regency around it, say). Names begin with a capital.

    >>> [[p.name for p in f.value] for f in find_places("between Kisarazu and Petaling Jaya")]
    [['Kisarazu'], ['Petaling Jaya']]
    """
    return longest_first(_terms(extra).find(text))


@cache
def country_spellings(code: str) -> tuple[str, ...]:
    """The names of the country with this ISO code in all languages; empty if unknown.

    >>> country_spellings("JP")
    ('Japan', 'Jepang')
    """
    return next((p.spellings() for p in places() if p.level == "country" and p.country == code), ())


@cache
def _terms(extra: tuple[Path, ...]) -> Terms[tuple[Place, ...]]:
    by_name: dict[str, list[Place]] = {}
    for place in places(extra):
        for spelling in place.spellings():
            by_name.setdefault(spelling, []).append(place)
    folded: dict[str, list[Place]] = {}
    for spelling, listed in by_name.items():
        folded.setdefault(spelling.casefold(), []).extend(p for p in listed if p not in folded.get(spelling.casefold(), ()))
    pairs = ((spelling, tuple(folded[spelling.casefold()])) for spelling in by_name)
    return Terms.of(pairs, "und", exact_case=True)


def _table(table: Mapping[str, Any], path: Path) -> Iterator[Place]:
    code = str(table.get("country", ""))
    if code not in countries():
        raise ReadError(str(UnknownName("country code", code, countries())), path=path.name)
    common = frozenset(table.get("common", ()))
    for level, listed in table.items():
        if level in ("country", "common"):
            continue
        if level not in LEVELS:
            raise ReadError(str(UnknownName("level of place", level, LEVELS)), path=path.name)
        rows = listed.items() if isinstance(listed, dict) else ((name, ()) for name in listed)
        for name, variants in rows:
            yield Place(name, level, code, tuple(variants), common=name in common)


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"not a table of places: {error}", path=path.name) from error
