"""A user's own concepts, from tables in the shape of those in ``litreview/concepts/``."""

from __future__ import annotations

import os
from collections.abc import Iterable

import attrs

from litreview.concepts import clashes
from litreview.concepts.structure import NoConcept, structure
from litreview.errors import Problem, ReadError, fault
from litreview.library.toml import TomlFile, read_toml
from litreview.record import Concept

MOST = 20
"""So many faults of one file are told."""


def read_concepts(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[tuple[Concept, ...], tuple[Problem, ...]]:
    """The concepts in the file or files `paths`, and what is wrong in them: a file with a fault is left out whole.

    A concept stands for ours, or for one of an earlier file, of the same id; a term of another concept is a fault.
    """
    concepts: dict[str, Concept] = {}
    problems: list[Problem] = []
    for path in [paths] if isinstance(paths, str | os.PathLike) else paths:
        try:
            file = read_toml(path)
        except ReadError as error:
            if error.problem is None:
                raise
            problems.append(error.problem)
            continue
        new, told = _table(file, concepts)
        problems += told[:MOST]
        concepts |= new if not told else {}
    return tuple(concepts.values()), tuple(problems)


def _table(file: TomlFile, earlier: dict[str, Concept]) -> tuple[dict[str, Concept], list[Problem]]:
    concepts: dict[str, Concept] = {}
    problems: list[Problem] = []
    for name, table in file.data.items():
        try:
            concepts[name] = structure(name, table)
        except NoConcept as error:
            problems.append(_placed(error.problem, file, *error.path))
    every = tuple((earlier | concepts).values())
    for name, one in concepts.items():
        for tag, term, other in clashes(one, every):
            problems.append(_placed(fault("concept-term-twice", severity="error", name=name, term=term, other=other), file, name, tag))
    return concepts, problems


def _placed(problem: Problem, file: TomlFile, *keys: str) -> Problem:
    return attrs.evolve(problem, origin=attrs.evolve(problem.origin, file=file.path, line=file.line(*keys)))
