"""The words of the comparison with the writer's own study, for the cells of the table and the sentence on novelty."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.document.nodes import Inlines, Text
from litreview.record import LangText
from litreview.review.claims import Likeness
from litreview.review.prose.fill import capitalise
from litreview.review.prose.voice import Voice
from litreview.review.prose.wording import term

Paragraphs = tuple[Inlines, ...]


def comparison_cells(likenesses: Sequence[Likeness], voice: Voice) -> tuple[Paragraphs, Paragraphs]:
    """What is the same and what is different, as the two cells of a row, a sentence for each aspect.

    Where no aspect is stated by both studies the cells say so.
    """
    words = voice.language.section("comparison")
    if not likenesses:
        nothing: Paragraphs = ((Text(str(words["nothing"])),),)
        return nothing, nothing
    same = [capitalise(shared(likeness, voice)) for likeness in likenesses if likeness.shares]
    other: list[Inlines] = []
    for likeness in likenesses:
        kind = ("other" if likeness.own else "further") if likeness.other else "own" if likeness.own else None
        if kind:
            other.append(capitalise(_sentence(str(words[kind]), likeness.aspect, likeness.other or likeness.own, likeness.own, voice)))
    return tuple(same) or ((Text(str(words["none_same"])),),), tuple(other) or ((Text(str(words["none_other"])),),)


def shared(likeness: Likeness, voice: Voice) -> Inlines:
    """What two studies have in common of one aspect: "sama-sama memakai …"; of periods that overlap, where they do."""
    words = voice.language.section("comparison")
    if likeness.overlap is not None:
        return (Text(str(words["overlap"]).format(years=likeness.overlap)),)
    return _sentence(str(words["same"]), likeness.aspect, likeness.same, (), voice)


def novelty(points: Sequence[tuple[str, tuple[LangText, ...]]], voice: Voice, joined: bool = False) -> Inlines:
    """The clauses of what no study of the corpus does: (aspect, the writer's values); `joined` where none does all of it at once."""
    clauses = [_clause(aspect, voice.join([_own(value, voice) for value in values]), voice) for aspect, values in points]
    return voice.join(clauses, conjunction="and" if joined else "or")


def _own(value: LangText, voice: Voice) -> Inlines:
    """A value of the writer's, or a name: neither is ever quoted."""
    tagged = value.best(voice.language.tag)
    return (Text(tagged[1]),) if tagged else ()


def _sentence(template: str, aspect: str, values: Sequence[LangText], own: Sequence[LangText], voice: Voice) -> Inlines:
    """ "Sama-sama memakai …", "Meneliti … (penelitian penulis: …)"."""
    plain = aspect == "partners"  # names are no quotations
    clause = _clause(aspect, voice.join([_own(v, voice) if plain or v in own else term(v, voice) for v in values]), voice)
    before, _, behind = template.partition("{clause}")
    middle, slot, end = behind.partition("{own}")
    mine = voice.join([_own(value, voice) for value in own]) if slot else ()
    return tuple(node for node in (Text(before), *clause, Text(middle), *mine, Text(end)) if node != Text(""))


def _clause(aspect: str, values: Inlines, voice: Voice) -> Inlines:
    """ "meneliti …", "memakai pendekatan …": what a study does with its values of an aspect."""
    before, _, behind = str(voice.language.section("comparison")["clauses"][aspect]).partition("{values}")
    return tuple(node for node in (Text(before), *values, Text(behind)) if node != Text(""))
