"""What databases and reference managers put into entries beside the fields of BibTeX and biblatex."""

from __future__ import annotations

import re

KEYWORD_FIELDS = (
    "author_keywords", "author-keywords", "authorkeywords", "keywords", "keyword", "index_keywords", "index-keywords", "indexkeywords",
    "keywords-plus", "mendeley-tags",
)  # fmt: skip
"""Fields that hold keywords; the first of them that an entry has counts, so that the authors' own go before those of an index."""

PUBLISHED_FIELDS = ("date_published", "publication_date", "pubdate", "date_published_elec", "earlyaccessdate", "early-access-date")
"""Fields for the day of publication that some programs write instead of year and date."""

_DOCUMENT_TYPE = re.compile(
    r"(?:journal )?article|review(?: article)?|conference (?:paper|review)|proceedings paper|editorial(?: material)?|note|letter|"
    r"short survey|erratum|correction|data paper|article in press|early access|meeting abstract|book(?: chapter| review)?|retracted",
    re.IGNORECASE,
)
_CITED = re.compile(r"cited by:? *\d+", re.IGNORECASE)
_ARXIV = re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)


def is_document_type(text: str) -> bool:
    """Whether this is the kind of paper as an index of journals has it, which says no more than the type of the entry.

    >>> [is_document_type(t) for t in ("Article", "Article; Proceedings Paper", "Skripsi")]
    [True, True, False]
    """
    return all(_DOCUMENT_TYPE.fullmatch(part.strip()) for part in text.split(";"))


def counts_citations(text: str) -> bool:
    """Whether a note is only a database's count of citations.

    >>> counts_citations("Cited by: 20; All Open Access"), counts_citations("Cited by the court")
    (True, False)
    """
    return _CITED.match(text) is not None


def is_arxiv(number: str) -> bool:
    """Whether an ``eprint`` is a number of arXiv, also where nothing says so.

    >>> is_arxiv("2101.00001v2"), is_arxiv("hep-th/9901001"), is_arxiv("PsyArXiv")
    (True, True, False)
    """
    return _ARXIV.fullmatch(number) is not None
