"""OpenAlex: works of every kind, by DOI or PubMed number. Source: OpenAlex documentation, "get a single work"."""

from __future__ import annotations

from urllib.parse import quote

from litreview.formats.openalex import read
from litreview.online.identifier import Identifier
from litreview.online.service import Service
from litreview.online.services.datacite import arxiv_doi


def _path(identifier: Identifier, contact: str | None) -> str | None:
    if identifier.kind == "doi":
        return f"/works/doi:{quote(identifier.value, safe='')}"
    if identifier.kind == "arxiv":
        return f"/works/doi:{quote(arxiv_doi(identifier.value), safe='')}"
    if identifier.kind == "pmid":
        return f"/works/pmid:{identifier.value}"
    return None


SERVICE = Service("openalex", "OpenAlex", "https://api.openalex.org", _path, read, asked={"doi": 30, "arxiv": 20, "pmid": 20})
