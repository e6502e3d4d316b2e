"""Copac, the tagged export of the union catalogue of British research libraries, now the Library Hub."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, inverted
from litreview.formats._reference.tag import Tag
from litreview.formats._tagged import Layout, studies_of
from litreview.record import Study

_LAYOUT = Layout(re.compile(r"([A-Z]{2})- ?(.*)"), re.compile(r"\s+(.*)"), first=("TI",), parted=True)
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*TI- \S[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n(?:[A-Z]{2}- ?[^\r\n]*\r?\n?|\s*\Z)")
_PLAIN = {"SE": "collection-title", "ET": "edition", "ED": "edition", "NT": "note", "UR": "URL"}


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a Copac export in their order; all are books. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> studies, _ = read(b"TI- Ports : a history\\nAU- Lee, Ann\\nPU- London : Example Press\\nPY- 1972\\nPD- x, 102p ; 22cm", "x.txt")
    >>> studies[0].text("title"), studies[0].text("publisher"), studies[0].text("publisher-place"), studies[0].text("number-of-pages")
    ('Ports: a history', 'Example Press', 'London', '102')
    """
    return studies_of(data, name, _LAYOUT, _raw_record)


def _raw_record(tags: tuple[Tag, ...], name: str) -> RawRecord:
    raw_record = RawRecord("copac", name, tags[0].line)
    raw_record.type = "book"
    for tag in tags:
        if tag.name == "LA":
            raw_record.in_language(tag.value, tag.name, tag.line)
    for tag in tags:
        _read(raw_record, tag)
    return raw_record


def _read(raw_record: RawRecord, tag: Tag) -> None:
    value = tag.value
    match tag.name:
        case "LA":
            pass
        case "TI":
            raw_record.text("title", re.sub(r"(?<!\s)\s+:\s+", ": ", value), tag.name)
        case "AU":
            raw_record.person("author", inverted(value))
        case "PY":
            year = re.search(r"\d{4}", value)
            raw_record.date("issued", worded(year[0] if year else value) if value else None, tag.name, value)
            if year and year[0] != value:
                raw_record.keep(tag.name, value)
        case "PU":
            place, mark, publisher = value.rpartition(" : ")
            raw_record.text("publisher", publisher if mark else value, tag.name)
            raw_record.text("publisher-place", place, tag.name)
        case "IS":
            for number in re.split(r"(?:(?<!\s)\s+)?;\s*", value):
                raw_record.serial(number, book=True)
            if "(" in value:
                raw_record.keep(tag.name, value)
        case "KW":
            raw_record.keyword([value])
        case "PD":
            pages = re.search(r"(\d+) ?p\b", value)
            raw_record.text("number-of-pages", pages[1] if pages else None, tag.name)
            raw_record.keep(tag.name, value)
        case name if name in _PLAIN:
            raw_record.text(_PLAIN[name], value, tag.name)
        case _:
            raw_record.keep(tag.name, value)


FORMAT = Format("copac", "Copac", (".txt",), read=read, sniff=lambda head: _HEAD.match(head) is not None)
