"""NBIB, the MEDLINE format of PubMed. Source: MEDLINE/PubMed Data Element (Field) Descriptions, National Library of Medicine."""

from __future__ import annotations

import re

from litreview.errors import Problem
from litreview.formats import Format
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, initials, inverted, without_full_stop
from litreview.formats._reference.tag import Tag
from litreview.formats._tagged import Layout, studies_of
from litreview.record import Name, Study
from litreview.record.identifiers import is_doi, pmcid, pmid

_LAYOUT = Layout(re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}-(.*)"), re.compile(r"\s{2,}(.*)"), first=("PMID",), parted=True)
_HEAD = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:PMID|PMC) ?- ?", re.MULTILINE)
_KINDS = {
    "journal article": "article-journal", "book": "book", "book chapter": "chapter", "technical report": "report", "dataset": "dataset",
    "preprint": "article", "academic dissertation": "thesis", "dissertation": "thesis", "dissertations, academic": "thesis",
    "newspaper article": "article-newspaper", "review": "article-journal",
}  # fmt: skip
_PLAIN = {
    "VI": "volume", "IP": "issue", "PG": "page", "JT": "container-title", "PB": "publisher", "EN": "edition", "CTI": "collection-title",
    "VTI": "volume-title",
}  # fmt: skip


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a PubMed export in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> studies, _ = read(b"PMID- 123\\nTI  - Ports.\\nFAU - Lee, Ann\\nAU  - Lee A\\nDP  - 2019 Mar-Apr\\nLA  - eng", "x.nbib")
    >>> studies[0].text("PMID"), studies[0].author[0].given, studies[0].issued.edtf()
    ('123', 'Ann', '2019-03/2019-04')
    """
    return studies_of(data, name, _LAYOUT, _raw_record)


def _raw_record(tags: tuple[Tag, ...], name: str) -> RawRecord:
    raw_record = RawRecord("nbib", name, tags[0].line)
    stated = {tag.name for tag in tags if tag.value}
    raw_record.type = _type([tag.value for tag in tags if tag.name == "PT"], stated)
    for tag in tags:
        if tag.name == "LA" and tag.value:
            raw_record.in_language(tag.value, "LA", tag.line)
    _titles(raw_record, tags)
    before = ""
    for tag in tags:
        if tag.value and tag.name not in ("LA", "TI", "TT", "BTI"):
            _read(raw_record, tag, stated, before)
        before = tag.name
    return raw_record


def _type(kinds: list[str], stated: set[str]) -> str:
    types = [_KINDS[kind.casefold()] for kind in kinds if kind.casefold() in _KINDS]
    special = next((kind for kind in types if kind != "article-journal"), None)
    if "BTI" in stated:
        return "chapter" if "TI" in stated else "book"
    if special and not ("JT" in stated and special in ("book", "report")):
        return special
    return "article-journal" if types or "JT" in stated or "TA" in stated or not kinds else "document"


def _titles(raw_record: RawRecord, tags: tuple[Tag, ...]) -> None:
    """``TI`` is English, a translation in brackets where the work is not; ``TT`` is the title in the work's own language."""
    english = " ".join(tag.value for tag in tags if tag.name == "TI" and tag.value)
    translated = re.fullmatch(r"\[(.*)\]\.?", english)
    raw_record.text(
        "title", without_full_stop(translated[1] if translated else english), "TI", "en" if raw_record.language or translated else None
    )
    for tag in tags:
        if tag.name == "TT":
            raw_record.text("title", without_full_stop(tag.value), "TT", raw_record.language if raw_record.language != "en" else "und")
        elif tag.name == "BTI":
            raw_record.text("container-title" if english else "title", tag.value, "BTI")


def _read(raw_record: RawRecord, tag: Tag, stated: set[str], before: str) -> None:
    value = tag.value
    match tag.name:
        case "PMID":
            raw_record.text("PMID", pmid(value) or value, tag.name)
        case "PMC":
            raw_record.text("PMCID", pmcid(value) or value, tag.name)
        case "FAU" | "FED":
            raw_record.person("author" if tag.name == "FAU" else "editor", inverted(value))
        case "AU" | "ED":
            if before != "F" + tag.name:
                raw_record.person("author" if tag.name == "AU" else "editor", _abbreviated(value))
        case "CN":
            raw_record.person("author", Name(literal=value, raw=value))
        case "DP":
            raw_record.date("issued", worded(value), tag.name, value)
        case "TA":
            raw_record.text("container-title-short" if "JT" in stated else "container-title", value, tag.name)
        case "IS" | "ISBN":
            raw_record.serial(value, tag.name == "ISBN" or raw_record.type == "book")
        case "LID" | "AID" if value.endswith("[doi]") or is_doi(value):
            raw_record.doi(value.removesuffix("[doi]"), tag.name)
        case "AB":
            raw_record.abstract(value, "en" if raw_record.language else None)
        case "OAB":
            raw_record.abstract(re.sub(r"^Publisher:?\s*Abstract available.*", "", value), _other_language(raw_record))
        case "OT" | "MH":
            if tag.name == "OT" or "OT" not in stated:
                raw_record.keyword([value.replace("*", "")], "en" if tag.name == "MH" and raw_record.language else None)
            else:
                raw_record.keep(tag.name, value)
        case "PL" if "PB" in stated:
            raw_record.text("publisher-place", value, tag.name)
        case name if name in _PLAIN:
            raw_record.text(_PLAIN[name], value, tag.name)
        case _:
            raw_record.keep(tag.name, value)


def _other_language(raw_record: RawRecord) -> str:
    return raw_record.language if raw_record.language and raw_record.language != "en" else "und"


def _abbreviated(value: str) -> Name | None:
    """``Lee AB``: family name, then initials without dots."""
    family, _, last = value.rpartition(" ")
    return Name(family=family, given=initials(last), raw=value) if family and re.fullmatch("[A-Z]{1,4}", last) else inverted(value)


FORMAT = Format(
    "nbib", "NBIB (PubMed)", (".nbib", ".medline", ".txt", ".ris"), read=read, sniff=lambda head: _HEAD.search(head) is not None
)
