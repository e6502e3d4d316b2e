"""Columns of a user's own: values by the name of a column that no field and no aspect has, kept in `Study.extra`."""

from __future__ import annotations

from collections.abc import Iterable

from litreview.record.study import Study

OWN = "column:"
"""What the name of such a value in `Study.extra` begins with."""


def own_names(studies: Iterable[Study]) -> tuple[str, ...]:
    """The names of the columns, in the order in which the studies have them.

    >>> own_names([Study("a", extra=(("column:Variabel", "citra kota"), ("note", "x")))])
    ('Variabel',)
    """
    return tuple(dict.fromkeys(name.removeprefix(OWN) for study in studies for name, _ in study.extra if name.startswith(OWN)))


def own_value(study: Study, name: str) -> str:
    """What a study has in a column of a user's own; "" for nothing."""
    return dict(study.extra).get(OWN + name, "")
