"""A file of Word's sources as studies."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats._dates import MONTHS, worded
from litreview.formats._lxml import Element, children, inside, local, root_of, text_of
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._refusal import refusal
from litreview.formats.word_sources.fields import CONTAINERS, FROM_WORD, LCID, OTHER_LCID, OWN_AUTHORS, ROLES, THESIS
from litreview.record import Date, DateParts, Name, Study
from litreview.record.dates import date_parts
from litreview.record.name_parser import NamePolicy, parse_name

_PLAIN = {
    "Title": "title", "Institution": "publisher", "Publisher": "publisher", "Distributor": "publisher", "ProductionCompany": "publisher",
    "City": "publisher-place", "Volume": "volume", "Issue": "issue", "Pages": "page", "Edition": "edition", "URL": "URL",
    "Type": "genre", "ThesisType": "genre", "Department": "division", "NumberVolumes": "number-of-volumes", "ShortTitle": "title-short",
    "Comments": "note", "Medium": "medium", "Version": "version", "ChapterNumber": "chapter-number", "PatentNumber": "number",
    "CaseNumber": "number", "Court": "authority", **dict.fromkeys(CONTAINERS.values(), "container-title"),
}  # fmt: skip
_FROM_ROLE = {
    **{word: role for role, word in reversed(ROLES.items())},
    **dict.fromkeys(OWN_AUTHORS.values(), "author"),
    "BookAuthor": "container-author",
}
_TONGUES = {**{number: tag for tag, number in LCID.items()}, **OTHER_LCID}
_DATES = ("Year", "Month", "Day")
_AS_WRITTEN = NamePolicy(strip_titles=False)
_IGNORED = frozenset(("Tag", "SourceType", "Guid", "LCID", "RefOrder", "Author", "DOI", "StandardNumber"))
_IGNORED |= {part + behind for part in _DATES for behind in ("", "Accessed")}
"""Read apart, or Word's own bookkeeping."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a Sources file in their order. Raises ReadError where it is no XML or has no sources.

    >>> inner = b"<b:Source><b:Tag>lee</b:Tag><b:SourceType>Book</b:SourceType><b:Title>Ports</b:Title><b:Year>2019</b:Year></b:Source>"
    >>> space = b"http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    >>> study = read(b"<b:Sources xmlns:b='" + space + b"'>" + inner + b"</b:Sources>", "Sources.xml")[0][0]
    >>> study.key, study.type, study.text("title"), study.issued.edtf()
    ('lee', 'book', 'Ports', '2019')
    """
    root = root_of(data, name)
    sources = [root] if local(root) == "Source" else [element for element in root.iter() if local(element) == "Source"]
    if not sources and local(root) != "Sources":
        raise refusal("wrong-format", name, root.sourceline, title="Word (b:Sources)", missing="<b:Source>")
    return finished(_raw_record(source, name) for source in sources)


def _raw_record(source: Element, name: str) -> RawRecord:
    raw_record = RawRecord("word", name, source.sourceline)
    kind = inside(source, "SourceType")
    raw_record.type = FROM_WORD.get(kind, "document")
    if kind and kind not in FROM_WORD:
        raw_record.fault("unknown-kind", value=kind, format="Word", type="document")
        raw_record.keep("SourceType", kind)
    thesis = next(children(source, "ThesisType"), None)
    if kind == "Report" and thesis is not None and (not text_of(thesis) or THESIS.search(text_of(thesis))):
        raw_record.type = "thesis"
    if raw_record.type == "article-magazine" and inside(source, "Day") and not inside(source, "Issue"):
        raw_record.type = "article-newspaper"
    key = inside(source, "Tag")
    if key and not re.search(r"\s", key):
        raw_record.key = key
    else:
        raw_record.keep("Tag", key)
    number = inside(source, "LCID")
    if number.isdecimal() and int(number) in _TONGUES:
        raw_record.in_language(_TONGUES[int(number)], "LCID")
    elif number not in ("", "0"):
        raw_record.keep("LCID", number)
    for people in children(source, "Author"):
        for role in children(people):
            _people(raw_record, role)
    for variable, behind in (("issued", ""), ("accessed", "Accessed")):
        _date(raw_record, variable, *(inside(source, part + behind) for part in _DATES))
    for field in children(source):
        _field(raw_record, local(field), text_of(field))
    return raw_record


def _field(raw_record: RawRecord, name: str, value: str) -> None:
    if name == "DOI":
        raw_record.doi(value, name)
    elif name == "StandardNumber" and raw_record.type == "report" and not re.fullmatch(r"[\dXx\s,–-]+", value):
        raw_record.text("number", value, name)
    elif name == "StandardNumber":
        raw_record.serial(value, raw_record.type not in ("article-journal", "article-magazine", "article-newspaper"))
    elif name in _PLAIN:
        raw_record.text(_PLAIN[name], value, name)
    elif name not in _IGNORED:
        raw_record.keep(name, value)


def _people(raw_record: RawRecord, role: Element) -> None:
    variable = _FROM_ROLE.get(local(role))
    names: list[Name | None] = []
    for element in children(role):
        if local(element) == "Corporate":
            names.append(Name(literal=text_of(element)) if text_of(element) else None)
        for person in children(element, "Person"):
            names.append(_person(inside(person, "Last"), " ".join(filter(None, (inside(person, "First"), inside(person, "Middle"))))))
    for name in names:
        if variable:
            raw_record.person(variable, name)
        elif name:
            raw_record.keep(local(role), name.text())


def _person(last: str, first: str) -> Name | None:
    """A person; a last name of several words alone is an institution among persons."""
    if not last:
        return Name(family=first) if first else None
    if first:
        return parse_name(f"{last}, {first}", _AS_WRITTEN)
    return Name(literal=last) if " " in last else Name(family=last)


def _date(raw_record: RawRecord, variable: str, year: str, month: str, day: str) -> None:
    if not year:
        return
    number = month if month.isdecimal() else str(MONTHS.get(month.strip(" .").casefold(), ""))
    parts: DateParts | None = None
    if re.fullmatch(r"\d{1,4}", year):
        parts = date_parts([part for part in (year, number, day if number else "") if part])
    spoken = " ".join(part for part in (day, month, year) if part)
    raw_record.date(variable, Date(start=parts) if parts else worded(year if not month else spoken), f"Year {variable}", spoken)
