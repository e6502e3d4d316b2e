"""Names as CSL-JSON has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs

from litreview.record.csl_values.texts import clean, is_set, text_of
from litreview.record.names import Name

PARTS = {
    "family": "family", "given": "given", "dropping-particle": "dropping_particle", "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix", "literal": "literal",
}  # fmt: skip
FLAGS = {"comma-suffix": "comma_suffix", "static-ordering": "static_ordering"}
OTHERS = {"literal": "others"}
"""Further persons whom the source does not name, as the last name of a list; so Pandoc writes and reads it."""

HINTS = ("parse-names", "isInstitution")
"""What the parts mean: whether particles may still stand among them, and whether the family name is that of an institution."""
_KNOWN = frozenset((*PARTS, *FLAGS, *HINTS))


def to_json(name: Name) -> dict[str, Any]:
    """One name of a name variable.

    >>> to_json(Name(family="Meer", non_dropping_particle="van der", given="Pieter"))
    {'family': 'Meer', 'given': 'Pieter', 'non-dropping-particle': 'van der'}
    """
    parts = {member: getattr(name, field) for member, field in PARTS.items()}
    members: dict[str, Any] = {member: value for member, value in parts.items() if value is not None}
    members.update((member, True) for member, field in FLAGS.items() if getattr(name, field))
    if name.parsed:
        members["parse-names"] = False
    return members


@attrs.frozen
class NameRead:
    """What one entry of a name variable came to: the name, or None if it names nobody, and what was wrong with it (problem codes)."""

    name: Name | None
    faults: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def from_json(value: object) -> NameRead:
    """Read one name. A bare string is kept whole, as a literal name; a name with nothing but a given name is that one name.

    A literal name beside parts is what is printed, as in other processors.

    >>> from_json({"family": "Sukarno", "given": ""}).name == Name(family="Sukarno")
    True
    >>> from_json({"family": "Ministry of Ports", "isInstitution": True}).name.literal
    'Ministry of Ports'
    """
    if isinstance(value, str):
        whole = clean(value).strip()
        return NameRead(Name(literal=whole) if whole else None, ("name-as-text",) if whole else ())
    if not isinstance(value, Mapping):
        return NameRead(None, () if value is None else ("name-not-understood",))
    if all(isinstance(part, str) for part in value.values()):
        return _of_words(tuple(value.items()))
    return _of_members(value)


@lru_cache(20_000)  # most persons stand in a file more than once
def _of_words(members: tuple[tuple[str, str], ...]) -> NameRead:
    return _of_members(dict(members))


def _of_members(value: Mapping[str, Any]) -> NameRead:
    parts: dict[str, Any] = {}
    faults: list[str] = []
    for member, field in PARTS.items():
        part = value.get(member)
        if part is not None:
            text = part if isinstance(part, str) else text_of(part)
            if text is None:
                faults.append("name-not-understood")
            elif (cleaned := clean(text)).strip():
                parts[field] = cleaned
                if cleaned != text:
                    faults.append("control-characters")
    unknown = tuple(str(member) for member in value if member not in _KNOWN) if not _KNOWN.issuperset(value) else ()
    if "literal" in parts and ("family" in parts or "given" in parts):
        faults.append("name-literal-and-parts")
    elif "literal" not in parts and is_set(value.get("isInstitution")) and "family" in parts and "given" not in parts:
        parts["literal"] = parts["family"]
    if "literal" in parts:
        return NameRead(Name(literal=parts["literal"]), tuple(faults), unknown)
    if "family" not in parts and "given" in parts:
        parts["family"] = parts.pop("given")
        faults.append("name-given-only")
    if "family" not in parts:
        return NameRead(None, tuple(faults), unknown)
    parts.update((field, True) for member, field in FLAGS.items() if member in value and is_set(value[member]))
    return NameRead(Name(**parts, parsed=not is_set(value.get("parse-names", True))), tuple(faults), unknown)
