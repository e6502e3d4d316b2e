"""IEEE Xplore CSV. Columns are found by the names in its header."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._csv import Row, checked
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._text import decode
from litreview.record import Study
from litreview.record.name_parser import parse_name

_PLAIN = {
    "Publication Title": "container-title", "Volume": "volume", "Issue": "issue", "Publisher": "publisher", "PDF Link": "URL",
    "License": "license",
}  # fmt: skip
_READ = (
    "Document Title", "Authors", "Publication Year", "Year", "Start Page", "End Page", "Abstract", "ISSN", "ISBNs", "ISBN", "eISBN", "DOI",
    "Author Keywords",
    "Issue Date",
)  # fmt: skip
_HEAD = re.compile(rb'(?:\xef\xbb\xbf)*(?:[^\r\n]{0,300}\r?\n){0,3}?"?Document Title"?[,;\t]', re.IGNORECASE)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of an IEEE Xplore CSV in their order. Raises ReadError where the header is not IEEE's.

    >>> table = '"Document Title",Authors,"Publication Title","Publication Year",DOI\\n"Ports","A. Lee; K. Abe","Proc.","2019","10.1/x"'
    >>> [n.family for n in read(table.encode(), "x.csv")[0][0].author]
    ['Lee', 'Abe']
    """
    text, assumed = decode(data, name, "cp1252")
    table, problems = checked(text, name, ("Document Title", "Publication Title"), "IEEE Xplore CSV", (*_PLAIN, *_READ, "IEEE Terms"))
    return finished([_raw_record(row, name) for row in table], (*assumed, *problems))


def _raw_record(row: Row, name: str) -> RawRecord:
    raw_record = RawRecord("ieee", name, row.line)
    raw_record.type = _type(row.get("Document Identifier"), row.get("Publication Title"))
    raw_record.text("title", row.get("Document Title"), "Document Title")
    for person in row.get("Authors").split(";"):
        raw_record.person("author", parse_name(person.strip()) if person.strip() else None)
    year, issued = row.get("Publication Year", "Year"), row.get("Issue Date")
    if year or issued:
        dated = worded(issued) if issued else None
        whole = worded(year or issued)
        fits = dated is not None and dated.literal is None and (not year or dated.year == whole.year)
        raw_record.date("issued", dated if fits else whole, "Publication Year", year or issued)
        if not fits:
            raw_record.keep("Issue Date", issued)
    first, last = row.get("Start Page"), row.get("End Page")
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or last, "Start Page")
    raw_record.abstract(row.get("Abstract"))
    raw_record.doi(row.get("DOI"), "DOI")
    raw_record.serial(row.get("ISSN"), book=False)
    for column in ("ISBNs", "ISBN", "eISBN"):
        raw_record.serial(row.get(column), book=True)
    own, terms = row.get("Author Keywords"), row.get("IEEE Terms")
    raw_record.keyword((own or terms).split(";"))
    for column, value in row.cells:
        if column in _PLAIN:
            raw_record.text(_PLAIN[column], value, column)
        elif column not in _READ and (column != "IEEE Terms" or own):
            raw_record.keep(column, value.strip())
    return raw_record


def _type(kind: str, container: str) -> str:
    words = kind.casefold()
    if "chapter" in words or "book" in words:
        return "chapter"
    if "standard" in words:
        return "standard"
    if "magazine" in words:
        return "article-magazine"
    if "journal" in words or "early access" in words:
        return "article-journal"
    return (
        "paper-conference"
        if "conference" in words or re.search(r"\b(conference|symposium|workshop|proceedings)\b", container, re.I)
        else "article-journal"
    )


FORMAT = Format("ieee", "IEEE Xplore CSV", (".csv",), read=read, sniff=lambda head: _HEAD.match(head) is not None)
