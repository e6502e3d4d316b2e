"""Names as CSL-JSON has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.record.names import Name

PARTS = {
    "family": "family", "given": "given", "dropping-particle": "dropping_particle", "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix", "literal": "literal",
}  # fmt: skip
FLAGS = {"comma-suffix": "comma_suffix", "static-ordering": "static_ordering"}
OTHERS = {"literal": "others"}
"""Further persons whom the source does not name, as the last name of a list; so Pandoc writes and reads it."""

IGNORED = ("parse-names",)
"""A hint to one processor, not a part of the name."""


def to_json(name: Name) -> dict[str, Any]:
    """One name of a name variable.

    >>> to_json(Name(family="Meer", non_dropping_particle="van der", given="Pieter"))
    {'family': 'Meer', 'given': 'Pieter', 'non-dropping-particle': 'van der'}
    """
    parts = {member: getattr(name, field) for member, field in PARTS.items()}
    found: dict[str, Any] = {member: value for member, value in parts.items() if value is not None}
    found.update((member, True) for member, field in FLAGS.items() if getattr(name, field))
    return found


@attrs.frozen
class NameRead:
    """What one entry of a name variable came to: the name, or None if it names nobody, and what was wrong with it (problem codes)."""

    name: Name | None
    faults: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def from_json(value: object) -> NameRead:
    """Read one name. A bare string is kept whole, as a literal name; a name with nothing but a given name is that one name.

    >>> from_json({"family": "Sukarno", "given": ""}).name == Name(family="Sukarno")
    True
    """
    if isinstance(value, str):
        return NameRead(Name(literal=value.strip()) if value.strip() else None, ("name-as-text",) if value.strip() else ())
    if not isinstance(value, Mapping):
        return NameRead(None, () if value is None else ("name-not-understood",))
    parts: dict[str, Any] = {}
    faults: list[str] = []
    for member, field in PARTS.items():
        part = value.get(member)
        if isinstance(part, str) and part.strip():
            parts[field] = part
        elif part is not None and not isinstance(part, str):
            faults.append("name-not-understood")
    parts.update((field, True) for member, field in FLAGS.items() if value.get(member) not in (None, False, 0, "", "0", "false"))
    unknown = tuple(str(member) for member in value if member not in PARTS and member not in FLAGS and member not in IGNORED)
    if "literal" in parts and ("family" in parts or "given" in parts):
        del parts["literal"]
        faults.append("name-literal-and-parts")
    if "given" in parts and "family" not in parts:
        parts["family"] = parts.pop("given")
        faults.append("name-given-only")
    if not ({"family", "literal"} & parts.keys()):
        return NameRead(None, tuple(faults), unknown)
    return NameRead(Name(**parts), tuple(faults), unknown)
