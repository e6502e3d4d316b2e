"""JSON text as its records, each with the line it begins on. Source: RFC 8259; size and nesting are bounded, doubled names are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any

import attrs

from litreview.errors import Origin, Problem
from litreview.formats._refusal import refusal
from litreview.formats._text import decode

_SPACE = re.compile(r"[ \t\r\n]*")


@attrs.frozen
class Item:
    """One record of a JSON file: its value, the line it begins on, and its own text."""

    value: Any
    line: int
    source: str

    def line_of(self, field: str) -> int:
        """The line on which the member `field` begins, as far as its name shows it, else that of the record."""
        match = re.search(rf'"{re.escape(field.partition(":")[0].partition(".")[0])}"\s*:', self.source)
        return self.line + self.source.count("\n", 0, match.start()) if match else self.line


def items(data: bytes, name: str, wrappers: tuple[str, ...] = ()) -> tuple[Item, ...]:
    """The records of a JSON file: the members of a list, or of the first list found under one of `wrappers` (dotted paths), one object, or
    objects one after the other (JSON Lines).

    Raises ReadError (path and line) where it is no JSON.

    >>> [(i.value, i.line) for i in items(b'[{"a": 1},\\n {"a": 2}]', "x.json")]
    [({'a': 1}, 1), ({'a': 2}, 2)]
    """
    text, _ = decode(data, name)
    if not text.strip():
        return ()
    start = _skip_space(text, 0)
    if text[start : start + 1] == "[":
        return tuple(_members(text, start, name))
    whole, end = _value(text, start, name)
    if text[_skip_space(text, end) :]:
        return tuple(_lines(text, start, name))
    for path in wrappers:
        wrapped: Any = whole
        for step in path.split("."):
            wrapped = wrapped.get(step) if isinstance(wrapped, Mapping) else None
        if isinstance(wrapped, list):
            opened = re.search(rf'"{re.escape(path.rpartition(".")[2])}"\s*:\s*(?=\[)', text)
            members = tuple(_members(text, opened.end(), name, inside=True)) if opened else ()
            return members if [item.value for item in members] == wrapped else tuple(Item(value, 1, "") for value in wrapped)
    return (Item(whole, 1, text),)


def placed(problem: Problem, item: Item, name: str, key: str) -> Problem:
    """A problem of a record, with its file, its line and the key that the record has in the end."""
    field = problem.get("field")
    return attrs.evolve(problem, origin=Origin(name, item.line_of(field) if field else item.line), key=key)


def _lines(text: str, start: int, name: str) -> Iterator[Item]:
    """The objects of a text in which one follows the other, each on its line (JSON Lines)."""
    at, line, counted = start, 1, 0
    while at < len(text):
        line += text.count("\n", counted, at)
        counted = at
        if text[at] != "{":
            raise refusal("not-json", name, line, reason=f"json-behind {at - text.rfind(chr(10), 0, at)}")
        value, end = _value(text, at, name)
        yield Item(value, line, text[at:end])
        at = _skip_space(text, end)


def _members(text: str, start: int, name: str, inside: bool = False) -> Iterator[Item]:
    """The members of the list that opens at `start`; nothing may follow unless it is inside of something."""
    at = _skip_space(text, start + 1)
    line, counted = text.count("\n", 0, at) + 1, at
    if text[at : at + 1] == "]":
        _check_end(text, at + 1, name, inside)
        return
    while True:
        line += text.count("\n", counted, at)
        counted = at
        value, end = _value(text, at, name)
        yield Item(value, line, text[at:end])
        at = _skip_space(text, end)
        mark = text[at : at + 1]
        if mark == "]":
            _check_end(text, at + 1, name, inside)
            return
        if mark != ",":
            raise refusal("not-json", name, text.count("\n", 0, at) + 1, reason="json-two-records")
        at = _skip_space(text, at + 1)


def _check_end(text: str, at: int, name: str, inside: bool) -> None:
    at = _skip_space(text, at)
    if not inside and at < len(text):
        raise refusal("not-json", name, text.count("\n", 0, at) + 1, reason=f"json-behind {at - text.rfind(chr(10), 0, at)}")


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, name: str) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise refusal("not-json", name, error.lineno, reason=_reason(error)) from None
    except (RecursionError, ValueError) as error:
        reason = "too-deep" if isinstance(error, RecursionError) else "json-number"
        raise refusal("not-json", name, text.count("\n", 0, at) + 1, reason=reason) from None


_REASONS = (
    ("Expecting value", "json-value"), ("Expecting property name", "json-name"), ("Expecting ':'", "json-colon"),
    ("Expecting ','", "json-comma"), ("Unterminated string", "json-open-text"), ("Invalid control", "json-control-character"),
    ("Invalid \\", "json-escape"), ("Extra data", "json-behind"),
    ("Illegal trailing comma", "json-trailing-comma"),
)  # fmt: skip


def _reason(error: json.JSONDecodeError) -> str:
    """What is wrong, as a word of the language files and the column."""
    word = next((word for start, word in _REASONS if error.msg.startswith(start)), None)
    return f"{word} {error.colno}" if word else "json-syntax"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; the second of two members of one name is kept as ``name (2)``, so that it is reported and not lost."""
    members: dict[str, Any] = {}
    for name, value in pairs:
        number, free = 1, name
        while free in members:
            number += 1
            free = f"{name} ({number})"
        members[free] = value
    return members


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _no_number(digits[:20])


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number, parse_float=_finite)


def looks_like(*marks: str) -> Callable[[bytes], bool]:
    """A sniffing function: whether the head of a file has a JSON member of each of these names (a name may be "a|b")."""
    patterns = [re.compile(rb'"(?:' + mark.encode() + rb')"\s*:') for mark in marks]
    return lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and all(p.search(head) for p in patterns)


def string(value: object) -> str:
    """A string or whole number as text; "" for anything else."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def strings(value: object) -> list[str]:
    """The texts of a list, or of one text; everything else in it is left out."""
    return [text for member in (value if isinstance(value, list) else [value]) if (text := string(member))]


def first(value: object) -> str:
    """The first text of a list, or a text alone; "" where there is none."""
    return next(iter(strings(value)), "")


def mapping(value: object) -> Mapping[str, Any]:
    """An object, or an empty one in place of anything else."""
    return value if isinstance(value, Mapping) else {}


def mappings(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list; everything else in it is left out."""
    return [member for member in value if isinstance(member, Mapping)] if isinstance(value, list) else []
