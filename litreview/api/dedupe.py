"""Works that are there twice: found, shown, and merged where that is certain or somebody has said so."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import attrs

from litreview.api.library import Library
from litreview.api.load import load
from litreview.errors import Problem, UnknownName
from litreview.library.convert import convert, format_for
from litreview.library.duplicates import Pair, duplicates, merged
from litreview.library.rewrite import Rewrite, files_of, rewritten, write
from litreview.library.save import keep_sources, save
from litreview.record import FrozenMap, Study
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


def find_duplicates(*sources: str | os.PathLike[str], confirm: Iterable[Keys] = (), apart: Iterable[Keys] = ()) -> Duplicates:
    """The works in `sources` that are there twice. Nothing is written: that is for `merge_duplicates`.

    Certain pairs are merged unless they are in `apart`, others only if they are in `confirm` (pairs of keys, in either order).
    Every value of merged records is kept: where both state different things the first counts, the other goes to `Study.extra`.
    Raises ReadError as `litreview.load` does, and UnknownName for a key that is not in the library.

    >>> from litreview._resources import folder
    >>> find_duplicates(folder("references")).pairs
    ()
    """
    library = load(*sources)
    pairs = duplicates(library)
    wanted, refused = _known(library, confirm), _known(library, apart)
    told = {frozenset((pair.first, pair.second)): pair for pair in pairs}
    merging = [pair for keys, pair in told.items() if keys not in refused and (pair.strength == "certain" or keys in wanted)]
    merging += [_by_hand(library, keys) for keys in wanted - told.keys() - refused]
    result, gone = merged(library, merging)
    problems = tuple(problem for problem in result.problems if problem not in library.problems)
    return Duplicates(library, pairs, tuple(merging), Library(result.studies), gone, (*library.problems, *problems))


def plan_merge(
    found: Duplicates, *sources: str | os.PathLike[str], outline: str | os.PathLike[str] | None = None
) -> tuple[tuple[Rewrite, ...], tuple[Problem, ...]]:
    """The files in which `found` would be merged, as they would be; an outline follows the keys. Nothing is written.

    Raises WriteError where a source cannot be changed in place, or could not hold all that the merged records say.
    """
    new = {study.key: study for study in found.result}

    def change(study: Study) -> Study | None:
        return new.get(study.key)

    left_out: Sequence[str | os.PathLike[str]] = () if outline is None else (outline,)
    files, problems = rewritten(files_of(sources, left_out), found.library, change, whole=True)
    plan = outline_with(outline, found.gone) if outline is not None else None
    return ((*files, plan) if plan else files), problems


def merge_duplicates(
    found: Duplicates,
    *sources: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    outline: str | os.PathLike[str] | None = None,
) -> tuple[tuple[Rewrite, ...], tuple[Problem, ...]]:
    """Merge `found` in the sources, all of them or none, or write the merged library to `output`; the files that were rewritten.

    Raises WriteError as `plan_merge` does, and for an `output` that is one of the sources.
    """
    if output is None:
        files, problems = plan_merge(found, *sources, outline=outline)
        write(files)
        return files, problems
    keep_sources(output, found.library, sources)
    data, problems = convert(found.result, format_for(output))
    plan = outline_with(outline, found.gone) if outline is not None else None
    save(output, data)
    files = (plan,) if plan else ()
    write(files)
    return files, problems


def _known(library: Library, pairs: Iterable[Keys]) -> set[frozenset[str]]:
    found: set[frozenset[str]] = set()
    for one, other in pairs:
        found.add(frozenset((library[one].key, library[other].key)))
        if one == other:
            raise UnknownName("pair of keys", f"{one}={other}")
    return found


def _by_hand(library: Library, keys: frozenset[str]) -> Pair:
    """A pair that nothing but somebody's word makes one."""
    order = library.keys()
    first, second = sorted(keys, key=order.index)
    return Pair(first, second, "weak", 0.0)
