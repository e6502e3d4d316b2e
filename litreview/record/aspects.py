"""What a study says of itself: its aim, method, data … each with the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from litreview.record.evidence import Evidence
from litreview.record.langtext import LangText

Outcome = Literal["success", "failure", "mixed", "not-assessed"]

OUTCOMES: tuple[Outcome, ...] = ("success", "failure", "mixed", "not-assessed")
"""The values of `Statement.concept` in the aspect ``outcome``."""

LEVELS = ("country", "province", "prefecture", "regency", "metropolitan city", "city", "district", "village")
"""Levels of government a partner may have."""


@attrs.frozen
class Statement:
    """One stated value: in words, by language, and as a concept where the value is a known one.

    `concept` is an id of `litreview/concepts/` (for ``outcome`` one of `OUTCOMES`): studies are compared by it, across languages.
    `inferred` marks a value that a table of ours added and no sentence states.
    """

    text: LangText
    concept: str | None = None
    evidence: tuple[Evidence, ...] = ()
    inferred: bool = False


@attrs.frozen
class Period:
    """The years that were studied, both ends included; `end` is None for a single year or an open period."""

    start: int
    end: int | None = None
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen
class Partner:
    """One party of the cooperation studied.

    `level` is one of `LEVELS`; `country` an ISO 3166-1 alpha-2 code, `country_inferred` says that the text does not name the country.
    """

    name: LangText
    level: str | None = None
    country: str | None = None
    country_inferred: bool = False
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen
class Column:
    """The column of the table of previous studies that an aspect has: its place, and its share of the width of the text.

    `compared` is the share in a table that sets the studies against the writer's own, whose last columns are wider.
    """

    place: int
    share: float
    compared: float


@attrs.frozen
class Aspect:
    """What holds for one aspect wherever studies are shown by it; its name in each language stands in ``[record]`` there.

    - `several`: whether a study may state more than one value.
    - `column`: its column in the table of previous studies; `beside`: the aspect in whose column it stands, if it has none of its own.
    - `counted`: its place among those by which studies can be set against each other in a matrix; None for one whose values are
      sentences, or years.
    - `named`: whether its values go by a name of a few words, which studies may share.
    - `reported`: whether it is told of a study that was just added.
    """

    name: str
    several: bool
    column: Column | None = None
    beside: str | None = None
    counted: int | None = None
    named: bool = False
    reported: bool = True


def _one(**told: Any) -> Any:
    return attrs.field(default=None, metadata=told)


def _several(**told: Any) -> Any:
    return attrs.field(default=(), metadata=told)


@attrs.frozen
class Aspects:
    """The aspects of one study, each declared here alone (see `Aspect`).

    None or an empty tuple says nothing of the source. `looked_for` names the aspects of which a *person* says that the source does not
    state them (``null`` in a record): rules that found nothing never write it. See `litreview.record.state`.

    The difference matters to a reader: a source that states no method is a finding about the corpus;
    one in which nothing was found is work that is left.
    """

    aim: Statement | None = _one(counted=50, named=True)
    question: Statement | None = _one()
    method: tuple[Statement, ...] = _several(column=Column(10, 0.17, 0.13), counted=20, named=True)
    data: tuple[Statement, ...] = _several(beside="method", counted=30, named=True)
    sample: tuple[Statement, ...] = _several(column=Column(15, 0.1, 0.08))
    """Who or what was studied, and how many."""
    framework: tuple[Statement, ...] = _several(column=Column(20, 0.15, 0.14), counted=10, named=True)
    period: Period | None = _one()
    partners: tuple[Partner, ...] = _several(counted=70, named=True)
    site: tuple[Statement, ...] = _several(counted=80)
    sectors: tuple[Statement, ...] = _several(counted=40, named=True, reported=False)
    background: tuple[Statement, ...] = _several(reported=False)
    """What the study says of its field in general, before it turns to its own case: never its own finding."""
    findings: tuple[Statement, ...] = _several(column=Column(30, 0.23, 0.19))
    outcome: Statement | None = _one(counted=60, named=True)
    looked_for: tuple[str, ...] = ()

    def stated(self, name: str) -> bool:
        """Whether the aspect `name` has a value.

        >>> Aspects(period=Period(2016, 2018)).stated("period"), Aspects().stated("method")
        (True, False)
        """
        return bool(getattr(self, name))

    @property
    def recorded(self) -> bool:
        """Whether somebody has filled in, or searched for, any aspect."""
        return bool(self.looked_for) or any(self.stated(name) for name in ASPECTS)

    def values(self, name: str) -> tuple[Statement | Period | Partner, ...]:
        """The values of the aspect `name` as a tuple, whether it holds one or several."""
        value = getattr(self, name)
        return value if isinstance(value, tuple) else () if value is None else (value,)


ASPECT: Mapping[str, Aspect] = {
    field.name: Aspect(field.name, field.default == (), **field.metadata) for field in attrs.fields(Aspects) if field.name != "looked_for"
}
"""Every aspect by its name, in the order in which they are shown."""

ASPECTS: tuple[str, ...] = tuple(ASPECT)
"""The names of the aspects, in the order in which they are shown."""


def counted() -> tuple[str, ...]:
    """The aspects by which studies can be set against each other, in their order.

    >>> counted()
    ('framework', 'method', 'data', 'sectors', 'aim', 'outcome', 'partners', 'site')
    """
    places = {name: aspect.counted for name, aspect in ASPECT.items() if aspect.counted is not None}
    return tuple(sorted(places, key=places.__getitem__))


def columns() -> tuple[tuple[str, Column], ...]:
    """The aspects that have a column in the table of previous studies, from left to right.

    >>> [name for name, _ in columns()]
    ['method', 'sample', 'framework', 'findings']
    """
    columns = [(name, aspect.column) for name, aspect in ASPECT.items() if aspect.column is not None]
    return tuple(sorted(columns, key=lambda pair: pair[1].place))
