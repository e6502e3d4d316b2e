"""Which themes a library suggests, by its size: facets, keywords, or the words that its studies share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

import attrs

from litreview._parts import Later
from litreview.errors import Problem, fault
from litreview.languages import language, tags
from litreview.record import LangText, Library
from litreview.themes.facets import aspects_of, suggest
from litreview.themes.keywords import Keyword, heading, keywords, slug
from litreview.themes.labels import bare, label, worth
from litreview.themes.texts import Reader
from litreview.themes.theme import REST, TOPIC, Theme
from litreview.themes.thresholds import (
    ACROSS,
    FACTORS_FROM,
    KEYWORD_OF_THE_LIBRARY,
    MOST_TOPICS,
    SMALL_LIBRARY,
    SMALLEST_SHARE,
    STUDIES_OF_A_TOPIC,
    TOPICS_FROM,
)

if TYPE_CHECKING:
    from litreview.themes.groups import Group

WITHIN = ("aims", "findings")
"""Facets that are told within each topic of a large library, and not once more across it."""

_factorise = Later("litreview.themes.factors", "factorise")
_groups: Callable[..., tuple[tuple[Group, ...], tuple[str, ...]]] = Later("litreview.themes.groups", "groups")


def suggest_themes(library: Library) -> tuple[tuple[Theme, ...], tuple[Problem, ...]]:
    """The themes of a chapter on `library`, in their order, and what stood in the way of better ones.

    Fewer than `TOPICS_FROM` studies are compared by facets; up to `FACTORS_FROM` topics come first, each with the studies that name
    one keyword; from there on topics part the whole library and what fits none is the rest. Nothing depends on the order of the
    studies but the order in which a theme lists them.
    """
    topics, problems = suggest_topics(library)
    rest = tuple(theme for theme in topics if theme.way == "rest")
    return (*(theme for theme in topics if theme.way != "rest"), *suggest_facets(library), *rest), problems


def suggest_facets(library: Library) -> tuple[Theme, ...]:
    """The facets by which the whole of `library` is compared: all that there are; of a large one those that enough studies state."""
    if len(library) < FACTORS_FROM:
        return suggest(library)
    return tuple(theme for theme in suggest(library) if theme.facet not in WITHIN and _stated(theme, library) >= ACROSS * len(library))


def _stated(theme: Theme, library: Library) -> int:
    aspects = aspects_of(theme.facet)
    return sum(any(study.aspects.stated(aspect) for aspect in aspects) for study in library)


def suggest_topics(library: Library) -> tuple[tuple[Theme, ...], tuple[Problem, ...]]:
    """The topics of `library` alone, without facets: none of a small one; of a large one the last may be the rest."""
    if len(library) < TOPICS_FROM:
        return (), ()
    listed = keywords(library)
    if len(library) < FACTORS_FROM:
        return by_keyword(library, listed), ()
    problems: tuple[Problem, ...] = ()
    try:
        topics = by_factors(library, listed)
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("sklearn", "numpy", "scipy", "threadpoolctl"):
            raise
        topics, problems = by_keyword(library, listed), (fault("themes-extra-missing", studies=len(library)),)
    rest = _rest(library, topics)
    return (*topics, *rest), problems


def by_keyword(library: Library, keywords: Sequence[Keyword]) -> tuple[Theme, ...]:
    """Topics that share a keyword: each next one is that which adds most studies not yet in one."""
    least = max(2 if len(library) < SMALL_LIBRARY else STUDIES_OF_A_TOPIC, round(SMALLEST_SHARE * len(library)))
    open_ = [
        k
        for k in keywords
        if not k.method and not bare(k) and least <= len(k.named) and len(k.spoken) <= KEYWORD_OF_THE_LIBRARY * len(library)
    ]
    chosen: list[Keyword] = []
    covered: set[str] = set()
    while open_ and len(chosen) < MOST_TOPICS:
        best = max(open_, key=lambda k: (_gain(k, covered), k.name))
        if len(set(best.named) - covered) < least:
            break
        chosen.append(best)
        covered |= set(best.named)
        open_ = [k for k in open_ if k is not best and len(set(k.named) - covered) >= least]
    if len(library) >= FACTORS_FROM:
        chosen = list(_with_users(library, chosen))
    return tuple(_theme(k) for k in sorted(chosen, key=lambda k: (-len(k.named), k.name)))


def _with_users(library: Library, topics: Sequence[Keyword]) -> tuple[Keyword, ...]:
    """The topics, with the studies that are in none but use the term of one: each joins the topic whose term fewest others use."""
    held = {key for topic in topics for key in topic.named}
    joined: dict[str, list[str]] = {}
    for study in library:
        using = [topic for topic in topics if study.key in topic.spoken]
        if study.key not in held and using:
            joined.setdefault(min(using, key=lambda topic: (len(topic.spoken), topic.name)).name, []).append(study.key)
    return tuple(attrs.evolve(topic, named=tuple(sorted((*topic.named, *joined.get(topic.name, ()))))) for topic in topics)


def _gain(keyword: Keyword, covered: Collection[str]) -> float:
    """How many studies a keyword adds, less where more studies use it than are about it."""
    return round(len(set(keyword.named) - set(covered)) * worth(keyword) * len(keyword.named) / len(keyword.spoken), 4)


def by_factors(library: Library, keywords: Sequence[Keyword]) -> tuple[Theme, ...]:
    """Topics that share their words, the widest first; only those with a name of their own and enough studies.

    What is left over is parted once more, where it is a large library itself: beside strong topics weaker ones are not seen.
    Raises ImportError without scikit-learn.
    """
    reader = Reader.of(library)
    ordered = sorted(library, key=lambda study: study.key)
    documents = {study.key: reader.words(study) for study in ordered}
    least = max(STUDIES_OF_A_TOPIC, round(SMALLEST_SHARE * len(library)))
    themes: list[Theme] = []
    left = list(documents)
    while len(left) >= FACTORS_FROM and len(themes) < MOST_TOPICS:
        factors = _factorise([documents[key] for key in left])
        groups = _groups(left, factors)[0] if factors else ()
        new = _named(groups, len(library), keywords, least, {theme.name for theme in themes})[: MOST_TOPICS - len(themes)]
        themes += new
        if not new or len(themes) > len(new):
            break
        held = {key for theme in themes for key in theme.keys}
        left = [key for key in left if key not in held]
    return tuple(sorted(themes, key=lambda theme: (-len(theme.keys), theme.name))) or by_keyword(library, keywords)


def _named(groups: Sequence[Group], library: int, keywords: Sequence[Keyword], least: int, names: Collection[str]) -> list[Theme]:
    """The groups of at least `least` studies that a label stands for, as themes; no keyword labels two."""
    themes: list[Theme] = []
    taken = {keyword.name for keyword in keywords if slug(keyword.name) in names}
    for group in groups:
        chosen = label(group.main, library, keywords, taken) if len(group.main) >= least else None
        if chosen is not None:
            taken |= {keyword.name for keyword in chosen.keywords}
            titles = tuple(keyword.title for keyword in chosen.keywords)
            themes.append(Theme(TOPIC, group.keys, chosen.title, name=chosen.name, way="factors", keywords=titles, words=group.words))
    return themes


def _rest(library: Library, topics: Sequence[Theme]) -> tuple[Theme, ...]:
    """What no topic holds, as a topic that says so; not where that is a study or two."""
    held = {key for theme in topics for key in theme.keys}
    left = tuple(sorted(set(library.keys()) - held))
    return (rest_theme(left),) if topics and left else ()


def rest_theme(keys: Sequence[str]) -> Theme:
    """The topic of what no other topic holds."""
    title = LangText({tag: str(language(tag).section("facets")[REST]) for tag in tags()})
    return Theme(TOPIC, tuple(keys), title, name=REST, way="rest")


def by_name(keywords: Sequence[Keyword], wanted: str) -> Keyword | None:
    """The keyword that is called `wanted` in any language, whatever its case and hyphens."""
    name = slug(wanted)
    return next((k for k in keywords if name and name in (slug(k.name), *map(slug, k.title.values()))), None)


def _theme(keyword: Keyword) -> Theme:
    own = LangText({tag: heading(words) for tag, words in keyword.title.items()})
    return Theme(TOPIC, keyword.named, own, None, slug(keyword.name), "keyword", (keyword.title,))
