"""Two studies compared: what speaks for one work, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from rapidfuzz import fuzz

from litreview.dedupe.features import Features, Title
from litreview.dedupe.pair import Pair, Strength
from litreview.dedupe.titles import Relation, relation
from litreview.errors import Problem, fault

_WEIGHTS = {"title": 3.0, "authors": 2.5, "year": 1.5, "container": 1.0, "pages": 1.0}
"""What each agreement counts in the score: titles and authors most."""
_ALIKE_CONTAINER = 85
_LONG_TITLE = 4
"""Content words from which a title says enough to tell works apart; below it, "Introduction" is the same for many."""
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
    told, title = _titles(first, second)
    part_of = (first.type in _PARTS and second.type in _WHOLES) or (second.type in _PARTS and first.type in _WHOLES)
    if shared:
        reasons = [fault("same-identifier", severity="info", kind=kind, value=value) for kind, value in sorted(shared)]
        contradicted = told == "different" or part_of
        return _pair(first, second, "strong" if contradicted else "certain", [*reasons, *_evidence(first, second, told)])
    if told in ("different", "apart") or title is None or not _plausible(first, second):
        return None
    if told == "same" and isbns and not part_of and first.year == second.year:
        reasons = [fault("same-identifier", severity="info", kind="ISBN", value=", ".join(sorted(isbns)))]
        return _pair(first, second, "certain", [*reasons, *_evidence(first, second, told)])
    strength = _strength(first, second, told, title, part_of)
    return _pair(first, second, strength, list(_evidence(first, second, told))) if strength else None


def _plausible(first: Features, second: Features) -> bool:
    """Whether years and people allow one work at all: asked first, since it is cheap."""
    return _years_fit(first, second) and (not first.people or not second.people or _shared_people(first, second) > 0)


def _strength(first: Features, second: Features, told: Relation, title: Title, part_of: bool) -> Strength | None:
    people = _shared_people(first, second)
    nobody = not first.people or not second.people
    against = _against(first, second) or part_of
    everybody = people and first.people == second.people == len(first.families & second.families)
    one_year = first.year is not None and first.year == second.year
    if told == "same" and not against and everybody and one_year and len(title.content) >= _LONG_TITLE:
        return "certain"
    if told == "same" and people:
        return "weak" if against else "strong"
    if against or len(title.content) < _LONG_TITLE - 1:
        return None
    if told == "same":
        return "weak" if nobody else None
    return "weak" if people or (nobody and told == "alike") else None


def _titles(first: Features, second: Features) -> tuple[Relation, Title | None]:
    """The closest relation between titles of one language; a difference in a language that both have outweighs the others."""
    found: dict[Relation, Title] = {}
    for one in first.titles:
        for other in second.titles:
            found.setdefault(relation(one, other), one)
    for told in _CLOSEST_FIRST:
        if told in found:
            return told, found[told]
    return "apart", None


def _years_fit(first: Features, second: Features) -> bool:
    return first.year is None or second.year is None or abs(first.year - second.year) <= 1


def _shared_people(first: Features, second: Features) -> int:
    return len(first.families & second.name_words | second.families & first.name_words | first.families & second.families)


def _against(first: Features, second: Features) -> bool:
    """Whether something that both state says that they are two: other identifiers of one kind, pages, volumes, issues, journals."""
    kinds = {kind for kind, _ in first.identifiers} & {kind for kind, _ in second.identifiers}
    if kinds or (first.isbns and second.isbns and not first.isbns & second.isbns):
        return True
    for mine, theirs in ((first.volume, second.volume), (first.issue, second.issue), (first.page, second.page)):
        if mine and theirs and mine != theirs:
            return True
    return bool(first.container and second.container and not _same_container(first, second))


def _same_container(first: Features, second: Features) -> bool:
    if first.issns & second.issns:
        return True
    one, other = " ".join(first.container), " ".join(second.container)
    return bool(one and other) and (fuzz.token_set_ratio(one, other) >= _ALIKE_CONTAINER or _abbreviates(first.container, second.container))


def _abbreviates(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether each word of the one begins a word of the other, in order: "J. Port Cit." and "Journal of Port Cities"."""
    short, long = sorted((first, second), key=lambda listed: sum(map(len, listed)))
    rest = iter(long)
    return all(any(word.startswith(part) for word in rest) for part in short)


def _evidence(first: Features, second: Features, told: Relation) -> Iterator[Problem]:
    if told in _TITLE_REASONS:
        yield fault(_TITLE_REASONS[told], severity="info")
    if names := sorted(first.families & second.families):
        yield fault("same-names", severity="info", value=", ".join(names))
    if first.year is not None and first.year == second.year:
        yield fault("same-year", severity="info", value=first.year)
    elif first.year is not None and second.year is not None:
        yield fault("near-year", severity="info", value=first.year, other=second.year)
    if _same_container(first, second):
        yield fault("same-container", severity="info")
    if first.page and first.page == second.page:
        yield fault("same-pages", severity="info", value=first.page)


def score(first: Features, second: Features) -> float:
    """How alike two studies are, 0-1: the weighted mean over what both state."""
    found: dict[str, float] = {}
    ratios = [
        fuzz.ratio(a.joined, b.joined)
        for a in first.titles
        for b in second.titles
        if not (a.language and b.language and a.language != b.language)
    ]
    if ratios:
        found["title"] = max(ratios) / 100
    if first.people and second.people:
        found["authors"] = min(1.0, _shared_people(first, second) / max(len(first.families), len(second.families), 1))
    if first.year is not None and second.year is not None:
        found["year"] = max(0.0, 1 - abs(first.year - second.year) / 2)
    if first.container and second.container:
        found["container"] = 1.0 if _same_container(first, second) else 0.0
    if first.page and second.page:
        found["pages"] = float(first.page == second.page)
    weight = sum(_WEIGHTS[name] for name in found)
    return round(sum(_WEIGHTS[name] * value for name, value in found.items()) / weight, 3) if weight else 0.0


def _pair(first: Features, second: Features, strength: Strength, reasons: list[Problem]) -> Pair:
    return Pair(first.key, second.key, strength, score(first, second), tuple(attrs.evolve(r, key=None) for r in reasons))
