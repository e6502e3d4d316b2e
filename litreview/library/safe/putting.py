"""Files put in their places whole: what stood there before stays until the new one is complete, and several come together or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Sequence
from pathlib import Path

import attrs

from litreview.errors import Problem, fault
from litreview.languages.failures import unwritable


@attrs.frozen
class Put:
    """One file to write: the path that was asked for, its place (links followed), what is to stand there.

    `like` is the file whose permissions it takes, where that exists.
    """

    path: Path
    place: Path
    data: bytes = attrs.field(repr=False)
    like: Path


def put(files: Sequence[Put]) -> None:
    """Write all, or none: each is whole in a new file beside its place before the first takes its place in one step (`os.replace`).

    If one cannot take its place after all, those that did give it back. Raises WriteError.
    """
    beside = [file.place.with_name(f".litreview-{secrets.token_hex(6)}.tmp") for file in files]
    before: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for file, name in zip(files, beside, strict=True):
            path = file.path
            _fill(name, file.data, file.like)
        for file, name in zip(files, beside, strict=True):
            path = file.path
            old = file.place.read_bytes() if file.place.exists() else None
            os.replace(name, file.place)
            before[file.place] = old
    except OSError as error:
        for place, old in before.items():
            if old is None:
                place.unlink(missing_ok=True)
            else:
                place.write_bytes(old)
        raise unwritable(write_fault(error, path)) from error
    finally:
        for name in beside:
            name.unlink(missing_ok=True)


def _fill(path: Path, data: bytes, like: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(stat.S_IMODE(like.stat().st_mode))


def write_fault(error: Exception, path: Path) -> Problem:
    """What is said of `path` where writing it fails with `error`."""
    if isinstance(error, PermissionError):
        return fault("output-not-permitted", file=str(path), severity="error")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return fault("output-failed", file=str(path), severity="error", reason=reason)
