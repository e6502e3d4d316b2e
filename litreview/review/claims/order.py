"""The order in which studies are mentioned: the newest first, so that the examples a sentence names are the most recent ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from litreview.record import Library, Study


def newest_first(library: Library, keys: Iterable[str]) -> tuple[str, ...]:
    """`keys` by year of issue, the latest first; undated studies follow, and equals keep their order, but what the same persons published
    in one year stands by title, as its letters in a citation do (2021a, 2021b).

    >>> from litreview.record import Dates, Study, parse_date
    >>> dated = [Study(key=f"s{year}", dates=Dates({"issued": parse_date(str(year))})) for year in (2001, 2020)]
    >>> newest_first(Library((*dated, Study(key="undated"))), ["undated", "s2001", "s2020"])
    ('s2020', 's2001', 'undated')
    """
    ordered = sorted(keys, key=lambda key: -(year_of(library[key]) or 0))
    alike: dict[tuple[object, int | None], list[int]] = {}
    for place, key in enumerate(ordered):
        alike.setdefault((library[key].author, year_of(library[key])), []).append(place)
    for (authors, _), places in alike.items():
        if authors and len(places) > 1:
            by_title = sorted((ordered[place] for place in places), key=lambda key: _title(library[key]))
            for place, key in zip(places, by_title, strict=True):
                ordered[place] = key
    return tuple(ordered)


def _title(study: Study) -> str:
    """The title in the language of the study, or the first there is, without regard to capitals."""
    return next(iter(study.title.values()), "").casefold()


def years_told(newest: Sequence[int]) -> tuple[tuple[str, int], tuple[str, int], tuple[str, int], tuple[str, int]]:
    """What a sentence says of years, the newest first: the first, the last, since when the newer half, and how many since then.

    >>> years_told((2024, 2020, 2019, 2001))
    (('first', 2001), ('last', 2024), ('since', 2020), ('recent', 2))
    """
    since = newest[(len(newest) - 1) // 2]
    return ("first", newest[-1]), ("last", newest[0]), ("since", since), ("recent", sum(year >= since for year in newest))


def year_of(study: Study) -> int | None:
    """The year in which a study appeared, if it states one."""
    return study.issued.year if study.issued else None
