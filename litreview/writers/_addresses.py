"""Addresses that may become links: web and mail only, spelt as RFC 3986 wants them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SCHEMES = {"http", "https", "ftp", "mailto"}
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.?(?::\d{1,5})?")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def safe_address(target: str) -> str | None:
    """`target` as an address that any program accepts, or None if it is none or of a kind that could run something.

    Word calls a whole file damaged for one ill-formed address, so what is doubtful is no link.

    >>> safe_address("https://doi.org/10.1000/a b<c>")
    'https://doi.org/10.1000/a%20b%3Cc%3E'
    >>> safe_address("javascript:alert(1)") is None
    True
    """
    target = target.strip()
    if len(target) > 2000:
        return None
    try:
        parts = urlsplit(target)
        host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in _SCHEMES:
        return None
    if parts.scheme.lower() == "mailto":
        return "mailto:" + _quoted(parts.path) if re.fullmatch(r"[^\s@,;:<>\"]+@[A-Za-z0-9.-]+", parts.path) else None
    if not _HOST.fullmatch(host):
        return None
    rest = _quoted(parts.path)
    rest += "?" + _quoted(parts.query) if parts.query else ""
    rest += "#" + _quoted(parts.fragment).replace("#", "%23") if parts.fragment else ""
    return f"{parts.scheme.lower()}://{host}{rest}"


def _quoted(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe="%/:=&?~+!$,;'@()*-._", errors="ignore")
