"""A library: studies in order, each under its key, with the problems found while they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import count
from typing import Literal, TypeVar

import attrs

from litreview.errors import Problem, UnknownName, fault
from litreview.record.concept import Concept
from litreview.record.highlights import Legend
from litreview.record.study import Study

Self = TypeVar("Self", bound="Library")


@attrs.frozen
class SourceFile:
    """A file that was read into a library, or named and left out.

    - `path`: as it was written; `place`: the whole path, whatever the working folder is later; `format`: the name of the format it was
      read in, None for abstract pages.
    - `role`: "source" (named itself, or the library has something of it), "copy" (found in a folder, and
      all that could be read in it stands in other files) or "left-out" (named itself, but not read).
    - `digest`: the SHA-256 of what was read, by which it is known whether the file has changed since.
    """

    path: str
    place: str
    format: str | None = None
    role: Literal["source", "copy", "left-out"] = "source"
    digest: str = attrs.field(default="", eq=False, repr=False)


def _tuple(studies: Iterable[Study]) -> tuple[Study, ...]:
    return tuple(studies)


@attrs.frozen(slots=False)
class Library:
    """An ordered, keyed, immutable collection of studies. `filter` and ``|`` give new ones.

    `sources` are the files it was read from, whatever has become of their studies since; equality ignores them.
    Keys are compared exactly. If two studies share a key the first keeps it, the next becomes ``key-2`` and a problem says so:
    use `library_of` to build one from studies of unknown origin. `concepts` are those of its user, beside the ones that come with
    litreview: by them studies are read, compared and named. `legend` says what its user's highlights mean.

    >>> library = library_of([Study("a"), Study("b")])
    >>> library["b"].key, len(library), [s.key for s in library.filter(lambda s: s.key > "a")]
    ('b', 2, ['b'])
    """

    studies: tuple[Study, ...] = attrs.field(default=(), converter=_tuple)
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = attrs.field(default=(), eq=False, repr=False)
    concepts: tuple[Concept, ...] = attrs.field(default=(), repr=False)
    legend: Legend = attrs.field(default=Legend(), repr=False)

    def __repr__(self) -> str:
        """What it is, on one line: how many studies, of which years, and how much was wrong.

        >>> Library((Study("a"),))
        <Library: 1 studies, 0 problems>
        """
        years = [study.issued.year for study in self.studies if study.issued and study.issued.year is not None]
        span = f"{min(years)}–{max(years)}, " if years else ""
        told = sum(problem.severity != "info" for problem in self.problems)
        return f"<{type(self).__name__}: {len(self.studies)} studies, {span}{told} problems>"

    @cached_property
    def _by_key(self) -> dict[str, Study]:
        return {study.key: study for study in self.studies}

    def __getitem__(self, key: str) -> Study:
        """The study under `key`. Raises UnknownName, which offers the nearest key."""
        if key not in self._by_key:
            raise UnknownName("citation key", key, self._by_key)
        return self._by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[Study]:
        return iter(self.studies)

    def __len__(self) -> int:
        return len(self.studies)

    def keys(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(study.key for study in self.studies)

    def filter(self: Self, wanted: Callable[[Study], bool]) -> Self:
        """A library of the studies for which `wanted` is true; the problems stay."""
        return attrs.evolve(self, studies=tuple(s for s in self.studies if wanted(s)))

    def __or__(self: Self, other: Library) -> Self:
        """The studies of both, in order; a study that stands equally in both is there once."""
        known = set(self.studies)
        new = [s for s in other.studies if s not in known]
        studies, problems = unique_keys([*self.studies, *new])
        sources = tuple(dict.fromkeys((*self.sources, *other.sources)))
        concepts = tuple({one.id: one for one in (*other.concepts, *self.concepts)}.values())
        every = (*self.problems, *other.problems, *problems)
        legend = self.legend or other.legend
        return attrs.evolve(self, studies=studies, problems=every, sources=sources, concepts=concepts, legend=legend)


def library_of(studies: Iterable[Study], problems: Iterable[Problem] = ()) -> Library:
    """A library of `studies` in their order; doubled keys get a number and a problem."""
    unique, doubled = unique_keys(studies)
    return Library(unique, (*problems, *doubled))


def unique_keys(studies: Iterable[Study]) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """Give each study a key of its own: ``key``, ``key-2`` … and a problem for each that had to change.

    >>> [s.key for s in unique_keys([Study("a"), Study("a-2"), Study("a")])[0]]
    ['a', 'a-2', 'a-3']
    """
    listed = list(studies)
    taken = {study.key for study in listed}
    used: set[str] = set()
    numbers: dict[str, Iterator[int]] = {}
    unique: list[Study] = []
    problems: list[Problem] = []
    for study in listed:
        if study.key in used:
            further = numbers.setdefault(study.key, count(2))  # goes on where the last search for this key ended
            new = next(key for number in further if (key := f"{study.key}-{number}") not in taken)
            taken.add(new)
            origin = study.origin
            problems.append(
                fault("duplicate-key", key=study.key, file=origin.file if origin else None, line=origin.line if origin else None, new=new)
            )
            study = attrs.evolve(study, key=new)
        used.add(study.key)
        unique.append(study)
    return tuple(unique), tuple(problems)
