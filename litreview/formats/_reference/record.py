"""What the fields of a record mean. That depends on the type of the reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.formats._dates import joined, slashed, worded
from litreview.formats._listed import listed
from litreview.formats._raw_record import RawRecord, inverted
from litreview.formats._reference.kinds import ARTICLES, BOOKS, HOSTED, NUMBERED
from litreview.formats._reference.tag import Tag
from litreview.record.identifiers import is_doi, pmcid

_ROLES = {"A2": "editor", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
_PLAIN = {
    "VL": "volume", "ET": "edition", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "AB": "abstract",
    "N2": "abstract",
    "ST": "title-short", "NV": "number-of-volumes", "CN": "call-number", "SE": "section", "RN": "annote", "RI": "reviewed-title",
    "DB": "source", "AV": "archive_location",
}  # fmt: skip


_JOURNALS = frozenset(("article-journal", "article-magazine", "article-newspaper"))
_NOTHING = frozenset(("None", "none", "NULL", "null", "NaN", "nan", "N/A", "n/a", "NA", "undefined"))
"""What programs write where they have no value."""
_PUBMED = re.compile(r"(\d{1,9}(?=\[pmid\])|PMC\d{1,9}(?=\[pmcid\]))\[pmc?id\]|PUBMED (\d{1,9})(?:,.*)?")
"""As PubMed writes its numbers (``U1  - 26957754[pmid]``), and the Cochrane Library (``C3  - PUBMED 26957754,EMBASE 1234``)."""
_EXTENT = re.compile(r"(?:[ivxlc]+\s*[,+]\s*)?\d+(?: ?(?:pp?|pages|hlm|hal|s)\.?)?", re.IGNORECASE)
_ANY_WORDS = frozenset(("TI", "T1", "AU", "A1", "KW"))
_ISSUE = re.compile(r"(?=.*\d)[\w./–-]{1,12}")


_NUMBERED_PAGE = re.compile(r"[A-Za-z]{0,3}\d{1,4}-\d{1,4}")
"""A page that is counted within a chapter or a supplement: "6-13", "S21-8"."""


def _in_one_chapter(first: str, last: str) -> bool:
    numbered = _NUMBERED_PAGE.fullmatch(first) and _NUMBERED_PAGE.fullmatch(last)
    return bool(numbered) and first.partition("-")[0] == last.partition("-")[0]


def _shortens(short: str, title: str) -> bool:
    """Whether each word of `short` begins the next but some word of `title`: "J. Chem. Phys.", "The Journal of Chemical Physics"."""
    words = iter(title.casefold().split())
    return len(short) < len(title) and all(any(word.startswith(part.strip(".,")) for word in words) for part in short.casefold().split())


def fill(raw_record: RawRecord, tags: Sequence[Tag]) -> RawRecord:
    """Fill a record, whose type is set, with what its fields say; returns it."""
    _Record(raw_record, tags)
    return raw_record


class _Record:
    """One record while its fields are taken off it."""

    def __init__(self, raw_record: RawRecord, tags: Sequence[Tag]) -> None:
        self.raw_record = raw_record
        self.left: list[tuple[Tag, str]] = []
        """The tags that say something, in their order, each with its value."""
        self.stated: dict[str, list[Tag]] = {}
        """The same by their names, without those taken off the record."""
        for tag in tags:
            value = tag.value
            said = value.strip()
            if said and (said not in _NOTHING or tag.name in _ANY_WORDS):
                self.left.append((tag, value))
                if (same := self.stated.get(tag.name)) is None:
                    self.stated[tag.name] = [tag]
                else:
                    same.append(tag)
        self.titles()
        self.when()
        self.pages()
        notes = [tag.value for tag in self.take("N1")]
        if notes:
            raw_record.text("note", "\n\n".join(notes), "N1")
        for tag, value in self.left:
            if tag.name in self.stated:
                self.read(tag, value)

    def take(self, *names: str) -> list[Tag]:
        """The tags of these names that say something, in the order of `names`, taken off the record."""
        return [tag for name in names for tag in self.stated.pop(name, ())]

    def titles(self) -> None:
        raw_record = self.raw_record
        for tag in self.take("TI", "T1", "CT"):
            raw_record.text("title", tag.value, tag.found)
        if raw_record.type not in HOSTED:
            if "title" not in raw_record.texts:
                for tag in self.take("BT"):
                    raw_record.text("title", tag.value, tag.found)
            series = "division" if raw_record.type == "thesis" else "collection-title"
            for tag in self.take("T2", "JF", "BT", "T3", "JO", "JA", "J2", "J1"):
                raw_record.text(series, tag.value, tag.found)
            return
        long, short = self.journal_first(self.take("T2", "BT")), self.take("JO", "JA", "J2", "J1")
        if raw_record.type == "paper-conference" and not long:
            long = self.take("C3")
        for tag in long or short[:1]:
            raw_record.text("container-title", tag.value, tag.found)
        for tag in short:
            if tag.value not in raw_record.texts.get("container-title", {}).values():
                raw_record.text("container-title-short", tag.value, tag.found)
        for tag in self.take("T3"):
            raw_record.text("collection-title", tag.value, tag.found)

    def journal_first(self, secondary: list[Tag]) -> list[Tag]:
        """The title of what a work stands in: for journals ``JF`` before ``T2``, unless it is no more than the short form of that."""
        full = self.take("JF")
        if not (secondary and full) or self.raw_record.type not in _JOURNALS or _shortens(full[0].value, secondary[0].value):
            return [*secondary, *full]
        return [*full, *secondary]

    def when(self) -> None:
        """The most exact of the dates that agree on the year; ``PY`` and ``Y1`` decide the year."""
        tags = self.take("PY", "Y1", "DA")
        dates = [(tag, slashed(tag.value)) for tag in tags]
        years = [date.year for _, date in dates if date and date.year is not None]
        year = next((str(n) for n in years if n > 999), str(years[0]) if years else None)  # RIS asks for four digits
        dates = [(t, joined(t.value, year) if year and d and d.literal is not None and t.name == "DA" else d) for t, d in dates]
        agreeing = [(tag, date) for tag, date in dates if date and (year is None or str(date.year) == year)]
        best = max(agreeing, key=lambda pair: len(pair[1].edtf()) if pair[1].literal is None else 0, default=None)
        if best:
            self.raw_record.date("issued", best[1], best[0].found, best[0].value)
        for tag, date in dates:
            if date and (tag, date) not in agreeing:
                self.raw_record.date("issued", date, tag.name, tag.value)
        for tag in self.take("Y2"):
            if self.raw_record.type == "paper-conference" and (days := worded(tag.value)).end is not None:
                self.raw_record.date("event-date", days, tag.name, tag.value)
                continue
            self.raw_record.date("accessed", slashed(tag.value), tag.name, tag.value)

    def pages(self) -> None:
        raw_record = self.raw_record
        first, last = self.take("SP"), self.take("EP")
        start = first[0].value if first else ""
        end = last[0].value if last else ""
        if raw_record.type == "book" and start and not end and _EXTENT.fullmatch(start):
            raw_record.text("number-of-pages", start, "SP")
        elif start and end and start != end and (not re.search(r"[-–—]", start) or _in_one_chapter(start, end)):
            raw_record.text("page", f"{start}-{end}", "SP")
        else:
            raw_record.text("page", re.sub(r"(?<!\s)\s*[–—]\s*|(?<=\d)\s*-+\s*(?=\d)", "-", start or end), "SP")
        for tag in (*first[1:], *last[1:]):
            raw_record.keep(tag.found, tag.value)
        if (
            end
            and end not in raw_record.texts.get("page", {}).get(None, "")
            and end not in re.split(r"(?:(?<!\s)\s+)?[-–—]+\s*", start)
            and re.search(r"[-–—]", start)
        ):
            raw_record.keep(last[0].found, end)

    def persons(self, role: str, value: str) -> None:
        for name in listed(value):
            self.raw_record.person(role, inverted(name))

    def read(self, tag: Tag, value: str) -> None:
        raw_record = self.raw_record
        match tag.name:
            case "AU" | "A1":
                self.persons("director" if raw_record.type == "motion_picture" else "author", value)
            case "KW":
                for line in tag.lines:
                    raw_record.keyword(line.split(";") if ";" in line else (line,))
            case "A2" | "A3" | "A4" if raw_record.type == "thesis":
                raw_record.keep(tag.found, value)  # advisers, for whom CSL has no role
            case "A2" | "ED" | "A3" | "A4":
                self.persons(_ROLES[tag.name], value)
            case "VL" if raw_record.type == "thesis" and not re.search(r"\d", value):
                raw_record.text("genre", value, tag.found)  # EndNote keeps the degree there
            case "ID" if not re.search(r"\s", value) and not raw_record.key:
                raw_record.key = value
            case "IS":
                own = (
                    "number" if raw_record.type in NUMBERED else "collection-number" if raw_record.type in ("book", "chapter") else "issue"
                )
                raw_record.text(own, value, tag.found)
            case "LA":
                raw_record.in_language(value, tag.found, tag.line)
            case "SN":
                raw_record.serial(value, raw_record.type in BOOKS)
            case "DO":
                raw_record.doi(value, tag.found)
            case "M3" | "L3" if is_doi(value):
                raw_record.doi(value, tag.found)
            case "M3":
                raw_record.text("genre", value, tag.found)
            case "C2" if pmcid(value):
                raw_record.text("PMCID", pmcid(value), tag.found)
            case "U1" | "U2" | "C3" if identifier := _PUBMED.fullmatch(value.strip()):
                variable = "PMCID" if identifier[1] and identifier[1].startswith("PMC") else "PMID"
                raw_record.text(variable, identifier[1] or identifier[2], tag.found)
            case "M1" if raw_record.type in _JOURNALS and "issue" not in raw_record.texts and _ISSUE.fullmatch(value.strip()):
                if "IS" not in self.stated:
                    raw_record.text("issue", value, tag.found)
                else:
                    raw_record.keep(tag.found, value)
            case "C7" if raw_record.type in ARTICLES:
                raw_record.text("number", value, tag.found)
            case "UR":
                for address in re.split(r"(?:(?<!\s)\s+)?;\s*(?=https?:|ftp:|www\.)|(?<!\s)\s+(?=https?://)", value):
                    raw_record.text("URL", address, tag.found)
            case name if name in _PLAIN:
                raw_record.text(_PLAIN[name], value, tag.found)
            case _:
                raw_record.keep(tag.found, value)
