"""A file of Zotero RDF as studies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from litreview.errors import Origin, Problem
from litreview.formats._lxml import Element, at, children, inside, local, root_of, text_of, whole_text_of
from litreview.formats._markup import unmarked
from litreview.formats._records import keyed
from litreview.formats._refusal import refusal
from litreview.formats._zotero.mapping import Creator, csl_item, mapping
from litreview.record import LangList, Study
from litreview.record.csl_json.fields import tag_of
from litreview.record.csl_json.read import read_item
from litreview.record.study import COLLECTION

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_KINDS = {
    "Article": "journalArticle", "Book": "book", "BookSection": "bookSection", "Thesis": "thesis", "Report": "report", "Letter": "letter",
    "Manuscript": "manuscript", "Interview": "interview", "MotionPicture": "film", "Patent": "patent", "Legislation": "statute",
    "Image": "artwork", "Recording": "audioRecording", "Document": "document", "Data": "dataset",
}  # fmt: skip
"""Kinds of works by the names of their elements, where the field itemType is missing."""
_NO_WORKS = frozenset(("attachment", "note", "annotation"))
_PLAIN = {
    "title": "title", "abstract": "abstractNote", "date": "date", "pages": "pages", "volume": "volume", "number": "issue",
    "edition": "edition", "description": "extra", "dateSubmitted": "accessDate", "source": "archive", "coverage": "archiveLocation",
    "alternative": "journalAbbreviation",
}  # fmt: skip
_NUMBERED = frozenset(("report", "patent", "statute", "bill", "standard", "dataset", "preprint"))
"""Kinds whose number is that of the work, not of an issue."""
_IDENTIFIERS = ("DOI", "ISSN", "ISBN")
_DEEPEST = 50
"""Collections in collections."""
_FIRST = frozenset(
    "author programmer inventor presenter artist cartographer interviewee podcaster sponsor performer director composer".split()
)
"""Kinds of creators that some kind of work has in the place of authors."""
_LATER = frozenset(("performer", "director", "composer"))
"""Those that others have beside their authors."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The works of a file of Zotero RDF in their order; notes and attachments are none. Raises ReadError for what is no RDF.

    >>> rdf = '''<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
    ... xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:f="http://xmlns.com/foaf/0.1/" xmlns:b="http://purl.org/net/biblio#"><b:Book
    ... r:about="#1"><z:itemType>book</z:itemType><dc:title>Kota</dc:title><b:authors><r:Seq><r:li><f:Person><f:surname>Rahma</f:surname>
    ... <f:givenName>Siti</f:givenName></f:Person></r:li></r:Seq></b:authors><dc:date>2019</dc:date></b:Book></r:RDF>'''
    >>> study = read(rdf.encode(), "a.rdf")[0][0]
    >>> study.key, study.type, study.text("title"), study.author[0].text()
    ('rahma-kota-2019', 'book', 'Kota', 'Siti Rahma')
    """
    root = root_of(data, name)
    if local(root) != "RDF":
        raise refusal("wrong-format", name, root.sourceline, title="Zotero RDF", missing="<rdf:RDF>")
    described = {about: element for element in children(root) if (about := _about(element))}
    collections = _collections(root, described)
    studies: list[Study] = []
    reports: list[tuple[Problem, ...]] = []
    for element in children(root):
        kind = inside(element, "itemType") or _KINDS.get(local(element), "")
        if kind in _NO_WORKS or (not inside(element, "itemType") and (kind == "" or at(element, "authors") is None)):
            continue
        study, problems = _study(element, kind, described, collections.get(_about(element), ()), name)
        studies.append(study)
        reports.append(problems)
    named = keyed(studies)
    faults = [attrs.evolve(p.at(name), key=study.key) for study, own in zip(named, reports, strict=True) for p in own]
    return named, tuple(faults)


def _study(
    element: Element, kind: str, described: Mapping[str, Element], collections: tuple[str, ...], name: str
) -> tuple[Study, tuple[Problem, ...]]:
    fields, tags, kept = _fields(element, kind, described)
    item, key = csl_item(kind, fields, tuple(_creators(element, kind)))
    study, problems = read_item({"id": key or "", **item}, Study)
    keywords = LangList({tag_of("keyword", study.language): tuple(dict.fromkeys(tags))} if tags else {})
    extra = (*study.extra, *kept, *((COLLECTION, path) for path in collections))
    whole = attrs.evolve(study, keywords=keywords, extra=extra, origin=Origin(name, element.sourceline, "zotero-rdf"))
    return whole, tuple(p for p in problems if p.code != "missing-id")


def _fields(element: Element, kind: str, described: Mapping[str, Element]) -> tuple[dict[str, str], list[str], list[tuple[str, str]]]:
    """The fields by Zotero's names, the tags, and what has no place."""
    fields: dict[str, str] = {}
    tags: list[str] = []
    kept: list[tuple[str, str]] = []
    known = {field for names in mapping().texts.values() for field in names}
    for child in children(element):
        word, text = local(child), _text(child)
        match word:
            case "subject":
                tags += [tag for tag in (text,) if tag and at(child, "LCC") is None]
            case "identifier":
                _identify(fields, child)
            case "publisher":
                _publisher(fields, child)
            case "isPartOf":
                _container(fields, described.get(child.get(f"{_RDF}resource", ""), next(children(child), child)), kind)
            case "presentedAt":
                fields["conferenceName"] = inside(child, "Conference/title") or text
            case "isReferencedBy":
                note = described.get(child.get(f"{_RDF}resource", ""))
                if words := unmarked(inside(note, "value"), True):
                    kept.append(("zotero-rdf:note", words))
            case "number" if kind in _NUMBERED:
                fields.setdefault("number", text)
            case _ if word in _PLAIN or word in known:
                fields.setdefault(_PLAIN.get(word, word), text)
            case _ if text and word != "itemType" and not any(True for _ in children(child)):
                kept.append((f"zotero-rdf:{word}", text))
    if "accessDate" in fields:
        fields["accessDate"] = fields["accessDate"][:10]
    return {field: text for field, text in fields.items() if text}, tags, kept


def _container(fields: dict[str, str], container: Element, kind: str) -> None:
    """What a work is part of: a series, or a journal, book or site with its volume and issue."""
    title = inside(container, "title")
    if local(container) == "Series":
        fields.setdefault("series", title)
        fields.setdefault("seriesNumber", inside(container, "identifier"))
    elif title:
        fields.setdefault("publicationTitle", title)
    for child in children(container):
        if local(child) == "identifier" and local(container) != "Series":
            _identify(fields, child)
        elif local(child) in ("volume", "number", "alternative"):
            fields.setdefault(_PLAIN[local(child)], text_of(child))


def _identify(fields: dict[str, str], identifier: Element) -> None:
    text = text_of(identifier)
    label, _, value = text.partition(" ")
    if label in _IDENTIFIERS and value:
        fields[label] = f"{fields[label]} {value}" if label == "ISSN" and fields.get(label, value) != value else value
    elif at(identifier, "URI") is not None and text:
        fields.setdefault("url", text)


def _publisher(fields: dict[str, str], publisher: Element) -> None:
    organisation = at(publisher, "Organization")
    fields.setdefault("publisher", inside(organisation, "name") if organisation is not None else text_of(publisher))
    for address in children(organisation, "adr"):
        fields.setdefault("place", text_of(address))


def _creators(element: Element, kind: str) -> Iterator[Creator]:
    beside = at(element, "authors") is not None
    for people in children(element):
        role = local(people).removesuffix("s")
        for person in [person for listed in children(people, "Seq", "Bag") for entry in children(listed) for person in children(entry)]:
            last, first = inside(person, "surname"), inside(person, "givenName") or inside(person, "givenname")
            whole = last or first or inside(person, "name")
            primary = role in _FIRST and not (beside and role in _LATER)
            yield Creator(role, first, whole, single=not first and " " in whole, primary=primary)


def _collections(root: Element, described: Mapping[str, Element]) -> dict[str, tuple[str, ...]]:
    """The collections of each work, as paths."""
    parts = {
        _about(element): [part.get(f"{_RDF}resource", "") for part in children(element, "hasPart")]
        for element in children(root, "Collection")
    }
    above = {part: whole for whole, listed in parts.items() for part in listed if part in parts}
    paths: dict[str, tuple[str, ...]] = {}
    for whole, listed in parts.items():
        upwards, current = list[str](), whole
        while current and current not in upwards and len(upwards) < _DEEPEST:
            upwards.append(current)
            current = above.get(current, "")
        path = "/".join(inside(described[about], "title") for about in reversed(upwards))
        for part in listed:
            if part not in parts:
                paths[part] = tuple(sorted({*paths.get(part, ()), path}))
    return paths


def _about(element: Element) -> str:
    return str(element.get(f"{_RDF}about") or "")


def _text(element: Element) -> str:
    """The text of a field; the lines of an abstract and of "Extra" stay apart."""
    return whole_text_of(element).strip() if local(element) in ("abstract", "description") else text_of(element)
