"""An item of Zotero as an item of CSL-JSON, by Zotero's own mapping of types, fields and creators."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from litreview.formats._zotero.extra import with_extra
from litreview.record.csl_values import dates
from litreview.record.csl_values.raw_dates import read_raw

_STORED = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]|$)\s*(.*)", re.DOTALL)
_ISBN = re.compile(r"(?:97[89]-?)?(?:\d-?){9}[\dx](?!-)\b", re.IGNORECASE)
_PLACES = {"publisher-place": "event-place"}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


@attrs.frozen
class Names:
    """What Zotero's names are in CSL."""

    types: Mapping[str, str]
    texts: Mapping[str, list[str]]
    dates: Mapping[str, str]
    names: Mapping[str, str]
    happening: frozenset[str]
    """Kinds whose place is where it happened."""
    general: Mapping[str, str]
    primary: Mapping[str, str]
    """The first kind of creator by kind of item, where CSL has no name for it."""


@attrs.frozen
class Creator:
    """One creator: its kind, whether that is the first kind which the type of the item has, and the name (`single`: in one field)."""

    kind: str
    first: str
    last: str
    single: bool = False
    primary: bool = False


@cache
def mapping() -> Names:
    """The mapping, read once."""
    file = Path(__file__).parent / "mapping.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    happening = frozenset(tables.pop("happening")["kinds"])
    return Names(**tables, happening=happening)


def csl_item(kind: str, fields: Mapping[str, str], creators: tuple[Creator, ...]) -> tuple[dict[str, Any], str | None]:
    """The item, and the citation key that its Extra or its own field states. `fields` go by their general names.

    >>> csl_item("thesis", {"title": "Ports", "date": "2016-05-00 5/2016", "extra": "PMID: 7"}, (Creator("author", "Min", "Lee"),))[0]
    ... # doctest: +NORMALIZE_WHITESPACE
    {'type': 'thesis', 'title': 'Ports', 'issued': {'date-parts': [[2016, 5]]}, 'author': [{'family': 'Lee', 'given': 'Min'}],
     'PMID': '7'}
    """
    known = mapping()
    item: dict[str, Any] = {"type": known.types.get(kind, "document")}
    for variable, names in known.texts.items():
        for name in names:
            if value := fields.get(name):
                item[_PLACES.get(variable, variable) if kind in known.happening else variable] = _text(variable, value)
                break
    for variable, name in known.dates.items():
        if fields.get(name):
            item[variable] = csl_date(fields[name])
    for creator in creators:
        role = known.names.get(creator.kind) or ("author" if creator.primary else None)
        if role is not None and (creator.last or creator.first):
            item.setdefault(role, []).append(_name(creator))
    item, key = with_extra(item, fields.get("extra", ""), known.types)
    return item, fields.get("citationKey") or key


def left_over(fields: Mapping[str, str], creators: tuple[Creator, ...]) -> list[tuple[str, str]]:
    """What of an item has no place in CSL: fields, and creators of other kinds ("counsel").

    >>> left_over({"title": "Ports", "country": "US"}, (Creator("counsel", "Tom", "Reed"),))
    [('country', 'US'), ('counsel', 'Tom Reed')]
    """
    known = mapping()
    rest = [(name, text) for name, text in fields.items() if name not in _placed()]
    unnamed = [creator for creator in creators if creator.kind not in known.names and not creator.primary]
    return rest + [(one.kind, f"{one.first} {one.last}".strip()) for one in unnamed]


@cache
def _placed() -> frozenset[str]:
    known = mapping()
    return frozenset((*(name for names in known.texts.values() for name in names), *known.dates.values(), "extra", "citationKey"))


def _text(variable: str, value: str) -> str:
    """The value of a field: the first of several ISBNs; without quotes around all of it, by which Zotero keeps capitals."""
    if variable == "ISBN" and (isbn := _ISBN.match(value)):
        return isbn[0]
    return value[1:-1] if len(value) > 2 and value[0] == '"' == value[-1] and '"' not in value[1:-1] else value


def csl_date(value: str) -> dict[str, Any]:
    """A date as Zotero stores it: its own reading first ("2016-05-00", zeros for what is not known), then the words.

    >>> csl_date("2016-05-00 May 2016"), csl_date("2016-00-00 Spring 2016"), csl_date("0000-00-00 in press")
    ({'date-parts': [[2016, 5]]}, {'date-parts': [[2016]], 'season': 1}, {'literal': 'in press'})
    >>> csl_date("1951-00-17 17 Agustus 1951")
    {'date-parts': [[1951, 8, 17]]}
    """
    stored = _STORED.match(value)
    if stored is None:
        return {"raw": value}
    year, month, day = (int(part) for part in stored.groups()[:3])
    words = stored.group(4).strip()
    if not year:
        return {"literal": words or value}
    parts = [year, *([month, *([day] if day else [])] if 0 < month <= 12 else [])]
    if len(parts) == 1 and not words.isdecimal() and (said := read_raw(words)) and said.start and said.start.month and said.year == year:
        return dates.to_json(said)  # a month in a language that Zotero does not know
    season = next((number for word, number in _SEASONS.items() if word in words.casefold()), None)
    return {"date-parts": [parts], **({"season": season} if season and len(parts) == 1 else {})}


def _name(creator: Creator) -> dict[str, str]:
    if creator.single or not creator.first or not creator.last:
        whole = creator.last or creator.first
        return {"literal": whole} if creator.single else {"family": whole}
    return {"family": creator.last, "given": creator.first}
