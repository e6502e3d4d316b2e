"""Works that the citations of a style do not tell apart: cited by title where that helps, and a problem where it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

import attrs

from litreview.csl import Cite, Cluster, Item, Processor, Style
from litreview.document.walk import plain
from litreview.errors import Problem, fault


@attrs.frozen
class Distinct:
    """The works as they should be cited: `by_title` are those whose title takes the author's place in citations.

    `problems` name the works whose citations are equal all the same.
    """

    items: tuple[Item, ...]
    by_title: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def tell_apart(style: Style, items: Sequence[Item]) -> Distinct:
    """Find the works whose citation would not tell which work it is, in a style that cites neither by number nor in notes.

    A work without author is cited by its title if its citation says nothing of it (if a work of the same type and date, of which
    nothing else is known, is cited in the same way), or no more than another's even beside it, with the letters and names that the
    style adds for that. Where two short titles are equal, the whole titles are taken.
    """
    if style.is_note or style.citation.uses_number:
        return Distinct(tuple(items))
    nameless = [item for item in items if not item.names.get("author") and item.texts.get("title")]
    equal = _equal(style, items, ())
    silent = {item.id for item in nameless if _alone(style, item) == _alone(style, attrs.evolve(item, texts={}, names={}))}
    by_title = frozenset(silent | {item.id for item in nameless if any(item.id in group for group in equal.values())})
    if by_title:
        items = _with_distinct_titles(items, by_title)
        equal = _equal(style, items, by_title)
    problems = (fault("same-citation", key=ids[0], citation=text, others=", ".join(ids[1:])) for text, ids in equal.items())
    return Distinct(tuple(items), by_title, tuple(problems))


def _equal(style: Style, items: Sequence[Item], by_title: Collection[str]) -> dict[str, list[str]]:
    """The citations that several works have in common, with their ids, when all works are cited in one document."""
    processor = Processor(style, items, by_title=by_title)
    ids_by_text: dict[str, list[str]] = defaultdict(list)
    for item, inlines in zip(items, processor.citations([Cluster((Cite(item.id),)) for item in items]), strict=True):
        ids_by_text[plain(inlines)].append(item.id)
    return {text: ids for text, ids in ids_by_text.items() if len(ids) > 1}


def _alone(style: Style, item: Item) -> str:
    return plain(Processor(style, (item,)).citations([Cluster((Cite(item.id),))])[0])


def _with_distinct_titles(items: Sequence[Item], by_title: Collection[str]) -> list[Item]:
    short: dict[str, int] = defaultdict(int)
    for item in items:
        short[item.texts.get("title-short", "") if item.id in by_title else ""] += 1
    return [_unshortened(item) if item.id in by_title and short[item.texts.get("title-short", "")] > 1 else item for item in items]


def _unshortened(item: Item) -> Item:
    return attrs.evolve(item, texts={name: text for name, text in item.texts.items() if name != "title-short"})
