"""Sources with some of their studies changed: worked out whole, then written all together or not at all."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

from litreview.errors import Problem, fault
from litreview.formats import named
from litreview.languages.failures import unwritable
from litreview.library.safe.commit import commit, locked
from litreview.library.safe.journal import Change as Changed
from litreview.library.safe.journal import FileChange, digest, made_here
from litreview.library.safe.standing import standing
from litreview.library.save import NOTHING, check_target
from litreview.library.sources import Source, read_bytes
from litreview.record import Library, SourceFile, Study
from litreview.zotero.reading import FORMAT as ZOTERO

Change = Callable[[Study], Study | None]
"""What is to become of a study: the same, another, or None for one that goes."""


@attrs.frozen
class Rewrite:
    """One file: its path, the bytes that were read (None for a file that is new) and those that are to stand there."""

    path: str
    before: bytes | None
    after: bytes

    @property
    def diff(self) -> str:
        """The change as a unified diff, as programs of versions show it.

        >>> Rewrite("a.bib", b"@book{lee}", b"@book{kim}").diff.splitlines()[:4]
        ['--- a.bib', '+++ a.bib', '@@ -1 +1 @@', '-@book{lee}']
        """
        old, new = (_lines(data) for data in (self.before, self.after))
        lines = difflib.unified_diff(old, new, "/dev/null" if self.before is None else self.path, self.path)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def files_of(library: Library, leave_out: Sequence[str | os.PathLike[str]] = ()) -> tuple[Source, ...]:
    """The files that `library` was read from, each once. Raises ReadError, WriteError for one that has changed since it was read."""
    omitted = {os.path.realpath(path) for path in leave_out}
    files = {file.place: file for file in library.sources if file.role != "left-out" and file.place not in omitted}
    return tuple(_source(file) for file in files.values())


def _source(file: SourceFile) -> Source:
    if file.format == ZOTERO.name:  # a library of another program, which is never written
        return Source(file.path, b"", ZOTERO)
    return Source(file.path, as_read(file), named(file.format) if file.format else None)


def as_read(file: SourceFile, own: str = "") -> bytes:
    """What a file of a library holds. Raises ReadError, WriteError where that is not what was read.

    What this process itself made of it since by the command `own` is no change.
    """
    data = read_bytes(file.place)
    if file.digest and digest(data) != file.digest and not (own and made_here(Path(file.place), file.digest, digest(data), own)):
        raise unwritable(fault("source-changed-meanwhile", file=file.path, severity="error"))
    return data


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


def write(rewrites: Sequence[Rewrite], command: str, keys: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Put all files in their places, or none, as a change that can be taken back; `command` made it, `keys` are those it changed.

    Gives what is to be said. Raises WriteError, also for a file that has changed since it was read.
    """
    if not rewrites:
        return ()
    places = [check_target(rewrite.path, NOTHING) for rewrite in rewrites]
    with locked({place.parent for place in places}) as held:
        put(rewrites, command, keys)
    return held.problems


def put(rewrites: Sequence[Rewrite], command: str, keys: Mapping[str, str] | None = None) -> None:
    """As `write`, while the files are `locked`."""
    if rewrites:
        commit(Changed(changes(rewrites), command, dict(keys or {}), undoable=True))


def changes(rewrites: Sequence[Rewrite]) -> tuple[FileChange, ...]:
    """The files as the journal has them. Raises WriteError for one that cannot be written."""
    files: list[FileChange] = []
    for rewrite in rewrites:
        place = check_target(rewrite.path, NOTHING)
        ours = rewrite.before is not None and standing(place).state == "unchanged"  # an output of ours stays one
        files.append(FileChange(rewrite.path, place, rewrite.before, rewrite.after, remember=ours))
    return tuple(files)


def _lines(data: bytes | None) -> list[str]:
    if data is None:
        return []
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig", "replace").splitlines(keepends=True)


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
