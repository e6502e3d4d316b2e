"""DataCite: DOIs of data, repositories, theses and of everything on arXiv. Source: DataCite REST API, ``/dois/{doi}``."""

from __future__ import annotations

from urllib.parse import quote

from litreview.formats.datacite import read
from litreview.online.identifier import Identifier
from litreview.online.service import Service


def _path(identifier: Identifier, contact: str | None) -> str | None:
    if identifier.kind == "doi":
        return f"/dois/{quote(identifier.value, safe='')}"
    if identifier.kind == "arxiv":
        return f"/dois/{quote(arxiv_doi(identifier.value), safe='')}"
    return None


def arxiv_doi(number: str) -> str:
    """The DOI that arXiv gives each of its works; numbers of before 2007 go without their subject class.

    >>> arxiv_doi("2101.00001"), arxiv_doi("math.GT/0309136")
    ('10.48550/arXiv.2101.00001', '10.48550/arXiv.math/0309136')
    """
    archive, slash, digits = number.partition("/")
    return f"10.48550/arXiv.{archive.partition('.')[0] + slash + digits if slash else number}"


SERVICE = Service(
    "datacite", "DataCite", "https://api.datacite.org", _path, read, accept="application/vnd.api+json", asked={"doi": 20, "arxiv": 10}
)
