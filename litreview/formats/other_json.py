"""JSON of other programs, known by its shape: Semantic Scholar, Publish or Perish, CodeMeta."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.formats._dates import worded
from litreview.formats._entities import without_entities
from litreview.formats._json import first, items, mapping, mappings, string, strings
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._refusal import refusal
from litreview.record import Name, Study
from litreview.record.identifiers import pmcid, pmid
from litreview.record.name_parser import NamePolicy, parse_name

_NATURAL = NamePolicy(natural=True)
Record = Mapping[str, Any]


def _persons(raw_record: RawRecord, role: str, names: Iterable[str]) -> None:
    for name in names:
        raw_record.person(role, parse_name(name, _NATURAL) if name.strip() else None)


def _common(raw_record: RawRecord, work: Record, read: Mapping[str, str]) -> None:
    for member, variable in read.items():
        if member in work and not isinstance(work[member], dict):
            raw_record.text(variable, first(work[member]), member)


def _day(raw_record: RawRecord, year: str, day: str) -> None:
    exact = worded(day) if day else None
    fits = exact is not None and exact.literal is None and (not year or str(exact.year) == year)
    if year or day:
        raw_record.date("issued", exact if fits else worded(year or day), "date", day if fits else year or day)


_SCHOLAR_KINDS = {
    "journalarticle": "article-journal", "review": "article-journal", "conference": "paper-conference", "book": "book",
    "booksection": "chapter", "dataset": "dataset", "news": "article-newspaper",
}  # fmt: skip


def _semantic_scholar(raw_record: RawRecord, work: Record) -> None:
    kinds = [_SCHOLAR_KINDS.get(kind.casefold()) for kind in strings(work.get("publicationTypes"))]
    journal, venue, numbers = mapping(work.get("journal")), string(work.get("venue")), mapping(work.get("externalIds"))
    container = string(journal.get("name")) or venue
    raw_record.type = next(filter(None, kinds), "article-journal" if container else "document")
    _persons(raw_record, "author", (string(author.get("name")) for author in mappings(work.get("authors"))))
    raw_record.text("container-title", container, "journal")
    _common(raw_record, journal, {"volume": "volume"})
    raw_record.text("page", re.sub(r"(?:(?<!\s)\s+)?[-–]+\s*", "-", string(journal.get("pages")).strip()), "pages")
    _day(raw_record, string(work.get("year")), string(work.get("publicationDate")))
    raw_record.doi(string(numbers.get("DOI")), "DOI")
    raw_record.text("PMID", pmid(string(numbers.get("PubMed"))), "PubMed")
    raw_record.text("PMCID", pmcid("PMC" + string(numbers.get("PubMedCentral")).removeprefix("PMC")), "PubMedCentral")
    if arxiv := string(numbers.get("ArXiv")):
        raw_record.text("archive", "arXiv", "ArXiv")
        raw_record.text("archive_location", arxiv, "ArXiv")
    raw_record.address(string(work.get("url")), "url")
    raw_record.keep("paperId", string(work.get("paperId")))


def _publish_or_perish(raw_record: RawRecord, work: Record) -> None:
    _persons(raw_record, "author", (name for given in strings(work.get("authors")) for name in re.split(r"(?:(?<!\s)\s+)?[,;]\s*", given)))
    container = string(work.get("source"))
    raw_record.type = {"book": "book", "thesis": "thesis"}.get(
        string(work.get("type")).casefold(), "article-journal" if container else "document"
    )
    _common(raw_record, work, {"source": "container-title", "publisher": "publisher", "volume": "volume", "issue": "issue"})
    start, end = string(work.get("startpage")), string(work.get("endpage"))
    raw_record.text("page", f"{start}-{end}" if start and end and start != end else start or end, "startpage")
    _day(raw_record, string(work.get("year")), "")
    raw_record.doi(string(work.get("doi")), "doi")
    raw_record.serial(string(work.get("issn")), book=False)
    raw_record.address(string(work.get("article_url")) or string(work.get("fulltext_url")), "article_url")
    for member in ("cites", "uid"):
        raw_record.keep(member, string(work.get(member)))


def _codemeta(raw_record: RawRecord, work: Record) -> None:
    raw_record.type = "software"
    raw_record.text("title", string(work.get("name")), "name")
    authors = work.get("author")
    for author in mappings(authors if isinstance(authors, list) else [authors]):
        family, given, whole = (string(author.get(member)) for member in ("familyName", "givenName", "name"))
        raw_record.person(
            "author", parse_name(f"{{{family}}}, {given}") if family and given else Name(literal=whole or family or given or None)
        )
    _common(raw_record, work, {"version": "version", "softwareVersion": "version", "codeRepository": "URL", "url": "URL"})
    _day(raw_record, "", string(work.get("datePublished")) or string(work.get("dateModified")) or string(work.get("dateCreated")))
    identifier = string(work.get("identifier"))
    raw_record.doi(identifier if "10." in identifier else "", "identifier")
    raw_record.abstract(string(work.get("description")))
    raw_record.keyword(word for words in strings(work.get("keywords")) for word in words.split(","))


@attrs.frozen
class _Shape:
    """One program's records: `marks` are members that all of its records have; `read` fills a record."""

    name: str
    marks: frozenset[str]
    read: Callable[[RawRecord, Record], None]


_SHAPES = (
    _Shape("semantic-scholar", frozenset(("paperId", "title")), _semantic_scholar),
    _Shape("codemeta", frozenset(("@context", "name")), _codemeta),
    _Shape("publish-or-perish", frozenset(("authors", "title", "cites")), _publish_or_perish),
    _Shape("publish-or-perish", frozenset(("authors", "title", "gsrank")), _publish_or_perish),
)
_LISTS = ("data", "items", "results", "papers", "records")


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a list of records, or of the list that an object holds. Raises ReadError where no shape is known.

    >>> scholar = b'{"data": [{"paperId": "x", "title": "Ports", "year": 2019, "authors": [{"name": "Ann Lee"}], "venue": "J"}]}'
    >>> study = read(scholar, "x.json")[0][0]
    >>> study.text("title"), study.author[0].family, study.issued.year, study.text("container-title")
    ('Ports', 'Lee', 2019, 'J')
    """
    raw_records: list[RawRecord] = []
    strays: list[Problem] = []
    for item in items(data, name, _LISTS):
        work = mapping(_resolved(item.value))
        shape = next((shape for shape in _SHAPES if shape.marks <= work.keys()), None)
        if shape is None:
            strays.append(fault("not-an-item", file=name, line=item.line, severity="error", value=json.dumps(item.value)[:60]))
            continue
        raw_record = RawRecord(shape.name, name, item.line)
        raw_record.text("title", string(work.get("title")), "title")
        raw_record.abstract(string(work.get("abstract")))
        shape.read(raw_record, work)
        raw_records.append(raw_record)
    if not raw_records and strays:
        raise refusal("no-json-of-studies", name, members=members_of(data, name))
    return finished(raw_records, strays)


def _resolved(value: Any) -> Any:
    """The value of JSON, as deep as its reader lets it be, without entities of HTML in its strings."""
    if isinstance(value, str):
        return without_entities(value)
    if isinstance(value, dict):
        return {name: _resolved(one) for name, one in value.items()}
    return [_resolved(one) for one in value] if isinstance(value, list) else value


def members_of(data: bytes, name: str) -> str:
    """The first names that a file has, for a message."""
    listed = items(data, name, _LISTS)
    return ", ".join(list(mapping(listed[0].value))[:8])[:120] if listed else ""


def _looks_known(head: bytes) -> bool:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return False
    return any(all(re.search(rb'"' + re.escape(mark.encode()) + rb'"\s*:', head) for mark in shape.marks) for shape in _SHAPES)


FORMAT = Format(
    "other-json", "JSON of other programs", (".json",), read=read, sniff=_looks_known, dialects=tuple({shape.name: 0 for shape in _SHAPES})
)  # fmt: skip
