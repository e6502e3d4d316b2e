"""The rows of a table as studies, by the headings of its columns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from litreview.errors import Problem, fault
from litreview.formats._dates import worded
from litreview.formats._raw_record import RawRecord, finished
from litreview.formats._refusal import refusal
from litreview.formats.table.cells import Cells, cells_of
from litreview.formats.table.people import persons
from litreview.record import Study
from litreview.record.identifiers import find_doi, pmcid, pmid

_PLAIN = {
    "abbreviation": "container-title-short", "volume": "volume", "issue": "issue", "article": "number", "publisher": "publisher",
    "place": "publisher-place", "edition": "edition", "event": "event-title", "event_place": "event-place",
    "series": "collection-title", "note": "note",
}  # fmt: skip
_HEADER_ROWS = 20
_ROW = "row"
_NOTHING = frozenset(("none", "nan", "null", "n/a", "na", "-", "–", "undefined"))
_ONE_COLUMN = frozenset(("title", "container", "issue", "note"))
"""Things of which a second column says something else: Scopus names itself as "Source"."""
_OWN_FIRST = frozenset(("kunci", "key"))
_OWN = frozenset(("aim", "framework", "findings", "tujuan", "kerangka", "temuan", "hasil"))
"""Headings of the matrix that litreview writes, which is no export."""
_A_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_KEY = re.compile(r"[^\s,;]{2,60}")


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Folded headings to what their columns are, folded words to kinds of works."""
    whole = tomllib.loads(files("litreview.formats.table").joinpath("columns.toml").read_text(encoding="utf-8"))
    columns, kinds = ({word: meaning for meaning, words in whole[part].items() for word in words} for part in ("columns", "kinds"))
    return columns, kinds


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a table in the order of its rows, and which column was taken for what. Raises ReadError where no heading says so.

    >>> studies, problems = read(b"Judul;Penulis;Tahun;Warna\\nKota kembar;Siti Rahma, Adi Budi;2020;biru\\n", "a.csv")
    >>> studies[0].text("title"), [n.family for n in studies[0].author], studies[0].extra
    ('Kota kembar', ['Rahma', 'Budi'], (('table:Warna', 'biru'),))
    >>> problems[0].get("columns")
    'Judul = title, Penulis = author, Tahun = year'
    """
    rows, problems = cells_of(data, name)
    at, meanings = _header(rows)
    if at is None:
        first = ", ".join(cell for _, cells in rows[:1] for cell in cells if cell)[:200]
        raise refusal("no-table-of-studies", name, rows[0][0] if rows else None, columns=first or "–")
    if _folded(rows[at][1][0]) in _OWN_FIRST and len(_OWN & {_folded(cell) for cell in rows[at][1]}) > 1:
        raise refusal("own-worksheet", name)
    headings = [" ".join(cell.split()) for cell in rows[at][1]]
    if meanings[0] == "issue":  # in a sheet of one's own the first column numbers the rows
        meanings[0] = _ROW
    pairs = ", ".join(f"{heading} = {meaning}" for heading, meaning in zip(headings, meanings, strict=True) if meaning and meaning != _ROW)
    spoken = fault("table-columns", file=name, line=rows[at][0], severity="info", columns=pairs)
    ranks = {number: _rank(headings[number]) for number, meaning in enumerate(meanings) if meaning and meaning != _ROW}
    order = sorted(range(len(meanings)), key=lambda number: ranks.get(number, -1))
    records = [
        _raw_record(line, cells, headings, meanings, order, name) for line, cells in rows[at + 1 :] if any(cell.strip() for cell in cells)
    ]
    return finished([record for record in records if any(record.texts.values()) or record.people], (*problems, spoken))


def _header(rows: list[Cells]) -> tuple[int | None, list[str | None]]:
    """The row of headings, and what each of its columns is: for a thing that has one column only, the first in the list of headings."""
    columns, _ = _tables()
    for at, (_, cells) in enumerate(rows[:_HEADER_ROWS]):
        folded = [_folded(cell) for cell in cells]
        best: dict[str, str] = {}
        for heading in sorted(filter(columns.get, folded), key=_rank):
            best.setdefault(columns[heading], heading)
        if "title" in best and len(best) > 1:
            meanings: list[str | None] = []
            for number, heading in enumerate(folded):
                meaning = columns.get(heading)
                fits = meaning is not None and (meaning not in _ONE_COLUMN or best[meaning] == heading) and heading not in folded[:number]
                meanings.append(meaning if fits else None)
            return at, meanings
    return None, []


def _rank(heading: str) -> int:
    columns, _ = _tables()
    return list(columns).index(_folded(heading))


def _folded(heading: str) -> str:
    return " ".join(re.sub(r"[^\w]+|_", " ", heading).split()).casefold()


def _raw_record(line: int, cells: list[str], headings: list[str], meanings: list[str | None], order: list[int], name: str) -> RawRecord:
    """The record of a row. Of several columns for one thing the first in `order` that says something counts."""
    raw_record = RawRecord("table", name, line)
    stated: dict[str, str] = {}
    values = {number: value for number, cell in enumerate(cells) if (value := cell.strip()) and value.casefold() not in _NOTHING}
    for number in [*(n for n in order if n in values), *(n for n in values if n >= len(order))]:
        meaning = meanings[number] if number < len(meanings) else None
        says = meaning != "doi" or find_doi(values[number])
        if meaning and says and meaning not in stated:
            stated[meaning] = values.pop(number)
    for number, value in values.items():
        raw_record.keep(headings[number] if number < len(headings) and headings[number] else f"column {number + 1}", value)
    _fill(raw_record, stated, run_on="item title" in map(str.casefold, headings))
    return raw_record


def _fill(raw_record: RawRecord, stated: Mapping[str, str], run_on: bool) -> None:
    _, kinds = _tables()
    kind = kinds.get(_folded(stated.get("type", "")))
    raw_record.type = kind or ("article-journal" if stated.get("container") else "book" if stated.get("isbn") else "document")
    if "type" in stated and (kind is None or kind == "thesis"):
        raw_record.text("genre", stated["type"], "type") if kind == "thesis" else raw_record.keep("type", stated["type"])
    raw_record.in_language(re.split(r"[;|]", stated.get("language", ""))[0], "language")
    raw_record.text("title", stated.get("title"), "title")
    for role in ("author", "editor"):
        for person in persons(stated.get(role, ""), run_on):
            raw_record.person(role, person)
    raw_record.text(
        "publisher" if raw_record.type in ("thesis", "report", "book") else "container-title", stated.get("container"), "container"
    )
    for meaning, variable in _PLAIN.items():
        raw_record.text(variable, stated.get(meaning), meaning)
    _date(raw_record, stated)
    first, last, pages = (stated.get(meaning, "") for meaning in ("first_page", "last_page", "pages"))
    raw_record.text("page", f"{first}-{last}" if first and last and first != last else first or pages or last, "pages")
    raw_record.doi(find_doi(stated.get("doi", "")), "doi")
    raw_record.address(re.split(r"(?:(?<!\s)\s+)?[;|]\s*(?=https?:)|\s+", stated.get("url", "").strip())[0], "url")
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
