"""One request over httpx. The one door through which litreview reaches a network."""

from __future__ import annotations

import ssl
import threading
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import httpx

from litreview._version import __version__
from litreview.online.answer import Answer

_OWN = frozenset(("127.0.0.1", "localhost", "::1"))
"""This machine: reached without encryption and without a proxy."""

_GRACE = 0.5
"""Seconds in which a request whose time is over may still say so itself."""


class Asking(Protocol):
    """How to ask: the address that a service may write to, seconds for all of it, redirects that are followed, bytes that are taken."""

    @property
    def contact(self) -> str | None: ...
    @property
    def timeout(self) -> float: ...
    @property
    def redirects(self) -> int: ...
    @property
    def largest(self) -> int: ...


def exchange(client: Asking, url: str, accept: str) -> Answer:
    """Ask for `url` once, as `client` says; never raises for what the other side does.

    Its time is for all of it: a service that sends its head or its body drop by drop is left when the time is over.
    """
    answers: list[Answer] = []
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            answers.append(_exchange(client, url, accept))
        except Exception as error:  # raised again where the caller waits
            failures.append(error)

    # No limit of httpx holds for a whole head, so a thread of its own asks, which may be left behind.
    asking = threading.Thread(target=ask, daemon=True, name="litreview-request")
    asking.start()
    asking.join(client.timeout + _GRACE)
    if failures:
        raise failures[0]
    return answers[0] if answers else Answer(None, reason="timeout")


def _exchange(client: Asking, url: str, accept: str) -> Answer:
    deadline = time.monotonic() + client.timeout
    own = urlsplit(url).hostname in _OWN
    headers = {"User-Agent": user_agent(client.contact), "Accept": accept, "Accept-Encoding": "identity"}
    try:
        trusted = _trusted(not own)
        with httpx.Client(timeout=client.timeout, headers=headers, follow_redirects=False, trust_env=not own, verify=trusted) as session:
            for _ in range(client.redirects + 1):
                if not _allowed(url, own):
                    return Answer(None, reason="insecure")
                with session.stream("GET", url) as response:
                    if response.has_redirect_location:
                        url = urljoin(url, response.headers["location"])
                        continue
                    return _answer(response, client.largest, deadline)
            return Answer(None, reason="redirects")
    except httpx.TimeoutException:
        return Answer(None, reason="timeout")
    except httpx.ConnectError:
        return Answer(None, reason="offline")
    except (httpx.ProxyError, httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError, ValueError):
        return Answer(None, reason="offline")
    except httpx.HTTPError:
        return Answer(None, reason="broken")


@cache
def _trusted(environment: bool) -> ssl.SSLContext:
    """Whom to believe, also by the variables of the `environment`: read once, since that takes longer than many an answer."""
    return httpx.create_ssl_context(trust_env=environment)


def user_agent(contact: str | None) -> str:
    """What litreview calls itself; with an address to write to only where the user gave one.

    >>> user_agent("a@example.org").partition(" ")[2], " " in user_agent(None), user_agent("a@b\\r\\nX: y").count("\\n")
    ('(mailto:a@example.org)', False, 0)
    """
    usable = contact and contact.isascii() and contact.isprintable() and "@" in contact and " " not in contact
    return f"litreview/{__version__} (mailto:{contact})" if usable else f"litreview/{__version__}"


def _allowed(url: str, own: bool) -> bool:
    parts = urlsplit(url)
    return bool(parts.hostname) and (parts.scheme == "https" or (own and parts.scheme == "http" and parts.hostname in _OWN))


def _answer(response: httpx.Response, largest: int, deadline: float) -> Answer:
    wait = _wait(response.headers.get("retry-after", ""))
    if response.headers.get("content-encoding", "identity") != "identity":
        return Answer(None, reason="broken")
    body = bytearray()
    for piece in response.iter_raw(65536):
        body += piece
        if len(body) > largest:
            return Answer(None, reason="too-large")
        if time.monotonic() > deadline:
            return Answer(None, reason="timeout")
    return Answer(response.status_code, bytes(body), wait=wait)


def _wait(header: str) -> float | None:
    """Seconds of a Retry-After header, which states them or a date (RFC 9110, 10.2.3)."""
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
