"""What is wrong in a library: in its sources and in its records."""

from __future__ import annotations

from litreview.checks.records import checks
from litreview.errors import Problem
from litreview.record import Library


def check(library: Library) -> tuple[Problem, ...]:
    """Everything found while the sources were read, then what each check of the records finds; nothing twice.

    Missing fields for the type, dates that cannot be, keys that collide, evidence that is not in the text it names.
    What a record says was searched for in vain is of severity "info".

    >>> from litreview.record import LangText, Study
    >>> [(p.key, p.code, p.get("field")) for p in check(Library((Study("lee", "webpage", title=LangText({"en": "Motives"})),)))]
    [('lee', 'missing-field', 'author'), ('lee', 'missing-field', 'URL')]
    """
    told = list(dict.fromkeys(library.problems))
    known = {(problem.code, problem.key, problem.data) for problem in told}  # a reader may have told it, with less of a place
    for part in checks():
        told += (problem for problem in part.run(library) if (problem.code, problem.key, problem.data) not in known)
    return tuple(told)
