"""How the services are asked: politely, with bounds on time, size and redirects, and with a cache on disk."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import attrs

from litreview._parts import Later
from litreview.errors import MissingExtra
from litreview.online.answer import Answer
from litreview.online.service import services
from litreview.record import FrozenMap

_exchange = Later("litreview.online.transport", "exchange")

TRIED_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Answers that are likely to be another one later (RFC 9110; 425 is RFC 8470's)."""

_DAY = 86400.0
_LARGEST = 64 * 2**20
"""No file of the cache with more bytes is read."""


@attrs.frozen
class Client:
    """How services are asked.

    - `contact`: an e-mail address that the services may write to; sent only if the user gave one.
    - `cache`: the folder in which answers are kept for `fresh` seconds (those of "not known" for a day at most); None for no cache.
    - `timeout`: seconds for a whole look-up, every service, try and pause together.
    - `tries`: how often one request is made at most; between two it waits `pause` seconds, doubled each time, or what the
      service asks for; no longer than `patience` seconds.
    - `largest`: bytes an answer may have; `redirects`: how many are followed.
    - `bases`: addresses by service name, in place of the public ones: ``https``, or this machine's own.
    """

    contact: str | None = None
    cache: Path | None = None
    fresh: float = 30 * _DAY
    timeout: float = 30.0
    tries: int = 4
    pause: float = 1.0
    patience: float = 30.0
    largest: int = 8 * 2**20
    redirects: int = 5
    bases: FrozenMap[str, str] = FrozenMap()
    sleep: Callable[[float], None] = attrs.field(default=time.sleep, eq=False, repr=False)
    clock: Callable[[], float] = attrs.field(default=time.time, eq=False, repr=False)

    @classmethod
    def of_environment(cls, environ: Mapping[str, str]) -> Client:
        """The client as the user's environment wants it.

        ``LITREVIEW_CONTACT`` is the contact, ``LITREVIEW_CACHE`` a folder or "off" (a folder of the user's own by default),
        ``LITREVIEW_URL_<SERVICE>`` the address of a service in place of the public one.

        >>> Client.of_environment({"LITREVIEW_CACHE": "off", "LITREVIEW_CONTACT": "a@example.org"}).contact
        'a@example.org'
        """
        folder = environ.get("LITREVIEW_CACHE", "")
        cache = None if folder.casefold() in ("off", "no", "0") else Path(folder) if folder else user_cache(environ)
        bases = {service.name: url for service in services() if (url := environ.get(f"LITREVIEW_URL_{service.name.upper()}"))}
        return cls(contact=environ.get("LITREVIEW_CONTACT") or None, cache=cache, bases=FrozenMap(bases))

    def get(self, url: str, accept: str, until: float | None = None) -> Answer:
        """The answer to one request, from the cache while it is fresh; `until` (`time.monotonic`) is when the time is over.

        Only that a work is not known is kept at once; any other answer, when it has been read (`keep`).
        Raises MissingExtra where httpx is not installed.
        """
        cache = _Cache(self.cache, self.fresh, self.clock) if self.cache else None
        stored = cache.find(url, accept) if cache else None
        if stored is not None:
            return Answer(*stored)
        answer = self._ask(url, accept, time.monotonic() + self.timeout if until is None else until)
        if cache and answer.status in (404, 410):
            cache.keep(url, accept, answer.status, answer.body)
        return answer

    def keep(self, url: str, accept: str, answer: Answer) -> None:
        """Keep an answer that was read into what was asked for."""
        if self.cache and answer.status == 200:
            cache = _Cache(self.cache, self.fresh, self.clock)
            if cache.find(url, accept) is None:
                cache.keep(url, accept, answer.status, answer.body)

    def _ask(self, url: str, accept: str, until: float) -> Answer:
        pause, answer = self.pause, Answer(None, reason="timeout")
        for number in range(max(1, self.tries)):
            if number:
                rest = min(self.patience, pause if answer.wait is None else answer.wait)
                if time.monotonic() + rest >= until:
                    break
                self.sleep(rest)
                pause *= 2
            left = until - time.monotonic()
            if left <= 0:
                break
            try:
                answer = _exchange(attrs.evolve(self, timeout=left), url, accept)
            except ModuleNotFoundError as error:
                if (error.name or "").partition(".")[0] != "httpx":
                    raise
                raise MissingExtra("online", "httpx") from error
            again = answer.status in TRIED_AGAIN or (answer.status is None and answer.reason in ("timeout", "broken"))
            if not again or (answer.wait or 0) > self.patience:
                break
        return answer


def user_cache(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """The user's own folder for answers, by the custom of the system; None where the environment names no home.

    >>> user_cache({"HOME": "/home/a"}, "linux").as_posix(), user_cache({}, "linux")
    ('/home/a/.cache/litreview', None)
    """
    home = environ.get("HOME") or environ.get("USERPROFILE")
    if platform == "win32":
        base = environ.get("LOCALAPPDATA") or (f"{home}/AppData/Local" if home else "")
    elif platform == "darwin":
        base = f"{home}/Library/Caches" if home else ""
    else:
        base = environ.get("XDG_CACHE_HOME") or (f"{home}/.cache" if home else "")
    return Path(base, "litreview") if base else None


@attrs.frozen
class _Cache:
    """Answers on disk in `folder`, one file each, named for the request. One that cannot be used is no fault.

    Each is good for `fresh` seconds by `clock` (seconds since 1970); that a work is not known, for a day at most."""

    folder: Path
    fresh: float
    clock: Callable[[], float]

    def find(self, url: str, accept: str) -> tuple[int, bytes] | None:
        """Status and body of the answer to this request, or None where none is kept, or none that is fresh and whole."""
        path = self._path(url, accept)
        try:
            if path.stat().st_size > _LARGEST:
                return None
            entry = json.loads(path.read_bytes())
            status, stored, body = int(entry["status"]), float(entry["asked"]), b64decode(entry["body"], validate=True)
            same = entry["url"] == url and entry["accept"] == accept
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        age = self.clock() - stored
        good = self.fresh if status == 200 else min(self.fresh, _DAY)
        return (status, body) if same and 0 <= age <= good else None

    def keep(self, url: str, accept: str, status: int, body: bytes) -> None:
        """Keep an answer, if the folder can be written."""
        path = self._path(url, accept)
        beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
        entry = {"url": url, "accept": accept, "status": status, "asked": self.clock(), "body": b64encode(body).decode()}
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.folder.chmod(0o700)  # what somebody looks up is nobody else's business
            beside.write_text(json.dumps(entry), encoding="utf-8")
            os.replace(beside, path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _path(self, url: str, accept: str) -> Path:
        return self.folder / f"{hashlib.sha256(f'{accept} {url}'.encode()).hexdigest()}.json"
