"""Exceptions made from problems, so that a fault has one wording, in the language files."""

from __future__ import annotations

import attrs

from litreview.errors import Origin, Problem, ReadError, WriteError
from litreview.languages import COMMON, explain


def sentence(problem: Problem, tag: str = COMMON) -> str:
    """The words for `problem` without file, line and key before them."""
    return explain(attrs.evolve(problem, origin=Origin(), key=None), tag)


def unreadable(problem: Problem) -> ReadError:
    """A `ReadError` that says what `problem` says, and carries it."""
    error = ReadError(sentence(problem), path=problem.origin.file, line=problem.origin.line)
    error.problem = problem
    return error


def unwritable(problem: Problem) -> WriteError:
    """A `WriteError` that says what `problem` says, and carries it."""
    error = WriteError(explain(problem))
    error.problem = problem
    return error
