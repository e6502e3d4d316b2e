"""What people type for a citation style: an abbreviation, a university, a name in other letters. The table is ``short_names.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import attrs


@attrs.frozen
class ShortNames:
    """`everyday`: abbreviation to the name of a style; `universities`: abbreviation to the words of a university's name."""

    everyday: dict[str, str]
    universities: dict[str, str]


@cache
def short_names() -> ShortNames:
    """The table, read once.

    >>> short_names().everyday["mla"], short_names().universities["ugm"]
    ('modern-language-association', 'Universitas Gadjah Mada')
    """
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return ShortNames(table["everyday"], table["universities"])
