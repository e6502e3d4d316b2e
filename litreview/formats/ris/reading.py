"""A RIS file as studies. What a tag means depends on the type of the reference."""

from __future__ import annotations

import re

import attrs

from litreview.errors import Problem, nearest
from litreview.formats._dates import joined, slashed, worded
from litreview.formats._draft import Draft, finished, inverted
from litreview.formats._text import decode
from litreview.formats.ris.kinds import BOOKS, HOSTED, NUMBERED, TO_CSL
from litreview.formats.ris.tags import Tag, records
from litreview.record import Study
from litreview.record.identifiers import is_doi, pmcid

_ROLES = {"A1": "author", "AU": "author", "A2": "editor", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
_PLAIN = {
    "VL": "volume", "ET": "edition", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "AB": "abstract", "N2": "abstract",
    "ST": "title-short", "NV": "number-of-volumes", "CN": "call-number", "SE": "section", "RN": "annote", "RI": "reviewed-title", "DB": "source",
    "AV": "archive_location",
}  # fmt: skip
_TITLES = ("TI", "T1", "BT", "CT")
_CONTAINERS = ("T2", "JF", "BT", "JO", "JA", "J2", "J1")
_SHORT = ("J2", "JA", "J1", "JO")
_DATES = ("PY", "Y1", "DA")


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a RIS file in their order. Bytes that are not UTF-8 are read as cp1252, with a problem.

    >>> studies, _ = read(b"TY  - THES\\nAU  - Santoso, Budi\\nTI  - Kota\\nPY  - 2021\\nPB  - Universitas Contoh\\nM3  - Skripsi\\nER  - ", "x.ris")
    >>> studies[0].type, studies[0].text("genre"), studies[0].text("publisher")
    ('thesis', 'Skripsi', 'Universitas Contoh')
    """
    text, assumed = decode(data, name, "cp1252")
    found, problems = records(text, name)
    return finished([_Record(tags, name).draft for tags in found], (*assumed, *problems))


class _Record:
    """One record: `draft` is what its tags say."""

    def __init__(self, tags: tuple[Tag, ...], name: str) -> None:
        self.draft = Draft("ris", name, tags[0].line)
        self.left = list(tags[1:])
        self.kind(tags[0])
        self.titles()
        self.when()
        self.pages()
        for tag in self.left:
            self.read(tag)

    def take(self, *names: str) -> list[Tag]:
        """The tags of these names that say something, in the order of `names`, taken off the record."""
        found = [tag for name in names for tag in self.left if tag.name == name and tag.value.strip()]
        self.left = [tag for tag in self.left if tag not in found]
        return found

    def kind(self, tag: Tag) -> None:
        kind = tag.value.strip().upper()
        self.draft.type = TO_CSL.get(kind, "document")
        if kind not in TO_CSL:
            near = nearest(kind, TO_CSL)
            self.draft.fault("unknown-type-near" if near else "unknown-type", tag.line, value=tag.value, nearest=near)
        self.draft.keep("TY", tag.value)

    def titles(self) -> None:
        draft = self.draft
        for tag in self.take("TI", "T1", *(("BT",) if draft.type in ("book", "classic") else ()), "CT"):
            draft.text("title", tag.value, tag.name)
        if draft.type not in HOSTED:
            if "title" not in draft.texts:
                for tag in self.take("BT"):
                    draft.text("title", tag.value, tag.name)
            series = "division" if draft.type == "thesis" else "collection-title"
            for tag in self.take("T2", "JF", "BT", "T3", "JO", "JA", "J2", "J1"):
                draft.text(series, tag.value, tag.name)
            return
        long = self.take("T2", "JF", "BT")
        for tag in long or self.take(*_SHORT[::-1])[:1]:
            draft.text("container-title", tag.value, tag.name)
        for tag in self.take("J2", "JA", "J1", "JO"):
            if [tag.value] != list(draft.texts.get("container-title", {}).values()):
                draft.text("container-title-short", tag.value, tag.name)
        for tag in self.take("T3"):
            draft.text("collection-title", tag.value, tag.name)

    def when(self) -> None:
        """The most exact of the dates that agree on the year; ``PY`` and ``Y1`` decide the year."""
        given = self.take(*_DATES)
        dates = [(tag, slashed(tag.value)) for tag in given]
        year = next((str(date.year) for _, date in dates if date and date.year is not None), None)
        dates = [(t, joined(t.value, year) if year and d and d.literal is not None and t.name == "DA" else d) for t, d in dates]
        agreeing = [(tag, date) for tag, date in dates if date and (year is None or str(date.year) == year)]
        best = max(agreeing, key=lambda pair: len(pair[1].edtf()) if pair[1].literal is None else 0, default=None)
        if best:
            self.draft.date("issued", best[1], best[0].name, best[0].value)
        for tag, date in dates:
            if date and (tag, date) not in agreeing:
                self.draft.date("issued", date, tag.name, tag.value)
        for tag in self.take("Y2"):
            self.draft.date("accessed", slashed(tag.value), tag.name, tag.value)

    def pages(self) -> None:
        draft = self.draft
        first, last = self.take("SP"), self.take("EP")
        start = first[0].value if first else ""
        end = last[0].value if last else ""
        if draft.type == "book" and start and not end and re.fullmatch(r"\d+( ?(p|pp|pages|hlm|hal)\.?)?", start):
            draft.text("number-of-pages", start, "SP")
        elif start and end and start != end and not re.search(r"[-–—]", start):
            draft.text("page", f"{start}-{end}", "SP")
        else:
            draft.text("page", re.sub(r"\s*[–—]\s*|(?<=\d)\s*-+\s*(?=\d)", "-", start or end), "SP")
        for tag in (*first[1:], *last[1:]):
            draft.keep(tag.name, tag.value)

    def read(self, tag: Tag) -> None:
        draft, value = self.draft, tag.value
        match tag.name:
            case _ if not value.strip():
                pass
            case "A1" | "AU" | "A2" | "ED" | "A3" | "A4":
                role = "director" if draft.type == "motion_picture" and tag.name in ("A1", "AU") else _ROLES[tag.name]
                draft.person(role, inverted(value))
            case "ID" if not re.search(r"\s", value) and not draft.key:
                draft.key = value
            case "IS":
                own = "number" if draft.type in NUMBERED else "collection-number" if draft.type in ("book", "chapter") else "issue"
                draft.text(own, value, tag.name)
            case "KW":
                draft.keyword(part for line in tag.lines for part in (line.split(";") if ";" in line else [line]))
            case "N1":
                note = "\n\n".join([*draft.texts.pop("note", {}).values(), value])
                draft.text("note", note, tag.name)
            case "LA":
                draft.in_language(value, tag.name, tag.line)
            case "SN":
                draft.serial(value, tag.name, draft.type in BOOKS)
            case "DO":
                draft.doi(value, tag.name)
            case "M3" | "L3" if is_doi(value):
                draft.doi(value, tag.name)
            case "M3":
                draft.text("genre", value, tag.name)
            case "C2" if pmcid(value):
                draft.text("PMCID", pmcid(value), tag.name)
            case "C7" if draft.type == "article-journal":
                draft.text("number", value, tag.name)
            case "UR":
                for address in re.split(r"\s*;\s*(?=https?:|ftp:|www\.)|\s+(?=https?://)", value):
                    draft.text("URL", address, tag.name)
            case name if name in _PLAIN:
                draft.text(_PLAIN[name], value, name)
            case name:
                draft.keep(name, value)
