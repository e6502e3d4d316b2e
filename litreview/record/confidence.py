"""How sure a value of a record is that a program read from a page, and why."""

from __future__ import annotations

from typing import Literal

import attrs

Level = Literal["high", "medium", "low"]
LEVELS: tuple[Level, ...] = ("high", "medium", "low")
"""From sure to doubtful: a value of the last level is to be checked by a person."""


@attrs.frozen
class Confidence:
    """The level of one value. `field` is its path in the record (``title/id``, ``author``, ``aspects/method/0``); `reasons` are codes of
    ``[confidence]`` in the language files, the weightiest first: by what sign the value was found, and what speaks against it.

    >>> Confidence("title/id", "high", ("label",)).path()
    ('title', 'id')
    """

    field: str
    level: Level
    reasons: tuple[str, ...] = ()

    def path(self) -> tuple[str | int, ...]:
        """The path as the steps that lead to the value in a record written as YAML."""
        return tuple(int(step) if step.isdigit() else step for step in self.field.split("/"))
