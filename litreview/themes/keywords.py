"""Topics from the authors' own keywords: which of them hold enough studies together to be a section.

Two keywords are one if they name one concept, in any language, or are the same words but for case, plural and hyphen.
"""

from __future__ import annotations

import attrs

from litreview.concepts import find
from litreview.concepts.terms import fold
from litreview.record import LangText, Library, Study
from litreview.themes.theme import Theme

FROM = 8
"""From so many studies on topics are looked for; fewer are compared by facets alone."""

FEWEST = 3
WIDEST = 0.6
"""A topic holds at least three studies and at most this share of all: wider is what the whole corpus is about."""

MOST = 6
"""So many topics at the most; the chapter is to be read."""


@attrs.frozen
class Topic:
    """One keyword or concept with the studies that name it; `name` identifies it, `title` says it by language."""

    name: str
    title: LangText
    keys: tuple[str, ...]


def topics(library: Library) -> tuple[Topic, ...]:
    """Every keyword or concept of the library with its studies, the widest first (of equal ones by name)."""
    titles: dict[str, dict[str, str]] = {}
    studies: dict[str, dict[str, None]] = {}
    for study in library:
        for name, tag, words in _named(study):
            titles.setdefault(name, {}).setdefault(tag, words)
            studies.setdefault(name, {})[study.key] = None
    found = [Topic(name, LangText(titles[name]), tuple(keys)) for name, keys in studies.items()]
    return tuple(sorted(found, key=lambda topic: (-len(topic.keys), topic.name)))


def suggest_topics(library: Library) -> tuple[Theme, ...]:
    """The topics that part a library of `FROM` studies or more: each next one is that which adds most studies not yet in one.

    Returns nothing for a smaller library. Studies in no topic are compared by the facets like all others.
    """
    if len(library) < FROM:
        return ()
    candidates = [t for t in topics(library) if FEWEST <= len(t.keys) <= WIDEST * len(library)]
    chosen: list[Topic] = []
    covered: set[str] = set()
    while candidates and len(chosen) < MOST:
        best = max(candidates, key=lambda t: (len(set(t.keys) - covered), len(t.keys)))
        if len(set(best.keys) - covered) < FEWEST:
            break
        chosen.append(best)
        covered |= set(best.keys)
        candidates.remove(best)
    return tuple(Theme("topic", topic.keys, _title(topic), name=slug(topic.name)) for topic in chosen)


def slug(name: str) -> str:
    """A name as a part of a key: small letters, digits and hyphens.

    >>> slug("Cash waqf (online)")
    'cash-waqf-online'
    """
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split())


def _named(study: Study) -> list[tuple[str, str, str]]:
    """(identity, language, words) of each keyword: the concept's id and label where it is one, else its folded words."""
    named: list[tuple[str, str, str]] = []
    for tag, keywords in study.keywords.items():
        for keyword in keywords:
            hits = [hit for hit in find(keyword, tag) if hit.end - hit.start == len(keyword)]
            if hits:
                named += [(hits[0].value.id, label_tag, label) for label_tag, label in hits[0].value.labels.items()]
            elif keyword.strip():
                named.append((" ".join(fold(word, tag) for word in keyword.replace("-", " ").split()), tag, keyword))
    return named


def _title(topic: Topic) -> LangText:
    """The topic's words as a heading: with a capital, acronyms left alone."""
    return LangText({tag: words[:1].upper() + words[1:] for tag, words in topic.title.items()})
