"""A theme: one section of the review."""

from __future__ import annotations

import attrs

from litreview.record import LangText


@attrs.frozen
class Theme:
    """One section: the studies it discusses, seen through one facet.

    `facet` names what is compared: a member of `litreview.themes.facets.FACETS`, or "topic" (studies on one matter, compared in
    all they state). `name` tells two topics apart and never changes with the studies in it; a facet needs none. `title` is the writer's own
    heading by language; where it is empty the language file supplies one. `remarks` are the writer's own words, printed as they are.
    """

    facet: str
    keys: tuple[str, ...]
    title: LangText = LangText()
    remarks: str | None = None
    name: str = ""

    @property
    def key(self) -> str:
        """A name for the section that does not depend on its place: ``aims``, ``topic-zakat``."""
        return f"{self.facet}-{self.name}" if self.name else self.facet
