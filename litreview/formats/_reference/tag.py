"""One field of a record as it was found."""

from __future__ import annotations

from typing import NamedTuple


class Tag(NamedTuple):  # a file has hundreds of thousands
    """One field: `name` is its RIS tag, `found` what its own format calls it; `lines` are its value and the lines that continue it."""

    name: str
    lines: tuple[str, ...]
    line: int
    found: str

    @property
    def value(self) -> str:
        """The value in one line."""
        return self.lines[0] if len(self.lines) == 1 else " ".join(line for line in self.lines if line)
