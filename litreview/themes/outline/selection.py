"""Which studies of a library a chapter is about: chosen by year, type and tag."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from litreview.errors import Problem, fault
from litreview.record import Library, Study
from litreview.record.variables import TYPES
from litreview.themes.keywords import slug
from litreview.themes.thresholds import KEYS_IN_A_PROBLEM

KINDS = ("year", "type", "tag")
"""By what studies are chosen."""

EXAMPLES = "year=2015-2024, type=thesis, tag=inti"

_YEARS = re.compile(r"(\d{4})?\s*(?:-|–|\.\.)\s*(\d{4})?|(\d{4})")


class NoSelection(ValueError):
    """Words that choose no studies; `problem` says so."""

    def __init__(self, words: str) -> None:
        self.problem = fault("only-unfit", severity="error", words=words, examples=EXAMPLES)
        super().__init__(words)


@attrs.frozen
class Selection:
    """What a study must be to be discussed: of one of the `years` (first and last, None for open), of one of the `types` of CSL, with
    one of the `tags` among its keywords. What is empty asks for nothing.

    >>> chosen = Selection.of(year=["2015-2024"], type=["thesis"])
    >>> chosen.years, chosen.types, bool(Selection())
    (((2015, 2024),), ('thesis',), False)
    """

    years: tuple[tuple[int | None, int | None], ...] = ()
    types: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, year: Iterable[str] = (), type: Iterable[str] = (), tag: Iterable[str] = ()) -> Selection:
        """The selection that words ask for: years as ``2015-2024``, ``2015-``, ``-2024`` or ``2019``. Raises NoSelection."""
        types = tuple(word.strip().casefold() for word in type)
        for word in types:
            if word not in TYPES:
                raise NoSelection(f"type={word}")
        return cls(tuple(_years(words) for words in year), types, tuple(tag))

    @classmethod
    def parsed(cls, words: Iterable[str]) -> Selection:
        """The selection that ``year=2015-2024``, ``type=thesis`` and ``tag=…`` ask for, each as often as wanted. Raises NoSelection.

        >>> Selection.parsed(["2015-", "tag=penting"])
        Selection(years=((2015, None),), types=(), tags=('penting',))
        """
        by_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for word in words:
            kind, equals, value = word.partition("=")
            kind, value = (kind.strip().casefold(), value.strip()) if equals else ("year", word)
            if kind not in by_kind or not value:
                raise NoSelection(word)
            by_kind[kind] += [value]
        return cls.of(**by_kind)

    def __bool__(self) -> bool:
        return bool(self.years or self.types or self.tags)

    def said(self) -> dict[str, list[str]]:
        """The selection as an outline writes it, kind by kind; the kinds that ask for nothing are left out.

        >>> Selection.of(year=["-2015", "2019"], tag=["inti"]).said()
        {'year': ['-2015', '2019'], 'tag': ['inti']}
        """
        years = [str(first) if first == last else f"{first or ''}-{last or ''}" for first, last in self.years]
        listed = {"year": years, "type": list(self.types), "tag": list(self.tags)}
        return {kind: words for kind, words in listed.items() if words}

    def takes(self, study: Study) -> bool:
        """Whether `study` is what is asked for; one without a year is of no year."""
        year = study.issued.year if study.issued is not None else None
        in_years = not self.years or (
            year is not None and any((first is None or first <= year) and (last is None or year <= last) for first, last in self.years)
        )
        wanted = {slug(tag) for tag in self.tags}
        tagged = not wanted or bool(wanted & {slug(word) for _, words in study.keywords.items() for word in words})
        return in_years and (not self.types or study.type in self.types) and tagged


EVERY = Selection()
"""The selection that asks for nothing."""


def selected(library: Library, selection: Selection, file: str | None) -> tuple[Library, tuple[Problem, ...]]:
    """The studies that `selection` takes, and a problem that tells which it does not."""
    if not selection:
        return library, ()
    used = library.filter(selection.takes)
    left = [study.key for study in library if study.key not in used]
    if not left:
        return used, ()
    keys = ", ".join(left[:KEYS_IN_A_PROBLEM]) + (" …" if len(left) > KEYS_IN_A_PROBLEM else "")
    return used, (fault("only-left-out", file=file, count=len(left), total=len(library), keys=keys),)


def _years(words: str) -> tuple[int | None, int | None]:
    match = _YEARS.fullmatch(words.strip())
    if match is None or not any(match.groups()):
        raise NoSelection(f"year={words}")
    if match[3]:
        return int(match[3]), int(match[3])
    first, last = (int(end) if end else None for end in match.groups()[:2])
    return (last, first) if first is not None and last is not None and first > last else (first, last)
