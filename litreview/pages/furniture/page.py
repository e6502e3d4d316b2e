"""A page while its furniture is read: its lines, which of them are left, and what was stated so far."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.pages.furniture.facts import Fact, FactField, Source
from litreview.pages.furniture.heads import without_uploader
from litreview.pages.furniture.words import Words
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

BUTTON = 400
"""A longer line is no label or button of a site."""
NEAR = 3
"""Lines further apart than these do not belong together."""


class Page:
    """One pass over the lines of a page: each part that reads furniture drops lines from it and adds facts."""

    def __init__(self, lines: Sequence[Line], words: Words) -> None:
        self.lines, self.words = without_uploader(lines, words), words
        self.kept: list[Line | None] = list(self.lines)
        self.facts: list[Fact] = []
        self.headed = False
        self.marked: list[int] = []

    def drop(self, at: int) -> None:
        """Take a line out: before the abstract it leaves a gap, which parts its neighbours; in running text it leaves none."""
        line = self.lines[at]
        self.kept[at] = None if self.headed else attrs.evolve(line, flat=line.flat[:0], heading=False, strong=False, lead=0)

    def fact(self, field: FactField, value: str, flat: Flat, at: int, source: Source = "masthead") -> None:
        """Note what the line at `at` states, and in which place of it."""
        self.facts.append(Fact(field, " ".join(value.split()), flat, self.lines[at], source))

    def stands(self, at: int) -> bool:
        """Whether a line is left, and not empty."""
        return bool((line := self.kept[at]) and line.text)
