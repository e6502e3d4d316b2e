"""Files put in their places whole: what stood there before stays until the new one is complete."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from litreview.errors import Problem, fault


def fill(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a new file whole and see that it is on the disk, with the permissions of `like` where that exists.

    Raises OSError; then there is no file.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like is not None and like.exists():
            path.chmod(stat.S_IMODE(like.stat().st_mode))
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def place_new(beside: Path, place: Path) -> None:
    """Let the whole file `beside` take the place of none: raises FileExistsError where there is a file by now.

    A link would do it in one step, but not on every disk. An empty file in between is what `is_as` takes for none.
    """
    os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    os.replace(beside, place)


def present(place: Path) -> bytes | None:
    """What stands at `place`, None for nothing. Raises OSError."""
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None


def is_as(place: Path, data: bytes | None) -> bool:
    """Whether `place` holds `data`; an empty file is as good as none."""
    return (present(place) or None) == (data or None)


def sync_folder(path: Path) -> None:
    """See that the names in a folder are on the disk, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_fault(error: Exception, path: str | os.PathLike[str]) -> Problem:
    """What is said of `path` where writing it fails with `error`."""
    if isinstance(error, PermissionError):
        return fault("output-not-permitted", file=os.fspath(path), severity="error")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return fault("output-failed", file=os.fspath(path), severity="error", reason=reason)
