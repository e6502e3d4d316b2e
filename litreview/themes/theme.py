"""A theme: one section of the review."""

from __future__ import annotations

import attrs

from litreview.record import LangText


@attrs.frozen
class Theme:
    """One section: the studies it discusses, seen through one facet.

    `facet` names what is compared (a member of `litreview.themes.facets.FACETS`). `title` is the writer's own heading by language;
    where it is empty the language file supplies one. `remarks` are the writer's own words, printed as they are.
    """

    facet: str
    keys: tuple[str, ...]
    title: LangText = LangText()
    remarks: str | None = None
