"""What is wrong in a library: in its sources and in its records."""

from __future__ import annotations

from litreview.errors import Problem
from litreview.library.checks import broken_checks, checks
from litreview.record import Library


def check(library: Library) -> tuple[Problem, ...]:
    """Everything found while the sources were read, then what each check finds, study by study; nothing twice: see `litreview.check`."""
    reading_problems = list(dict.fromkeys(library.problems))
    named = {problem.get("new"): problem.key for problem in reading_problems if problem.code == "duplicate-key"}
    # A reader may have reported the same, with less of a place.
    known = {(problem.code, problem.key, problem.data) for problem in reading_problems}
    problems: list[Problem] = []
    for part in checks():
        for problem in part.run(library):
            before = named.get(problem.key, problem.key)  # what the reader called a study that had to be given another key
            if not known & {(problem.code, problem.key, problem.data), (problem.code, before, problem.data)}:
                problems.append(problem)
    place = {key: n for n, key in enumerate(library.keys())}
    return (*reading_problems, *broken_checks(), *sorted(problems, key=lambda problem: place.get(problem.key or "", -1)))
