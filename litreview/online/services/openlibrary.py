"""Open Library: books by ISBN. Source: Open Library Books API, ``jscmd=data``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from litreview.errors import Problem
from litreview.formats._dates import worded
from litreview.formats._json import items, mapping, mappings, string, strings
from litreview.formats._markup import plain
from litreview.formats._raw_record import RawRecord, finished
from litreview.online.identifier import Identifier
from litreview.online.service import Service
from litreview.record import Study
from litreview.record.name_parser import NamePolicy, parse_name

_NATURAL = NamePolicy(natural=True)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The books of an answer, which holds one object under each number asked for. Raises ReadError where it is no JSON.

    >>> answer = b'{"ISBN:1": {"title": "Ports", "authors": [{"name": "Ann Lee"}], "publish_date": "March 2009"}}'
    >>> book = read(answer, "x")[0][0]
    >>> book.type, book.author[0].family, book.issued.edtf()
    ('book', 'Lee', '2009-03')
    """
    works = [(item, mapping(work)) for item in items(data, name) for work in mapping(item.value).values()]
    raw_records = []
    for item, work in works:
        if work:
            raw_record = RawRecord("openlibrary", name, item.line)
            _fill(raw_record, work)
            raw_records.append(raw_record)
    return finished(raw_records, [])


def _fill(raw_record: RawRecord, work: Mapping[str, Any]) -> None:
    raw_record.type = "book"
    title, subtitle = plain(string(work.get("title"))), plain(string(work.get("subtitle")))
    raw_record.text("title", f"{title}: {subtitle}" if title and subtitle else title, "title")
    for author in mappings(work.get("authors")):
        written = plain(string(author.get("name")))
        raw_record.person("author", parse_name(written, _NATURAL) if written else None)
    for publisher in mappings(work.get("publishers")):
        raw_record.text("publisher", plain(string(publisher.get("name"))), "publishers")
    for place in mappings(work.get("publish_places")):
        raw_record.text("publisher-place", plain(string(place.get("name"))), "publish_places")
    day = string(work.get("publish_date"))
    if day:
        raw_record.date("issued", worded(day), "publish_date", day)
    raw_record.text("number-of-pages", string(work.get("number_of_pages")), "number_of_pages")
    numbers = mapping(work.get("identifiers"))
    for number in strings(numbers.get("isbn_13")) or strings(numbers.get("isbn_10")):
        raw_record.serial(number, book=True)
    raw_record.keyword(plain(string(subject.get("name"))) for subject in mappings(work.get("subjects"))[:20])
    raw_record.keep("key", string(work.get("key")))


def _path(identifier: Identifier, contact: str | None) -> str | None:
    if identifier.kind != "isbn":
        return None
    return f"/api/books?bibkeys={quote(f'ISBN:{identifier.value}', safe='')}&jscmd=data&format=json"


SERVICE = Service("openlibrary", "Open Library", "https://openlibrary.org", _path, read, asked={"isbn": 10})
