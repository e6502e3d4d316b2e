"""What a person types to name a work: a DOI, an arXiv number, a PubMed number or an ISBN, with whatever stands around it."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import unquote

import attrs

from litreview.record.identifiers import arxiv, find_doi, is_doi, isbn, pmid

Kind = Literal["doi", "arxiv", "pmid", "isbn"]

_LANDING_PAGE = re.compile(r"https?://[^/\s]+/[^\s?#]*?(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)
_VIEW = re.compile(r"/(?:full|pdf|epdf|abstract|html|meta)$", re.IGNORECASE)
_PUBMED = re.compile(r"\s*(?:pmid\b|https?://)", re.IGNORECASE)


@attrs.frozen
class Identifier:
    """The identifier of one work. `value` has no prefix, resolver, version or hyphens.

    >>> str(Identifier("doi", "10.1000/x"))
    'DOI 10.1000/x'
    """

    kind: Kind
    value: str

    def __str__(self) -> str:
        return f"{_TITLES[self.kind]} {self.value}"


_TITLES = {"doi": "DOI", "arxiv": "arXiv", "pmid": "PMID", "isbn": "ISBN"}


def identify(text: str) -> Identifier | None:
    """The identifier that `text` is, and nothing else; None for any other text, and where a check digit is wrong.

    A bare number is an ISBN or arXiv's, never PubMed's, which needs its "PMID". A journal's page is taken for the DOI in its address.

    >>> identify("https://doi.org/10.1000/AB-1"), identify("arXiv:2101.00001v2")
    (Identifier(kind='doi', value='10.1000/AB-1'), Identifier(kind='arxiv', value='2101.00001'))
    >>> identify("PMID 123"), identify("ISBN 0-306-40615-2"), identify("0-306-40615-3"), identify("123")
    (Identifier(kind='pmid', value='123'), Identifier(kind='isbn', value='0306406152'), None, None)
    """
    words = text.strip().removeprefix("<").removesuffix(">").strip()
    if not words or len(words) > 2000:
        return None
    if (value := isbn(words)) is not None:
        return Identifier("isbn", value)
    if (value := arxiv(words)) is not None:
        return Identifier("arxiv", value)
    if is_doi(words) and (value := find_doi(words)) is not None:
        return Identifier("doi", value)
    if _PUBMED.match(words) and (value := pmid(words)) is not None:
        return Identifier("pmid", value)
    page = _LANDING_PAGE.fullmatch(words.partition("?")[0].partition("#")[0])
    if page and (value := find_doi(_VIEW.sub("", unquote(page[1]).rstrip("/")))) is not None:
        return Identifier("doi", value)
    return None
