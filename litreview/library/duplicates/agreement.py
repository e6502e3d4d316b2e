"""What two studies agree and disagree in, one matter each: years, people, identifiers, places; and how alike they are in all."""

from __future__ import annotations

from rapidfuzz import fuzz

from litreview.library.duplicates.features import Features
from litreview.library.duplicates.thresholds import ALIKE_CONTAINER

_WEIGHTS = {"title": 3.0, "authors": 2.5, "year": 1.5, "container": 1.0, "pages": 1.0}
"""What each agreement counts in the score: titles and authors most."""


def years_fit(first: Features, second: Features) -> bool:
    """Whether the years are the same or next to each other, as far as they are stated."""
    return first.year is None or second.year is None or abs(first.year - second.year) <= 1


def shared_people(first: Features, second: Features) -> int:
    """How many people both name, by their family names or whatever stands in their place."""
    return len(first.families & second.name_words | second.families & first.name_words | first.families & second.families)


def everybody(first: Features, second: Features) -> bool:
    """Whether both are by the same people, all of them."""
    return first.people == second.people == len(first.families & second.families) > 0


def against(first: Features, second: Features) -> bool:
    """Whether something that both state says that they are two: other identifiers of one kind, pages, volumes, issues, journals."""
    kinds = {kind for kind, _ in first.identifiers} & {kind for kind, _ in second.identifiers}
    if kinds or (first.isbns and second.isbns and not first.isbns & second.isbns):
        return True
    for mine, theirs in ((first.volume, second.volume), (first.issue, second.issue), (first.page, second.page)):
        if mine and theirs and mine != theirs:
            return True
    return bool(first.container and second.container and not same_container(first, second))


def same_place(first: Features, second: Features) -> bool:
    """Whether two works stand on one page of one volume: of one journal and year, and by the same people, as far as that is stated."""
    one_volume = bool(first.volume) and first.volume == second.volume
    one_page = bool(first.page) and first.page == second.page
    people = not first.people or not second.people or shared_people(first, second) > 0
    return one_volume and one_page and people and (first.year == second.year or first.year is None or second.year is None)


def printed_twice(first: Features, second: Features) -> bool:
    """Whether two works were printed in two places: two at least of year, volume, issue and first page are different.

    A work that has appeared online counts its pages from one until it is given a volume: that is no difference.
    """
    waiting = any(not study.volume and study.page == "1" for study in (first, second))
    places = [(first.volume, second.volume), (first.issue, second.issue), *([] if waiting else [(first.page, second.page)])]
    years = first.year is not None and second.year is not None and first.year != second.year
    return years + sum(bool(mine and theirs and mine != theirs) for mine, theirs in places) > 1


def same_container(first: Features, second: Features) -> bool:
    """Whether both appeared in one journal, book or house: by its ISSN, its name, or an abbreviation of that."""
    if first.issns & second.issns:
        return True
    mine, theirs = " ".join(first.container), " ".join(second.container)
    return bool(mine and theirs) and (
        fuzz.token_set_ratio(mine, theirs) >= ALIKE_CONTAINER or _abbreviates(first.container, second.container)
    )


def _abbreviates(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether each word of the one begins a word of the other, in order: "J. Port Cit." and "Journal of Port Cities"."""
    short, long = sorted((first, second), key=lambda listed: sum(map(len, listed)))
    rest = iter(long)
    return all(any(word.startswith(part) for word in rest) for part in short)


def score(first: Features, second: Features) -> float:
    """How alike two studies are, 0-1: the weighted mean over what both state."""
    agreements: dict[str, float] = {}
    ratios = [
        fuzz.ratio(a.joined, b.joined)
        for a in first.titles
        for b in second.titles
        if not (a.language and b.language and a.language != b.language)
    ]
    if ratios:
        agreements["title"] = max(ratios) / 100
    if first.people and second.people:
        agreements["authors"] = min(1.0, shared_people(first, second) / max(len(first.families), len(second.families), 1))
    if first.year is not None and second.year is not None:
        agreements["year"] = max(0.0, 1 - abs(first.year - second.year) / 2)
    if first.container and second.container:
        agreements["container"] = 1.0 if same_container(first, second) else 0.0
    if first.page and second.page:
        agreements["pages"] = float(first.page == second.page)
    weight = sum(_WEIGHTS[name] for name in agreements)
    return round(sum(_WEIGHTS[name] * value for name, value in agreements.items()) / weight, 3) if weight else 0.0
