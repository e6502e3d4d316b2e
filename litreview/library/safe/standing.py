"""What stands at the place of an output: nothing, what litreview wrote, that with changes, or a file of somebody else."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Literal

import attrs

from litreview.errors import fault
from litreview.languages.failures import unwritable
from litreview.library.safe.seal import seal
from litreview.library.safe.state import remembered
from litreview.library.sources import read_bytes

State = Literal["new", "unchanged", "edited", "foreign"]


@attrs.frozen
class Standing:
    """What stands at `place` (links followed): `data` are its bytes, none where nothing stands there.

    - "new": nothing, or an empty file;
    - "unchanged": byte for byte what litreview last wrote there;
    - "edited": litreview wrote it, somebody changed it since;
    - "foreign": no trace of litreview.
    """

    place: Path
    state: State
    data: bytes = attrs.field(default=b"", repr=False)


def standing(path: str | os.PathLike[str]) -> Standing:
    """What stands at `path`. Raises ReadError for what cannot be read."""
    place = Path(path).resolve()
    if not place.exists():
        return Standing(place, "new")
    data = read_bytes(place)
    return Standing(place, _state(place, data), data)


def _state(place: Path, data: bytes) -> State:
    if not data:
        return "new"
    stands = seal(data, place.name)
    digest = remembered(place)
    if stands == "whole" or digest == hashlib.sha256(data).hexdigest():
        return "unchanged"
    return "edited" if stands == "broken" or digest is not None else "foreign"


def refuse_open(path: str | os.PathLike[str]) -> None:
    """Raise WriteError where a lock file of Word or LibreOffice says that `path` is open there."""
    place = Path(path).resolve()
    for lock in _locks(place):
        if lock.exists():
            raise unwritable(fault("output-open", file=os.fspath(path), severity="error", lock=lock))


def _locks(place: Path) -> tuple[Path, ...]:
    """The lock files of LibreOffice and of Office, which puts two characters before a short name and in the place of two of a long one."""
    short = len(place.stem)
    office = place.name if short <= 6 else place.name[1:] if short == 7 else place.name[2:]
    return place.with_name(f".~lock.{place.name}#"), place.with_name(f"~${office}")
