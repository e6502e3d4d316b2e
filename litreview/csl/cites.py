"""What a caller asks for: cites, and citations (clusters of cites) with their place in the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import attrs

from litreview.document.nodes import CiteMode

Position: TypeAlias = Literal["first", "subsequent", "ibid", "ibid-with-locator"]
"""What the specification tests as ``position``, apart from ``near-note``."""


@attrs.frozen
class Cite:
    """One work cited: its id, the place in it, and words around it.

    `label` is a locator term of CSL ("page", "chapter", …); a locator without label is a page. `prefix` and `suffix` may
    carry the markup of CSL-JSON (``<i>``, ``<b>``, ``<sup>``, ``<sub>``). `mode` applies to this cite alone; a cluster's own mode
    applies to its first cite. `position` and `near_note` are worked out by the processor unless given here.
    """

    key: str
    locator: str | None = None
    label: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    mode: Literal["normal", "suppress-author", "author-only"] = "normal"
    position: Position | None = None
    near_note: bool | None = None


def _tuple(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    return tuple(cites)


@attrs.frozen
class Cluster:
    """One citation: cites in the order given, and the number of the footnote it stands in (None: in the text).

    `mode`: "parenthetical" is ``(Lee, 2019)``, "narrative" ``Lee (2019)``, "suppress-author" ``(2019)``, "author-only" ``Lee``.

    >>> Cluster((Cite("lee2019", locator="12"),)).cites[0].key
    'lee2019'
    """

    cites: tuple[Cite, ...] = attrs.field(converter=_tuple)
    note: int | None = None
    mode: CiteMode = "parenthetical"
    prefix: str | None = None
    """Words before the whole citation, inside its brackets, wherever the style's order puts the cites ("e.g.,")."""
