"""K10plus, a union catalogue of research libraries: books of all countries, by ISBN. Source: its SRU interface, ``mods36``."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from litreview.errors import Problem
from litreview.formats.mods import FORMAT
from litreview.online.identifier import Identifier
from litreview.online.service import Service
from litreview.record import Study

_RECORD = re.compile(rb"<(?:\w+:)?mods[\s>]")


def _read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The books of an answer, which has no MODS in it where none is held."""
    return FORMAT.read(data, name) if FORMAT.read and _RECORD.search(data) else ((), ())


def _path(identifier: Identifier, contact: str | None) -> str | None:
    if identifier.kind != "isbn":
        return None
    query = {
        "version": "1.1", "operation": "searchRetrieve", "query": f"pica.isb={identifier.value}", "maximumRecords": "1",
        "recordSchema": "mods36",
    }  # fmt: skip
    return "/opac-de-627?" + urlencode(query)


SERVICE = Service("k10plus", "K10plus", "https://sru.k10plus.de", _path, _read, accept="application/xml", asked={"isbn": 20})
