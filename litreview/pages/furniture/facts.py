"""What furniture states of a work: one value of one field, with its place in the page."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

FactField = Literal[
    "container-title", "event", "volume", "issue", "page", "year", "DOI", "ISSN", "URL", "publisher", "author", "title", "genre", "type"
]
Source = Literal["masthead", "reference", "published", "received", "list", "foot"]
"""Where a fact stands: over the title, in a reference to the work, by a date of publication or of arrival, in a list of a search, or in a
line at the foot of a page."""


@attrs.frozen(eq=False)
class Fact:
    """One value as it is kept in the record; `flat` is what stands for it in the page."""

    field: FactField
    value: str
    flat: Flat
    line: Line
    source: Source = "masthead"
