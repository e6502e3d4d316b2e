"""MODS XML to studies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.formats._dates import worded
from litreview.formats._lxml import Element, at, children, inside, local, root_of, text_of
from litreview.formats._raw_record import RawRecord, finished, inverted
from litreview.formats._refusal import refusal
from litreview.record import Name, Study
from litreview.record.languages import language_tag

_ROLES = {
    "aut": "author", "author": "author", "creator": "author", "cre": "author", "edt": "editor", "editor": "editor", "trl": "translator",
    "translator": "translator", "ill": "illustrator", "drt": "director", "cmp": "composer", "ctb": "contributor",
    "contributor": "contributor", "com": "compiler", "pengarang": "author", "penulis": "author", "penyunting": "editor",
    "primary author": "author", "additional author": "author", "penerjemah": "translator",
}  # fmt: skip
_NOT_AUTHORS = frozenset(
    ("ths", "thesis advisor", "advisor", "dgs", "degree supervisor", "opn", "dgg", "degree grantor", "pbl", "publisher")
)
_GENRES = {
    "thesis": "thesis", "dissertation": "thesis", "skripsi": "thesis", "tesis": "thesis", "disertasi": "thesis", "theses": "thesis",
    "article": "article-journal", "journal article": "article-journal", "academic journal": "article-journal", "book": "book",
    "book chapter": "chapter", "chapter": "chapter", "conference publication": "paper-conference", "conference paper": "paper-conference",
    "report": "report", "technical report": "report", "web site": "webpage", "newspaper": "article-newspaper", "newspaper article":
    "article-newspaper", "magazine": "article-magazine", "map": "map", "patent": "patent", "letter": "personal_communication",
    "dataset": "dataset", "periodical": "periodical", "journal": "periodical",
}  # fmt: skip
_RESOURCES = {
    "cartographic": "map", "notated music": "musical_score", "sound recording": "song", "still image": "graphic",
    "moving image": "motion_picture", "software, multimedia": "software",
}  # fmt: skip
_IDENTIFIERS = {"doi", "isbn", "issn", "uri", "citekey", "pmid", "pmc"}
_READ = frozenset(
    "titleInfo name typeOfResource genre originInfo language abstract subject identifier location relatedItem part note recordInfo "
    "physicalDescription".split()
)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a MODS file in their order. Raises ReadError where it is no XML or has no records.

    >>> mods = b"<mods><titleInfo><title>Kota kembar</title></titleInfo><genre>skripsi</genre></mods>"
    >>> study = read(mods, "x.xml")[0][0]
    >>> study.type, study.text("title"), study.text("genre")
    ('thesis', 'Kota kembar', 'skripsi')
    """
    root = root_of(data, name)
    records = [root] if local(root) == "mods" else [element for element in root.iter() if local(element) == "mods"]
    if not records and local(root) != "modsCollection":
        raise refusal("wrong-format", name, root.sourceline, title="MODS XML", missing="<mods>")
    return finished(_raw_record(record, name) for record in records if next(children(record), None) is not None)


def _raw_record(record: Element, name: str) -> RawRecord:
    raw_record = RawRecord("mods", name, record.sourceline)
    host = next((item for item in children(record, "relatedItem") if item.get("type") == "host"), None)
    _type(raw_record, record, host)
    for term in (*children(at(record, "language"), "languageTerm"),):
        if raw_record.language is None:
            raw_record.in_language(text_of(term), "language", term.sourceline)
    for title in children(record, "titleInfo"):
        _title(raw_record, title)
    for person in children(record, "name"):
        _name(raw_record, person)
    _origin(raw_record, record)
    for abstract in children(record, "abstract"):
        raw_record.abstract(text_of(abstract), _language(abstract, raw_record))
    raw_record.keyword(words for subject in children(record, "subject") for words in _subject(subject))
    for identifier in children(record, "identifier"):
        _identifier(raw_record, identifier)
    for url in children(at(record, "location"), "url"):
        if url.get("access") == "preview":
            raw_record.keep("location preview", text_of(url))
        else:
            raw_record.address(text_of(url), "location")
    for note in children(record, "note"):
        raw_record.keep(f"note {note.get('type') or ''}".strip(), text_of(note))
    _container(raw_record, record, host)
    extent = re.search(r"(\d+)\s*(?:p\b|pp\b|pages|hlm|hal|Seiten|S\.)", inside(record, "physicalDescription/extent"))
    for element in (*children(at(record, "physicalDescription")), *children(at(record, "recordInfo"))):
        if local(element) in ("extent", "note", "form", "recordContentSource", "recordIdentifier"):
            raw_record.keep(f"{local(element)}", text_of(element))
    if extent and raw_record.type in ("book", "thesis", "report"):
        raw_record.text("number-of-pages", extent[1], "extent")
    for element in children(record):
        if local(element) not in _READ:
            raw_record.keep(local(element), text_of(element))
    return raw_record


def _type(raw_record: RawRecord, record: Element, host: Element | None) -> None:
    words = [text_of(genre) for genre in children(record, "genre")]
    kind = next((_GENRES[word.casefold()] for word in words if word.casefold() in _GENRES), None)
    issuance = inside(record, "originInfo/issuance")
    book = "book" if issuance == "monographic" else "periodical" if issuance in ("continuing", "serial") else None
    raw_record.type = (
        kind or _RESOURCES.get(inside(record, "typeOfResource")) or ("chapter" if host is not None and book else book) or "document"
    )
    if raw_record.type == "article-journal" and book == "book":
        raw_record.type = "chapter"
    for word in words:
        if raw_record.type == "thesis" and word.casefold() not in ("thesis", "theses"):
            raw_record.text("genre", word, "genre")
        else:
            raw_record.keep("genre", word)


def _title(raw_record: RawRecord, title: Element) -> None:
    main = " ".join(part for part in (inside(title, "nonSort"), inside(title, "title")) if part)
    sub = inside(title, "subTitle")
    whole = ": ".join(part for part in (main, sub) if part)
    whole = ", ".join([whole, *(text for part in ("partNumber", "partName") if (text := inside(title, part)))])
    kind = str(title.get("type") or "")
    language = _language(title, raw_record)
    if (kind in ("", "uniform") and "title" not in raw_record.texts) or (kind == "translated" and language):
        raw_record.text("title", whole, "titleInfo", language)
    elif kind == "abbreviated":
        raw_record.text("title-short", whole, "titleInfo")
    else:
        raw_record.keep(f"titleInfo {kind}".strip(), whole)


def _language(element: Element, raw_record: RawRecord) -> str | None:
    stated = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
    tag = language_tag(str(stated)) if stated else None
    return tag if tag != raw_record.language else None


def _roles(person: Element) -> list[str]:
    return [text_of(term).casefold() for role in children(person, "role") for term in children(role, "roleTerm")]


def _name(raw_record: RawRecord, person: Element, default: str = "author") -> None:
    roles = _roles(person)
    role = next((_ROLES[word] for word in roles if word in _ROLES), None)
    whole = " ".join(text_of(part) for part in children(person, "namePart") if part.get("type") in (None, ""))
    if role is None and _NOT_AUTHORS & set(roles):
        if {"dgg", "degree grantor", "pbl", "publisher"} & set(roles):
            raw_record.text("publisher", whole, "name")
        else:
            raw_record.keep(f"name {roles[0]}", whole or text_of(person))
        return
    parts = {str(part.get("type")): text_of(part) for part in children(person, "namePart")}
    if parts.get("family"):
        name: Name | None = Name(family=parts["family"], given=parts.get("given") or None, suffix=parts.get("termsOfAddress") or None)
    elif person.get("type") in ("corporate", "conference"):
        name = Name(literal=whole) if whole else None
    else:
        name = inverted(whole)
    raw_record.person(role or default, name)
    for place in children(person, "affiliation"):
        raw_record.keep("name affiliation", text_of(place))


def _origin(raw_record: RawRecord, record: Element) -> None:
    for origin in children(record, "originInfo"):
        raw_record.text("publisher", inside(origin, "publisher"), "publisher")
        for place in children(origin, "place"):
            for term in children(place, "placeTerm"):
                if term.get("type") != "code":
                    raw_record.text("publisher-place", text_of(term), "place")
        raw_record.text("edition", inside(origin, "edition"), "edition")
        for kind in ("dateIssued", "dateCreated", "copyrightDate"):
            for date in children(origin, kind):
                words = text_of(date).strip("[]© ").removeprefix("c")
                if words and date.get("point") != "end":
                    raw_record.date("issued", worded(words), kind, words)


def _subject(subject: Element) -> Iterator[str]:
    for part in children(subject):
        if local(part) == "hierarchicalGeographic":
            yield from (text_of(place) for place in children(part))
        elif local(part) == "name":
            yield " ".join(text_of(name) for name in children(part, "namePart"))
        elif local(part) != "cartographics":
            yield text_of(part)


def _identifier(raw_record: RawRecord, identifier: Element) -> None:
    kind, value = str(identifier.get("type") or "").casefold(), text_of(identifier)
    if identifier.get("invalid") == "yes" or kind not in _IDENTIFIERS:
        raw_record.keep(f"identifier {kind}".strip(), value)
    elif kind == "doi":
        raw_record.doi(value, "identifier doi")
    elif kind in ("isbn", "issn"):
        raw_record.serial(value, book=kind == "isbn")
    elif kind == "uri":
        raw_record.address(value, "identifier uri")
    elif kind == "citekey" and value and not re.search(r"\s", value):
        raw_record.key = value
    else:
        raw_record.text("PMID" if kind == "pmid" else "PMCID", value, f"identifier {kind}")


def _container(raw_record: RawRecord, record: Element, host: Element | None) -> None:
    for item in children(record, "relatedItem"):
        if item.get("type") == "series":
            raw_record.text("collection-title", inside(item, "titleInfo/title"), "relatedItem series")
            raw_record.text("collection-number", inside(item, "titleInfo/partNumber"), "relatedItem series")
    if host is not None:
        sub = inside(host, "titleInfo/subTitle")
        raw_record.text("container-title", inside(host, "titleInfo/title") + (f": {sub}" if sub else ""), "relatedItem host")
        for person in children(host, "name"):
            _name(raw_record, person, "editor")
        for identifier in children(host, "identifier"):
            if identifier.get("type") in ("issn", "isbn"):
                _identifier(raw_record, identifier)
        _origin(raw_record, host)
    for part in (*children(record, "part"), *children(host, "part")):
        for detail in children(part, "detail"):
            variable = {"volume": "volume", "issue": "issue", "number": "issue", "chapter": "chapter-number"}.get(str(detail.get("type")))
            if variable:
                raw_record.text(variable, inside(detail, "number"), f"part {detail.get('type')}")
        for extent in children(part, "extent"):
            first, last = inside(extent, "start"), inside(extent, "end")
            pages = f"{first}-{last}" if first and last and first != last else first or last or inside(extent, "list")
            raw_record.text("page", pages, "part extent")
            total = inside(extent, "total")
            if total.isdecimal() and not pages and str(extent.get("unit")).startswith("page"):  # how long the work is in its host
                raw_record.text("number-of-pages", total, "part extent total")
            else:
                raw_record.keep("part extent total", total)
        if (date := inside(part, "date")) and "issued" not in raw_record.dates:
            raw_record.date("issued", worded(date), "part date", date)
