"""Where a work was found, and what was decided about it: the screening of a systematic review. Source: the stages of PRISMA 2020."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

DECISIONS = ("excluded", "sought", "not-retrieved", "excluded-full-text", "included")
"""What can be decided, in the order of the stages: left out by title and abstract, kept for reading, not obtained, left out after reading,
taken into the review. Where nothing is said, nobody has decided yet."""

AGAINST = frozenset({"excluded", "not-retrieved", "excluded-full-text"})
"""The decisions by which a work is not in the review."""


@attrs.frozen
class Screening:
    """The screening of one record.

    `found_in` names the databases in which it was found, each as often as it was found there; `decision` is one of `DECISIONS` or None;
    `reason` says why it was left out, in the words of whoever decided.

    >>> bool(Screening()), bool(Screening(("Scopus",))), Screening(("Scopus", "Garuda"), "excluded", "not a study of cities").reason
    (False, True, 'not a study of cities')
    """

    found_in: tuple[str, ...] = ()
    decision: str | None = None
    reason: str = ""

    def __bool__(self) -> bool:
        return self != Screening()

    def plain(self) -> dict[str, Any]:
        """As a mapping of plain values, without what is not stated.

        >>> Screening(("Scopus",), "included").plain()
        {'found-in': ['Scopus'], 'decision': 'included'}
        """
        whole = {"found-in": list(self.found_in), "decision": self.decision, "reason": self.reason}
        return {name: value for name, value in whole.items() if value}


def read_screening(value: object) -> Screening | None:
    """The screening that a mapping of plain values says (see `Screening.plain`), or None where it is none.

    >>> read_screening({"found-in": "Scopus", "decision": "included"}), read_screening({"decision": "perhaps"})
    (Screening(found_in=('Scopus',), decision='included', reason=''), None)
    """
    if not isinstance(value, Mapping) or not set(value) <= {"found-in", "decision", "reason"}:
        return None
    places, decision, reason = value.get("found-in") or (), value.get("decision") or None, value.get("reason") or ""
    listed = (places,) if isinstance(places, str) else tuple(places) if isinstance(places, list | tuple) else None
    if listed is None or not all(isinstance(place, str) for place in listed) or not isinstance(reason, str):
        return None
    return Screening(listed, decision, reason) if decision is None or decision in DECISIONS else None


def joined(first: Screening, second: Screening) -> Screening:
    """The screening of two records that are one work: found in all places of both, decided as the first, else as the second.

    >>> joined(Screening(("Scopus",)), Screening(("Garuda",), "excluded", "a book review"))
    Screening(found_in=('Scopus', 'Garuda'), decision='excluded', reason='a book review')
    """
    decided = first if first.decision else second
    return Screening((*first.found_in, *second.found_in), decided.decision, decided.reason)
