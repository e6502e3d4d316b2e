"""The label of a work in label styles: letters of the family names and the year ("Doe99", "DoRo99")."""

from __future__ import annotations

from collections.abc import Mapping

from litreview.record.dates import Date
from litreview.record.names import Name

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}


def citation_label(names: Mapping[str, tuple[Name, ...]], dates: Mapping[str, Date], texts: Mapping[str, str]) -> str:
    """Four letters of one name, two of each of two, fewer of more; then two digits of the year.

    >>> citation_label({"author": (Name(family="Doe"), Name(family="Roe"))}, {}, {})
    'DoRo'
    """
    people = next((names_of_role for role in ("author", "editor", "translator") if (names_of_role := names.get(role))), ())
    families = [name.family or name.literal or "" for name in people]
    if families:
        counts = _LETTERS.get(len(families), (1, 1, 1, 1))
        label = "".join(family[:count] for family, count in zip(families, counts, strict=False))
    else:
        label = "".join(c for c in texts.get("title", "") if c.isalnum())[:4]
    issued = dates.get("issued")
    year = None if issued is None else issued.year
    return label + (f"{year % 100:02d}" if year is not None else "")
