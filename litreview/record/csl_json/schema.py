"""The official schema of CSL-JSON as a table, and what in an item does not follow it.

Source: ``csl-data.json`` 1.0.2 of the Citation Style Language schema. It lags behind the CSL specification: some variables of CSL 1.0.2
are not in it, or only under an older name. `fitted` makes an item of ours follow it all the same, and reading undoes that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from litreview.record.csl_values.texts import kind_of
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, TYPES

OLDER = {"part-number": "part", "printing-number": "printing", "supplement-number": "supplement"}
"""Variables that the schema has under an older name."""

_MISSING = frozenset(("license", "editor-translator"))
_TEXT_ONLY = frozenset(("section", "version"))
"""Number variables of the specification that the schema has as text."""

_NUMBERS = (frozenset(NUMBER_VARIABLES) - OLDER.keys() - _TEXT_ONLY) | set(OLDER.values()) | {"id"}
_NAMES = frozenset(NAME_VARIABLES) - _MISSING
_DATES = frozenset(DATE_VARIABLES)
_TEXTS = (frozenset(TEXT_VARIABLES) - _MISSING) | _TEXT_ONLY | {"language", "volume-title-short"}

_STRING, _NUMBER, _FLAG = ("string",), ("string", "number"), ("string", "number", "boolean")
KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_TEXTS, _STRING), **dict.fromkeys(_NUMBERS, _NUMBER), **dict.fromkeys(_NAMES, ("names",)),
    **dict.fromkeys(_DATES, ("date",)), "type": _STRING, "categories": ("strings",), "custom": ("object",),
}  # fmt: skip
"""Every member that an item may have, with the kinds of value it takes."""

NAME_PARTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"), _STRING),
    **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), _FLAG),
}
_WORDS = frozenset(part for part, kinds in NAME_PARTS.items() if kinds == _STRING)
"""Parts of a name that are words; most names have no others."""
DATE_PARTS: dict[str, tuple[str, ...]] = {
    "date-parts": ("date-parts",), "season": _NUMBER, "circa": _FLAG, "literal": _STRING, "raw": _STRING,
}  # fmt: skip


@attrs.frozen
class Misfit:
    """One place in an item that does not follow the schema.

    `field` is the member and `path` the place in it ("author[0].family"). `expected` is a kind ("string", "number", "names", "name",
    "date", "date-parts", "strings", "object", "type", "flag"), or None where the member should not be there; `found` the kind that is
    there, "" where something is missing.
    """

    field: str
    path: str
    expected: str | None
    found: str


def misfits(item: Mapping[str, Any]) -> Iterator[Misfit]:
    """Everything in an item that the schema refuses.

    >>> [(m.path, m.expected, m.found) for m in misfits({"id": "a", "type": "book", "author": [{"family": 1}], "issued": "2019"})]
    [('author[0].family', 'string', 'number'), ('issued', 'date', 'string')]
    """
    for field in ("type", "id"):
        if field not in item:
            yield Misfit(field, field, KINDS[field][-1], "")
    for field, value in item.items():
        if field not in KINDS:
            yield Misfit(str(field), str(field), None, kind_of(value))
        elif field == "type" and not (isinstance(value, str) and value in TYPES):
            yield Misfit(field, field, "type", kind_of(value))
        else:
            yield from _kind_misfits(field, field, value, KINDS[field])


def fitted(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as `to_csl_json` makes it, so that it follows the schema: older names, and what has none moved below ``custom``.

    >>> fitted({"id": "a", "type": "book", "part-number": "2", "license": "MIT", "issued": {"edtf": "../2018"}})["custom"]
    {'litreview': {'item': {'license': 'MIT'}}}
    """
    members: dict[str, Any] = {}
    apart: dict[str, Any] = {}
    for field, value in item.items():
        if field in _MISSING:
            apart[field] = value
        elif field in _DATES and isinstance(value, Mapping) and "edtf" in value:
            members[field] = {"raw" if member == "edtf" else member: part for member, part in value.items()}
        else:
            members[OLDER.get(field, field)] = value
    if apart:
        custom = dict(members.get("custom", {}))
        members["custom"] = {**custom, "litreview": {**custom.get("litreview", {}), "item": apart}}
    return members


def _kind_misfits(field: str, path: str, value: object, kinds: tuple[str, ...]) -> Iterator[Misfit]:
    kind = kind_of(value)
    if kind in kinds:
        return
    listed: list[Any] = list(value) if isinstance(value, list | tuple) else []
    match kinds:
        case ("names",) if kind == "list":
            for n, name in enumerate(listed):
                if not (isinstance(name, dict) and _WORDS.issuperset(name) and all(isinstance(part, str) for part in name.values())):
                    yield from _member_misfits(field, f"{path}[{n}]", name, NAME_PARTS, "name")
        case ("strings",) if kind == "list":
            for n, part in enumerate(listed):
                yield from _kind_misfits(field, f"{path}[{n}]", part, _STRING)
        case ("date",):
            yield from _member_misfits(field, path, value, DATE_PARTS, "date")
        case ("date-parts",):
            if not _are_date_parts(value):
                yield Misfit(field, path, "date-parts", kind)
        case _:
            yield Misfit(field, path, "flag" if kinds == _FLAG else kinds[-1], kind)


def _member_misfits(field: str, path: str, value: object, members: Mapping[str, tuple[str, ...]], kind: str) -> Iterator[Misfit]:
    if not isinstance(value, Mapping):
        yield Misfit(field, path, kind, kind_of(value))
        return
    for member, part in value.items():
        if member in members:
            yield from _kind_misfits(field, f"{path}.{member}", part, members[member])
        else:
            yield Misfit(field, f"{path}.{member}", None, kind_of(part))


def _are_date_parts(value: object) -> bool:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= 2:
        return False
    return all(isinstance(part, list | tuple) and 1 <= len(part) <= 3 and all(kind_of(n) in _NUMBER for n in part) for part in value)
