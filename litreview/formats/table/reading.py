"""The rows of a table as studies, by the headings of its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import attrs

from litreview.errors import Problem, fault
from litreview.formats._cited import cited
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._refusal import refusal
from litreview.formats.table.cells import MOST_COLUMNS, cells_of
from litreview.formats.table.header import folded, header, meaning_of, rank, tables
from litreview.formats.table.people import inventors, parting, persons
from litreview.formats.table.upright import laid_out
from litreview.record import Study
from litreview.record.identifiers import find_doi, pmcid, pmid, short_doi

_PLAIN = {
    "abbreviation": "container-title-short", "volume": "volume", "issue": "issue", "article": "number", "publisher": "publisher",
    "place": "publisher-place", "edition": "edition", "event": "event-title", "event_place": "event-place",
    "series": "collection-title", "note": "note",
}  # fmt: skip
_ROW = "row"
_NOTHING = frozenset(("none", "nan", "null", "n/a", "na", "-", "–", "undefined"))
_OWN_FIRST = frozenset(("kunci", "key"))
_OWN = frozenset(("aim", "framework", "findings", "tujuan", "kerangka", "temuan", "hasil"))
"""Headings of the matrix that litreview writes, which is no export."""
_A_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_KEY = re.compile(r"[^\s,;]{2,60}")


@attrs.frozen
class _Habits:
    """What holds for all rows of this table; of persons: see `persons`."""

    run_on: bool
    parted: str
    publishers: bool
    """Whether of a book the column of journals can only mean who published it: nothing else says so, and it is not named for titles."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a table in the order of its rows, and which column was taken for what. Raises ReadError where no heading says so.

    >>> studies, problems = read(b"Judul;Penulis;Tahun;Warna\\nKota kembar;Siti Rahma, Adi Budi;2020;biru\\n", "a.csv")
    >>> studies[0].text("title"), [n.family for n in studies[0].author], studies[0].extra
    ('Kota kembar', ['Rahma', 'Budi'], (('table:Warna', 'biru'),))
    >>> problems[0].get("columns")
    'Judul = title, Penulis = author, Tahun = year'
    """
    rows, problems = cells_of(data, name)
    rows = laid_out(rows, meaning_of) or rows
    at, meanings = header(rows)
    if at is None:
        first = ", ".join(cell for _, cells in rows[:1] for cell in cells if cell)[:200]
        raise refusal("no-table-of-studies", name, rows[0][0] if rows else None, columns=first or "–")
    if folded(rows[at][1][0]) in _OWN_FIRST and len(_OWN & {folded(cell) for cell in rows[at][1]}) > 1:
        raise refusal("own-worksheet", name)
    headings = [" ".join(cell.split()) for cell in rows[at][1]]
    if meanings[0] == "issue":  # in a sheet of one's own the first column numbers the rows
        meanings[0] = _ROW
    pairs = ", ".join(f"{heading} = {meaning}" for heading, meaning in zip(headings, meanings, strict=True) if meaning and meaning != _ROW)
    spoken = fault("table-columns", file=name, line=rows[at][0], severity="info", columns=pairs)
    ranks = {number: rank(headings[number]) for number, meaning in enumerate(meanings) if meaning and meaning != _ROW}
    order = sorted(range(len(meanings)), key=lambda number: ranks.get(number, -1))
    filled = [row for row in rows[at + 1 :] if any(cell.strip() for cell in row[1])]
    column = meanings.index("author") if "author" in meanings else MOST_COLUMNS
    host = headings[meanings.index("container")] if "container" in meanings else ""
    habits = _Habits(
        run_on="item title" in map(str.casefold, headings),
        parted=parting([cells[column] for _, cells in filled if len(cells) > column]),
        publishers="publisher" not in meanings and not re.search(r"title|judul", host, re.IGNORECASE),
    )
    records = [_raw_record(line, cells, headings, meanings, order, habits, name) for line, cells in filled]
    return finished([record for record in records if any(record.texts.values()) or record.people], (*problems, spoken))


def _raw_record(
    line: int, cells: list[str], headings: list[str], meanings: list[str | None], order: list[int], habits: _Habits, name: str
) -> RawRecord:
    """The record of a row. Of several columns for one thing the first in `order` that says something counts."""
    raw_record = RawRecord("table", name, line)
    stated: dict[str, str] = {}
    values = {number: value for number, cell in enumerate(cells) if (value := cell.strip()) and value.casefold() not in _NOTHING}
    for number in [*(n for n in order if n in values), *(n for n in values if n >= len(order))]:
        meaning = meanings[number] if number < len(meanings) else None
        says = meaning != "doi" or find_doi(values[number]) or short_doi(values[number])
        if meaning and says and meaning not in stated:
            stated[meaning] = values.pop(number)
    for number, value in values.items():
        raw_record.keep(headings[number] if number < len(headings) and headings[number] else f"column {number + 1}", value)
    _fill(raw_record, stated, habits)
    return raw_record


def _fill(raw_record: RawRecord, stated: Mapping[str, str], habits: _Habits) -> None:
    _, kinds = tables()
    kind = kinds.get(folded(stated.get("type", "")))
    hosted = "container" in stated or "citation" in stated
    unsaid = "patent" if "inventor" in stated else "article-journal" if hosted else "book" if "isbn" in stated else "document"
    raw_record.type = kind or unsaid
    if "type" in stated and (kind is None or kind == "thesis"):
        raw_record.text("genre", stated["type"], "type") if kind == "thesis" else raw_record.keep("type", stated["type"])
    raw_record.in_language(re.split(r"[;|]", stated.get("language", ""))[0], "language")
    raw_record.text("title", stated.get("title"), "title")
    for role in ("author", "editor"):
        for person in persons(stated.get(role, ""), habits.run_on, habits.parted if role == "author" else ""):
            raw_record.person(role, person)
    if "author" not in stated:
        for person in inventors(stated.get("inventor", "")):
            raw_record.person("author", person)
    whole = raw_record.type in ("thesis", "report", "book")
    raw_record.text(
        ("publisher" if habits.publishers else "collection-title") if whole else "container-title", stated.get("container"), "container"
    )
    raw_record.text("container-title", stated.get("book"), "book")
    if "citation" in stated and not cited(raw_record, stated["citation"]):
        raw_record.keep("citation", stated["citation"])
    for meaning, variable in _PLAIN.items():
        raw_record.text(variable, stated.get(meaning), meaning)
    _date(raw_record, stated)
    first, last, pages = (stated.get(meaning, "") for meaning in ("first_page", "last_page", "pages"))
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or pages or last, "pages")
    raw_record.doi(find_doi(stated.get("doi", "")) or stated.get("doi"), "doi")
    url = stated.get("url", "").strip()
    if url.startswith("/pubmed/"):
        url = f"https://pubmed.ncbi.nlm.nih.gov/{url.removeprefix('/pubmed/')}/"
    raw_record.address(re.split(r"(?:(?<!\s)\s+)?[;|]\s*(?=https?:)|\s+", url)[0], "url")
    raw_record.serial(re.sub(r"[|]", ";", stated.get("issn", "")), book=False)
    raw_record.serial(re.sub(r"[|]", ";", stated.get("isbn", "")), book=True)
    _identifier(raw_record, "PMID", stated.get("pmid"), pmid)
    _identifier(raw_record, "PMCID", stated.get("pmcid"), pmcid)
    raw_record.abstract(stated.get("abstract"))
    words = stated.get("keywords", "")
    raw_record.keyword(re.split(r"\s*[;|\n]\s*" if re.search(r"[;|\n]", words) else r"\s*,\s*", words))
    if _KEY.fullmatch(stated.get("accession", "")):
        raw_record.key = stated["accession"]


def _identifier(raw_record: RawRecord, variable: str, value: str | None, known: Callable[[str], str | None]) -> None:
    if value:
        raw_record.text(variable, known(value) or value.rpartition("/")[2], variable)


def _date(raw_record: RawRecord, stated: Mapping[str, str]) -> None:
    """The day where it agrees with the year, else the year."""
    year, day = stated.get("year", ""), stated.get("date", "")
    exact = worded(day) if day else None
    whole = worded(year or day) if year or day else None
    if (
        whole is not None and whole.literal is not None and len(years := set(_A_YEAR.findall(year or day))) == 1
    ):  # "4/3/2024" may be two days
        raw_record.keep("year" if year else "date", year or day)
        whole = worded(years.pop())
    if exact is not None and exact.literal is None and (not year or (whole is not None and exact.year == whole.year)):
        raw_record.date("issued", exact, "date", day)
    elif whole is not None:
        raw_record.date("issued", whole, "year", year or day)
        if year and day and day != year:
            raw_record.keep("date", day)
