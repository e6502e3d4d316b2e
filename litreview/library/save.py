"""Putting a file in its place whole: what stood there before stays until the new one is complete."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from litreview.errors import Problem, WriteError, fault
from litreview.languages.failures import unwritable
from litreview.record import Library


def save(path: str | os.PathLike[str], data: bytes, keep: Protected) -> Saved:
    """Write `data` to `path`, which is none of `keep`: into a new file beside it, which then takes its place in one step (`os.replace`).

    Whatever goes wrong, the old file is still there whole and no other file is left behind. A symbolic link is followed, the
    permissions of a file that is replaced are kept. Raises WriteError, as `check_target` does.
    """
    target = check_target(path, keep)
    beside = target.with_name(f".litreview-{secrets.token_hex(6)}.tmp")
    try:
        _fill(beside, data, target)
        os.replace(beside, target)
    except OSError as error:
        raise unwritable(_fault(error, Path(path))) from error
    finally:
        beside.unlink(missing_ok=True)
    return Saved(Path(path))


def save_all(files: Mapping[Path, bytes], keep: Protected) -> None:
    """Write several files, all of them or none, over none of `keep`: each is whole beside its place before the first takes its place.

    If a file cannot take its place after all, those that did give it back. Raises WriteError.
    """
    targets = {path: check_target(path, keep) for path in files}
    beside = {path: target.with_name(f".litreview-{secrets.token_hex(6)}.tmp") for path, target in targets.items()}
    before: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for path, data in files.items():
            _fill(beside[path], data, targets[path])
        for path, target in targets.items():
            old = target.read_bytes() if target.exists() else None
            os.replace(beside[path], target)
            before[target] = old
    except OSError as error:
        for target, old in before.items():
            if old is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(old)
        raise unwritable(_fault(error, path)) from error
    finally:
        for name in beside.values():
            name.unlink(missing_ok=True)


def check_target(path: str | os.PathLike[str], keep: Protected) -> Path:
    """The file that writing to `path` would make or replace, links followed: to be asked before long work, too.

    Raises WriteError where that is clear to fail: the folder is missing, or `path` is a folder, a device, not permitted, or one of `keep`.
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
        raise unwritable(_fault(error, named_path)) from error
    if not os.access(target.parent, os.W_OK | os.X_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise unwritable(_fault(PermissionError(), named_path))
    keep.refuse(named_path)
    return target


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


def _fill(path: Path, data: bytes, like: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(stat.S_IMODE(like.stat().st_mode))


def _fault(error: Exception, path: Path) -> Problem:
    if isinstance(error, PermissionError):
        return fault("output-not-permitted", file=str(path), severity="error")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return fault("output-failed", file=str(path), severity="error", reason=reason)
