"""Citation keys by a formula: the map, and the sources and the outline rewritten by it."""

from __future__ import annotations

import os
from collections.abc import Sequence

import attrs

from litreview.api.given import Studies
from litreview.api.library import Library
from litreview.api.load import load
from litreview.errors import Problem
from litreview.library.rewrite import Rewrite, files_of, rewritten, write
from litreview.record import FrozenMap, Study
from litreview.record.key_changes import key_changes
from litreview.record.keys import FORMULA
from litreview.review.choices import choices
from litreview.themes.outline.keys import outline_with


@attrs.frozen
class KeyChanges:
    """Which keys would change (old to new), in which files, and what was found on the way."""

    library: Library
    changes: FrozenMap[str, str]
    files: tuple[Rewrite, ...] = ()
    problems: tuple[Problem, ...] = ()


def keys(*given: Studies, formula: str = FORMULA, outline: str | os.PathLike[str] | None = None) -> KeyChanges:
    """The keys of the studies that are not by `formula`, each with the one it would get. Nothing is written.

    Raises as `litreview.load` does, and UnknownName for a wrong formula.

    >>> from litreview._resources import folder
    >>> planned = keys(folder("references"), formula="{family} {year}")
    >>> len(planned.library), planned.files
    (5, ())
    """
    library = load(*given, leave_out=_outline_paths(outline))
    return KeyChanges(library, key_changes(library, formula), (), library.problems)


def rename_keys(
    *given: Studies, formula: str = FORMULA, outline: str | os.PathLike[str] | None = None, dry_run: bool = False
) -> KeyChanges:
    """As `keys`, and the files of the studies and the outline are rewritten with the new keys: all of them, or none.

    In YAML and BibTeX files everything else stays as it was, comments and order included. In the outline the lists of studies and
    citations such as ``[@key]`` follow. With `dry_run` nothing is written: the `diff` of each of the files shows what would be.
    Raises WriteError for a source that cannot be changed in place, naming it.
    """
    planned = keys(*given, formula=formula, outline=outline)
    changes = planned.changes

    def change(study: Study) -> Study:
        return attrs.evolve(study, key=changes.get(study.key, study.key))

    files, problems = rewritten(files_of(planned.library, _outline_paths(outline)), planned.library, change)
    if outline is not None and (plan := outline_with(outline, changes, choices())) is not None:
        files = (*files, plan)
    if not dry_run:
        problems = (*problems, *write(files, "keys --rename", changes))
    return attrs.evolve(planned, files=files, problems=(*planned.problems, *problems))


def _outline_paths(outline: str | os.PathLike[str] | None) -> Sequence[str | os.PathLike[str]]:
    return () if outline is None else (outline,)
