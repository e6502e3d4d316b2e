"""Cells that an earlier version called "not stated" because its rules had found nothing on a page: nobody had said so."""

from __future__ import annotations

import attrs

from litreview.library.repairs import Repair
from litreview.record import ASPECTS, Study

FROM_A_PAGE = "page.fingerprint"
"""The name in `Study.extra` of the mark of the page from which ``litreview add`` made a record."""

BY_A_PERSON = ("page.nulls", "by-a-person")
"""What stands in `Study.extra` of a record made of a page since rules write no ``null``: those in it are somebody's."""


def unfounded(study: Study) -> tuple[str, ...]:
    """The cells of `study` that are ``null`` because a page was read by rules, as `field` or ``aspects/field``; none where a person's word
    cannot be told from it.

    A record that ``litreview add`` made of a page says so; of others that hold places in a page, the rules of earlier versions wrote
    ``null`` into each aspect that they did not find, and a person hardly does.
    """
    if BY_A_PERSON in study.extra or not _read_from_a_page(study):
        return ()
    added = any(name == FROM_A_PAGE for name, _ in study.extra)
    every = all(study.aspects.stated(name) or name in study.aspects.looked_for for name in ASPECTS)
    return (*study.looked_for, *(f"aspects/{name}" for name in study.aspects.looked_for)) if added or every else ()


def _read_from_a_page(study: Study) -> bool:
    values = (value for name in ASPECTS for value in study.aspects.values(name))
    return any(evidence.page is not None for value in values for evidence in value.evidence)


def run(study: Study) -> Study:
    """Such cells become open again; a record made of a page is marked, so that what a person says of it later stays."""
    if not unfounded(study):
        return study
    added = any(name == FROM_A_PAGE for name, _ in study.extra)
    extra = (*study.extra, BY_A_PERSON) if added else study.extra
    return attrs.evolve(study, looked_for=(), aspects=attrs.evolve(study.aspects, looked_for=()), extra=extra)


REPAIR = Repair("nulls", run)
