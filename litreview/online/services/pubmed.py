"""PubMed, by its own numbers. Source: NCBI E-utilities, EFetch (``db=pubmed``, ``retmode=xml``)."""

from __future__ import annotations

from urllib.parse import urlencode

from litreview.formats.pubmed_xml import FORMAT
from litreview.online.identifier import Identifier
from litreview.online.service import Service


def _path(identifier: Identifier, contact: str | None) -> str | None:
    if identifier.kind != "pmid":
        return None
    query = {"db": "pubmed", "id": identifier.value, "retmode": "xml", "tool": "litreview"}
    return "/efetch.fcgi?" + urlencode({**query, "email": contact} if contact else query)


assert FORMAT.read is not None
SERVICE = Service(
    "pubmed", "PubMed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils", _path, FORMAT.read, accept="application/xml", asked={"pmid": 10}
)
