"""DataCite JSON: what ``api.datacite.org/dois`` answers, for one work or a list. Source: DataCite Metadata Schema 4."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from litreview.errors import Problem, fault
from litreview.formats import Format
from litreview.formats._dates import worded
from litreview.formats._json import Item, items, looks_like, mapping, mappings, string
from litreview.formats._markup import paragraphs, plain
from litreview.formats._raw_record import RawRecord, finished, inverted
from litreview.record import Name, Study
from litreview.record.languages import language_tag
from litreview.record.variables import TYPES

_KINDS = {
    "audiovisual": "motion_picture", "book": "book", "bookchapter": "chapter", "collection": "document",
    "computationalnotebook": "software",
    "conferencepaper": "paper-conference", "conferenceproceeding": "book", "datapaper": "article-journal", "dataset": "dataset",
    "dissertation": "thesis", "event": "event", "image": "graphic", "journal": "periodical", "journalarticle": "article-journal",
    "model": "software", "peerreview": "review", "physicalobject": "document", "preprint": "article", "report": "report",
    "software": "software", "sound": "song", "standard": "standard", "text": "document", "workflow": "software",
}  # fmt: skip
_CONTRIBUTORS = {"Editor": "editor", "Producer": "producer", "DataCurator": "curator"}
_READ = frozenset(
    "doi creators titles publisher container publicationYear subjects contributors dates language types descriptions url version "
    "relatedItems identifiers".split()
)
_ABOUT_THE_RECORD = frozenset(
    "prefix suffix alternateIdentifiers contentUrl metadataVersion schemaVersion source isActive state reason viewCount "
    "viewsOverTime downloadCount downloadsOverTime referenceCount citationCount citationsOverTime partCount partOfCount "
    "versionCount versionOfCount created registered published updated xml formats sizes relatedIdentifiers".split()
)
"""About DataCite's record rather than the work."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of one answer of the API. Titles and abstracts keep the languages they are marked with. Raises ReadError for no JSON.

    >>> answer = b'{"data": {"attributes": {"doi": "10.1000/x", "titles": [{"title": "Kota", "lang": "id"}]}}}'
    >>> read(answer, "x.json")[0][0].title
    LangText({'id': 'Kota'})
    """
    raw_records: list[RawRecord] = []
    strays: list[Problem] = []
    for item in items(data, name, ("data",)):
        whole = mapping(item.value)
        resource = mapping(whole.get("data", whole))
        work = mapping(resource.get("attributes", resource))
        if work:
            raw_records.append(_raw_record(work, item, name))
        else:
            strays.append(fault("not-an-item", file=name, line=item.line, severity="error", value=json.dumps(item.value)[:60]))
    return finished(raw_records, strays)


def _raw_record(work: Mapping[str, Any], item: Item, name: str) -> RawRecord:
    raw_record = RawRecord("datacite", name, item.line)
    raw_record.type = _type(mapping(work.get("types")))
    raw_record.in_language(string(work.get("language")), "language")
    for title in mappings(work.get("titles")):
        variable = {"TranslatedTitle": "title", "AlternativeTitle": "title-short", None: "title"}.get(title.get("titleType"))
        words, tag = plain(string(title.get("title"))), language_tag(string(title.get("lang")))
        if title.get("titleType") == "Subtitle" and raw_record.texts.get("title"):
            stated = raw_record.texts["title"]
            stated.update({tag: f"{text}: {words}" for tag, text in list(stated.items())[:1]})
        elif variable is None or (title.get("titleType") == "TranslatedTitle" and tag is None):
            raw_record.keep(str(title.get("titleType")), words)
        else:
            raw_record.text(variable, words, "titles", tag if tag != raw_record.language else None)
    for role, person in _people(work):
        raw_record.person(role, person)
    for contributor in mappings(work.get("contributors")):
        kind = string(contributor.get("contributorType"))
        raw_record.keep(f"contributors.{kind}", string(contributor.get("name")) if kind not in _CONTRIBUTORS else None)
    raw_record.text("publisher", plain(string(mapping(work.get("publisher")).get("name")) or string(work.get("publisher"))), "publisher")
    _container(raw_record, mapping(work.get("container")))
    _date(raw_record, work)
    raw_record.keyword(plain(string(subject.get("subject"))) for subject in mappings(work.get("subjects")))
    for description in mappings(work.get("descriptions")):
        words, tag = string(description.get("description")), language_tag(string(description.get("lang")))
        if description.get("descriptionType") == "Abstract":
            raw_record.abstract(paragraphs(words), tag if tag != raw_record.language else None)
        else:
            raw_record.keep(str(description.get("descriptionType")), words)
    raw_record.doi(string(work.get("doi")), "doi")
    raw_record.text("URL", string(work.get("url")), "url")
    raw_record.text("version", string(work.get("version")), "version")
    if raw_record.type == "thesis":
        raw_record.text("genre", plain(string(mapping(work.get("types")).get("resourceType"))), "resourceType")
    for member, value in work.items():
        if member not in _READ and member not in _ABOUT_THE_RECORD and value not in (None, [], {}, ""):
            raw_record.keep(member, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return raw_record


def _type(types: Mapping[str, Any]) -> str:
    general = string(types.get("resourceTypeGeneral")).casefold()
    specific = string(types.get("citeproc"))
    if general in _KINDS and general != "text":
        return _KINDS[general]
    return specific if specific in TYPES and specific != "article" else "document"


def _people(work: Mapping[str, Any]) -> Iterator[tuple[str, Name | None]]:
    for creator in mappings(work.get("creators")):
        yield "author", _name(creator)
    for person in mappings(work.get("contributors")):
        if role := _CONTRIBUTORS.get(string(person.get("contributorType"))):
            yield role, _name(person)


def _name(person: Mapping[str, Any]) -> Name | None:
    family, given, whole = (plain(string(person.get(part))) for part in ("familyName", "givenName", "name"))
    if person.get("nameType") == "Organizational":
        return Name(literal=whole) if whole else None
    if family:
        return Name(family=family, given=given or None)
    return inverted(whole)


def _container(raw_record: RawRecord, container: Mapping[str, Any]) -> None:
    series = container.get("type") in ("Series", "Book Series", "BookSeries") and raw_record.type in (
        "book",
        "report",
        "dataset",
        "document",
    )
    raw_record.text("collection-title" if series else "container-title", plain(string(container.get("title"))), "container")
    raw_record.text("volume", string(container.get("volume")), "container")
    raw_record.text("issue", string(container.get("issue")), "container")
    first, last = string(container.get("firstPage")), string(container.get("lastPage"))
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or last, "container")
    if container.get("identifierType") in ("ISSN", "ISBN"):
        raw_record.serial(string(container.get("identifier")), container["identifierType"] == "ISBN")


def _date(raw_record: RawRecord, work: Mapping[str, Any]) -> None:
    year = string(work.get("publicationYear"))
    dates = {string(entry.get("dateType")): string(entry.get("date")) for entry in mappings(work.get("dates"))}
    issued = worded(dates["Issued"]) if dates.get("Issued") else None
    if issued is not None and issued.literal is None and (not year or str(issued.year) == year):
        raw_record.date("issued", issued, "dates", dates["Issued"])
    elif year:
        raw_record.date("issued", worded(year), "publicationYear", year)
    for kind, date in dates.items():
        if kind != "Issued" or not raw_record.dates:
            raw_record.keep(f"dates.{kind}", date)


FORMAT = Format("datacite", "DataCite JSON", (".json",), read=read, sniff=looks_like("creators", "titles|publicationYear"))
