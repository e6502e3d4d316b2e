"""A worksheet in which somebody has worked, against the records: what changes, and what cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from litreview.analysis.prepared import prepared
from litreview.errors import Problem, fault, nearest
from litreview.languages import language, tags
from litreview.record import Library, Study
from litreview.sheets.columns import columns
from litreview.sheets.making import cell, word
from litreview.sheets.sheet import EMPTY, SheetColumn, Unfit
from litreview.sheets.typed import lines, with_typed


@attrs.frozen
class Returned:
    """A worksheet as it came back: by the key of each row what stands under each heading, now (`typed`) and when it was made (`made`).

    `made` is None for a file that does not keep it. `tag` is the language in which it was made.
    """

    tag: str
    typed: Mapping[str, Mapping[str, str]]
    made: Mapping[str, Mapping[str, str]] | None = None
    problems: tuple[Problem, ...] = ()


@attrs.frozen
class CellChange:
    """One cell that somebody changed: the study, the heading, what stood there and what stands there now."""

    key: str
    heading: str
    before: str
    after: str


@attrs.frozen
class Changes:
    """What a worksheet changes: the studies as they are to be, by key, each cell, and what cannot be taken."""

    studies: Mapping[str, Study]
    cells: tuple[CellChange, ...]
    problems: tuple[Problem, ...]


def changes(returned: Returned, library: Library) -> Changes:
    """What somebody changed in the worksheet `returned` of the studies of `library`.

    A cell counts as changed where it differs from what was there when the sheet was made. Where the record has changed since as well, and
    says something else, nothing is taken and a problem says what stands on either side.
    """
    ready = {study.key: study for study in prepared(library)[0]}
    known = {column.heading: column for column in columns(library, returned.tag)}
    studies: dict[str, Study] = {}
    cells: list[CellChange] = []
    problems: list[Problem] = list(returned.problems)
    for key, row in returned.typed.items():
        if key not in ready:
            close = nearest(key, ready, _KEYS_ALIKE)
            problems.append(fault("worksheet-key-near" if close else "worksheet-key", key=key, severity="error", nearest=close))
            continue
        study = library[key]
        for heading, text in row.items():
            column = known.get(heading) or SheetColumn(heading, heading, "own")
            text = _state_word(text, returned.tag)
            taken = _taken(studies.get(key, study), study, ready[key], column, text, returned, library)
            if isinstance(taken, Study):
                studies[key] = taken
                cells.append(CellChange(key, heading, cell(study, ready[key], column, returned.tag).text, text))
            elif taken is not None:
                problems.append(taken)
    return Changes(studies, tuple(cells), tuple(problems))


def _taken(
    so_far: Study, study: Study, ready: Study, column: SheetColumn, text: str, returned: Returned, library: Library
) -> Study | Problem | None:
    """The study with a cell taken; None where nobody changed it; or why it cannot be."""
    tag = returned.tag
    now = cell(study, ready, column, tag)
    made = returned.made.get(study.key, {}).get(column.heading, "") if returned.made is not None else now.text
    if column.kind == "key" or _plain(text, column, tag) in (_plain(made, column, tag), _plain(now.text, column, tag)):
        return None
    place: dict[str, Any] = {"key": study.key, "severity": "error", "field": column.heading}
    if _plain(made, column, tag) != _plain(now.text, column, tag):
        return fault("worksheet-conflict", typed=_short(text), now=_short(now.text), made=_short(made), **place)
    if not text and now.state == "found":
        return fault("worksheet-emptied", word=word("not-stated", tag), **{**place, "severity": "info"})
    if not text and now.state in EMPTY:
        return None
    try:
        return with_typed(so_far, ready, column, text, tag, library.concepts)
    except Unfit as error:
        # the words that can be typed are those of the sheet; of all else a word of the reader's language is told
        choices = language(tag).section("worksheet")["expected"].get(error.expected)
        return fault("worksheet-value", value=_short(text), expected=choices or error.expected, **place)


def _state_word(text: str, tag: str) -> str:
    """The word of a state in the language of the sheet, where it was typed in another: "tidak disebutkan" in an English one."""
    typed = text.strip().casefold()
    return next((word(state, tag) for state in EMPTY for other in tags() if typed == word(state, other).casefold()), text)


def _plain(text: str, column: SheetColumn, tag: str) -> tuple[str, ...]:
    """A cell as its values, so that it is no matter how they are parted; the word of a state in any case, and years with any dash."""
    if text.casefold() in {word(state, tag).casefold() for state in EMPTY}:
        return (text.casefold(),)
    return tuple(lines(_DASH.sub("–", text) if column.kind == "period" else text, column))


_KEYS_ALIKE = 0.75
"""How like another key has to be to be offered: a name and a year make keys of any two works a little like."""
_DASH = re.compile(r"(?:(?<!\s)\s+)?[–—-]\s*")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79] + "…"
