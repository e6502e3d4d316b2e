"""What every section of the chapter is made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import attrs

from litreview.document.nodes import Block, Inlines, Table, Text
from litreview.languages import Language
from litreview.library.screening import Flow
from litreview.record import Concept, LangText, Library
from litreview.review.claims import Ledger, Own
from litreview.review.claims.comparison import concepts_of, topics_of
from litreview.review.prose import Voice
from litreview.review.thresholds import STUDIES_FOR_A_SHARE, TERM_OF_ALL
from litreview.themes import Outline, OwnStudy, Theme

_SEVERAL = re.compile(r"[;,]")
_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=\d)")


@attrs.frozen(slots=False)
class Composition:
    """The claims, the studies, the writer's plan and the language of one chapter; `tables` are those of the sections built before."""

    ledger: Ledger
    library: Library
    outline: Outline
    voice: Voice
    tables: tuple[Table, ...] = ()
    flow: Flow | None = None
    """The numbers of the screening in which the studies were chosen."""

    @property
    def language(self) -> Language:
        """The language of the chapter."""
        return self.voice.language

    @property
    def words(self) -> Mapping[str, Any]:
        """The headings and fixed sentences of the chapter."""
        return self.language.section("chapter")

    @property
    def table_words(self) -> Mapping[str, Any]:
        """The words of the tables."""
        return self.language.section("tables")

    @cached_property
    def own(self) -> Own | None:
        """The writer's own study as far as it can be compared with others."""
        own = own_values(self.outline.own_study, self.library.concepts)
        return attrs.evolve(own, common=_common(self.library, own)) if own else None

    @cached_property
    def citable(self) -> frozenset[str]:
        """The works that the writer may cite: those reviewed, and those that the outline leaves out of the review."""
        return frozenset((*self.library.keys(), *(key for key, _ in self.outline.leave_out)))

    def fixed(self, name: str) -> Inlines:
        """A fixed word or sentence of the chapter."""
        return (Text(str(self.words[name])),)

    def table(self, key: str) -> Table | None:
        """The table `key`, if a section built before has it."""
        return next((table for table in self.tables if table.key == key), None)


@attrs.frozen
class Section:
    """One section of the chapter: its name in an outline, the word that heads it, and what makes its blocks.

    `build` gives what stands below the section's own heading. Headings and tables come without a number and cross references to tables
    without words: they are numbered when the order of the whole chapter is known. No blocks, no section. `appendix` gives what belongs
    to the section and stands behind the bibliography, with a heading of its own. `place` says where it stands in a chapter whose outline
    names no sections; a section without one stands only where an outline names it.
    """

    name: str
    heading: str
    build: Callable[[Composition], list[Block]]
    appendix: Callable[[Composition], list[Block]] = lambda made: []
    place: int | None = None


def own_values(own: OwnStudy | None, concepts: tuple[Concept, ...] = ()) -> Own | None:
    """The writer's own study as values to compare with; None where nothing that can be compared is filled in."""
    if own is None:
        return None
    period = (_RANGE.sub("–", own.period),) if own.period else ()
    topic = (own.topic,) if own.topic else ()
    named = (("partners", own.partners), ("method", own.method), ("data", own.data), ("framework", own.framework))
    pairs = (("topic", topic), *((name, _parted(values)) for name, values in named), ("period", period))
    about = tuple(words for words in (own.title, own.question) if words)
    return Own(pairs, concepts, about) if any(values for _, values in pairs) else None


def _parted(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values one by one: several typed into one text are parted at its semicolons or commas."""
    return tuple(dict.fromkeys(part.strip() for value in values for part in _SEVERAL.split(value) if part.strip()))


def _common(library: Library, own: Own) -> frozenset[str]:
    """The concepts of the writer's topic of which so many studies speak that it tells none of them from the others."""
    spoken = [topics_of(study, own) for study in library] if len(library) >= STUDIES_FOR_A_SHARE else []
    return frozenset(name for name in concepts_of(own) if sum(name in one for one in spoken) > TERM_OF_ALL * len(library))


def theme_title(theme: Theme, language: Language) -> str:
    """The writer's heading for a theme, or the topic's own words, else the language's name for its facet."""
    tagged = theme.title.best(language.tag, "und") if theme.facet == "topic" else None
    return own_words(theme.title, language) or (
        tagged[1] if tagged else str(language.needed("facets", theme.facet, f"facet {theme.facet}"))
    )


def own_words(text: LangText, language: Language) -> str | None:
    """A text of the writer's in `language`, or in no language that was named."""
    tagged = text.best(language.tag, "und")
    return tagged[1] if tagged else None
