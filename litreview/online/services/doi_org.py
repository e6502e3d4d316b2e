"""The DOI resolver itself, which passes the question on to whichever agency registered the DOI. Source: DOI content negotiation."""

from __future__ import annotations

from urllib.parse import quote

from litreview.formats.csl_json import FORMAT
from litreview.online.identifier import Identifier
from litreview.online.service import Service


def _path(identifier: Identifier, contact: str | None) -> str | None:
    return f"/{quote(identifier.value, safe='')}" if identifier.kind == "doi" else None


assert FORMAT.read is not None
SERVICE = Service(
    "doi_org", "doi.org", "https://doi.org", _path, FORMAT.read, accept="application/vnd.citationstyles.csl+json", asked={"doi": 40}
)
