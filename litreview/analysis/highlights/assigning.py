"""Which aspect each highlight of a study is for."""

from __future__ import annotations

import attrs

from litreview.analysis.highlights.legend import led_by, meaning_of
from litreview.record import Highlight, LangText, Legend, Study


@attrs.frozen
class Mark:
    """A highlight with the aspect (or `GAP`) that it is for; its comment without the words that say so."""

    meaning: str
    highlight: Highlight


@attrs.frozen
class Marks:
    """The highlights of a study: those with a meaning, in order, and those of which nobody says what they mean."""

    assigned: tuple[Mark, ...] = ()
    unassigned: tuple[Highlight, ...] = ()


def marks(study: Study, legend: Legend) -> Marks:
    """The highlights of `study` by their meaning: the first word of the comment goes before a tag, that before the colour.

    >>> mark = Highlight(LangText({"en": "Ports grew."}), LangText({"id": "hasil: pelabuhan tumbuh"}), "3", "yellow")
    >>> one, = marks(Study("a", highlights=(mark,)), Legend({"yellow": "method"})).assigned
    >>> one.meaning, one.highlight.comment["id"]
    ('findings', 'pelabuhan tumbuh')
    """
    assigned: list[Mark] = []
    unassigned: list[Highlight] = []
    for highlight in study.highlights:
        meaning, bare = _meaning(highlight, legend)
        if meaning is None:
            unassigned.append(highlight)
        elif meaning and (bare.text or bare.comment):
            assigned.append(Mark(meaning, bare))
    return Marks(tuple(assigned), tuple(unassigned))


def _meaning(highlight: Highlight, legend: Legend) -> tuple[str | None, Highlight]:
    for tag, comment in highlight.comment.items():
        led = led_by(comment)
        if led is not None:
            rest = {**highlight.comment, tag: led[1]}
            return led[0], attrs.evolve(highlight, comment=LangText({t: words for t, words in rest.items() if words}))
    return meaning_of(highlight.colour, highlight.tags, legend), highlight
