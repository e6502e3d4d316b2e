"""OpenAlex JSON: what ``api.openalex.org/works`` answers, for one work or a list. Source: OpenAlex documentation, work object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.formats._dates import worded
from litreview.formats._json import Item, items, looks_like, mapping, mappings, string, strings
from litreview.formats._markup import plain
from litreview.formats._raw_record import RawRecord, finished
from litreview.record import Study
from litreview.record.identifiers import pmcid, pmid
from litreview.record.name_parser import NamePolicy, parse_name

_KINDS = {
    "article": "article-journal", "book": "book", "book-chapter": "chapter", "book-section": "chapter", "dataset": "dataset",
    "dissertation": "thesis", "editorial": "article-journal", "erratum": "article-journal", "letter": "article-journal",
    "monograph": "book", "peer-review": "review", "preprint": "article", "reference-entry": "entry-encyclopedia", "report": "report",
    "retraction": "article-journal", "review": "article-journal", "software": "software", "standard": "standard",
    "supplementary-materials": "document", "paratext": "document", "other": "document", "grant": "document", "libguides": "webpage",
}  # fmt: skip
_READ = frozenset(
    "id doi title display_name publication_year publication_date type language ids primary_location authorships biblio keywords "
    "abstract_inverted_index".split()
)
_ABOUT_THE_RECORD = frozenset(
    "relevance_score cited_by_count cited_by_percentile_year cited_by_api_url counts_by_year referenced_works referenced_works_count "
    "related_works concepts topics primary_topic locations locations_count best_oa_location open_access updated_date created_date "
    "created updated is_retracted is_paratext is_xpac is_oa indexed_in has_fulltext has_content content_urls fulltext_origin fwci "
    "citation_normalized_percentile countries_distinct_count institutions_distinct_count corresponding_author_ids "
    "corresponding_institution_ids institution_assertions institutions versions host_venue alternate_host_venues ngrams_url "
    "type_crossref sustainable_development_goals apc_list apc_paid datasets mesh awards funders".split()
)
"""About OpenAlex's record, or worked out by it, rather than said by the work."""
_MAX_WORDS = 200_000
_NATURAL = NamePolicy(natural=True)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of one answer of the API. Raises ReadError where it is no JSON.

    >>> answer = b'{"id": "https://openalex.org/W1", "display_name": "Ports", "publication_year": 2019, "type": "article"}'
    >>> study = read(answer, "x.json")[0][0]
    >>> study.type, study.issued.edtf(), study.extra
    ('article-journal', '2019', (('openalex:id', 'https://openalex.org/W1'),))
    """
    raw_records: list[RawRecord] = []
    strays: list[Problem] = []
    for item in items(data, name, ("results",)):
        if isinstance(item.value, Mapping):
            raw_records.append(_raw_record(item.value, item, name))
        else:
            strays.append(fault("not-an-item", file=name, line=item.line, severity="error", value=json.dumps(item.value)[:60]))
    return finished(raw_records, strays)


def _raw_record(work: Mapping[str, Any], item: Item, name: str) -> RawRecord:
    raw_record = RawRecord("openalex", name, item.line)
    place = mapping(work.get("primary_location"))
    source = mapping(place.get("source"))
    raw_record.type = _KINDS.get(string(work.get("type")), "document")
    if raw_record.type == "article-journal" and source.get("type") == "conference":
        raw_record.type = "paper-conference"
    raw_record.keep("id", string(work.get("id")))
    raw_record.in_language(string(work.get("language")), "language")
    raw_record.text("title", plain(string(work.get("title")) or string(work.get("display_name"))), "title")
    for authorship in mappings(work.get("authorships")):
        printed = plain(string(mapping(authorship.get("author")).get("display_name")) or string(authorship.get("raw_author_name")))
        raw_record.person("author", parse_name(printed, _NATURAL) if printed.strip() else None)
    if source.get("type") not in ("repository", "ebook platform") or raw_record.type == "article-journal":
        raw_record.text("container-title", plain(string(source.get("display_name"))), "primary_location")
    else:
        raw_record.text("source", plain(string(source.get("display_name"))), "primary_location")
    raw_record.text("publisher", plain(string(source.get("host_organization_name"))), "primary_location")
    for number in strings(source.get("issn")) or strings(source.get("issn_l")):
        raw_record.serial(number, book=False)
    _date(raw_record, work)
    _pages(raw_record, mapping(work.get("biblio")))
    identifiers = mapping(work.get("ids"))
    raw_record.doi(string(work.get("doi")) or string(identifiers.get("doi")), "doi")
    raw_record.text("PMID", pmid(string(identifiers.get("pmid"))), "ids")
    raw_record.text("PMCID", pmcid("PMC" + string(identifiers.get("pmcid")).rpartition("/")[2].upper().removeprefix("PMC")), "ids")
    raw_record.address(string(place.get("landing_page_url")), "primary_location")
    raw_record.abstract(_abstract(work.get("abstract_inverted_index")))
    raw_record.keyword(string(word.get("display_name")) or string(word.get("keyword")) for word in mappings(work.get("keywords")))
    for authorship in mappings(work.get("authorships")):
        raw_record.keep("orcid", string(mapping(authorship.get("author")).get("orcid")))
    for member, value in work.items():
        if member not in _READ and member not in _ABOUT_THE_RECORD and value not in (None, [], {}, ""):
            raw_record.keep(member, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return raw_record


def _date(raw_record: RawRecord, work: Mapping[str, Any]) -> None:
    """The year alone: OpenAlex gives the first of January for works of which it knows no more than the year."""
    year, day = string(work.get("publication_year")), string(work.get("publication_date"))
    exact = day if day.startswith(year) and not day.endswith("-01-01") else year
    if exact:
        raw_record.date("issued", worded(exact), "publication_date", exact)


def _pages(raw_record: RawRecord, biblio: Mapping[str, Any]) -> None:
    raw_record.text("volume", string(biblio.get("volume")), "biblio")
    raw_record.text("issue", string(biblio.get("issue")), "biblio")
    first, last = string(biblio.get("first_page")), string(biblio.get("last_page"))
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or last, "biblio")


def _abstract(index: object) -> str:
    """An abstract that is given as the positions of each word."""
    placed = [
        (at, word)
        for word, places in mapping(index).items()
        for at in (places if isinstance(places, list) else [])
        if isinstance(at, int) and 0 <= at < _MAX_WORDS
    ]
    return " ".join(word for _, word in sorted(placed)[:_MAX_WORDS])


FORMAT = Format(
    "openalex", "OpenAlex JSON", (".json",), read=read, sniff=looks_like("authorships|openalex|abstract_inverted_index", "publication_year")
)
