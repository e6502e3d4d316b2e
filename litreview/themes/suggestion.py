"""Which themes a library suggests, by its size: facets, and topics with the studies that share them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from litreview.languages import language, tags
from litreview.record import LangText, Library
from litreview.themes.collections import suggest_collections
from litreview.themes.facets import aspects_of, suggest
from litreview.themes.keywords import Keyword, heading, slug
from litreview.themes.phrases import terms
from litreview.themes.theme import REST, TOPIC, Theme
from litreview.themes.thresholds import ACROSS, LARGE_LIBRARY, TOPICS_FROM
from litreview.themes.topics import Topic, topics
from litreview.themes.vocabulary import in_every_language

WITHIN = ("aims", "findings")
"""Facets that are told within each topic of a large library, and not once more across it."""


def suggest_themes(library: Library, ignored: Collection[str] = ()) -> tuple[Theme, ...]:
    """The themes of a chapter on `library`, in their order; the words `ignored` are no keywords.

    Fewer than `TOPICS_FROM` studies are compared by facets; from there on topics come first, and what fits none is the rest. Nothing
    depends on the order of the studies but the order in which a facet lists them.
    """
    suggested = suggest_topics(library, ignored)
    rest = tuple(theme for theme in suggested if theme.way == "rest")
    return (*(theme for theme in suggested if theme.way != "rest"), *suggest_facets(library), *rest)


def suggest_facets(library: Library) -> tuple[Theme, ...]:
    """The facets by which the whole of `library` is compared: all that there are; of a large one those that enough studies state."""
    if len(library) < LARGE_LIBRARY:
        return suggest(library)
    return tuple(theme for theme in suggest(library) if theme.facet not in WITHIN and _stated(theme, library) >= ACROSS * len(library))


def _stated(theme: Theme, library: Library) -> int:
    aspects = aspects_of(theme.facet)
    return sum(any(study.aspects.stated(aspect) for aspect in aspects) for study in library)


def suggest_topics(library: Library, ignored: Collection[str] = ()) -> tuple[Theme, ...]:
    """The topics of `library` alone, without facets; the last may be the rest. Collections of the writer's go before anything found in
    the texts; without them a small library has none.
    """
    if collected := suggest_collections(library):
        held = {key for theme in collected for key in theme.keys}
        left = tuple(sorted(set(library.keys()) - held))
        return (*collected, *((rest_theme(left),) if left else ()))
    if len(library) < TOPICS_FROM:
        return ()
    made = topics(library, terms(library, ignored))
    suggested = tuple(_theme(topic, n, library) for n, topic in enumerate(made, 1))
    held = {key for theme in suggested for key in theme.keys}
    left = tuple(sorted(set(library.keys()) - held))
    return (*suggested, *((rest_theme(left),) if suggested and left else ()))


def rest_theme(keys: Sequence[str]) -> Theme:
    """The topic of what no other topic holds."""
    title = LangText({tag: str(language(tag).section("facets")[REST]) for tag in tags()})
    return Theme(TOPIC, tuple(keys), title, name=REST, way="rest")


def by_name(keywords: Sequence[Keyword], wanted: str) -> Keyword | None:
    """The keyword that is called `wanted` in any language, whatever its case and hyphens."""
    name = slug(wanted)
    return next((k for k in keywords if name and name in (slug(k.name), *map(slug, k.title.values()))), None)


def _theme(topic: Topic, n: int, library: Library) -> Theme:
    """A topic as a theme: called by its term, by its number where it has none. In a small library what its term alone takes is told by
    the term."""
    if topic.term is None:
        unnamed = LangText({tag: str(language(tag).section("facets")["unnamed"]).format(n=n) for tag in tags()})
        return Theme(TOPIC, topic.keys, unnamed, name=f"{_UNNAMED}-{slug(' '.join(topic.words[:3]))}", way="words", words=topic.words)
    title = LangText({tag: heading(words) for tag, words in in_every_language(topic.term.title).items()})
    alone = len(library) < LARGE_LIBRARY and set(topic.keys) == set(topic.term.named)
    keys = topic.term.named if alone else topic.keys
    return Theme(
        TOPIC, keys, title, name=slug(topic.term.name), way="keyword" if alone else "words", keywords=(topic.term.title,), words=topic.words
    )


_UNNAMED = "group"
"""How the name of a group begins that no term was found for."""
