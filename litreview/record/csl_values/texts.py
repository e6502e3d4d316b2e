"""Texts and numbers as CSL-JSON has them, and the names that older programs give the variables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

RENAMED = {
    "shortTitle": "title-short", "journalAbbreviation": "container-title-short", "event": "event-title",
    "part": "part-number", "printing": "printing-number", "supplement": "supplement-number",
}  # fmt: skip
"""Names that CSL-JSON written by older programs uses, with the name in CSL 1.0.2."""

_LARGEST = 10**300
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def renamed(item: Mapping[str, Any]) -> dict[str, Any]:
    """The members of an item by their names in CSL 1.0.2; where a member has both names, each stays as it is.

    >>> renamed({"event": "Meeting", "shortTitle": "Ports", "title-short": "Docks"})
    {'shortTitle': 'Ports', 'title-short': 'Docks', 'event-title': 'Meeting'}
    """
    members = dict(item)
    for old, new in RENAMED.items():
        if old in members and members.get(new) in (None, ""):
            members[new] = members.pop(old)
    return members


def text_of(value: object) -> str | None:
    """A text or number as text; None for anything else, and for numbers that nobody writes out (infinite ones among them).

    >>> text_of(4.0), text_of("4"), text_of(True), text_of(["4"]), text_of(float("inf"))
    ('4', '4', None, None, None)
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not -_LARGEST < value < _LARGEST:
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def clean(text: str) -> str:
    """`text` without control characters and other code points that no output can hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def is_set(flag: object) -> bool:
    """Whether a flag (a truth value, number or word) is set.

    >>> is_set(1), is_set("true"), is_set("false"), is_set(None)
    (True, True, False, False)
    """
    return flag not in (None, False, 0, "", "0", "false")


def kind_of(value: object) -> str:
    """The kind of a JSON value: string, number, boolean, null, list or object.

    >>> kind_of(True), kind_of(1.5), kind_of([]), kind_of(None)
    ('boolean', 'number', 'list', 'null')
    """
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, Mapping):
        return "object"
    return "list" if isinstance(value, list | tuple) else "null" if value is None else "string"
