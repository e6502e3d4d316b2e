"""A theme: one section of the review."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.record import LangText

TOPIC = "topic"
REST = "rest"
"""The name of the topic that holds what no other holds."""

Way = Literal["facet", "keyword", "words", "collection", "rest", "outline"]
"""How a theme was found: what the studies state of themselves, a term that all of them are about, a term and words like those of its
studies, a collection in which the writer put them, what is left over, or the writer's word."""


@attrs.frozen
class Theme:
    """One section: the studies it discusses, seen through one facet.

    `facet` names what is compared: a member of `litreview.themes.facets.FACETS`, or "topic" (studies on one matter, compared in
    all they state). `name` tells two topics apart and never changes with the studies in it; a facet needs none. `title` is the writer's own
    heading by language; where it is empty the language file supplies one. `introduction` and
    `remarks` are the writer's own words, in Markdown: before what is generated, and behind it.

    Why it is a theme: `way`, `keywords` (those that name it, by language), `words` (the words of the texts that hold it together) and
    `collection` (the path of the one in Zotero that it is).
    """

    facet: str
    keys: tuple[str, ...]
    title: LangText = LangText()
    remarks: str | None = None
    name: str = ""
    way: Way = "facet"
    keywords: tuple[LangText, ...] = ()
    words: tuple[str, ...] = ()
    introduction: str | None = None
    collection: str | None = None

    @property
    def key(self) -> str:
        """A name for the section that does not depend on its place: ``aims``, ``topic-zakat``."""
        return f"{self.facet}-{self.name}" if self.name else self.facet
