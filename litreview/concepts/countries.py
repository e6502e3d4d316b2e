"""Countries: their names by language and the continent they lie on."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import attrs

from litreview.record import LangText

_FILE = Path(__file__).parent / "geography" / "countries.toml"


@attrs.frozen
class Country:
    """One country: ISO 3166-1 alpha-2 code, name by language tag, continent ("asia", "europe", "africa", "americas", "oceania")."""

    code: str
    name: LangText
    continent: str | None


def country(code: str) -> Country:
    """The country with this code; an unknown code is its own name and lies on no continent.

    >>> country("KR").name["id"], country("KR").continent
    ('Korea Selatan', 'asia')
    """
    return _table().get(code.upper(), Country(code, LangText({"und": code}), None))


@cache
def _table() -> dict[str, Country]:
    with _FILE.open("rb") as file:
        rows = tomllib.load(file)
    return {code: Country(code, LangText({"id": row["id"], "en": row["en"]}), row["continent"]) for code, row in rows.items()}
