"""Putting right what is certain in the sources themselves."""

from __future__ import annotations

import os

import attrs

from litreview.errors import Problem, WriteError
from litreview.library.load import load
from litreview.library.repairs import differences, repaired
from litreview.library.rewrite import Rewrite, files_of, rewritten, write
from litreview.record import Study


@attrs.frozen
class Fixed:
    """What was put right: the files rewritten, and a problem ("fixed", for information) for each value that was changed."""

    files: tuple[Rewrite, ...]
    told: tuple[Problem, ...]


def fix(*sources: str | os.PathLike[str]) -> Fixed:
    """Put right what is certain in `sources`, which are rewritten with everything else as it was, all of them or none.

    Files that cannot be changed in place (all but YAML and BibTeX) are left as they are, with a problem for each that needed it.
    What a record says stays the same; whatever needs a look at the work is left to `litreview.check`.
    """
    library = load(*sources)
    new = {study.key: repaired(study) for study in library}

    def change(study: Study) -> Study:
        return new[study.key]

    files: list[Rewrite] = []
    told: list[Problem] = []
    refused: set[str] = set()
    for source in files_of(sources):
        try:
            done, problems = rewritten([source], library, change)
        except WriteError as error:
            refused.add(source.path)
            told += [attrs.evolve(error.problem, severity="warning")] if error.problem else []
            continue
        files += done
        told += problems
    write(files)
    for study in library:
        if study.origin is None or study.origin.file not in refused:
            told += differences(study, new[study.key], "fixed")
    return Fixed(tuple(files), tuple(told))
