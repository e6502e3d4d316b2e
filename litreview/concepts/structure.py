"""From the plain data of a table to a concept: every key known, every value of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import LitreviewError, Problem, fault, nearest
from litreview.languages import listed
from litreview.record import Concept, LangList
from litreview.record.languages import language_tag

KINDS = ("approach", "technique", "sampling", "statistics", "data", "framework", "sector", "aim", "topic", "background", "compound")
"""What a concept can be: approach and technique of a study, source of data, theory worked with, field of action, what an aim asks about,
topic, and what studies say of their field in general.

``sampling`` and ``statistics`` say of a technique that it chooses who is studied, or reckons: such a one is never an approach. ``compound``
are words that stand as a whole ("comparative advantage", "internet banking"): no term within them counts, and where it is the only kind
they are no concept themselves."""

WHOLE = frozenset({"compound", "sampling", "statistics"})
"""Kinds whose terms stand as a whole: "exploratory factor analysis" makes no study exploratory."""


class NoConcept(LitreviewError, ValueError):
    """A table that is no concept: `problem` says why, `path` are the keys that lead to the fault."""

    problem: Problem

    def __init__(self, problem: Problem, *path: str) -> None:
        self.problem, self.path = problem, path
        super().__init__(problem.code)


def structure(name: str, table: object) -> Concept:
    """The concept `name` of its table: its ``kinds``, and its terms under the tag of each language.

    Raises NoConcept.

    >>> structure("batik", {"kinds": ["topic"], "id": ["batik"], "en": ["batik", "wax-resist dyeing"]}).label("en")
    'batik'
    """
    if not isinstance(table, dict):
        raise NoConcept(fault("concept-not-table", severity="error", name=name), name)
    kinds = tuple(_texts(table.get("kinds"), name, "kinds"))
    if not kinds:
        raise NoConcept(fault("concept-without-kinds", severity="error", name=name, known=", ".join(KINDS)), name)
    for kind in kinds:
        if kind not in KINDS:
            raise _unknown("concept-unknown-kind", kind, KINDS, name, "kinds")
    for tag in table:
        if tag != "kinds" and language_tag(tag) != tag:
            raise _unknown("concept-unknown-key", tag, ("kinds", *listed()), name, tag)
    terms = {tag: tuple(_texts(words, name, tag)) for tag, words in table.items() if tag != "kinds" and words != []}
    if not terms:
        raise NoConcept(fault("concept-without-terms", severity="error", name=name), name)
    return Concept(name, kinds, LangList(terms))


def _texts(given: object, *path: str) -> Iterator[str]:
    if given is None:
        return
    for text in given if isinstance(given, list) else [None]:
        if not isinstance(text, str) or not text.strip():
            raise NoConcept(fault("concept-not-list", severity="error", entry=".".join(path)), *path)
        yield text


def _unknown(code: str, given: str, known: tuple[str, ...], *path: str) -> NoConcept:
    """What is wrong with a word that is none of `known`: the nearest is offered, else all."""
    return NoConcept(fault(code, severity="error", name=path[0], given=given, known=nearest(given, known) or ", ".join(known)), *path)
