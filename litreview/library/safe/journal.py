"""The journal: every change of files, written down before it is made, so that it can be finished, given up or taken back.

One change is one folder below ``changes`` in the user's state folder: the bytes of each file before and after, and ``change.json``, whose
coming makes the change known. ``end`` says how it ended; where it is missing the change was interrupted.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs

from litreview.library.safe.putting import fill, sync_folder
from litreview.library.safe.state import folder

MOST = 20
"""So many changes are kept for being taken back."""
_LARGEST = 8 * 2**20
_CHANGE, _END = "change.json", "end"


@attrs.frozen
class FileChange:
    """One file: its path as it was asked for, its place (links followed), and its bytes before and after, None where there is no file.

    `like` is the file whose permissions it takes; `remember` says that litreview wrote all of it, an output or a copy.
    """

    path: str
    place: Path
    before: bytes | None = attrs.field(repr=False)
    after: bytes | None = attrs.field(repr=False)
    like: Path | None = None
    remember: bool = False


@attrs.frozen
class Change:
    """What is done to several files at once, all or none.

    - `command`: what did it; `keys`: the citation keys that it changed, old to new.
    - `undoable`: whether it is kept for being taken back; `undoes`: the change that it takes back.
    """

    files: tuple[FileChange, ...]
    command: str = ""
    keys: Mapping[str, str] = attrs.field(factory=dict)
    undoable: bool = False
    undoes: str = ""
    id: str = attrs.field(factory=lambda: f"{time.time_ns():020d}-{secrets.token_hex(4)}")

    def beside(self, number: int) -> Path:
        """The new file that becomes that of `number`, until it takes its place."""
        return self.files[number].place.with_name(f".litreview-{self.id[-8:]}-{number}.tmp")


@attrs.frozen
class Entry:
    """A change in the journal: where it is written down, what was done, when (seconds since 1970), in which working folder, by whom.

    `end` is "done", "dropped" (given up: nothing changed), "undone" (taken back since) or "" (interrupted).
    """

    place: Path
    change: Change
    made: float
    working: str
    process: int
    end: str


def write_down(change: Change, environ: Mapping[str, str] = os.environ) -> Path:
    """Write a change into the journal, before anything of it is done; gives its folder there. Raises OSError."""
    place = place_of(change, environ)
    place.mkdir(parents=True)
    files: list[dict[str, Any]] = []
    for number, file in enumerate(change.files):
        for name, data in (("before", file.before), ("after", file.after)):
            if data is not None:
                fill(place / f"{number}.{name}", data)
        sums = {"before": digest(file.before), "after": digest(file.after)}
        like = str(file.like) if file.like else None
        files.append({"path": file.path, "place": str(file.place), "like": like, "remember": file.remember, **sums})
    about = {
        "made": time.time(),
        "working": os.path.realpath(os.curdir),
        "process": os.getpid(),
        "command": change.command,
        "keys": dict(change.keys),
        "undoable": change.undoable,
        "undoes": change.undoes,
        "files": files,
    }
    _place(place / _CHANGE, json.dumps(about, indent=1).encode())
    return place


def place_of(change: Change, environ: Mapping[str, str] = os.environ) -> Path:
    """Where a change is written down."""
    return folder(environ) / "changes" / change.id


def end(place: Path, how: str) -> None:
    """Write down how the change in `place` ended; one that cannot be taken back goes."""
    _place(place / _END, how.encode())
    entry = _entry(place)
    if entry is None or how == "dropped" or not entry.change.undoable:
        forget(place)


def entries(environ: Mapping[str, str] = os.environ) -> Iterator[Entry]:
    """The changes in the journal that can be read, the newest first."""
    for place in reversed(_places(environ)):
        entry = _entry(place)
        if entry is not None:
            yield entry


def interrupted(environ: Mapping[str, str] = os.environ) -> list[Path]:
    """The places in the journal of what was begun and did not end, the oldest first. While another process writes, its is among them."""
    return [place for place in _places(environ) if not (place / _END).exists()]


def entry_at(place: Path) -> Entry | None:
    """The change in `place`, or None where it was not written down whole: then nothing of it was done."""
    return _entry(place)


def forget(place: Path) -> None:
    """Take a change out of the journal: ``change.json`` first, so that what is left of it after a kill is none that was interrupted."""
    with suppress(OSError):
        (place / _CHANGE).unlink(missing_ok=True)
    shutil.rmtree(place, ignore_errors=True)


def made_here(place: Path, first: str, now: str | None, command: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether all that happened to a file, from the digest `first` to that of `now`, was done by this process with one command."""
    for entry in entries(environ):
        if entry.process != os.getpid() or entry.change.command != command or entry.end != "done":
            continue
        for file in entry.change.files:
            if file.place == place and digest(file.after) == now:
                now = digest(file.before)
        if now == first:
            return True
    return False


def prune(environ: Mapping[str, str] = os.environ) -> None:
    """Forget what is older than the last `MOST` changes."""
    for place in [place for place in _places(environ) if (place / _END).exists()][:-MOST]:
        forget(place)


def digest(data: bytes | None) -> str | None:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def _places(environ: Mapping[str, str]) -> list[Path]:
    try:
        return sorted(Path(entry.path) for entry in os.scandir(folder(environ) / "changes") if entry.is_dir())
    except OSError:
        return []


def _entry(place: Path) -> Entry | None:
    try:
        with (place / _CHANGE).open("rb") as file:
            about = json.loads(file.read(_LARGEST))
        files = tuple(_file(place, number, kept) for number, kept in enumerate(about["files"]))
        change = Change(files, about["command"], about["keys"], about["undoable"], about["undoes"], place.name)
        how = (place / _END).read_text("utf-8") if (place / _END).exists() else ""
        return Entry(place, change, float(about["made"]), str(about["working"]), int(about["process"]), how)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _file(place: Path, number: int, kept: Mapping[str, Any]) -> FileChange:
    before, after = (_bytes(place / f"{number}.{name}", kept[name]) for name in ("before", "after"))
    like = Path(kept["like"]) if kept["like"] else None
    return FileChange(str(kept["path"]), Path(kept["place"]), before, after, like, bool(kept["remember"]))


def _bytes(path: Path, expected: str | None) -> bytes | None:
    if expected is None:
        return None
    data = path.read_bytes()
    if digest(data) != expected:
        raise ValueError(f"{path} is not what was written there")
    return data


def _place(path: Path, data: bytes) -> None:
    beside = path.with_name(path.name + ".tmp")
    with suppress(FileNotFoundError):
        beside.unlink()
    fill(beside, data)
    os.replace(beside, path)
    sync_folder(path.parent)
