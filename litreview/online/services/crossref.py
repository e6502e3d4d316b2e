"""Crossref: most DOIs of journals, and of many books by their ISBN. Source: Crossref REST API, ``/works/{doi}`` and ``/works?filter=``."""

from __future__ import annotations

from urllib.parse import quote

from litreview.formats.crossref import read
from litreview.online.identifier import Identifier
from litreview.online.service import Service
from litreview.record.identifiers import isbn13


def _path(identifier: Identifier, contact: str | None) -> str | None:
    if identifier.kind == "doi":
        return f"/works/{quote(identifier.value, safe='')}"
    if identifier.kind == "isbn":
        kinds = ",".join(f"type:{kind}" for kind in ("book", "monograph", "edited-book", "reference-book"))
        return f"/works?filter=isbn:{isbn13(identifier.value)},{kinds}&rows=2"
    return None


SERVICE = Service("crossref", "Crossref", "https://api.crossref.org", _path, read, asked={"doi": 10, "isbn": 30})
