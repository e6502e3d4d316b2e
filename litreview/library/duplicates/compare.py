"""Two studies compared: what speaks for one work, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from rapidfuzz import fuzz

from litreview.errors import Problem, fault
from litreview.library.duplicates.agreement import (
    against,
    everybody,
    printed_twice,
    same_container,
    same_place,
    score,
    shared_people,
    years_fit,
)
from litreview.library.duplicates.bilingual import one_place, one_title
from litreview.library.duplicates.features import Features, Title
from litreview.library.duplicates.pair import Pair, Strength
from litreview.library.duplicates.thresholds import CONTRADICTED, LONG_TITLE, MISSPELT
from litreview.library.duplicates.titles import Relation, relation

_TITLE_REASONS: dict[Relation, str] = {"same": "same-title", "alike": "alike-title", "longer": "longer-title"}
_CLOSEST_FIRST: tuple[Relation, ...] = ("same", "alike", "longer", "different", "apart")
_WHOLES = ("book", "periodical")
_PARTS = ("chapter", "paper-conference", "article-journal", "entry-encyclopedia", "entry-dictionary")


def compare(first: Features, second: Features) -> Pair | None:
    """The pair with its strength and reasons, or None where they are two works, or nothing says that they are one."""
    shared = first.identifiers & second.identifiers
    isbns = first.isbns & second.isbns
    if not shared and not isbns and not _plausible(first, second):
        return None
    closest, title = _titles(first, second)
    if closest == "different" and same_place(first, second) and _misspelt(first, second):
        closest = "alike"
    part_of = (first.type in _PARTS and second.type in _WHOLES) or (second.type in _PARTS and first.type in _WHOLES)
    if shared:
        reasons = [fault("same-identifier", severity="info", kind=kind, value=value) for kind, value in sorted(shared)]
        pair = _pair(first, second, "certain", [*reasons, *_evidence(first, second, closest)])
        if closest != "different" and not part_of:
            return pair
        return attrs.evolve(pair, strength="strong" if pair.score >= CONTRADICTED else "weak")
    if closest in ("different", "apart"):
        return None if part_of else _in_two_languages(first, second, closest)
    if title is None or not _plausible(first, second) or printed_twice(first, second):
        return None
    if closest == "same" and isbns and not part_of and first.type == second.type and first.year == second.year:
        reasons = [fault("same-identifier", severity="info", kind="ISBN", value=", ".join(sorted(isbns)))]
        return _pair(first, second, "certain", [*reasons, *_evidence(first, second, closest)])
    strength = _strength(first, second, closest, title, part_of)
    if strength == "weak" and same_place(first, second) and not part_of and not against(first, second):
        strength = "strong"
    return _pair(first, second, strength, list(_evidence(first, second, closest))) if strength else None


def _in_two_languages(first: Features, second: Features, closest: Relation) -> Pair | None:
    """The pair of two works with different titles, if these may be one title in two languages."""
    if (reason := one_place(first, second, closest == "apart")) is not None:
        return _pair(first, second, "strong" if closest == "apart" else "weak", [reason, *_evidence(first, second, closest)])
    if (reason := one_title(first, second)) is not None:
        return _pair(first, second, "weak", [reason, *_evidence(first, second, closest)])
    return None


def _plausible(first: Features, second: Features) -> bool:
    """Whether years and people allow one work at all: asked first, since it is cheap."""
    return years_fit(first, second) and (not first.people or not second.people or shared_people(first, second) > 0)


def _strength(first: Features, second: Features, closest: Relation, title: Title, part_of: bool) -> Strength | None:
    people = shared_people(first, second)
    nobody = not first.people or not second.people
    contradicted = against(first, second) or part_of
    one_year = first.year is not None and first.year == second.year
    one_kind = first.type == second.type or "document" in (first.type, second.type)
    if closest == "same" and not contradicted and everybody(first, second) and one_year and one_kind and len(title.content) >= LONG_TITLE:
        return "certain"
    if closest == "same" and people:
        return "weak" if contradicted else "strong"
    if contradicted or len(title.content) < LONG_TITLE - 1:
        return None
    if closest == "same":
        return "weak" if nobody else None
    return "weak" if people or (nobody and closest == "alike") else None


def _titles(first: Features, second: Features) -> tuple[Relation, Title | None]:
    """The closest relation between titles of one language; a difference in a language that both have outweighs the others."""
    related: dict[Relation, Title] = {}
    for title in first.titles:
        for other in second.titles:
            related.setdefault(relation(title, other), title)
    for closest in _CLOSEST_FIRST:
        if closest in related:
            return closest, related[closest]
    return "apart", None


def _evidence(first: Features, second: Features, closest: Relation) -> Iterator[Problem]:
    if closest in _TITLE_REASONS:
        yield fault(_TITLE_REASONS[closest], severity="info")
    if names := sorted(first.families & second.families):
        yield fault("same-names", severity="info", value=", ".join(names))
    if first.year is not None and first.year == second.year:
        yield fault("same-year", severity="info", value=first.year)
    elif first.year is not None and second.year is not None:
        yield fault("near-year", severity="info", value=first.year, other=second.year)
    if same_container(first, second):
        yield fault("same-container", severity="info")
    if first.page and first.page == second.page:
        yield fault("same-pages", severity="info", value=first.page)


def _pair(first: Features, second: Features, strength: Strength, reasons: list[Problem]) -> Pair:
    return Pair(first.key, second.key, strength, score(first, second), tuple(attrs.evolve(r, key=None) for r in reasons))


def _misspelt(first: Features, second: Features) -> bool:
    """Whether titles with the same numbers differ in a few letters only: enough where the place is the same, and nowhere else."""
    pairs = ((a, b) for a in first.titles for b in second.titles)
    return any(a.numbers == b.numbers and fuzz.ratio(a.joined, b.joined) >= MISSPELT for a, b in pairs)
