"""Attributes: one module for each aspect of a study, each cutting its values out of the sentences that may state them.

`ATTRIBUTE` registers the module; its place is that of need: outcome and site want to know the partners, sectors the outcome's scope.

In come a reading, the study and what is known of it so far. Out comes the value of one aspect, with its evidence, or nothing.
Only the filling of records from abstracts calls them, in order of place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from litreview._parts import LAST, parts, placed
from litreview.analysis.reading import Reading
from litreview.record import Aspects, Study


@attrs.frozen
class Attribute:
    """One aspect and the function that reads it: (reading, study, what is known so far) -> its value, or nothing.

    One with a higher `place` is read later, and knows what those before it have found.
    """

    aspect: str
    extract: Callable[[Reading, Study, Aspects], Any]
    place: int = LAST

    @property
    def name(self) -> str:
        """The name of the aspect."""
        return self.aspect


def attributes() -> tuple[Attribute, ...]:
    """Every attribute, in the order in which they are read."""
    return placed(parts("litreview.analysis.attributes", "ATTRIBUTE", Attribute), lambda attribute: attribute.place)
