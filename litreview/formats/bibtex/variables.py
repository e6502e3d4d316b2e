"""Fields and CSL variables, both ways: the plain part of the mapping as a table."""

from __future__ import annotations

PLAIN = {
    "series": "collection-title", "edition": "edition", "volume": "volume", "volumes": "number-of-volumes", "pagetotal": "number-of-pages",
    "numpages": "number-of-pages", "chapter": "chapter-number", "part": "part-number", "version": "version", "venue": "event-place",
    "shortjournal": "container-title-short", "shorttitle": "title-short", "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place", "pubstate": "status", "callnumber": "call-number", "isbn": "ISBN", "issn": "ISSN",
    "url": "URL", "pmid": "PMID", "pmcid": "PMCID", "location": "publisher-place", "address": "publisher-place", "annotation": "annote",
    "annote": "annote", "origtitle": "original-title",
}  # fmt: skip
"""Field to variable, wherever they stand for the same in every type; of two fields for one variable the first in this table counts."""

TITLES = {
    "title": ("title", "subtitle", "titleaddon"), "booktitle": ("booktitle", "booksubtitle", "booktitleaddon"),
    "maintitle": ("maintitle", "mainsubtitle", "maintitleaddon"), "journal": ("journaltitle", "journalsubtitle", ""),
    "event": ("eventtitle", "", "eventtitleaddon"), "issue": ("issuetitle", "issuesubtitle", ""),
}  # fmt: skip
"""Titles that may stand in parts: title, subtitle, addition."""

ARTICLES = frozenset(("article-journal", "article-magazine", "article-newspaper", "review", "review-book", "periodical"))
PARTS = frozenset(("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "entry"))
NUMBERED = frozenset(
    "report patent standard legislation legal_case thesis bill regulation document manuscript webpage dataset software".split()
)
"""Types whose ``number`` is their own; of the others in a series it is the number in the series."""

INSTITUTIONS = frozenset(("thesis", "report"))
"""Types published by an institution or school rather than a publisher."""

AUTHORITIES = frozenset(("legislation", "legal_case", "bill", "regulation"))

LANGUAGE_VARIANTS = {
    "title": "title", "abstract": "abstract", "keywords": "keyword", "type": "genre", "shorttitle": "title-short",
    "journal": "container-title",
    "journaltitle": "container-title", "booktitle": "container-title", "publisher": "publisher", "institution": "publisher",
    "school": "publisher",
    "note": "note", "location": "publisher-place", "address": "publisher-place", "series": "collection-title", "edition": "edition",
    "eventtitle": "event-title", "venue": "event-place", "annotation": "annote", "annote": "annote",
}  # fmt: skip
"""Fields that may stand in a second language, as ``title_en``."""

DATES = {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
