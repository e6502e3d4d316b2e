"""Cited works as documents and drafts carry them: the members of a CSL-JSON item, which nobody can change.

What a member means is for those who made the item and for those who read it; here they are values, written as JSON where a file needs it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Json: TypeAlias = "str | int | float | tuple[Json, ...] | Mapping[str, Json] | None"
"""A JSON value that cannot change."""

Works: TypeAlias = tuple[tuple[str, Mapping[str, Json]], ...]
"""The key of each work with its item."""

_DEEPEST = 50

URIS = "uris"
"""The member of an item's ``custom`` with the addresses of the work in the library of a citation manager."""


def frozen_item(item: Mapping[str, Any]) -> Mapping[str, Json]:
    """An item with all that is in it made unchangeable; what lies too deep for any item is left out.

    >>> dict(frozen_item({"id": "a", "author": [{"family": "Lee"}]}))
    {'id': 'a', 'author': (mappingproxy({'family': 'Lee'}),)}
    """
    return MappingProxyType({str(name): _frozen(value, 1) for name, value in item.items()})


def _frozen(value: Any, depth: int) -> Json:
    if isinstance(value, Mapping) and depth < _DEEPEST:
        return MappingProxyType({str(name): _frozen(part, depth + 1) for name, part in value.items()})
    if isinstance(value, list | tuple) and depth < _DEEPEST:
        return tuple(_frozen(part, depth + 1) for part in value)
    return value if isinstance(value, str | int | float) else None


def json_text(value: Any, indent: int | None = None) -> str:
    """Items, or anything that holds some, as JSON.

    >>> json_text({"works": frozen_item({"id": "a"})})
    '{"works": {"id": "a"}}'
    """
    return json.dumps(value, ensure_ascii=False, indent=indent, default=dict)
