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
from litreview.formats.wos.columns import TAGS
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
        table, problems = rows(text, name, known=(*TAGS, *TAGS.values()))
        found = tuple(tuple(_cells(row)) for row in table)
    else:
        found, problems = records(text, _LAYOUT, name)
    return finished([_raw_record(tags, name) for tags in found if tags], (*assumed, *problems))


def _cells(row: Row) -> Iterator[Tag]:
    """The cells of a table as the fields of the tagged export."""
    for column, value in row.cells:
        tag = TAGS.get(column, column)
        if value.strip():
            yield Tag(tag, tuple(part.strip() for part in value.split(";")) if tag in _ONE_A_LINE else (value.strip(),), row.line)


def _raw_record(tags: Sequence[Tag], name: str) -> RawRecord:
    raw_record = RawRecord("wos", name, tags[0].line)
    said = {tag.name: tag for tag in tags if tag.value}
    kinds = [kind.strip().casefold() for kind in said["DT"].value.split(";")] if "DT" in said else []
    publication = said["PT"].value[:1].upper() if "PT" in said else ""
    known = [_KINDS[kind] for kind in kinds if kind in _KINDS]
    raw_record.type = (
        next((kind for kind in known if kind != "article-journal"), None) or _PUBLICATIONS.get(publication) or (known or ["document"])[0]
    )
    if raw_record.type == "paper-conference" and publication == "J" and known[:1] == ["article-journal"]:
        raw_record.type = "article-journal"
    for tag in tags:
        if tag.name == "LA":
            raw_record.in_language(tag.value, "LA", tag.line)
    _names(raw_record, "author", said, ("AF", "AU"), ("BF", "BA"))
    _names(raw_record, "editor", said, ("BE", "ED"))
    _pages(raw_record, said)
    if "PY" in said or "PD" in said:
        day, year = (said[t].value if t in said else "" for t in ("PD", "PY"))
        raw_record.date("issued", joined(day, year) if year else joined("", day), "PD", f"{day} {year}".strip())
    for tag in tags:
        if tag.value:
            _read(raw_record, tag, said)
    return raw_record


def _names(raw_record: RawRecord, role: str, said: dict[str, Tag], *fields: tuple[str, str]) -> None:
    """Full names where there are any, else those with initials; groups after them."""
    for full, short in fields:
        tag = said.get(full) or said.get(short)
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
        if full in said and short in said and len(said[full].lines) != len(said[short].lines):
            raw_record.keep(short, "; ".join(said[short].lines))
    for group in ("CA", "GP") if role == "author" else ():
        for line in said[group].lines if group in said else ():
            raw_record.person(role, Name(literal=line, raw=line))


def _person(line: str) -> Name | None:
    """A person; groups have fields of their own, so that a name without a comma stands in reading order. None for "[Anonymous]"."""
    if re.fullmatch(r"\[?anonymous\]?", line.strip(), re.IGNORECASE):
        return None
    return inverted(line) if "," in line or " " not in line.strip() else parse_name(line, _NATURAL)


def _pages(raw_record: RawRecord, said: dict[str, Tag]) -> None:
    first, last = (said[t].value if t in said else "" for t in ("BP", "EP"))
    if first and last and first != last:
        raw_record.text("page", f"{first}-{last}", "BP")
    else:
        raw_record.text("page", first or last or (said["PS"].value if "PS" in said else ""), "BP")


def _read(raw_record: RawRecord, tag: Tag, said: dict[str, Tag]) -> None:
    value = tag.value
    match tag.name:
        case "LA" | "AU" | "AF" | "BA" | "BF" | "ED" | "BE" | "CA" | "GP" | "BP" | "EP" | "PY" | "PD":
            pass
        case "PS" if "BP" not in said:
            pass
        case "AB":
            raw_record.abstract(_INSPEC.sub(r"<\1>\2</\1>", value))
        case "TI":
            raw_record.text("title", _INSPEC.sub(r"<\1>\2</\1>", value), tag.name)
        case "CY":
            raw_record.date("event-date", worded(value), tag.name, value)
        case "DE" | "ID" if tag.name == "DE" or "DE" not in said:
            raw_record.keyword(value.split(";"))
        case "DI" | "D2":
            raw_record.doi(value, tag.name)
        case "SN" | "EI" | "BN":
            raw_record.serial(value, tag.name == "BN")
        case "AR":
            raw_record.text("number", value, tag.name)
        case "PG" if raw_record.type == "book":
            raw_record.text("number-of-pages", value, tag.name)
        case "J9" if "JI" not in said:
            raw_record.text("container-title-short", value, tag.name)
        case "SO" if raw_record.type == "book":
            if "TI" not in said:
                raw_record.text("title", value, tag.name)
            elif value != said["TI"].value:
                raw_record.text("container-title", value, tag.name)
        case known if known in _PLAIN:
            raw_record.text(_PLAIN[known], value, tag.name)
        case _:
            raw_record.keep(tag.name, "; ".join(tag.lines) if tag.name in _ONE_A_LINE else value)
