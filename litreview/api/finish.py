"""A draft handed in: a copy without comments, hidden parts, evidence and paths, refused while something in it waits."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from litreview.errors import Problem, fault
from litreview.languages import explain, language, tags
from litreview.languages.failures import unwritable
from litreview.library.save import NOTHING, Saved, save_all
from litreview.library.sources import read_bytes
from litreview.writers.docx import finished, open_slots, tracked_changes
from litreview.writers.docx.open_slots import OpenSlot

LABELS = ("not_filled_in", "not_read", "no_abstract")
"""The words of a cell that waits for somebody, in every language."""
TOLD = 12
"""So many open places are listed."""
_LONGEST = 70
"""So many letters of a row, a column or a heading are told."""


def finish(path: str | os.PathLike[str], output: str | os.PathLike[str], *, anyway: bool = False, overwrite: bool = False) -> Saved:
    """Write the Word file `path` to `output` as it is handed in: no comments, nothing of how it was made, no evidence, no local paths.

    Live citations stay. Raises WriteError while cells or sentences wait ("not filled in", ``{{…}}``, ``[@key]``) or tracked changes are
    neither accepted nor rejected, unless `anyway`; then these are problems of what is given. Raises WriteError too where `output` is the
    file itself or cannot be written, ReadError for what is no Word file.
    """
    name = os.fspath(path)
    if Path(output).suffix.casefold() != ".docx":
        raise unwritable(fault("finish-suffix", severity="error", suffix=Path(output).suffix))
    made, problems = finished(read_bytes(path), name)
    waiting = _waiting(made, name)
    if waiting and not anyway:
        raise unwritable(fault("finish-open", file=name, severity="error", n=len(waiting), first=explain(waiting[0])))
    saved = save_all({Path(output): made}, NOTHING.also(path), overwrite, bare=True)
    return attrs.evolve(saved, problems=(*waiting, *problems, *saved.problems))


def unfinished(path: str | os.PathLike[str]) -> tuple[Problem, ...]:
    """What in a Word file waits for somebody before it can be handed in: the reasons for which `finish` refuses it. Raises ReadError."""
    name = os.fspath(path)
    return _waiting(finished(read_bytes(path), name)[0], name)


def _waiting(data: bytes, name: str) -> tuple[Problem, ...]:
    phrases = {str(language(tag).label(label)) for tag in tags() for label in LABELS}
    phrases |= {str(words) for tag in tags() for words in language(tag).section("finish")["marks"]}
    slots = open_slots(data, sorted(phrases))
    problems = [_told(slot, name) for slot in slots[:TOLD]]
    if len(slots) > TOLD:
        problems.append(fault("finish-slots-more", file=name, n=len(slots) - TOLD))
    changes = tracked_changes(data)
    if changes:
        problems.append(fault("finish-tracked", file=name, n=changes))
    return tuple(problems)


def _told(slot: OpenSlot, name: str) -> Problem:
    """An open slot as a problem that says where it stands: in which row and column of a table, else under which heading."""
    if slot.row and slot.column:
        return fault("finish-cell", file=name, mark=slot.mark, row=_short(slot.row), column=_short(slot.column))
    if slot.heading:
        return fault("finish-slot-under", file=name, mark=slot.mark, words=slot.words, heading=_short(slot.heading))
    return fault("finish-slot", file=name, mark=slot.mark, words=slot.words)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
