"""What a study says of itself: its aim, method, data … each with the words it rests on, or not stated."""

from __future__ import annotations

from typing import Literal

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
class Aspects:
    """The aspects of one study. None or an empty tuple is *not stated*; `looked_for` names those somebody searched in vain.

    The difference matters to a reader: an abstract that was read and names no method is a finding about the corpus;
    a record in which nobody filled the field is not.
    """

    aim: Statement | None = None
    question: Statement | None = None
    method: tuple[Statement, ...] = ()
    data: tuple[Statement, ...] = ()
    framework: tuple[Statement, ...] = ()
    period: Period | None = None
    partners: tuple[Partner, ...] = ()
    site: tuple[Statement, ...] = ()
    sectors: tuple[Statement, ...] = ()
    background: tuple[Statement, ...] = ()
    """What the study says of its field in general, before it turns to its own case: never its own finding."""
    findings: tuple[Statement, ...] = ()
    outcome: Statement | None = None
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


ASPECTS: tuple[str, ...] = tuple(a.name for a in attrs.fields(Aspects) if a.name != "looked_for")
"""The names of the aspects, in the order in which they are shown."""
