"""The user's folder of litreview: what it must remember of files that have no place for it themselves.

``LITREVIEW_STATE`` names the folder; without it it is where the system keeps such things of a user (never beside the files).
"""

from __future__ import annotations

import hashlib
import json
import os
import socket
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

VARIABLE = "LITREVIEW_STATE"
_WRITTEN, _BASES = "written", "bases"
_LARGEST_BASE = 20_000_000
_LARGEST = 2**16


def folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder, which need not be there yet.

    >>> folder({"LITREVIEW_STATE": "/somewhere"}).as_posix()
    '/somewhere'
    """
    chosen = environ.get(VARIABLE)
    return Path(chosen) if chosen else user_state_path("litreview", appauthor=False)


def remember(place: Path, data: bytes, environ: Mapping[str, str] = os.environ) -> None:
    """Remember that litreview wrote `data` to `place`. A folder that cannot be written is no fault: the file then counts as foreign."""
    note = _note(place, environ)
    beside = folder(environ) / "note.tmp"  # only one process writes at a time
    entry = {"path": str(place), "sha256": hashlib.sha256(data).hexdigest()}
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(entry), encoding="utf-8")
        os.replace(beside, note)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def remembered(place: Path, environ: Mapping[str, str] = os.environ) -> str | None:
    """The digest of what litreview last wrote to `place`, or None where it never did."""
    note = _note(place, environ)
    try:
        with note.open("rb") as file:
            entry = json.loads(file.read(_LARGEST))
        return str(entry["sha256"]) if entry["path"] == str(place) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep_base(place: Path, base: bytes, environ: Mapping[str, str] = os.environ) -> None:
    """Keep what a draft at `place` was made of, for when a program drops that from it. A folder that cannot be written is no fault."""
    kept = _note(place, environ, _BASES)
    beside = kept.with_suffix(".tmp")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(zlib.compress(base))
        os.replace(beside, kept)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def kept_base(place: Path, environ: Mapping[str, str] = os.environ) -> bytes | None:
    """What a draft at `place` was made of, or None where nobody knows."""
    try:
        with _note(place, environ, _BASES).open("rb") as file:
            return zlib.decompressobj().decompress(file.read(_LARGEST_BASE), _LARGEST_BASE)
    except (OSError, zlib.error):
        return None


def state_id(environ: Mapping[str, str] = os.environ) -> str:
    """What tells this state folder, on this machine, from all others."""
    return hashlib.sha256(f"{socket.gethostname()} {folder(environ).absolute()}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _note(place: Path, environ: Mapping[str, str], kind: str = _WRITTEN) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.normcase(place))).hexdigest()[:40]
    return folder(environ) / kind / f"{name}.json"
