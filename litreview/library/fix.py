"""Putting right what is certain in the sources themselves."""

from __future__ import annotations

import attrs

from litreview.errors import Problem, WriteError
from litreview.library.repairs import broken_repairs, differences, repaired
from litreview.library.rewrite import Rewrite, files_of, rewritten, write
from litreview.record import Library, Study


def fix(library: Library, dry_run: bool = False) -> tuple[tuple[Rewrite, ...], tuple[Problem, ...]]:
    """Put right what is certain in the files of `library`: those rewritten, and what is to be said; see `litreview.fix`.

    With `dry_run` nothing is written.
    """
    new = {study.key: repaired(study) for study in library}

    def change(study: Study) -> Study:
        return new[study.key]

    files: list[Rewrite] = []
    problems: list[Problem] = []
    refused: set[str] = set()
    for source in files_of(library):
        try:
            done, file_problems = rewritten([source], library, change)
        except WriteError as error:
            refused.add(source.path)
            problems += [attrs.evolve(error.problem, severity="warning")] if error.problem else []
            continue
        files += done
        problems += file_problems
    if not dry_run:
        problems += write(files, "check --fix")
    for study in library:
        if study.origin is None or study.origin.file not in refused:
            problems += differences(study, new[study.key], "fixed")
    return tuple(files), (*problems, *broken_repairs())
