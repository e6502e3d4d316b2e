"""Countries: their names by language, what texts call them, and the continent they lie on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from litreview.record import LangText

_NOT_NAMES = ("continent", "variants", "texts")
TABLE = Path(__file__).parent / "gazetteer" / "countries.toml"


@attrs.frozen
class Country:
    """One country: ISO 3166-1 alpha-2 code, name by language tag, continent ("asia", "europe", "africa", "americas", "oceania").

    `texts` is what texts call it by language, empty where no text is searched for it; `variants` are further spellings there.
    """

    code: str
    name: LangText
    continent: str | None
    texts: LangText = LangText()
    variants: tuple[str, ...] = ()


def country(code: str) -> Country:
    """The country with this code; an unknown code is its own name and lies on no continent.

    >>> country("KR").name["id"], country("KR").continent
    ('Korea Selatan', 'asia')
    """
    return countries().get(code.upper(), Country(code, LangText({"und": code}), None))


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code.

    >>> countries()["TR"].name["en"], countries()["TR"].texts["en"]
    ('Türkiye', 'Turkey')
    """
    with TABLE.open("rb") as file:
        rows = tomllib.load(file)
    return {code: _country(code, row) for code, row in rows.items()}


def _country(code: str, row: Mapping[str, Any]) -> Country:
    names = {tag: name for tag, name in row.items() if tag not in _NOT_NAMES}
    texts = row.get("texts", dict(sorted(names.items())))
    return Country(code, LangText(names), row["continent"], LangText(texts or {}), tuple(row.get("variants", ())))
