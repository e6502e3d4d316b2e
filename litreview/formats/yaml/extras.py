"""What no field of a study holds: how it is kept as text in `Study.extra`, and how it gets back to its place in a YAML record.

A pair of `Study.extra` that began in YAML is named ``yaml:`` and the path to where it stood (``yaml:author/0/famly``); all others
stand under the record's key ``extra``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from litreview.formats.yaml.structure import Expected

OWN = "yaml:"
_MARKED = ("{", "[", '"')


def encoded(value: Any) -> str:
    """A value of a YAML record as one text: a text as itself, anything else (or what looks like it) as JSON.

    >>> encoded("plain"), encoded({"a": None}), encoded("[a]")
    ('plain', '{"a": null}', '"[a]"')
    """
    if isinstance(value, str) and not value.startswith(_MARKED) and value != "null":
        return value
    return json.dumps(value, ensure_ascii=False)


def decoded(text: str) -> Any:
    """The reverse of `encoded`; text that is no JSON is itself."""
    if text.startswith(_MARKED) or text == "null":
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return text


def pairs_of(value: Any) -> tuple[tuple[str, str], ...]:
    """The pairs under the key ``extra``: a mapping from name to a text or a list of texts, or a list of such mappings."""
    pairs: list[tuple[str, str]] = []
    for part in value if isinstance(value, list) else [value]:
        if not isinstance(part, Mapping):
            raise Expected("expected-mapping")
        for name, texts in part.items():
            for text in texts if isinstance(texts, list) and texts else [texts]:
                pairs.append((name, text if isinstance(text, str) else encoded(text)))
    return tuple(pairs)


def under_extra(pairs: Iterable[tuple[str, str]]) -> Any:
    """The value of the key ``extra`` for these pairs; a list of mappings where a mapping could not keep their order.

    >>> under_extra([("ris:KW", "a"), ("ris:KW", "b"), ("ris:ID", "1")])
    {'ris:KW': ['a', 'b'], 'ris:ID': '1'}
    """
    listed = list(pairs)
    members: dict[str, Any] = {}
    last = None
    for name, text in listed:
        if name in members and name != last:
            return [{name: text} for name, text in listed]
        members[name] = text if name not in members else [*(members[name] if isinstance(members[name], list) else [members[name]]), text]
        last = name
    return members


def put_back(record: dict[str, Any], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put what once stood in a YAML record back to where it stood (in place); returns the pairs that have no place there."""
    others: list[tuple[str, str]] = []
    for name, text in pairs:
        steps = name.removeprefix(OWN).split("/")
        if not name.startswith(OWN) or not _insert(record, steps, decoded(text)):
            others.append((name, text))
    return others


def _insert(place: Any, steps: list[str], value: Any) -> bool:
    step, *below = steps
    if isinstance(place, list) and step.isdecimal():
        if not below:
            place.insert(int(step), value)
            return True
        return int(step) < len(place) and _insert(place[int(step)], below, value)
    if not isinstance(place, dict) or not step:
        return False
    if below:
        return step in place and _insert(place[step], below, value)
    if place.get(step) is not None:
        return False
    place[step] = value
    return True
