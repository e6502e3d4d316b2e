"""Scopus CSV. Columns are found by the names in its header; the order and choice of columns is the user's."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._csv import Row, checked
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, finished, inverted
from litreview.formats._text import decode
from litreview.record import Name, Study
from litreview.record.identifiers import pmid

_KINDS = {
    "article": "article-journal", "review": "article-journal", "conference paper": "paper-conference", "book chapter": "chapter",
    "book": "book",
    "conference review": "article-journal", "editorial": "article-journal", "letter": "article-journal", "note": "article-journal",
    "short survey": "article-journal", "erratum": "article-journal", "data paper": "article-journal", "article in press": "article-journal",
    "business article": "article-journal", "report": "report", "retracted": "article-journal",
}  # fmt: skip
_PLAIN = {
    "Volume": "volume", "Issue": "issue", "Art. No.": "number", "Publisher": "publisher",
    "Abbreviated Source Title": "container-title-short",
    "Conference name": "event-title", "Conference location": "event-place", "Link": "URL",
}  # fmt: skip
_READ = (
    "Authors", "Author full names", "Title", "Year", "Source title", "Page start", "Page end", "DOI", "Abstract", "Author Keywords",
    "Index Keywords", "ISSN", "ISBN", "PubMed ID", "Language of Original Document", "Editors", "Conference date",
)  # fmt: skip
_LONGEST = 5000
"""Characters of a title in two languages: bounds the time to find its parts."""
_NOTHING = re.compile(r"\[No .* available\]", re.IGNORECASE)
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)*(?:sep=.\s+)?(?![^\r\n]*Article Title)[^\r\n]*Source title[^\r\n]*(?:EID|Document Type|Cited by)", re.IGNORECASE
)


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a Scopus CSV in their order. Raises ReadError where the header is not Scopus'.

    >>> table = '"Authors","Title","Year","Source title","DOI","EID"\\n"Lee, A.; Abe, K.","Ports","2019","Port Studies","10.1000/x","2-s"'
    >>> studies, _ = read(table.encode(), "x.csv")
    >>> [n.family for n in studies[0].author], studies[0].text("container-title"), studies[0].extra
    (['Lee', 'Abe'], 'Port Studies', (('scopus:EID', '2-s'),))
    """
    text, assumed = decode(data, name, "cp1252")
    table, problems = checked(text, name, ("Source title", "Title"), "Scopus CSV", (*_PLAIN, *_READ))
    return finished([_raw_record(row, name) for row in table], (*assumed, *problems))


def _raw_record(row: Row, name: str) -> RawRecord:
    raw_record = RawRecord("scopus", name, row.line)
    raw_record.type = _KINDS.get(row.get("Document Type").casefold(), "article-journal" if row.get("Source title") else "document")
    for language in row.get("Language of Original Document").split(";"):
        raw_record.in_language(language, "Language of Original Document")
    _title(raw_record, row.get("Title"))
    for person in _names(row):
        raw_record.person("author", person)
    for editor in row.get("Editors").split(";"):
        raw_record.person("editor", inverted(editor))
    source = row.get("Source title")
    if source != row.get("Title") or raw_record.type != "book":
        raw_record.text("container-title", source, "Source title")
    if year := row.get("Year"):
        raw_record.date("issued", worded(year), "Year", year)
    if conference_date := row.get("Conference date"):
        raw_record.date("event-date", worded(conference_date), "Conference date", conference_date)
    first, last = row.get("Page start"), row.get("Page end")
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or last, "Page start")
    raw_record.doi(row.get("DOI"), "DOI")
    raw_record.text("PMID", pmid(row.get("PubMed ID")) or row.get("PubMed ID"), "PubMed ID")
    if not _NOTHING.fullmatch(row.get("Abstract")):
        raw_record.abstract(row.get("Abstract"), "en" if raw_record.language else None)
    own, index = row.get("Author Keywords"), row.get("Index Keywords")
    raw_record.keyword((own or index).split(";"), "en" if raw_record.language else None)
    raw_record.serial(row.get("ISSN"), book=False)
    raw_record.serial(row.get("ISBN"), book=True)
    for column, value in row.cells:
        if column in _PLAIN:
            raw_record.text(_PLAIN[column], value, column)
        elif column not in _READ or (column == "Index Keywords" and own):
            raw_record.keep(column, value.strip())
    return raw_record


def _title(raw_record: RawRecord, title: str) -> None:
    """``Original title; [English title]``, and a title in brackets alone where only the English one is known."""
    both = re.fullmatch(r"(.*?)[;.]?\s*\[([^\[\]]+)\]\s*", title, re.DOTALL) if len(title) < _LONGEST else None
    if both and both[1].strip() and raw_record.language not in (None, "en"):
        raw_record.text("title", both[1], "Title")
        raw_record.text("title", both[2], "Title", "en")
    elif both and not both[1].strip():
        raw_record.text("title", both[2], "Title", "en")
    else:
        raw_record.text("title", title, "Title")


def _names(row: Row) -> list[Name]:
    """Full names if there are any; else the short ones, which older exports put apart by commas (``Lee A., Abe K.``)."""
    full, short = row.get("Author full names"), row.get("Authors")
    authors = full or short
    if not authors or _NOTHING.fullmatch(short or full):
        return []
    if ";" in authors or not re.search(r"\.,? [^,]{1,60} [^,]{1,40}\.(?:,|$)", authors):
        parts = [inverted(re.sub(r"(?:(?<!\s)\s+)?\(\d+\)\s*$", "", part)) for part in authors.split(";")]
    else:
        parts = [_short(part) for part in re.split(r"(?<=\.),\s+|,\s+(?=[^,]+ \S+\.)", authors)]
    return [name for name in parts if name]


def _short(text: str) -> Name | None:
    match = re.fullmatch(r"(.+?)\s+((?:[^\W\d_]{1,2}\.-?\s?)+)", text.strip())
    return Name(family=match[1], given=match[2].strip(), raw=text) if match else inverted(text)


FORMAT = Format("scopus", "Scopus CSV", (".csv",), read=read, sniff=lambda head: _HEAD.match(head) is not None)
