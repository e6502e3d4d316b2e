"""Works that are there twice: found, shown, and merged where that is certain or somebody has said so."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from litreview.api.given import Studies
from litreview.api.library import Library
from litreview.api.load import load
from litreview.errors import Problem, UnknownName
from litreview.library.convert import convert, format_for
from litreview.library.duplicates import Pair, duplicates, merged
from litreview.library.rewrite import Rewrite, changes, files_of, rewritten, write
from litreview.library.save import check_target, protected, save
from litreview.record import FrozenMap, Study
from litreview.review.choices import choices
from litreview.themes.outline.keys import outline_with

Keys = tuple[str, str]


@attrs.frozen
class Duplicates:
    """What was found, and what merging it comes to.

    - `library`: the studies as they were read; `pairs`: all pairs that may be one work, strongest first.
    - `merging`: the pairs that are merged, `result` the library then, `gone` the key for each that is no more.
    - `problems`: what was found while reading, and each value in which merged records differ.
    """

    library: Library
    pairs: tuple[Pair, ...]
    merging: tuple[Pair, ...]
    result: Library
    gone: FrozenMap[str, str]
    problems: tuple[Problem, ...] = ()


@attrs.frozen
class Merged:
    """What merging wrote, or would write: the files that are rewritten, and what is to be said.

    It can be taken apart as ``files, problems``.
    """

    files: tuple[Rewrite, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Any]:
        return iter((self.files, self.problems))


def find_duplicates(*given: Studies, confirm: Iterable[Keys] = (), apart: Iterable[Keys] = ()) -> Duplicates:
    """The works that are there twice. Nothing is written: that is for `merge_duplicates`.

    Certain pairs are merged unless they are in `apart`, others only if they are in `confirm` (pairs of keys, in either order).
    Every value of merged records is kept: where both state different things the first counts, the other goes to `Study.extra`.
    Raises as `litreview.load` does, and UnknownName for a key that is not in the library.

    >>> from litreview._resources import folder
    >>> find_duplicates(folder("references")).pairs
    ()
    """
    library = load(*given)
    pairs = duplicates(library)
    confirmed, refused = _key_pairs(library, confirm), _key_pairs(library, apart)
    by_keys = {frozenset((pair.first, pair.second)): pair for pair in pairs}
    merging = [pair for keys, pair in by_keys.items() if keys not in refused and (pair.strength == "certain" or keys in confirmed)]
    merging += [_by_hand(library, keys) for keys in confirmed - by_keys.keys() - refused]
    result, gone = merged(library, merging)
    problems = tuple(problem for problem in result.problems if problem not in library.problems)
    return Duplicates(
        library,
        pairs,
        tuple(merging),
        Library(result.studies, sources=library.sources, concepts=library.concepts),
        gone,
        (*library.problems, *problems),
    )


def merge_duplicates(
    given: Duplicates | Studies,
    *sources: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    outline: str | os.PathLike[str] | None = None,
    dry_run: bool = False,
    overwrite: bool = False,
) -> Merged:
    """Merge what was found in the files of the studies, all of them or none, or write the merged library to `output`.

    `given` is what `find_duplicates` gave, or what it takes: then the certain pairs are merged. `sources` narrows the files that are
    rewritten to these; `outline` is an outline in which the keys follow. With `dry_run` nothing is written. What stands at `output` is
    kept or refused as in `Review.save`.
    Raises WriteError where a file cannot be changed in place or could not hold all that the merged records say, and for an `output` that
    is one of the sources.
    """
    doubles = given if isinstance(given, Duplicates) else find_duplicates(given)
    plan = outline_with(outline, doubles.gone, choices()) if outline is not None else None
    if output is None:
        files, problems = _rewritten(doubles, sources, outline)
        files = (*files, plan) if plan else files
    else:
        keep = protected(doubles.library, *sources)
        check_target(output, keep)
        data, problems = convert(doubles.result, format_for(output))
        files = (plan,) if plan else ()
        if not dry_run:
            problems = (*problems, *save(output, data, keep, overwrite, changes(files)).problems)
    if output is None and not dry_run:
        problems = (*problems, *write(files, "dedupe --apply", doubles.gone))
    return Merged(files, problems)


def _rewritten(
    doubles: Duplicates, sources: Sequence[str | os.PathLike[str]], outline: str | os.PathLike[str] | None
) -> tuple[tuple[Rewrite, ...], tuple[Problem, ...]]:
    new = {study.key: study for study in doubles.result}

    def change(study: Study) -> Study | None:
        return new.get(study.key)

    files = files_of(load(*sources) if sources else doubles.library, () if outline is None else (outline,))
    return rewritten(files, doubles.library, change, whole=True)


def _key_pairs(library: Library, pairs: Iterable[Keys]) -> set[frozenset[str]]:
    known: set[frozenset[str]] = set()
    for first, second in pairs:
        known.add(frozenset((library[first].key, library[second].key)))
        if first == second:
            raise UnknownName("pair of keys", f"{first}={second}")
    return known


def _by_hand(library: Library, keys: frozenset[str]) -> Pair:
    """A pair that nothing but somebody's word makes one."""
    order = library.keys()
    first, second = sorted(keys, key=order.index)
    return Pair(first, second, "weak", 0.0)
