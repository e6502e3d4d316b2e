"""Sources with some of their studies changed: worked out whole, then written all together or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from litreview.errors import Problem, fault
from litreview.formats import named
from litreview.languages.failures import unwritable
from litreview.library.safe.putting import Put, put
from litreview.library.save import NOTHING, check_target
from litreview.library.sources import Source, read_bytes
from litreview.record import Library, Study

Change = Callable[[Study], Study | None]
"""What is to become of a study: the same, another, or None for one that goes."""


@attrs.frozen
class Rewrite:
    """One file: its path, the bytes that were read and those that are to stand there."""

    path: str
    before: bytes
    after: bytes


def files_of(library: Library, leave_out: Sequence[str | os.PathLike[str]] = ()) -> tuple[Source, ...]:
    """The files that `library` was read from, as they are now, each once. Raises ReadError."""
    omitted = {os.path.realpath(path) for path in leave_out}
    files = {file.place: file for file in library.sources if file.role != "left-out" and file.place not in omitted}
    return tuple(Source(file.path, read_bytes(file.path), named(file.format) if file.format else None) for file in files.values())


def rewritten(
    files: Sequence[Source], library: Library, change: Change, whole: bool = False
) -> tuple[tuple[Rewrite, ...], tuple[Problem, ...]]:
    """What each of `files` is to hold once `change` is done to the studies of `library`; files in which nothing changes are left out.

    A study of a file is the one of the library that was read at its place, or, where the library has a copy of it from elsewhere,
    the one of its key. Raises WriteError for a file that would change and cannot be changed in place, as only YAML and BibTeX can,
    and, with `whole`, for one that cannot hold everything that a changed study says.
    """
    placed = {_place(study): study for study in library}
    keyed = {study.key: study for study in library}
    rewrites: list[Rewrite] = []
    problems: list[Problem] = []
    for source in files:
        format = source.format
        if format is None or format.update is None or format.read is None:
            own = [study for study in library if study.origin and study.origin.file == source.path]
            if any(change(study) != study for study in own):
                title = format.title if format else None
                code = "source-not-rewritable" if title else "page-not-rewritable"
                raise unwritable(fault(code, file=source.path, severity="error", title=title))
            continue
        studies, _ = format.read(source.data, source.path)
        changed = [_changed(study, placed.get(_place(study)) or keyed.get(study.key), change) for study in studies]
        staying = [study for study in changed if study is not None]
        if staying == list(studies):
            continue
        after, file_problems = format.update(source.data, staying)
        back = {study.key: study for study in format.read(after, source.path)[0]}
        if back.keys() != {study.key for study in staying}:
            raise unwritable(fault("rewrite-unfaithful", file=source.path, severity="error"))
        lost = next((study for study in staying if whole and study not in studies and not _holds(back[study.key], study)), None)
        if lost is not None:
            raise unwritable(fault("merge-would-lose", key=lost.key, file=source.path, severity="error", title=format.title))
        rewrites.append(Rewrite(source.path, source.data, after))
        problems += (problem.at(source.path) for problem in file_problems)
    return tuple(rewrites), tuple(problems)


def write(rewrites: Sequence[Rewrite]) -> None:
    """Put all files in their places, or none. Raises WriteError, also for a file that has changed since it was read."""
    for rewrite in rewrites:
        if read_bytes(rewrite.path) != rewrite.before:
            raise unwritable(fault("source-changed-meanwhile", file=rewrite.path, severity="error"))
    places = [check_target(rewrite.path, NOTHING) for rewrite in rewrites]
    put([Put(Path(rewrite.path), place, rewrite.after, place) for rewrite, place in zip(rewrites, places, strict=True)])


def _holds(reread: Study, study: Study) -> bool:
    """Whether `reread` says what `study` does; the order of what other formats said, and of what is not stated, is no matter."""
    return _unordered(reread) == _unordered(study)


def _unordered(study: Study) -> Study:
    aspects = attrs.evolve(study.aspects, looked_for=tuple(sorted(study.aspects.looked_for)))
    return attrs.evolve(study, aspects=aspects, extra=tuple(sorted(study.extra)), looked_for=tuple(sorted(study.looked_for)))


def _place(study: Study) -> tuple[object, ...]:
    origin = study.origin
    return (origin.file, origin.start, origin.line) if origin else (None, study.key)


def _changed(study: Study, held: Study | None, change: Change) -> Study | None:
    """What is to stand in the file for `study`, which the library has as `held` (under a key with a number, perhaps)."""
    if held is None:
        return study
    new = change(held)
    if new is None or new == held:
        return study if new is not None else None
    if attrs.evolve(held, key=study.key) == study:
        return attrs.evolve(new, origin=study.origin, key=new.key if new.key != held.key else study.key)
    return attrs.evolve(study, key=new.key) if new == attrs.evolve(held, key=new.key) else study
