"""Answers kept on disk: one file each, named for what was asked, put in its place whole. A cache that cannot be used is no fault."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import attrs

_DAY = 86400.0
_LARGEST = 64 * 2**20


@attrs.frozen
class Cache:
    """Answers in `folder`, each good for `fresh` seconds by `clock` (seconds since 1970); that a work is not known, for a day at most."""

    folder: Path
    fresh: float
    clock: Callable[[], float]

    def find(self, url: str, accept: str) -> tuple[int, bytes] | None:
        """Status and body of the answer to this request, or None where none is kept, or none that is fresh and whole."""
        path = self._path(url, accept)
        try:
            if path.stat().st_size > _LARGEST:
                return None
            held = json.loads(path.read_bytes())
            status, asked, body = int(held["status"]), float(held["asked"]), b64decode(held["body"], validate=True)
            same = held["url"] == url and held["accept"] == accept
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        age = self.clock() - asked
        good = self.fresh if status == 200 else min(self.fresh, _DAY)
        return (status, body) if same and 0 <= age <= good else None

    def keep(self, url: str, accept: str, status: int, body: bytes) -> None:
        """Keep an answer, if the folder can be written."""
        path = self._path(url, accept)
        beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
        held = {"url": url, "accept": accept, "status": status, "asked": self.clock(), "body": b64encode(body).decode()}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(held), encoding="utf-8")
            os.replace(beside, path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _path(self, url: str, accept: str) -> Path:
        return self.folder / f"{hashlib.sha256(f'{accept} {url}'.encode()).hexdigest()}.json"
