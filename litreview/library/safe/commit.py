"""Changes of files, all or none: written down, made, and after a kill finished or given up at the next start."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from litreview.errors import Problem, WriteError, fault
from litreview.languages.failures import unwritable
from litreview.library.safe import journal, locks
from litreview.library.safe.journal import Change, Entry, FileChange
from litreview.library.safe.putting import fill, is_as, place_new, sync_folder, write_fault
from litreview.library.safe.state import remember

_NO_STATE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENOENT)


@contextmanager
def locked(folders: Iterable[Path] = (), environ: Mapping[str, str] = os.environ) -> Iterator[locks.Held]:
    """Alone at writing, for as long as this lasts: the user's own lock, and those of `folders`.

    What was interrupted before is finished or given up first; `problems` of what it gives say so. Raises WriteError.
    """
    with locks.own_lock(environ) as owned:
        told = _recovered(environ) if owned else []
        with locks.folder_locks(folders, environ) as held:
            yield locks.Held((*told, *held.problems))


def commit(change: Change, environ: Mapping[str, str] = os.environ) -> None:
    """Make the change, all of it or nothing, while `locked`.

    Raises WriteError where a file is not as it was when the change was worked out, or cannot be written: then nothing is changed.
    """
    _compare(change)
    place = _written_down(change, environ)
    file = change.files[0]
    try:
        for number, file in enumerate(change.files):
            if file.after is not None:
                fill(change.beside(number), file.after, file.like or file.place)
        for number, file in enumerate(change.files):
            _make(file, change.beside(number))
    except BaseException as error:
        dropped = _given_back(change)
        if place is not None and dropped:
            journal.end(place, "dropped")
        if isinstance(error, OSError):
            raise unwritable(write_fault(error, file.path)) from error
        raise
    _finish(change, place, environ)


def recover(environ: Mapping[str, str] = os.environ) -> tuple[Problem, ...]:
    """Finish or give up what was interrupted, and say so; nothing where nothing was, or where another process is just writing."""
    if not journal.interrupted(environ) and not locks.left_over(environ):
        return ()
    if locks.held_here(environ):
        return ()
    try:
        with locks.own_lock(environ, wait=5.0) as owned:
            return tuple(_recovered(environ)) if owned else ()
    except WriteError:
        return ()


def _recovered(environ: Mapping[str, str]) -> list[Problem]:
    problems: list[Problem] = []
    for place in journal.interrupted(environ):
        entry = journal.entry_at(place)
        if entry is None:  # nothing was done before it was written down
            journal.forget(place)
            continue
        try:
            problems += _resolved(entry, environ)
        except OSError as error:  # a disk that is not there, say: it is asked again at the next start
            reason = error.strerror or str(error)
            problems.append(fault("change-waits", file=entry.change.files[0].path, severity="warning", reason=reason))
    locks.clear(environ)
    return problems


def _resolved(entry: Entry, environ: Mapping[str, str]) -> Iterator[Problem]:
    """Finish the change if a part of it was made, give it up if none was; a file that was changed since is left as it is."""
    change, file = entry.change, entry.change.files[0].path
    if not all(one.place.parent.is_dir() for one in change.files):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    names = ", ".join(dict.fromkeys(one.path for one in change.files))
    other = [one for one in change.files if not is_as(one.place, one.before) and not is_as(one.place, one.after)]
    made = [one for one in change.files if not is_as(one.place, one.before)]
    if other or not made:
        _give_back(change)
        journal.end(entry.place, "dropped")
        code = "change-in-conflict" if other else "change-dropped"
        changed = ", ".join(one.path for one in other)
        yield fault(code, file=file, severity="warning", command=change.command, files=names, changed=changed)
        return
    for number, one in enumerate(change.files):
        if is_as(one.place, one.before):
            if one.after is not None:
                change.beside(number).unlink(missing_ok=True)
                fill(change.beside(number), one.after, one.like or one.place)
            _make(one, change.beside(number))
    _clean(change)
    _finish(change, entry.place, environ)
    yield fault("change-finished", file=file, severity="warning", command=change.command, files=names)


def _written_down(change: Change, environ: Mapping[str, str]) -> Path | None:
    """The place of the change in the journal, or None where the user has no folder that can be written."""
    try:
        return journal.write_down(change, environ)
    except OSError as error:
        journal.forget(journal.place_of(change, environ))
        if error.errno in _NO_STATE:
            return None
        raise unwritable(write_fault(error, change.files[0].path)) from error


def _compare(change: Change) -> None:
    for file in change.files:
        _compare_one(file)


def _compare_one(file: FileChange) -> None:
    try:
        same = is_as(file.place, file.before)
    except OSError as error:
        raise unwritable(write_fault(error, file.path)) from error
    if not same:
        raise unwritable(fault("source-changed-meanwhile", file=file.path, severity="error"))


def _make(file: FileChange, beside: Path) -> None:
    """Let one file, which is whole in `beside`, take its place."""
    _compare_one(file)
    if file.after is None:
        file.place.unlink(missing_ok=True)
    elif file.place.exists():
        os.replace(beside, file.place)
    else:
        place_new(beside, file.place)
    sync_folder(file.place.parent)


def _given_back(change: Change) -> bool:
    """Whether every file could be given back what it held; where not, the next start does it."""
    try:
        _give_back(change)
    except OSError:
        return False
    return True


def _give_back(change: Change) -> None:
    """Let every file that was changed hold again what it held, and remove what stands beside."""
    _clean(change)
    for number, file in enumerate(change.files):
        if is_as(file.place, file.before):
            if file.before is None:
                file.place.unlink(missing_ok=True)  # the empty file before a new one takes its place
        elif is_as(file.place, file.after):
            if file.before is None:
                file.place.unlink()
            else:
                fill(change.beside(number), file.before, file.like or file.place)
                os.replace(change.beside(number), file.place)


def _clean(change: Change) -> None:
    for number in range(len(change.files)):
        change.beside(number).unlink(missing_ok=True)


def _finish(change: Change, place: Path | None, environ: Mapping[str, str]) -> None:
    """Remember what was written, and that the change is done."""
    for file in change.files:
        if file.remember and file.after is not None:
            remember(file.place, file.after, environ)
    if place is not None:
        with suppress(OSError):  # the next start sees that all is done
            if change.undoes and place.with_name(change.undoes).is_dir():
                journal.end(place.with_name(change.undoes), "undone")
            journal.end(place, "done")
            journal.prune(environ)
