"""Locks: one of the user's own, that ends with the process whatever happens, and one beside the files, for other machines and users.

The lock beside the files is a file that is made exclusively, which works on network drives and in synchronised folders too; since it
outlives a killed process, it is taken over when its process is known to be gone, or when it is old.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import attrs

from litreview._parts import Later
from litreview.errors import Problem, WriteError, fault
from litreview.languages.failures import unwritable
from litreview.library.safe.putting import fill, write_fault
from litreview.library.safe.state import folder, state_id

NAME = ".litreview.lock"
"""The lock file of a folder."""
WAIT = 30.0
"""Seconds that a process waits for another one."""
OLD = 600.0
"""A lock file of so many seconds is of a process that is gone: none holds one longer."""

_file_lock = Later("filelock", "FileLock")


@attrs.frozen
class Held:
    """That the locks are held; `problems` say which were taken over."""

    problems: tuple[Problem, ...] = ()


@contextmanager
def own_lock(environ: Mapping[str, str] = os.environ, wait: float = WAIT) -> Iterator[bool]:
    """The lock of the user on this machine; gives whether there is one. Raises WriteError where another process holds it too long.

    It is one of the system, so that none is left when a process ends. Where the state folder cannot be written, there is none.
    """
    place = folder(environ) / "lock"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = _file_lock(place, is_singleton=True)
        lock.acquire(timeout=wait)
    except TimeoutError as error:
        raise unwritable(fault("locked", file=str(place), severity="error", where=socket.gethostname())) from error
    except (OSError, NotImplementedError):
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def held_here(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this very thread holds the user's own lock: what looks interrupted is then its own work."""
    return bool(_file_lock(folder(environ) / "lock", is_singleton=True).is_locked)


@contextmanager
def folder_locks(
    folders: Iterable[Path], environ: Mapping[str, str] = os.environ, wait: float = WAIT, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Held]:
    """The lock files of several folders, which the own lock is held for. Raises WriteError where another holds one of them too long."""
    problems: list[Problem] = []
    locks = sorted({folder / NAME for folder in folders})
    _note(locks, environ)
    made: list[Path] = []
    try:
        for lock in locks:
            problems += _acquired(lock, environ, wait, sleep)
            made.append(lock)
        yield Held(tuple(problems))
    finally:
        for lock in made:
            with suppress(OSError):
                lock.unlink()
        _note((), environ)


def left_over(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a process of this user left lock files when it was ended (or holds them just now)."""
    return (folder(environ) / "locks").exists()


def clear(environ: Mapping[str, str] = os.environ) -> None:
    """Remove the lock files that processes of this user left behind, while the own lock is held."""
    with suppress(OSError, ValueError, TypeError):
        for name in json.loads((folder(environ) / "locks").read_bytes()):
            owner = _owner(Path(name))
            if owner is not None and owner.get("state") == state_id(environ):
                Path(name).unlink()
    _note((), environ)


def _note(locks: Iterable[Path], environ: Mapping[str, str]) -> None:
    """Remember which lock files are about to be made, for the case that the process ends before it removes them."""
    note, names = folder(environ) / "locks", [str(lock) for lock in locks]
    with suppress(OSError):
        if names:
            note.write_text(json.dumps(names), encoding="utf-8")
        else:
            note.unlink(missing_ok=True)


def _acquired(lock: Path, environ: Mapping[str, str], wait: float, sleep: Callable[[float], None]) -> list[Problem]:
    owner = {"host": socket.gethostname(), "process": os.getpid(), "state": state_id(environ)}
    data = json.dumps(owner).encode()
    problems: list[Problem] = []
    waited = 0.0
    while True:
        try:
            fill(lock, data)
            return problems
        except FileExistsError:
            pass
        except OSError as error:
            raise unwritable(write_fault(error, lock)) from error
        other = _owner(lock)
        if other is None and not lock.exists():
            continue
        if (other is not None and other.get("state") == state_id(environ)) or _age(lock) > OLD:
            if _taken_over(lock, other):
                problems.append(fault("lock-taken-over", file=str(lock), where=str((other or {}).get("host", "?"))))
        elif waited >= wait:
            raise _locked(lock, other)
        else:
            sleep(0.1)
            waited += 0.1


def _locked(lock: Path, other: Mapping[str, object] | None) -> WriteError:
    return unwritable(fault("locked", file=str(lock), severity="error", where=str((other or {}).get("host", "?"))))


def _taken_over(lock: Path, stale: Mapping[str, object] | None) -> bool:
    """Move a stale lock away, which only one of several processes can do, and look once more whether it was the stale one."""
    aside = lock.with_name(f"{NAME}-{secrets.token_hex(4)}")
    try:
        os.rename(lock, aside)
    except OSError:
        return False
    same = _owner(aside) == stale
    if not same and not lock.exists():
        with suppress(OSError):
            os.rename(aside, lock)
    with suppress(OSError):
        aside.unlink(missing_ok=True)
    return same


def _owner(lock: Path) -> dict[str, object] | None:
    """Who made the lock file; None where it is gone or not yet written."""
    try:
        with lock.open("rb") as file:
            owner = json.loads(file.read(4096))
        return owner if isinstance(owner, dict) else None
    except (OSError, ValueError, RecursionError):
        return None


def _age(lock: Path) -> float:
    """Seconds since the lock file was made, by the clock of the disk that it is on."""
    probe = lock.with_name(f"{NAME}-{secrets.token_hex(4)}")
    try:
        fill(probe, b"")
        return probe.stat().st_mtime - lock.stat().st_mtime
    except OSError:
        return 0.0
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
