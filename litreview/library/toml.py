"""TOML files that a person writes by hand: their values, and the line of each key, so that a fault can be pointed at."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from litreview.errors import fault
from litreview.languages.failures import unreadable
from litreview.library.sources import read_bytes, read_text

LARGEST = 1_000_000
"""Bytes such a file may have."""

DEEPEST = 4
"""So many names of a dotted key have a line."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_BARE = re.compile(r"[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*")
_STATEMENT = re.compile(rf"[ \t]*(?:\[\[?[ \t]*(?P<table>{_KEYS})[ \t]*\]\]?|(?P<key>{_KEYS})[ \t]*=)")
_VALUE = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[\]{}\n]|[^\"'\#\[\]{}\n]+",
    re.DOTALL,
)
"""A piece of a value: a string, a comment, a bracket, the end of a line, or whatever stands between them."""
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

Keys = tuple[str, ...]


@attrs.frozen
class TomlFile:
    """What stands in the file `path`; `lines` are those (from 1) on which keys and tables first stand, down to `DEEPEST`."""

    path: str
    data: Mapping[str, Any]
    lines: Mapping[Keys, int]

    def line(self, *keys: str) -> int | None:
        """The line of the key that `keys` lead to, else of the nearest one above it."""
        return next((self.lines[keys[:n]] for n in range(len(keys), 0, -1) if keys[:n] in self.lines), None)


def read_toml(path: str | os.PathLike[str]) -> TomlFile:
    """The TOML file `path`. Raises ReadError, with the line, for one that is missing, larger than `LARGEST`, no UTF-8 or no TOML."""
    name = os.fspath(path)
    data = read_bytes(name)
    if len(data) > LARGEST:
        raise unreadable(fault("toml-too-large", file=name, severity="error", limit=LARGEST // 1_000_000))
    text = read_text(data, name).replace("\r\n", "\n")
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _AT.search(str(error))
        line = int(place[1]) if place and place[1] else max(1, len(text.splitlines()))
        raise unreadable(fault("toml-broken", file=name, line=line, severity="error", reason=_reason(str(error)))) from error
    lines: dict[Keys, int] = {}
    for keys, line in _statements(text):
        for n in range(1, min(len(keys), DEEPEST) + 1):
            lines.setdefault(keys[:n], line)
    return TomlFile(name, values, lines)


_REASONS = (
    ("toml-equals", ("Expected '='",)),
    ("toml-value", ("Invalid value", "Invalid date", "Invalid hex")),
    ("toml-text", ("Unterminated string", "Illegal character", "Unescaped", "Escaped character", "Expected '\"")),
    ("toml-twice", ("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate", "Cannot redefine")),
    ("toml-open", ("Unclosed array", "Unclosed inline table", "Expected ']")),
    ("toml-behind", ("Expected newline",)),
)
"""What tomllib says, by how it begins, as words of ``[problem-words]``."""


def _reason(said: str) -> str:
    return next((word for word, heads in _REASONS if said.startswith(heads)), "toml-syntax")


def _statements(text: str) -> Iterator[tuple[Keys, int]]:
    """Each table and key of a sound TOML text with its line; those within inline tables are left out.

    >>> list(_statements('"a b" = [\\n"c = 1", # d = 2\\n]\\n[e]\\nf.g = 3'))
    [(('a b',), 1), (('e',), 4), (('e', 'f', 'g'), 5)]
    """
    table: Keys = ()
    at, line = 0, 1
    while at < len(text):
        statement = _STATEMENT.match(text, at)
        if statement and statement["table"] is not None:
            table = _parts(statement["table"])
            yield table, line
        elif statement:
            yield (*table, *_parts(statement["key"])), line
        end = _end(text, statement.end() if statement else at)
        line += text.count("\n", at, end)
        at = end


def _end(text: str, at: int) -> int:
    """Where the line ends on which the value at `at` ends, and any comment behind it."""
    depth = 0
    while (piece := _VALUE.match(text, at)) is not None:
        at = piece.end()
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(piece[0], 0)
        if piece[0] == "\n" and depth == 0:
            return at
    return len(text)


def _parts(keys: str) -> Keys:
    """The names of a dotted key, as TOML reads them."""
    if _BARE.fullmatch(keys):
        return tuple(name.strip(" \t") for name in keys.split("."))
    found: Any = tomllib.loads(f"{keys} = 0")
    names: list[str] = []
    while isinstance(found, dict):
        (name,) = found
        names.append(name)
        found = found[name]
    return tuple(names)
