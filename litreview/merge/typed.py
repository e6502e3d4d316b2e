"""Citations that a writer typed or changed by hand: ``[@key, hlm. 12]``, and a place typed into a citation that was there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import attrs

from litreview.document.nodes import Cite, CiteItem
from litreview.review.citation_syntax import bracketed, narrative

_BRACKETS = re.compile(r"\[[^\[\]⟦⟧]{1,2000}\]")
_AT = re.compile(r"(?<![\w\\/.=@#])@(?=[\w{])")
_LISTED = re.compile(r"^\s*,\s*(?P<place>[^;()\[\]]{1,60})$")


@attrs.frozen
class Typed:
    """Citations typed in a text: where they stand, and what they cite."""

    start: int
    end: int
    cites: tuple[Cite, ...]


def typed(text: str, known: Collection[str]) -> Iterator[Typed]:
    """The citations typed in `text` whose works are all `known`; anything else stays text.

    >>> [(t.start, t.cites[0].items[0].locator) for t in typed("So [@lee2019, hlm. 12], not [@who] or a@lee2019.id", ["lee2019"])]
    [(3, '12')]
    """
    taken = 0
    places = sorted([*((m.start(), m) for m in _BRACKETS.finditer(text)), *((m.start(), None) for m in _AT.finditer(text))], key=_first)
    for start, match in places:
        if start < taken:
            continue
        if match is not None:
            found = bracketed(match[0][1:-1]) if "@" in match[0] else None
            cites = tuple(Cite(one.items, one.mode) for one in found or ())
            end = match.end()
        else:
            told = narrative(text, start)
            cites, end = ((Cite(told[0].items, told[0].mode),), told[1]) if told else ((), start)
        if cites and all(item.key in known for cite in cites for item in cite.items):
            taken = end
            yield Typed(start, end, cites)


def _first(place: tuple[int, re.Match[str] | None]) -> int:
    return place[0]


def with_place(cite: Cite, before: str, now: str) -> Cite | None:
    """The citation with the place that the writer typed into what it showed; None where that is not all that changed.

    >>> from litreview.document.nodes import CiteItem
    >>> with_place(Cite((CiteItem("lee2019"),)), "(Lee, 2019)", "(Lee, 2019, hlm. 12)").items[0].locator
    '12'
    """
    start = 0
    while start < min(len(before), len(now)) and before[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(before), len(now)) - start and before[-1 - end] == now[-1 - end]:
        end += 1
    match = _LISTED.match(now[start : len(now) - end])
    if start + end != len(before) or match is None or len(cite.items) != 1 or cite.items[0].locator:
        return None
    found = bracketed(f"@x, {match['place']}")
    item = found[0].items[0] if found and len(found) == 1 and len(found[0].items) == 1 else None
    if item is None or item.locator is None or item.suffix or item.prefix:
        return None
    return attrs.evolve(cite, items=(CiteItem(cite.items[0].key, item.locator, item.label, cite.items[0].prefix, cite.items[0].suffix),))
