"""An export of Web of Science as studies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from litreview.errors import Problem
from litreview.formats._csv import Row, rows
from litreview.formats._dates import joined, worded
from litreview.formats._raw_record import RawRecord, finished, initials, inverted
from litreview.formats._reference.tag import Tag
from litreview.formats._tagged import Layout, records
from litreview.formats._text import decode
from litreview.record import Name, Study
from litreview.record.name_parser import NamePolicy, parse_name

_LAYOUT = Layout(re.compile(r"([A-Z][A-Z0-9])(?: (.*))?"), re.compile(r"\s{2,}(.*)"), first=("PT",), last="ER", outside=("FN", "VR", "EF"))
_TABLE = re.compile(
    r'\ufeff*(?:sep=.\s+)?(?:"?[A-Z][A-Z0-9]"?[\t,;]"?[A-Z][A-Z0-9]"?[\t,;]|'
    r'[^\r\n]*[\t,;][^\r\n]*\bArticle Title\b|"?Article Title"?[\t,;])'
)
_HEADER = 5000
"""Characters in which a header shows what it is."""
_INSPEC = re.compile(r"/(sub|sup) ?([^/]{1,40}?) ?/")
_TAGS = {
    "Publication Type": "PT", "Authors": "AU", "Book Authors": "BA", "Book Editors": "BE", "Book Group Authors": "GP",
    "Author Full Names": "AF", "Book Author Full Names": "BF", "Group Authors": "CA", "Article Title": "TI", "Source Title": "SO",
    "Book Series Title": "SE", "Book Series Subtitle": "BS", "Language": "LA", "Document Type": "DT", "Conference Title": "CT",
    "Conference Date": "CY", "Conference Location": "CL", "Conference Sponsor": "SP", "Conference Host": "HO", "Author Keywords": "DE",
    "Keywords Plus": "ID", "Abstract": "AB", "Addresses": "C1", "Affiliations": "C3", "Reprint Addresses": "RP", "Email Addresses": "EM",
    "Researcher Ids": "RI", "ORCIDs": "OI", "Funding Orgs": "FU", "Funding Name Preferred": "FP", "Funding Text": "FX",
    "Cited References": "CR", "Cited Reference Count": "NR", "Times Cited, WoS Core": "TC", "Times Cited, All Databases": "Z9",
    "180 Day Usage Count": "U1", "Since 2013 Usage Count": "U2", "Publisher": "PU", "Publisher City": "PI", "Publisher Address": "PA",
    "ISSN": "SN", "eISSN": "EI", "ISBN": "BN", "Journal Abbreviation": "J9", "Journal ISO Abbreviation": "JI", "Publication Date": "PD",
    "Publication Year": "PY", "Year": "PY", "Volume": "VL", "Issue": "IS", "Part Number": "PN", "Supplement": "SU", "Special Issue": "SI",
    "Meeting Abstract": "MA", "Start Page": "BP", "End Page": "EP", "Article Number": "AR", "DOI": "DI", "DOI Link": "DL",
    "Book DOI": "D2", "Early Access Date": "EA", "Number of Pages": "PG", "WoS Categories": "WC", "Web of Science Index": "WE",
    "Research Areas": "SC", "IDS Number": "GA", "Pubmed Id": "PM", "Open Access Designations": "OA", "Highly Cited Status": "HC",
    "Hot Paper Status": "HP", "Date of Export": "DA", "UT (Unique WOS ID)": "UT", "UT (Unique ID)": "UT",
}  # fmt: skip
"""Columns of the full record as a table: their field tags. Source: Web of Science field tags, Clarivate. Others keep their own name."""
_KINDS = {
    "article": "article-journal", "review": "article-journal", "journal paper": "article-journal", "proceedings paper": "paper-conference",
    "conference paper": "paper-conference", "book chapter": "chapter", "book": "book", "editorial material": "article-journal",
    "letter": "article-journal", "book review": "review-book", "meeting abstract": "article-journal", "data paper": "article-journal",
    "early access": "article-journal", "dissertation": "thesis",
}  # fmt: skip
_PUBLICATIONS = {"J": "article-journal", "S": "paper-conference", "B": "book", "P": "patent", "C": "paper-conference"}
_PLAIN = {
    "SO": "container-title", "SE": "collection-title", "JI": "container-title-short", "PU": "publisher",
    "PI": "publisher-place",
    "VL": "volume", "IS": "issue", "PN": "part-number", "SU": "supplement-number", "CT": "event-title", "CL": "event-place", "PM": "PMID",
}  # fmt: skip
_NATURAL = NamePolicy(natural=True)
_ONE_A_LINE = frozenset(("AU", "AF", "BA", "BF", "ED", "BE", "CA", "GP", "CR", "C1"))


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a Web of Science export in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> studies, _ = read(b"PT J\\nAU Lee, AB\\nTI Ports of\\n   call\\nSO PORT STUDIES\\nPD MAR\\nPY 2019\\nER\\n", "x.ciw")
    >>> studies[0].text("title"), studies[0].author[0].given, studies[0].issued.edtf()
    ('Ports of call', 'A. B.', '2019-03')
    """
    text, assumed = decode(data, name, "cp1252")
    if _TABLE.match(text[:_HEADER]):
        table, problems = rows(text, name, known=(*_TAGS, *_TAGS.values()))
        tag_lists = tuple(tuple(_cells(row)) for row in table)
    else:
        tag_lists, problems = records(text, _LAYOUT, name)
    return finished([_raw_record(tags, name) for tags in tag_lists if tags], (*assumed, *problems))


def _cells(row: Row) -> Iterator[Tag]:
    """The cells of a table as the fields of the tagged export."""
    for column, value in row.cells:
        tag = _TAGS.get(column, column)
        if value.strip():
            yield Tag(tag, tuple(part.strip() for part in value.split(";")) if tag in _ONE_A_LINE else (value.strip(),), row.line, tag)


def _raw_record(tags: Sequence[Tag], name: str) -> RawRecord:
    raw_record = RawRecord("wos", name, tags[0].line)
    stated = {tag.name: tag for tag in tags if tag.value}
    kinds = [kind.strip().casefold() for kind in stated["DT"].value.split(";")] if "DT" in stated else []
    publication = stated["PT"].value[:1].upper() if "PT" in stated else ""
    types = [_KINDS[kind] for kind in kinds if kind in _KINDS]
    raw_record.type = (
        next((kind for kind in types if kind != "article-journal"), None) or _PUBLICATIONS.get(publication) or (types or ["document"])[0]
    )
    if raw_record.type == "paper-conference" and publication == "J" and types[:1] == ["article-journal"]:
        raw_record.type = "article-journal"
    for tag in tags:
        if tag.name == "LA":
            raw_record.in_language(tag.value, "LA", tag.line)
    _names(raw_record, "author", stated, ("AF", "AU"), ("BF", "BA"))
    _names(raw_record, "editor", stated, ("BE", "ED"))
    _pages(raw_record, stated)
    if "PY" in stated or "PD" in stated:
        day, year = (stated[t].value if t in stated else "" for t in ("PD", "PY"))
        raw_record.date("issued", joined(day, year) if year else joined("", day), "PD", f"{day} {year}".strip())
    elif "EA" in stated:  # not yet in an issue
        raw_record.date("issued", worded(stated["EA"].value), "EA", stated["EA"].value)
    for tag in tags:
        if tag.value:
            _read(raw_record, tag, stated)
    return raw_record


def _names(raw_record: RawRecord, role: str, stated: dict[str, Tag], *fields: tuple[str, str]) -> None:
    """Full names where there are any, else those with initials; groups after them."""
    for full, short in fields:
        tag = stated.get(full) or stated.get(short)
        for line in tag.lines if tag else ():
            name = _person(line)
            if line and name is None:
                raw_record.keep(tag.name if tag else full, line)
            if name and name.given:
                name = Name(
                    family=name.family,
                    given=initials(name.given),
                    non_dropping_particle=name.non_dropping_particle,
                    suffix=name.suffix,
                    raw=line,
                )
            raw_record.person(role, name)
        if full in stated and short in stated and len(stated[full].lines) != len(stated[short].lines):
            raw_record.keep(short, "; ".join(stated[short].lines))
    for group in ("CA", "GP") if role == "author" else ():
        for line in stated[group].lines if group in stated else ():
            if group == "GP" and raw_record.people.get(role):  # the society behind the proceedings
                raw_record.keep(group, line)
            else:
                raw_record.person(role, Name(literal=line, raw=line))


def _person(line: str) -> Name | None:
    """A person; groups have fields of their own, so that a name without a comma stands in reading order. None for "[Anonymous]"."""
    if re.fullmatch(r"\[?anonymous\]?", line.strip(), re.IGNORECASE):
        return None
    return inverted(line) if "," in line or " " not in line.strip() else parse_name(line, _NATURAL)


def _pages(raw_record: RawRecord, stated: dict[str, Tag]) -> None:
    first, last = (stated[t].value if t in stated else "" for t in ("BP", "EP"))
    if first and last and first != last:
        raw_record.text("page", f"{first}-{last}", "BP")
    else:
        raw_record.text("page", first or last or (stated["PS"].value if "PS" in stated else ""), "BP")


def _read(raw_record: RawRecord, tag: Tag, stated: dict[str, Tag]) -> None:
    value = tag.value
    match tag.name:
        case "EA" if not ("PY" in stated or "PD" in stated):
            pass
        case "LA" | "AU" | "AF" | "BA" | "BF" | "ED" | "BE" | "CA" | "GP" | "BP" | "EP" | "PY" | "PD":
            pass
        case "PS" if "BP" not in stated:
            pass
        case "AB":
            raw_record.abstract(_INSPEC.sub(r"<\1>\2</\1>", value))
        case "TI":
            raw_record.text("title", _INSPEC.sub(r"<\1>\2</\1>", value), tag.name)
        case "CY":
            raw_record.date("event-date", worded(value), tag.name, value)
        case "DE" | "ID" if tag.name == "DE" or "DE" not in stated:
            raw_record.keyword(value.split(";"))
        case "DI" | "D2":
            raw_record.doi(value, tag.name)
        case "SN" | "EI" | "BN":
            raw_record.serial(value, tag.name == "BN")
        case "AR":
            raw_record.text("number", value, tag.name)
        case "PG" if raw_record.type == "book":
            raw_record.text("number-of-pages", value, tag.name)
        case "J9" if "JI" not in stated:
            raw_record.text("container-title-short", value, tag.name)
        case "SO" if raw_record.type == "book":
            if "TI" not in stated:
                raw_record.text("title", value, tag.name)
            elif value != stated["TI"].value:
                raw_record.text("container-title", value, tag.name)
        case name if name in _PLAIN:
            raw_record.text(_PLAIN[name], value, tag.name)
        case _:
            raw_record.keep(tag.name, "; ".join(tag.lines) if tag.name in _ONE_A_LINE else value)
