"""The title of a work as the first sentence of its abstract ("The Effect of Twin Towns. This study aims …"), told apart from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from litreview.pages.front_items import Item
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import vocabulary

_FIRST = re.compile(r"([“\"]?[^\W\d_][^.?!]{20,300}[.?!]?)[”\"]?(?<=[.?!”\"])\s+(?=[A-Z])")
_LEAST = 5
_CAPITALS = 0.75
"""The share of the words of weight that have a capital in a title."""
_REST = 12
"""Words that must stand behind the title."""


@attrs.frozen(eq=False)
class Lead:
    """A title before the text of an abstract, and that text."""

    title: Flat
    rest: Flat


def leads(texts: Mapping[str, Flat]) -> Iterator[tuple[str, Lead]]:
    """The titles with which abstracts begin, by the language of the abstract.

    >>> text = "The Effect of Twin Towns on the Villages of Java. This study " + "tells how two towns meet " * 3
    >>> [(tag, lead.title.text, lead.rest.text[:10]) for tag, lead in leads({"en": Flat.cut(text, 0, len(text))})]
    [('en', 'The Effect of Twin Towns on the Villages of Java', 'This study')]
    """
    for tag, flat in texts.items():
        first = _FIRST.match(flat.text)
        if first and len(flat.text[first.end() :].split()) >= _REST and printed_as_title(first[1]):
            title = flat[first.start(1) : first.end(1)].strip(' “”".')
            yield tag, Lead(title, flat[first.end() :])


def lead_items(found: Mapping[str, Lead]) -> list[tuple[str, tuple[Item, ...]]]:
    """The leads as front matter: a title for a language that has none."""
    return [(tag, (Item("title", lead.title, Line(lead.title, 0), sign="position"),)) for tag, lead in found.items()]


def without_leads(texts: Mapping[str, Flat], found: Mapping[str, Lead], titles: Mapping[str, str]) -> dict[str, Flat]:
    """The abstracts without those leads that are a title of the record."""
    known = {_letters(title) for title in titles.values()}
    return {tag: found[tag].rest if tag in found and _letters(found[tag].title.text) in known else flat for tag, flat in texts.items()}


def printed_as_title(text: str) -> bool:
    """Whether the words of weight of a text have capitals, as in a title."""
    small = vocabulary().title_small
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word.casefold() not in small]
    capitals = sum(word[0].isupper() for word in words)
    return len(text.split()) >= _LEAST and len(words) >= _LEAST - 1 and capitals >= _CAPITALS * len(words)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
