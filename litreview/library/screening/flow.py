"""The numbers of a screening, stage by stage. Source: PRISMA 2020, flow diagram for new systematic reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

import attrs

from litreview.record import Library, Screening, Study
from litreview.record.screening import AGAINST

L = TypeVar("L", bound=Library)


@attrs.frozen
class Flow:
    """How many records came through each stage.

    - `found`: the records found in each database, in the order in which they first come; `elsewhere`: those found in none of them.
    - `duplicates`: found more than once, and made one; `screened`: the records that were left.
    - `undecided`: not yet decided by title and abstract; `excluded`: left out by them, with the reasons given, most frequent first.
    - `sought`: kept for reading in full; `not_retrieved`: of these not obtained; `waiting`: of these not yet decided.
    - `assessed`: read in full and decided; `excluded_full_text`: left out then, with reasons; `included`: taken into the review.
    """

    found: tuple[tuple[str, int], ...]
    elsewhere: int
    duplicates: int
    screened: int
    undecided: int
    excluded: tuple[tuple[str, int], ...]
    sought: int
    not_retrieved: int
    waiting: int
    assessed: int
    excluded_full_text: tuple[tuple[str, int], ...]
    included: int

    @property
    def identified(self) -> int:
        """All records found, duplicates among them."""
        return sum(number for _, number in self.found) + self.elsewhere


def flow(studies: Iterable[Study]) -> Flow | None:
    """The numbers for those of `studies` that are part of a screening; None where none is.

    A reason that nobody gave is "".

    >>> made = [Screening(("Scopus", "Garuda"), "included"), Screening(("Scopus",), "excluded", "no city"), Screening(("Garuda",))]
    >>> counted = flow(Study(f"s{n}", screening=screening) for n, screening in enumerate(made))
    >>> counted.found, counted.duplicates, counted.screened, counted.excluded, counted.undecided, counted.included
    ((('Scopus', 2), ('Garuda', 2)), 1, 3, (('no city', 1),), 1, 1)
    """
    all_screened = [study.screening for study in studies if study.screening]
    if not all_screened:
        return None
    places = Counter(place for one in all_screened for place in one.found_in)
    elsewhere = sum(not one.found_in for one in all_screened)
    decided = Counter(one.decision for one in all_screened)
    kept = ("sought", "not-retrieved", "excluded-full-text", "included")
    return Flow(
        tuple(places.items()),
        elsewhere,
        sum(places.values()) + elsewhere - len(all_screened),
        len(all_screened),
        decided[None],
        _reasons(all_screened, "excluded"),
        sum(decided[name] for name in kept),
        decided["not-retrieved"],
        decided["sought"],
        decided["excluded-full-text"] + decided["included"],
        _reasons(all_screened, "excluded-full-text"),
        decided["included"],
    )


def screened(library: L) -> tuple[L, tuple[Study, ...]]:
    """The library of the studies that are reviewed, and those that the screening leaves out."""
    concluded = any(study.screening.decision == "included" for study in library)
    reviewed = library.filter(lambda study: in_review(study, concluded))
    return reviewed, tuple(study for study in library if study.key not in reviewed)


def in_review(study: Study, concluded: bool) -> bool:
    """Whether a study is reviewed: nothing speaks against it, and once a screening is `concluded` (some study is included) it is too.

    >>> [in_review(Study("a", screening=Screening(("Scopus",), said)), True) for said in (None, "included", "excluded")]
    [False, True, False]
    >>> in_review(Study("a", screening=Screening(("Scopus",))), False), in_review(Study("a"), True)
    (True, True)
    """
    if not study.screening:
        return True
    return study.screening.decision == "included" if concluded else study.screening.decision not in AGAINST


def _reasons(screenings: Iterable[Screening], decision: str) -> tuple[tuple[str, int], ...]:
    counted = Counter(one.reason for one in screenings if one.decision == decision)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
