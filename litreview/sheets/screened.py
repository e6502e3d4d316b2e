"""The columns of a screening: where a work was found, what was decided about it, and why."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from litreview.languages import language
from litreview.record import DECISIONS, Study
from litreview.sheets.sheet import SheetColumn, Unfit

NAMES = ("found-in", "decision", "reason")


def screening_columns(tag: str) -> tuple[SheetColumn, ...]:
    """The columns, with headings in the language `tag`."""
    headings = language(tag).section("worksheet")["screening"]
    return tuple(SheetColumn(name, str(headings[name]), "screening") for name in NAMES)


def decision_words(tag: str) -> Mapping[str, str]:
    """What each decision is called in a cell."""
    words = language(tag).section("worksheet")["decisions"]
    return {decision: str(words[decision]) for decision in DECISIONS}


def screening_text(study: Study, name: str, tag: str) -> str:
    """What stands in the column `name`."""
    said = study.screening
    if name == "found-in":
        return "\n".join(said.found_in)
    return decision_words(tag)[said.decision] if name == "decision" and said.decision else said.reason if name == "reason" else ""


def with_screening(study: Study, name: str, text: str, tag: str) -> Study:
    """The study with what somebody typed in the column `name`. Raises Unfit for a decision that is none."""
    if name == "found-in":
        places = tuple(" ".join(line.split()) for line in text.replace(";", "\n").split("\n") if line.strip())
        return attrs.evolve(study, screening=attrs.evolve(study.screening, found_in=places))
    words = " ".join(text.split())
    if name == "reason":
        return attrs.evolve(study, screening=attrs.evolve(study.screening, reason=words))
    known = {said.casefold(): decision for decision, said in decision_words(tag).items()} | {one: one for one in DECISIONS}
    if words and words.casefold() not in known:
        raise Unfit("decision")
    return attrs.evolve(study, screening=attrs.evolve(study.screening, decision=known.get(words.casefold())))
