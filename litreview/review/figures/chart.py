"""What a figure shows, as numbers and words: all that is needed to draw it, to describe it and to check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs


@attrs.frozen
class Bars:
    """One bar for each name; `upright` bars stand side by side (years), others lie below each other (names)."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    upright: bool = True


@attrs.frozen
class Dots:
    """A grid: a dot where the row's theme discusses the column's study."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    filled: frozenset[tuple[int, int]]


@attrs.frozen
class Bubbles:
    """A grid with a circle where `counts` (row, column, number) says how many there are, the larger the more."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, int, int], ...]


@attrs.frozen
class Net:
    """Names with their counts, and `links` between two of them (by position) with a count each."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    links: tuple[tuple[int, int, int], ...]


Drawing: TypeAlias = Bars | Dots | Bubbles | Net


@attrs.frozen
class Chart:
    """One figure before it is drawn.

    `title` is its caption, `axis` and `count` stand beside the axes, `description` says all its numbers in words. `stated` of `total`
    studies state what it shows.
    """

    name: str
    title: str
    drawing: Drawing
    axis: str
    count: str
    description: str
    stated: int
    total: int
    note: str = ""
    """What a reader must know to read it rightly; it stands in the text and in the description."""

    def noted(self, note: str) -> Chart:
        """The same chart with a note."""
        return attrs.evolve(self, note=note, description=f"{self.description} {note}")


def bars(
    name: str,
    words: Mapping[str, str],
    shared: Mapping[str, str],
    counted: Sequence[tuple[str, int]],
    stated: int,
    total: int,
    upright: bool,
) -> Chart:
    """A chart of counts: `words` are those of the figure, `shared` those of all figures."""
    values = "; ".join(f"{label}: {count}" for label, count in counted if count)
    missing = shared["not_stated"].format(count=total - stated) if stated < total else ""
    description = "; ".join(part for part in (f"{words['title']}. {values}", missing) if part)
    drawing = Bars(tuple(label for label, _ in counted), tuple(count for _, count in counted), upright)
    return Chart(name, words["title"], drawing, words["axis"], shared["count"], description + ".", stated, total)
