"""The framework of thought (kerangka pemikiran): a scaffold from the writer's own study and what the studies use, drawn and in words.

What the writer has not filled in stands there as a slot; what the studies state is offered for it, never put in.
"""

from __future__ import annotations

from collections import Counter

from litreview.document.diagrams import WIDTH, layout
from litreview.document.nodes import Block, Diagram, ListBlock, Paragraph, Text
from litreview.record import Statement
from litreview.review.composition import Composition, Section
from litreview.review.thresholds import FRAMEWORKS_OFFERED
from litreview.themes import OwnStudy

KEY = "figure/scaffold"
OWN = "scaffold/introduction-1"
"""The key of the list: its words are the writer's own from the outline, and slots for more of them."""


def build(made: Composition) -> list[Block]:
    """The parts in words, then the drawing; nothing where there is neither an own study nor a framework that a study states."""
    own = made.outline.own_study
    offered = _frameworks(made)
    if own is None and not offered:
        return []
    words = made.language.section("scaffold")
    parts = _parts(own or OwnStudy(), offered, made)
    lines = {name: f"{words[name]}: {value}" for name, value in parts.items()}
    boxed = {name: f"{words[name]}\n{value}" for name, value in parts.items()}
    rows = (
        (boxed["question"],),
        (boxed["framework"],),
        (boxed["object"], boxed["method"]),
        (boxed["expected"],),
    )
    caption = (Text(str(words["caption"])),)
    height = layout(rows).height
    description = "; ".join(lines.values())
    drawn = Diagram(KEY, str(made.language.section("figures")["label"]), "", caption, b"", WIDTH, height, description, rows)
    intro = Paragraph((Text(str(words["intro"])),), "scaffold/intro")
    items = tuple((Text(lines[name]),) for name in parts)
    return [intro, ListBlock(items, OWN, True, tuple(parts)), drawn]


def _parts(own: OwnStudy, offered: tuple[str, ...], made: Composition) -> dict[str, str]:
    """The words of each part: the writer's, else a slot; the slot for the framework names what the studies use."""
    words = made.language.section("scaffold")
    empty = {name: str(words["slot"]).format(what=words[f"{name}_slot"]) for name in ("question", "object", "method", "expected")}
    choose = (
        str(words["choose"]).format(frameworks=", ".join(offered)) if offered else str(words["slot"]).format(what=words["framework_slot"])
    )
    objects = ", ".join((*own.partners, *((own.period,) if own.period else ())))
    return {
        "question": own.question or own.topic or own.title or empty["question"],
        "framework": ", ".join(own.framework) or choose,
        "object": objects or empty["object"],
        "method": ", ".join((*own.method, *own.data)) or empty["method"],
        "expected": empty["expected"],
    }


def _frameworks(made: Composition) -> tuple[str, ...]:
    """The frameworks that most studies state, as the chapter calls them."""
    counts: Counter[str] = Counter()
    for study in made.library:
        stated = (value.concept for value in study.aspects.values("framework") if isinstance(value, Statement) and value.concept)
        counts.update({name for concept in stated if (name := made.voice.concept(concept))})
    return tuple(name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:FRAMEWORKS_OFFERED])


SECTION = Section("scaffold", "scaffold", build, place=80)
