"""What is wrong in a library: in its sources and in its records."""

from __future__ import annotations

from litreview.errors import Problem
from litreview.library.checks import broken_checks, checks
from litreview.record import Library


def check(library: Library) -> tuple[Problem, ...]:
    """Everything found while the sources were read, then what each check finds, study by study; nothing twice: see `litreview.check`."""
    told = list(dict.fromkeys(library.problems))
    named = {problem.get("new"): problem.key for problem in told if problem.code == "duplicate-key"}
    known = {(problem.code, problem.key, problem.data) for problem in told}  # a reader may have told it, with less of a place
    found: list[Problem] = []
    for part in checks():
        for problem in part.run(library):
            before = named.get(problem.key, problem.key)  # what the reader called a study that had to be given another key
            if not known & {(problem.code, problem.key, problem.data), (problem.code, before, problem.data)}:
                found.append(problem)
    place = {key: n for n, key in enumerate(library.keys())}
    return (*told, *broken_checks(), *sorted(found, key=lambda problem: place.get(problem.key or "", -1)))
