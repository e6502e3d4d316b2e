"""Addresses that lead nowhere. Source: RFC 3986; nothing is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.library.repairs.url import bare_url
from litreview.record import Library
from litreview.record.faults import study_fault

_SCHEMES = frozenset(("http", "https", "ftp", "ftps", "urn", "doi", "hdl", "info", "magnet", "gopher", "news"))
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*|\d{1,3}(?:\.\d{1,3}){3}")


def fault_of(text: str) -> str | None:
    """What is wrong with an address, as a problem's code, or None.

    >>> [fault_of(t) for t in ("https://example.org/a b", "www.example.org/a", "https://example.org/long…", "http://localhost/a", "n/a")]
    ['url-with-space', 'url-without-scheme', 'url-cut', 'url-of-this-machine', 'wrong-url']
    """
    url = bare_url(text)
    if re.search(r"\S\s+\S", url):
        return "urls-several" if len(re.findall(r"https?://", url)) > 1 else "url-with-space"
    if re.search(r"(?:\.\.\.|…)", url):
        return "url-cut"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "wrong-url"
    if parts.scheme.casefold() == "file" or host in ("localhost", "127.0.0.1") or re.match(r"[A-Za-z]:\\", url):
        return "url-of-this-machine"
    if parts.scheme.casefold() not in _SCHEMES:
        return "url-without-scheme" if re.match(r"(?:www\.|[\w-]+(?:\.[\w-]+)+/|10\.\d{4,9}/)", url) else "wrong-url"
    return None if not host and parts.scheme not in ("http", "https") else None if _HOST.fullmatch(host) else "wrong-url"


def run(library: Library) -> Iterator[Problem]:
    """A warning for each address with a fault."""
    for study in library:
        url = study.text("URL")
        if url and (code := fault_of(url)) is not None:
            yield study_fault(code, study, value=url)


CHECK = RecordCheck("urls", run)
