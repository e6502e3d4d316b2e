"""Crossref JSON: what ``api.crossref.org/works`` answers, for one work or a list. Source: Crossref REST API, works."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.formats._json import Item, first, items, looks_like, mappings, string, strings
from litreview.formats._markup import paragraphs, plain
from litreview.formats._raw_record import RawRecord, finished
from litreview.record import Name, Study
from litreview.record.csl_values import dates
from litreview.record.variables import TYPES

_KINDS = {
    "journal-article": "article-journal", "proceedings-article": "paper-conference", "book-chapter": "chapter", "book-section": "chapter",
    "book-part": "chapter", "book-track": "chapter", "reference-entry": "entry-encyclopedia", "book": "book", "monograph": "book",
    "edited-book": "book", "reference-book": "book", "book-set": "book", "book-series": "book", "proceedings": "book",
    "dissertation": "thesis", "report": "report", "report-component": "report", "report-series": "report", "posted-content": "article",
    "dataset": "dataset", "database": "dataset", "standard": "standard", "peer-review": "review", "journal": "periodical",
    "journal-issue": "periodical", "journal-volume": "periodical", "component": "document", "grant": "document", "other": "document",
}  # fmt: skip
_PLAIN = {
    "volume": "volume", "issue": "issue", "page": "page", "publisher": "publisher", "publisher-location": "publisher-place",
    "article-number": "number", "edition-number": "edition", "part-number": "part-number",
}  # fmt: skip
_ROLES = ("author", "editor", "translator", "chair")
_ABOUT_THE_RECORD = frozenset(
    "indexed reference-count references-count is-referenced-by-count content-domain created deposited score prefix member source "
    "reference resource link update-policy relation alternative-id journal-issue published-print published-online published-other "
    "posted accepted content-created content-updated approved issued published issn-type isbn-type type DOI URL ISSN ISBN title "
    "subtitle original-title short-title container-title short-container-title abstract subject language event institution degree "
    "archive".split()
)
"""Read below, or about Crossref's record rather than the work."""

_ANSWER = looks_like("message-type", "message-version")
_WORK = looks_like("DOI", "is-referenced-by-count|references?-count|content-domain")


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of one answer of the API. Raises ReadError where it is no JSON.

    >>> answer = b'{"message": {"type": "journal-article", "DOI": "10.1000/x", "issued": {"date-parts": [[2019, 3]]}}}'
    >>> study = read(answer, "x.json")[0][0]
    >>> study.type, study.text("DOI"), study.issued.edtf()
    ('article-journal', '10.1000/x', '2019-03')
    """
    raw_records: list[RawRecord] = []
    strays: list[Problem] = []
    for item in items(data, name, ("message.items", "items")):
        work = item.value.get("message", item.value) if isinstance(item.value, Mapping) else None
        if isinstance(work, Mapping):
            raw_records.append(_raw_record(work, item, name))
        else:
            strays.append(fault("not-an-item", file=name, line=item.line, severity="error", value=json.dumps(item.value)[:60]))
    return finished(raw_records, strays)


def _raw_record(work: Mapping[str, Any], item: Item, name: str) -> RawRecord:
    raw_record = RawRecord("crossref", name, item.line)
    kind = str(work.get("type") or "")
    raw_record.type = kind if kind in TYPES else _KINDS.get(kind, "document")
    raw_record.keep("type", kind)
    raw_record.in_language(string(work.get("language")), "language")
    title = plain(first(work.get("title")))
    subtitle = plain(first(work.get("subtitle")))
    raw_record.text("title", f"{title}: {subtitle}" if subtitle and subtitle.casefold() not in title.casefold() else title, "title")
    raw_record.text("original-title", plain(first(work.get("original-title"))), "original-title")
    raw_record.text("title-short", plain(first(work.get("short-title"))), "short-title")
    for n, container in enumerate(strings(work.get("container-title"))):
        raw_record.text(
            "collection-title" if n and raw_record.type == "chapter" else "container-title", plain(container), "container-title"
        )
    raw_record.text("container-title-short", plain(first(work.get("short-container-title"))), "short-container-title")
    for role in _ROLES:
        for person in mappings(work.get(role)):
            raw_record.person(role, _name(person))
            raw_record.keep(f"{role}.ORCID", string(person.get("ORCID")))
            for place in mappings(person.get("affiliation")):
                raw_record.keep(f"{role}.affiliation", string(place.get("name")))
    for member in ("issued", "published-print", "published", "published-online"):
        date, _ = dates.from_json(work.get(member))
        if date is not None and date.start is not None:
            raw_record.date("issued", date, member, date.edtf())
            break
    raw_record.abstract(paragraphs(string(work.get("abstract"))))
    raw_record.keyword(strings(work.get("subject")))
    raw_record.doi(string(work.get("DOI")), "DOI")
    raw_record.address(string(work.get("URL")), "URL")
    for member in ("ISSN", "ISBN"):
        for number in strings(work.get(member)):
            raw_record.serial(number.rpartition("/")[2], member == "ISBN")
    event = work.get("event")
    if isinstance(event, Mapping):
        raw_record.text("event-title", plain(string(event.get("name"))), "event")
        raw_record.text("event-place", plain(string(event.get("location"))), "event")
    for place in mappings(work.get("institution")):
        raw_record.text("publisher", plain(string(place.get("name"))), "institution")
    if raw_record.type == "thesis":
        raw_record.text("genre", plain(first(work.get("degree"))), "degree")
    for member, value in work.items():
        if member in _PLAIN:
            raw_record.text(_PLAIN[member], plain(string(value)), member)
        elif member not in _ABOUT_THE_RECORD and member not in _ROLES and value not in (None, [], {}, ""):
            raw_record.keep(member, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return raw_record


def _name(person: Mapping[str, Any]) -> Name | None:
    literal, family, given = (plain(string(person.get(part))) for part in ("name", "family", "given"))
    if literal:
        return Name(literal=literal)
    if not family:
        return Name(family=given) if given else None
    return Name(family=family, given=given or None, suffix=plain(string(person.get("suffix"))) or None)


FORMAT = Format("crossref", "Crossref JSON", (".json",), read=read, sniff=lambda head: _ANSWER(head) or _WORK(head))
