"""Tables as databases and spreadsheets give them: delimiters, columns for one thing, dates, names without commas."""

from __future__ import annotations

import pytest

from litreview.formats import by_suffix, named
from litreview.formats._csv import split_rows
from litreview.formats.table.people import persons
from litreview.record import Study


def table(text: str) -> Study:
    return named("table").read(text.encode(), "a.csv")[0][0]  # type: ignore[misc]


@pytest.mark.parametrize(
    "text",
    [
        'Title,Authors,Year\nPorts,"Lee, A; Abe, K; Oh, B; Sim, C; Low, D; Goh, E",2019\n',
        "SEARCH QUERY;ports:ti;\n-----;;\nTitle;Authors;Year\nPorts;Lee, A, Abe, K, Oh, B;2019\nAid;Lee, A, Abe, K;2018\n",
        'Title\tAuthors\tYear\nPorts\tLee, A; Abe, K; Oh, B; Sim, C\t2019\n',
        "sep=|\nTitle|Authors|Year\nPorts|Lee, A; Abe, K|2019\n",
    ],
)  # fmt: skip
def test_the_delimiter_is_what_cuts_the_rows_alike(text: str) -> None:
    study = table(text)
    assert (study.text("title"), study.author[0].family, study.issued and study.issued.year) == ("Ports", "Lee", 2019)


def test_a_formula_around_figures_is_taken_off() -> None:
    assert [cells for _, cells in split_rows('a,b\n="20493630","x, y"\n', "a.csv", [])][1] == ["20493630", "x, y"]


def test_of_two_columns_for_one_thing_the_fuller_counts_and_the_other_is_kept() -> None:
    text = 'Title,Authors,Author Full Names,Item Type,Type\nPorts,"Lee, A","Lee, Ann",thesis,Skripsi\nAid,"Abe, K",,,book\n'
    study, other = named("table").read(text.encode(), "a.csv")[0]  # type: ignore[misc]
    assert (study.author[0].given, study.type, dict(study.extra)) == ("Ann", "thesis", {"table:Authors": "Lee, A", "table:Type": "Skripsi"})
    assert (other.author[0].given, other.type) == ("K", "book")


def test_a_database_that_names_itself_is_no_journal() -> None:
    assert table("Title,Source title,Source,Year\nPorts,,Scopus,2019\n").text("container-title") is None


@pytest.mark.parametrize(
    ("cell", "edtf"), [("4/3/2024", "2024"), ("14/3/2024", "2024-03-14"), ("circa 2011 or so", "2011"), ("soon", "soon")]
)
def test_the_year_of_a_date_that_is_not_sure(cell: str, edtf: str) -> None:
    issued = table(f"Title,Publication Date\nPorts,{cell}\n").issued
    assert issued is not None
    assert issued.edtf() == edtf


def test_a_row_with_its_number_only_is_no_work() -> None:
    assert len(named("table").read(b"No,Judul,Penulis\n1,Kota,Rahma\n2,,\n3,,\n", "a.csv")[0]) == 1  # type: ignore[misc]


def test_capitals_with_initials_behind() -> None:
    assert [(name.family, name.given) for name in persons("LEE A;VAN DIJK JP;OH B")] == [("LEE", "A"), ("VAN DIJK", "JP"), ("OH", "B")]


def test_names_with_the_family_first_parted_by_and() -> None:
    names = [(name.family, name.given) for name in persons("Lee, Ann and van Can, Ben C. and Abe, Ken")]
    assert names == [("Lee", "Ann"), ("Can", "Ben C."), ("Abe", "Ken")]
    assert [name.family for name in persons("Ann Lee, Ben Abe, and Cia Oh")] == ["Lee", "Abe", "Oh"]


def test_a_doi_beside_other_identifiers() -> None:
    assert table("Title,Year,Article Identifier\nPorts,2019,S0001 [pii]; 10.1000/abc [doi]\n").text("DOI") == "10.1000/abc"


def test_the_society_behind_proceedings_is_no_author() -> None:
    wos = named("wos").read
    assert wos is not None
    study = wos(b"PT C\nAU Lee, A\nGP IEEE\nTI Ports\nPY 2019\nER\n", "a.ciw")[0][0]
    assert [name.family for name in study.author] == ["Lee"]
    assert ("wos:GP", "IEEE") in study.extra
    assert wos(b"PT C\nGP IEEE\nTI Ports\nPY 2019\nER\n", "a.ciw")[0][0].author[0].literal == "IEEE"


def test_a_title_before_the_kind_belongs_to_the_record() -> None:
    enw = named("enw").read
    assert enw is not None
    studies = enw(b"%T Ports\n%0 Journal Article\n%A Lee, Ann\n\n%T Aid\n%0 Book\n%A Abe, Ken\n", "a.enw")[0]
    assert [(study.text("title"), study.author[0].family) for study in studies] == [("Ports", "Lee"), ("Aid", "Abe")]


def test_ovid_with_short_names() -> None:
    text = b"<3001. >\nTI  - Ports of call.\nSO  - Port Studies. 8(6):10-19, May 2015.\nAU  - Lee A.B.\nAU  - Abe K.\nDO  - http://dx.doi.org/10.1000/abc\n"
    fmt = by_suffix("citation.cgi", text)
    assert fmt is not None
    assert fmt.read is not None
    study = fmt.read(text, "citation.cgi")[0][0]
    assert [study.text(name) for name in ("title", "container-title", "page", "DOI")] == [
        "Ports of call",
        "Port Studies",
        "10-19",
        "10.1000/abc",
    ]
    assert [(name.family, name.given) for name in study.author] == [("Lee", "A.B."), ("Abe", "K.")]


def test_a_doi_with_something_behind_it() -> None:
    ris = named("ris").read
    assert ris is not None
    assert (
        ris(b"TY  - JOUR\nTI  - Ports\nDO  - 10.1000/abc     LK  - https://example.org\nER  -\n", "a.ris")[0][0].text("DOI")
        == "10.1000/abc"
    )


def test_a_field_of_ris_behind_a_doi_in_bibtex() -> None:
    bibtex = named("bibtex").read
    assert bibtex is not None
    entry = b"@article{a, title={Ports}, doi={10.1000/abc     WE  - Science Citation Index (SCI)}}"
    assert bibtex(entry, "a.bib")[0][0].text("DOI") == "10.1000/abc"
