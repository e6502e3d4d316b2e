"""What is wrong in a library: in its sources and in its records."""

from __future__ import annotations

from litreview.errors import Problem
from litreview.library.checks import checks
from litreview.record import Library


def check(library: Library) -> tuple[Problem, ...]:
    """Everything found while the sources were read, then what each check finds, study by study; nothing twice.

    Fields missing or odd for the type, identifiers with a wrong check digit, pages, dates, names, addresses and titles that look wrong,
    markup left behind, unknown languages, keys that collide, works that are there twice, evidence that is not in the text it names.
    What a record says was searched for in vain is of severity "info".

    >>> from litreview.record import LangText, Study
    >>> [(p.key, p.code, p.get("field")) for p in check(Library((Study("lee", "webpage", title=LangText({"en": "Motives"})),)))]
    [('lee', 'missing-field', 'author'), ('lee', 'missing-field', 'URL')]
    """
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
    return (*told, *sorted(found, key=lambda problem: place.get(problem.key or "", -1)))
