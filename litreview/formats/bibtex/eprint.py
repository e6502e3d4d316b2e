"""``eprint`` and what says where it lies: a PubMed number, or a place in an archive."""

from __future__ import annotations

_ARCHIVES = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/{}"),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/{}"),
    "hdl": ("HDL", "https://hdl.handle.net/{}"),
    "handle": ("HDL", "https://hdl.handle.net/{}"),
    "googlebooks": ("Google Books", "https://books.google.com?id={}"),
    "biorxiv": ("bioRxiv", "https://doi.org/{}"),
    "ssrn": ("SSRN", "https://ssrn.com/abstract={}"),
}
"""Kind of eprint, in lower case: the name of the archive and the address in it."""


def address(kind: str, number: str) -> str | None:
    """Where the eprint `number` of this kind stands on the web, or None.

    >>> address("arXiv", "2101.00001")
    'https://arxiv.org/abs/2101.00001'
    """
    known = _ARCHIVES.get(kind.casefold().replace(" ", ""))
    return known[1].format(number) if known else None


def archive(kind: str) -> str:
    """The archive's name as it writes itself."""
    known = _ARCHIVES.get(kind.casefold().replace(" ", ""))
    return known[0] if known else kind
