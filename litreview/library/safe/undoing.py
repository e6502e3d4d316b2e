"""The last change taken back: every file of it holds again what it held."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from litreview.errors import Problem, fault
from litreview.languages.failures import unwritable
from litreview.library.safe import journal
from litreview.library.safe.commit import commit, locked
from litreview.library.safe.copies import is_copy
from litreview.library.safe.journal import Change, Entry, FileChange
from litreview.library.safe.putting import is_as
from litreview.library.safe.standing import refuse_open


@attrs.frozen
class Undone:
    """What was taken back: the command that had made the change, when (seconds since 1970), the files, and the keys that it had changed.

    `keys` are old to new, as the command changed them: the old ones hold again.
    """

    command: str
    made: float
    files: tuple[str, ...]
    keys: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def undo(where: str | os.PathLike[str] = ".", environ: Mapping[str, str] = os.environ) -> Undone:
    """Take back the last change that was made in the folder `where` (or from it), or of the file `where`; a further call the one before.

    Raises WriteError where there is none, and where a file of it was changed since: then nothing is changed.
    """
    entry = next(_standing(Path(where).resolve(), environ), None)
    if entry is None:
        raise unwritable(fault("nothing-to-undo", file=os.fspath(where), severity="error"))
    change = entry.change
    files = tuple(file for file in change.files if is_as(file.place, file.after) or not _is_copy(file))
    for file in files:
        refuse_open(file.place)
        if not is_as(file.place, file.after):
            raise unwritable(fault("changed-since", file=file.path, severity="error", command=change.command))
    back = tuple(FileChange(file.path, file.place, file.after, file.before, remember=False) for file in reversed(files))
    with locked({file.place.parent for file in files}, environ) as held:
        commit(Change(back, "undo", undoes=change.id), environ)
    return Undone(change.command, entry.made, tuple(dict.fromkeys(file.path for file in files)), change.keys, held.problems)


def _is_copy(file: FileChange) -> bool:
    """Whether a file is the copy of what was replaced, which the writer may have changed or taken away since."""
    return file.before is None and is_copy(file.place.name)


def _standing(where: Path, environ: Mapping[str, str]) -> Iterator[Entry]:
    """The changes of a place that hold, the newest first."""
    for entry in journal.entries(environ):
        there = Path(entry.working) == where or any(where in (file.place, *file.place.parents) for file in entry.change.files)
        if entry.end == "done" and entry.change.undoable and there:
            yield entry
