"""One part of a page: lines that belong together, and what they are."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

Kind = Literal["heading", "front", "prose", "keywords", "tail"]


@attrs.frozen(eq=False)
class Part:
    """Lines that belong together. `label` is the heading or label they were found under, as printed."""

    kind: Kind
    lines: tuple[Line, ...]
    flat: Flat
    label: str = ""

    @property
    def number(self) -> int:
        """The number of its first line."""
        return self.lines[0].number if self.lines else 0
