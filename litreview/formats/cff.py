"""CITATION.cff: how software and data say that they want to be cited. Source: Citation File Format 1.2.0."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._dates import MONTHS, worded
from litreview.formats._json import mapping, mappings, string, strings
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._refusal import refusal
from litreview.formats._text import decode
from litreview.formats._yaml.tree import Node, Pairs, at, parse, plain
from litreview.record import Name, Study
from litreview.record.identifiers import pmcid

_KINDS = {
    "art": "graphic", "article": "article-journal", "audiovisual": "motion_picture", "bill": "bill", "blog": "post-weblog", "book": "book",
    "catalogue": "book", "conference-paper": "paper-conference", "conference": "book", "data": "dataset", "database": "dataset",
    "dataset": "dataset", "dictionary": "entry-dictionary", "edited-work": "book", "encyclopedia": "entry-encyclopedia",
    "film-broadcast": "motion_picture", "government-document": "report", "grant": "document", "hearing": "hearing",
    "historical-work": "classic", "legal-case": "legal_case", "legal-rule": "regulation", "magazine-article": "article-magazine",
    "manual": "book", "map": "map", "multimedia": "motion_picture", "music": "musical_score", "newspaper-article": "article-newspaper",
    "pamphlet": "pamphlet", "patent": "patent", "personal-communication": "personal_communication", "proceedings": "book",
    "report": "report", "serial": "periodical", "slides": "speech", "software": "software", "software-code": "software",
    "software-container": "software", "software-executable": "software", "software-virtual-machine": "software",
    "sound-recording": "song", "standard": "standard", "statute": "legislation", "thesis": "thesis", "unpublished": "manuscript",
    "video": "motion_picture", "website": "webpage",
}  # fmt: skip
_PLAIN = {
    "title": "title", "abstract": "abstract", "version": "version", "journal": "container-title", "collection-title": "collection-title",
    "volume": "volume", "issue": "issue", "edition": "edition", "notes": "note", "isbn": "ISBN", "issn": "ISSN", "section": "section",
    "abbreviation": "title-short", "volume-title": "volume-title", "number-volumes": "number-of-volumes", "thesis-type": "genre",
    "license": "license", "database": "source", "medium": "medium", "status": "status", "pages": "number-of-pages",
}  # fmt: skip
_ROLES = {
    "authors": "author", "editors": "editor", "editors-series": "collection-editor", "translators": "translator", "recipients": "recipient",
    "senders": "author",
}  # fmt: skip
_ENTITIES = {"publisher": "publisher", "institution": "publisher", "database-provider": "archive"}
_NAME_PARTS = ("family-names", "given-names", "name-particle", "name-suffix", "name", "alias")
_ADDRESSES = ("url", "repository", "repository-code", "repository-artifact")
_TAKEN = frozenset(
    "type doi identifiers url year month date-released date-published date-accessed start end keywords languages number conference "
    "pmcid location references preferred-citation".split()
)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The work that the file describes, then its preferred citation and its references. Raises ReadError where it is no YAML or no CFF.

    >>> text = b"cff-version: 1.2.0\\ntitle: Ports\\nauthors: [{family-names: Berg, name-particle: van, given-names: Jan}]\\ndoi: 10.1000/x"
    >>> study = read(text, "CITATION.cff")[0][0]
    >>> study.type, study.author[0].text(), study.text("DOI")
    ('software', 'Jan van Berg', '10.1000/x')
    """
    text, _ = decode(data, name)
    raw_records: list[RawRecord] = []
    for root in parse(text, name):
        whole = mapping(plain(root))
        if not whole.keys() & {"cff-version", "title", "authors", "references", "preferred-citation"}:
            raise refusal("wrong-format", name, root.place.line, title="CITATION.cff", missing="cff-version")
        if whole.keys() - {"cff-version", "message", "references", "preferred-citation"}:
            raw_records.append(_raw_record(whole, root, name, "software"))
        if preferred := mapping(whole.get("preferred-citation")):
            raw_records.append(_raw_record(preferred, at(root, ("preferred-citation",)), name, "document"))
        references = whole.get("references")
        for n, reference in enumerate(references if isinstance(references, list) else []):
            if isinstance(reference, Mapping):
                raw_records.append(_raw_record(reference, at(root, ("references", n)), name, "document"))
            elif raw_records:
                raw_records[0].keep("references", string(reference))
    return finished(raw_records)


def _raw_record(work: Mapping[str, Any], node: Node, name: str, default: str) -> RawRecord:
    raw_record = RawRecord("cff", name, node.pairs[0][0].place.line if isinstance(node, Pairs) and node.pairs else node.place.line)
    kind = string(work.get("type"))
    raw_record.type = _KINDS.get(kind, default) if kind else default
    if kind and kind not in _KINDS and kind != "generic":
        raw_record.fault("unknown-kind", at(node, ("type",)).place.line, value=kind, format="CITATION.cff", type=raw_record.type)
        raw_record.keep("type", kind)
    for language in strings(work.get("languages")):
        raw_record.in_language(language, "languages", at(node, ("languages",)).place.line)
    for field, role in _ROLES.items():
        for person in mappings(work.get(field)):
            raw_record.person(role, _name(person))
            for part, value in person.items():
                if part not in _NAME_PARTS:
                    raw_record.keep(f"{field}.{part}", _as_text(value))
    _identifiers(raw_record, work)
    _date(raw_record, work)
    _container(raw_record, work)
    raw_record.keyword(strings(work.get("keywords")))
    for field, value in work.items():
        if field in _PLAIN and isinstance(value, str):
            variable = _PLAIN[field]
            hosted = variable == "collection-title" and raw_record.type == "paper-conference" and not work.get("journal")
            raw_record.text("container-title" if hosted else variable, value, field)
        elif field in _ENTITIES:
            raw_record.text(_ENTITIES[field], string(mapping(value).get("name")) or string(value), field)
            for part, detail in mapping(value).items():
                if part != "name":
                    raw_record.keep(f"{field}.{part}", _as_text(detail))
        elif field not in _TAKEN and field not in _ADDRESSES and field not in _ROLES and field != "cff-version":
            raw_record.keep(field, _as_text(value))
    for field, value in _doubled(node):
        raw_record.fault("repeated-field", value.place.line, field=field)
        raw_record.keep(field, _as_text(plain(value)))
    return raw_record


def _doubled(node: Node) -> Iterator[tuple[str, Node]]:
    """The second and further values of a field that stands more than once."""
    seen: set[str | None] = set()
    for field, value in node.pairs if isinstance(node, Pairs) else ():
        if field.text in seen:
            yield field.text or "", value
        seen.add(field.text)


def _name(person: Mapping[str, Any]) -> Name | None:
    family, given, particle, suffix, whole = (string(person.get(part)).strip() for part in _NAME_PARTS[:5])
    if whole:
        return Name(literal=whole)
    family, given = family or given or string(person.get("alias")).strip(), given if family else ""
    return Name(family=family, given=given or None, non_dropping_particle=particle or None, suffix=suffix or None) if family else None


def _identifiers(raw_record: RawRecord, work: Mapping[str, Any]) -> None:
    raw_record.doi(string(work.get("doi")), "doi")
    for identifier in mappings(work.get("identifiers")):
        kind, value = string(identifier.get("type")), string(identifier.get("value"))
        if kind == "doi":
            raw_record.doi(value, "identifiers")
        elif kind == "url" and not any(work.get(field) for field in _ADDRESSES):
            raw_record.text("URL", value, "identifiers")
        else:
            raw_record.keep(f"identifiers.{kind}", value)
    raw_record.text("PMCID", pmcid(string(work.get("pmcid"))) or string(work.get("pmcid")), "pmcid")
    for field in _ADDRESSES:
        raw_record.text("URL", string(work.get(field)), field)


def _date(raw_record: RawRecord, work: Mapping[str, Any]) -> None:
    year, month = string(work.get("year")), string(work.get("month"))
    number = month if month.isdigit() else str(MONTHS.get(month.casefold(), ""))
    published = next((string(work[field]) for field in ("date-published", "date-released") if string(work.get(field))), "")
    issued = published or (f"{year}-{int(number):02d}" if re.fullmatch(r"\d{4}", year) and number and 1 <= int(number) <= 12 else year)
    if issued:
        raw_record.date("issued", worded(issued), "year" if issued == year else "date-released", issued)
    if accessed := string(work.get("date-accessed")):
        raw_record.date("accessed", worded(accessed), "date-accessed", accessed)


def _container(raw_record: RawRecord, work: Mapping[str, Any]) -> None:
    first, last = string(work.get("start")), string(work.get("end"))
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or last, "start")
    if number := string(work.get("number")):
        if raw_record.type.startswith("article"):
            raw_record.keep("number", number)
        else:
            raw_record.text("number", number, "number")
    conference = mapping(work.get("conference"))
    raw_record.text("event-title", string(conference.get("name")) or string(work.get("conference")), "conference")
    place_names = [string(conference[part]) for part in ("city", "region", "country") if string(conference.get(part))]
    raw_record.text("event-place", ", ".join(place_names), "conference")
    place = mapping(work.get("location")) or mapping(work.get("publisher")) or mapping(work.get("institution"))
    city = string(place.get("city")) or string(work.get("location")) or string(mapping(work.get("location")).get("name"))
    raw_record.text("publisher-place", city, "location")


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if value not in (None, [], {}) else ""


FORMAT = Format("cff", "CITATION.cff", (".cff",), read=read)
