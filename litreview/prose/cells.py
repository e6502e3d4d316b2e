"""The words of the comparison with the writer's own study, for the cells of the table and the sentence on novelty."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.claims import Likeness
from litreview.document.nodes import Inlines, Text
from litreview.prose.voice import Voice
from litreview.prose.wording import term
from litreview.record import LangText


def comparison_cells(found: Sequence[Likeness], voice: Voice) -> tuple[Inlines, Inlines]:
    """What is the same and what is different, as the two cells of a row. Where nothing can be compared both say so."""
    words = voice.language.section("comparison")
    if not found:
        nothing: Inlines = (Text(str(words["nothing"])),)
        return nothing, nothing
    same = [_filled(str(words["same"]), str(words[f.aspect]), f.same, (), voice) for f in found if f.same]
    other = [_filled(str(words["other"]), str(words[f.aspect]), f.other, f.own, voice) for f in found if f.other]
    return _cell(same, str(words["none_same"]), voice), _cell(other, str(words["none_other"]), voice)


def novelty(points: Sequence[tuple[str, tuple[str, ...]]], voice: Voice) -> Inlines:
    """The clause list of what no study of the corpus shares with the writer's own: (aspect, the writer's values)."""
    words = voice.language.section("comparison")["novel"]
    clauses: list[Inlines] = []
    for aspect, values in points:
        before, _, behind = str(words[aspect]).partition("{values}")
        clauses.append((Text(before), *voice.join([(Text(value),) for value in values]), Text(behind)))
    return voice.join(clauses)


def _filled(template: str, aspect: str, values: Sequence[LangText], own: Sequence[str], voice: Voice) -> Inlines:
    named = voice.join([term(value, voice) for value in values])
    mine = voice.join([(Text(value),) for value in own])
    parts: list[Inlines] = []
    for piece in template.replace("{", "\x00{").replace("}", "}\x00").split("\x00"):
        parts.append({"{aspect}": (Text(aspect),), "{values}": named, "{own}": mine}.get(piece, (Text(piece),)))
    return tuple(node for part in parts for node in part)


def _cell(items: Sequence[Inlines], empty: str, voice: Voice) -> Inlines:
    return voice.join(list(items), strong=True) if items else (Text(empty),)
