"""The aspects of a study with what its reader marked put in: hers go before what the abstract was read to say, and that is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs

from litreview.analysis.highlights.assigning import marks
from litreview.analysis.highlights.legend import USUAL
from litreview.analysis.highlights.stating import Value, evidence_of, is_gap, told, values_of
from litreview.analysis.lexicon import Lexicon
from litreview.errors import Problem, fault
from litreview.record import Legend, Library, Period, Statement, Study
from litreview.record.colours import COLOURS
from litreview.record.faults import study_fault


def with_highlights(recorded: Study, read: Study, legend: Legend, lexicon: Lexicon) -> tuple[Study, tuple[Problem, ...]]:
    """`read` (the study `recorded` with what its abstract states) with what is marked in it.

    Of an aspect of several values those that were marked come first, and what the abstract says besides follows; of one value hers is
    taken, and a problem says what the abstract has. What the record itself states is her word too, and stays first.
    """
    stated: dict[str, list[Value]] = {}
    for mark in marks(recorded, legend).assigned:
        for name, value in values_of(mark, lexicon) if not is_gap(mark) else ():
            stated.setdefault(name, []).append(value)
    problems: list[Problem] = []
    changed: dict[str, Any] = {}
    for name, values in stated.items():
        written, found = recorded.aspects.values(name), read.aspects.values(name)
        joined = _without_repeats((*written, *values) if written else (*values, *found))
        if isinstance(getattr(read.aspects, name), tuple):
            changed[name] = joined
        else:
            changed[name] = joined[0]
            if found and not _same(found[0], joined[0]):
                problems.append(study_fault("highlight-first", recorded, severity="info", aspect=name, said=_short(found[0])))
    silent = tuple(name for name in read.aspects.looked_for if name not in stated)
    return attrs.evolve(read, aspects=attrs.evolve(read.aspects, **changed, looked_for=silent)), tuple(problems)


def told_gaps(study: Study, legend: Legend) -> tuple[Statement, ...]:
    """What is marked as missing, in order.

    >>> from litreview.record import Highlight, LangText
    >>> mark = Highlight(LangText({"en": "No survey exists."}), page="9", colour="red")
    >>> told_gaps(Study("a", highlights=(mark,)), Legend({"red": "gap"}))[0].evidence[0].locator
    '9'
    """
    found = [mark.highlight for mark in marks(study, legend).assigned if is_gap(mark)]
    return tuple(Statement(told(highlight), None, evidence_of(highlight)) for highlight in found)


def unassigned(library: Library) -> tuple[Problem, ...]:
    """One line on the highlights of which nobody says what they mean: how many, in which colours, and the legend that is offered."""
    open_marks = [mark for study in library for mark in marks(study, library.legend).unassigned if mark.colour or mark.text]
    colours = Counter(mark.colour or "–" for mark in open_marks)
    if not open_marks:
        return ()
    listed = ", ".join(f"{colour} {count}" for colour, count in sorted(colours.items(), key=lambda pair: (-pair[1], pair[0])))
    return (fault("highlights-unassigned", count=len(open_marks), colours=listed, legend=_offered(colours, library.legend)),)


def _offered(colours: Iterable[str], legend: Legend) -> str:
    """The lines for these colours as they stand in a file of settings."""
    entries = {mark: meaning or "-" for mark, meaning in legend.items()}
    entries |= {colour: USUAL.get(colour, "-") for colour in colours if colour in COLOURS}
    entries = entries or dict(USUAL)
    return "highlights = {" + ", ".join(f'{_bare(mark)} = "{meaning}"' for mark, meaning in entries.items()) + "}"


def _bare(mark: str) -> str:
    return mark if mark.isascii() and mark.replace("-", "").isalnum() else f'"{mark}"'


def _without_repeats(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values, each once: one of the same concept or the same words adds its evidence to the first."""
    kept: list[Any] = []
    for value in values:
        at = next((n for n, one in enumerate(kept) if _same(one, value)), None)
        if at is None:
            kept.append(value)
        else:
            kept[at] = attrs.evolve(kept[at], evidence=tuple(dict.fromkeys((*kept[at].evidence, *value.evidence))))
    return tuple(kept)


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Statement) and isinstance(other, Statement):
        return one.concept == other.concept if one.concept or other.concept else one.text == other.text
    return attrs.evolve(one, evidence=()) == attrs.evolve(other, evidence=())


def _short(value: Value) -> str:
    if isinstance(value, Period):
        return f"{value.start}–{value.end or ''}".rstrip("–")
    text = value.text if isinstance(value, Statement) else value.name
    words = next(iter(text.values()), "")
    return words if len(words) <= 60 else words[:59] + "…"
