"""Tables of any origin, in both languages, and JSON by its shape."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from litreview.errors import ReadError
from litreview.formats import by_suffix, named
from litreview.formats.table.people import persons
from litreview.library.load import load
from litreview.record import Study


def table(text: str, name: str = "a.csv") -> Study:
    return named("table").read(text.encode(), name)[0][0]  # type: ignore[misc]


@pytest.mark.parametrize(
    "text",
    [
        "Title,Authors,Year,Source,Volume,Issue,StartPage,EndPage,DOI\nTwin towns,\"S Rahma, A Budi\",2020,Journal of Cities,3,2,1,9,10.5555/x\n",
        "Judul;Penulis;Tahun;Jurnal;Volume;Nomor;Halaman;DOI\nTwin towns;S Rahma; 2020;Journal of Cities;3;2;1-9;10.5555/x\n",
        "Key\tItem Type\tPublication Year\tAuthor\tTitle\tPublication Title\tDOI\tPages\tIssue\tVolume\nX\tjournalArticle\t2020\tRahma, S; Budi, A\tTwin towns\tJournal of Cities\thttps://doi.org/10.5555/x\t1-9\t2\t3\n",
        "About Dimensions export\n\nRank,DOI,Title,Source title,PubYear,Volume,Issue,Pagination,Authors\n1,10.5555/x,Twin towns,Journal of Cities,2020,3,2,1-9,\"Rahma, S; Budi, A\"\n",
        "display_name,publication_year,primary_location.source.display_name,authorships.author.display_name,doi,biblio.volume,biblio.issue,biblio.first_page,biblio.last_page\nTwin towns,2020,Journal of Cities,S Rahma|A Budi,https://doi.org/10.5555/x,3,2,1,9\n",
    ],
)  # fmt: skip
def test_a_table_from_anywhere(text: str) -> None:
    study = table(text)
    assert (study.text("title"), study.issued.year if study.issued else None, study.text("DOI")) == ("Twin towns", 2020, "10.5555/x")
    assert [study.text(name) for name in ("container-title", "volume", "issue", "page")] == ["Journal of Cities", "3", "2", "1-9"]
    assert (study.author[0].family, study.author[0].given, study.type) == ("Rahma", "S", "article-journal")


def test_a_sheet_of_a_students_own_in_excel() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Daftar pustaka saya"],
        [],
        ["No", "Judul Artikel", "Nama Penulis", "Tahun", "Jenis"],
        [1, "Kota", "Siti Rahma dan Adi Budi", 2019, "Skripsi"],
    ):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    studies, problems = named("table").read(data.getvalue(), "a.xlsx")  # type: ignore[misc]
    assert (studies[0].type, studies[0].text("genre"), studies[0].issued.year) == ("thesis", "Skripsi", 2019)  # type: ignore[union-attr]
    assert [(n.family, n.given) for n in studies[0].author] == [("Rahma", "Siti"), ("Budi", "Adi")]
    assert [p.code for p in problems] == ["table-columns"]


@pytest.mark.parametrize(
    ("cell", "families"),
    [
        ("Rahma, Siti", ["Rahma"]), ("Rahma, Siti; Budi, Adi", ["Rahma", "Budi"]), ("Rahma, S., Budi, A.", ["Rahma", "Budi"]),
        ("Rahma S, Budi A.", ["Rahma", "Budi"]), ("Siti Rahma, Adi Budi", ["Rahma", "Budi"]), ("Siti Rahma, Adi Budi, and Cut Dewi", ["Rahma", "Budi", "Dewi"]),
        ("S Rahma, A Budi, ...", ["Rahma", "Budi", None]), ("Siti Rahma & Adi Budi", ["Rahma", "Budi"]), ("Sukarno", ["Sukarno"]), ("", []),
    ],
)  # fmt: skip
def test_persons_of_a_cell(cell: str, families: list[str | None]) -> None:
    assert [name.family for name in persons(cell)] == families


def test_names_that_run_on() -> None:
    assert [name.family for name in table("Item Title,Authors\nTowns,Siti RahmaAdi Budi\n").author] == ["Rahma", "Budi"]


def test_a_table_that_is_none_says_what_it_has(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="suhu, kota"):
        table("suhu,kota\n31,Bandung\n")
    (tmp_path / "data.csv").write_text("suhu,kota\n31,Bandung\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("title,year\nKota,2019\n", encoding="utf-8")
    library = load(tmp_path)
    assert [study.text("title") for study in library.studies] == ["Kota"]
    assert [p.code for p in library.problems if p.severity != "info"] == ["no-bibliography"]


def test_what_is_no_table_at_all() -> None:
    for data in (b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 broken"):
        with pytest.raises(ReadError, match=r"a\.xls"):
            named("table").read(data, "a.xls")  # type: ignore[misc]


JSON = {
    "semantic-scholar": {"data": [{"paperId": "p", "title": "Towns", "year": 2020, "authors": [{"name": "Siti Rahma"}], "journal": {"name": "J", "volume": "3", "pages": "1 - 9"}, "externalIds": {"DOI": "10.5555/x"}}]},
    "publish-or-perish": [{"authors": ["S Rahma"], "title": "Towns", "year": 2020, "source": "J", "volume": "3", "startpage": "1", "endpage": "9", "doi": "10.5555/x", "cites": 2}],
    "better-bibtex": {"config": {}, "items": [{"itemType": "journalArticle", "title": "Towns", "date": "2020", "creators": [{"creatorType": "author", "firstName": "Siti", "lastName": "Rahma"}], "publicationTitle": "J", "volume": "3", "pages": "1-9", "DOI": "10.5555/x"}, {"itemType": "attachment", "title": "PDF"}]},
}  # fmt: skip


@pytest.mark.parametrize("shape", JSON)
def test_json_by_its_shape(shape: str) -> None:
    data = json.dumps(JSON[shape]).encode()
    format = by_suffix("a.json", data[:4096])
    assert format is not None
    studies, problems = format.read(data, "a.json")  # type: ignore[misc]
    assert not problems
    (study,) = studies
    assert (study.type, study.text("title"), study.author[0].family, study.issued.year) == ("article-journal", "Towns", "Rahma", 2020)  # type: ignore[union-attr]
    assert [study.text(name) for name in ("container-title", "volume", "page", "DOI")] == ["J", "3", "1-9", "10.5555/x"]


def test_unknown_json_is_refused_in_one_line() -> None:
    for data in (b'{"total": 3, "rows": [{"a": 1}]}', b'[{"name": "x"}]'):
        format = by_suffix("a.json", data)
        with pytest.raises(ReadError, match="no records of studies"):
            format.read(data, "a.json")  # type: ignore[union-attr, misc]


def test_formats_under_other_names() -> None:
    for name, data, expected in (
        ("a.txt", b"@book{a, title={T}}", "bibtex-text"),
        ("a.ris", b"PMID- 1\nTI  - T\n", "nbib"),
        ("a.ris", b"TY  - BOOK\nER  - ", "ris"),
        ("a.xml", b"<rdf:RDF/>", "other-xml"),
    ):
        format = by_suffix(name, data)
        assert format is not None
        assert format.name == expected
