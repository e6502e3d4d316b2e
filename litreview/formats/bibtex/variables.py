"""Fields and CSL variables, both ways: the plain part of the mapping as a table."""

from __future__ import annotations

PLAIN = {
    "series": "collection-title", "edition": "edition", "volume": "volume", "volumes": "number-of-volumes", "pagetotal": "number-of-pages",
    "numpages": "number-of-pages", "page_count": "number-of-pages", "chapter": "chapter-number", "part": "part-number",
    "version": "version", "venue": "event-place", "shortjournal": "container-title-short",
    "abbrev_source_title": "container-title-short", "journal-iso": "container-title-short",
    "journal-abbreviation": "container-title-short", "journal_abbreviation": "container-title-short", "source": "source",
    "shorttitle": "title-short", "origpublisher": "original-publisher", "origlocation": "original-publisher-place", "pubstate": "status",
    "callnumber": "call-number", "isbn": "ISBN", "issn": "ISSN", "eissn": "ISSN", "url": "URL", "pmid": "PMID", "pmcid": "PMCID",
    "location": "publisher-place", "address": "publisher-place", "place": "publisher-place", "annotation": "annote", "annote": "annote",
    "origtitle": "original-title",
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

ARTICLE_NUMBERS = ("eid", "articleno", "art_number", "article-number")
"""Fields for the number of an article that has no pages of its own."""

DATES = {
    "urldate": "accessed", "lastchecked": "accessed", "lastaccessed": "accessed", "accessdate": "accessed", "accessed": "accessed",
    "access_date": "accessed", "eventdate": "event-date", "origdate": "original-date",
}  # fmt: skip
"""Field to date variable; of two fields for one variable the first in this table counts."""

RANK = {field: place for place, field in enumerate(PLAIN)}
