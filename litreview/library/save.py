"""Putting a file in its place whole: what stood there before stays until the new one is complete."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from litreview.errors import Problem, ReadError, WriteError, fault
from litreview.languages.failures import unwritable
from litreview.library.safe.commit import commit, locked
from litreview.library.safe.copies import copy_place, outlived
from litreview.library.safe.journal import Change, FileChange
from litreview.library.safe.putting import write_fault
from litreview.library.safe.seal import sealed
from litreview.library.safe.standing import Standing, refuse_open, standing
from litreview.record import Library


def save(path: str | os.PathLike[str], data: bytes, keep: Protected, overwrite: bool = False, also: Sequence[FileChange] = ()) -> Saved:
    """Write `data` to `path`, which is none of `keep`, whole or not at all; see `save_all`, of which this is the case of one file."""
    return save_all({Path(path): data}, keep, overwrite, also=also)


def save_all(
    files: Mapping[Path, bytes],
    keep: Protected,
    overwrite: bool = False,
    copied: bool = False,
    also: Sequence[FileChange] = (),
    command: str = "",
    bare: bool = False,
) -> Saved:
    """Write the output that is the first of `files`, and what belongs to it, all of them or none, over none of `keep`.

    What stands there and is not byte for byte what litreview last wrote there is kept as a numbered copy beside it, and the problems
    say so ("copy-of-edited", "copy-of-foreign"); with `copied` anything that stands there is. A file without any trace of litreview is
    refused, unless `overwrite` says that it may be replaced, after such a copy. `also` are changes of sources that are made with it. With
    a `command` what replaces something is kept under its name for being taken back. `bare` files carry no seal of ours; the state folder
    remembers them. A symbolic link is followed, the permissions of a file that is replaced are kept. Whatever goes wrong, the old files
    are still there whole and no other file is left behind. Raises WriteError, as `check_target` does.
    """
    standings = {path: _standing(check_target(path, keep), path) for path in files}
    main = next(iter(standings.values()))
    changes: list[FileChange] = []
    problems: list[Problem] = []
    for path, data in files.items():
        stands = standings[path]
        seal = None if bare else sealed(data, stands.place.name)
        data = data if seal is None else seal
        if data == stands.data and stands.place.exists():
            continue
        if stands.state == "foreign" and main.state in ("new", "foreign") and not overwrite:
            raise unwritable(fault("output-foreign", file=str(path), severity="error"))
        if stands.state in ("edited", "foreign") or (copied and stands.state == "unchanged"):
            copy = copy_place(stands.place, stands.data)
            state = "foreign" if stands.state == "foreign" else "edited"
            problems.append(fault(f"copy-of-{state}", file=str(path), copy=Path(path).with_name(copy.name)))
            if not copy.exists():
                changes.append(FileChange(str(path), copy, None, stands.data, stands.place, remember=True))
        before = stands.data if stands.place.exists() else None
        changes.append(FileChange(str(path), stands.place, before, data, remember=seal is None))
    changes += also
    with locked({change.place.parent for change in also}) as held:
        if changes:
            replaces = main.state != "new"
            commit(Change(tuple(changes), command or "save", undoable=bool(command) and replaces))
        for stands in standings.values():
            for copy in outlived(stands.place):
                copy.unlink(missing_ok=True)
    first, *beside = files
    return Saved(first, tuple(beside), (*held.problems, *problems))


def check_target(path: str | os.PathLike[str], keep: Protected) -> Path:
    """The file that writing to `path` would make or replace, links followed: to be asked before long work, too.

    Raises WriteError where that is clear to fail: the folder is missing, or `path` is a folder, a device, not permitted, one of `keep`,
    or open in Word or LibreOffice.
    """
    named_path = Path(path)
    try:
        target = named_path.resolve()
        if target.is_dir():
            raise unwritable(fault("output-is-folder", file=str(named_path), severity="error"))
        if not target.parent.is_dir():
            raise unwritable(fault("output-folder-missing", file=str(named_path), severity="error", folder=named_path.parent))
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            raise unwritable(fault("output-not-a-file", file=str(named_path), severity="error"))
    except WriteError:
        raise
    except (OSError, ValueError, RuntimeError) as error:  # a name too long, a zero byte in it, links in a circle
        raise unwritable(write_fault(error, named_path)) from error
    if not os.access(target.parent, os.W_OK | os.X_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise unwritable(write_fault(PermissionError(), named_path))
    keep.refuse(named_path)
    refuse_open(named_path)
    return target


def _standing(target: Path, path: Path) -> Standing:
    try:
        return standing(target)
    except ReadError as error:
        raise unwritable(error.problem or fault("output-failed", file=str(path), severity="error", reason=error)) from error


@attrs.frozen
class Protected:
    """Files that nothing is written over: `sources`, and those in which another value of something stands (`differing`)."""

    sources: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()

    def also(self, *paths: str | os.PathLike[str]) -> Protected:
        """These, and `paths` too."""
        return attrs.evolve(self, sources=(*self.sources, *(os.fspath(path) for path in paths)))

    def refuse(self, path: str | os.PathLike[str]) -> None:
        """Raise WriteError if writing to `path` would replace one of them."""
        target = Path(path)
        if target.is_file():
            for code, files in (("output-is-source", self.sources), ("output-holds-other-values", self.differing)):
                if any(os.path.isfile(file) and os.path.samefile(file, target) for file in files):
                    raise unwritable(fault(code, file=str(target), severity="error"))


NOTHING = Protected()
"""Where whatever is there may be replaced."""


def protected(library: Library, *more: str | os.PathLike[str]) -> Protected:
    """The files that hold what `library` was read from, and `more` of them.

    A file whose studies stand in other sources just so (a ``.bib`` made from the records beside it) may be made anew; one that was
    named itself, that holds more, or in which something was wrong, may not.
    """
    read_files = [file.place for file in library.sources if file.role != "copy"]
    study_files = [study.origin.file for study in library if study.origin and study.origin.file]
    wrong = [(p.origin.file, p.code == "copy-differs") for p in library.problems if p.severity != "info" and p.origin.file]
    sources = dict.fromkeys((*read_files, *study_files, *(file for file, differs in wrong if not differs)))
    return Protected(tuple(sources), tuple(dict.fromkeys(file for file, differs in wrong if differs))).also(*more)


@attrs.frozen
class Saved:
    """What was written: the file, the files beside it that belong to it, and what is to be said of it, over which it goes."""

    path: Path
    beside: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)

    def __len__(self) -> int:
        return len(self.problems)
