"""The shapes in which databases and publishers really export: headers, delimiters, encodings, line ends, and their ways with names."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from litreview.formats import by_suffix, named
from litreview.record import Study

SCOPUS = (
    '"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end",'
    '"Page count","Cited by","DOI","Link","Abstract","Author Keywords","Index Keywords","Editors","Publisher","ISSN","ISBN","PubMed ID",'
    '"Language of Original Document","Abbreviated Source Title","Document Type","Publication Stage","Open Access","Source","EID"\n'
    '"Doe, J.; van Dijk, P.","Doe, Jane (571); van Dijk, Piet (572)","571; 572","Ports, towns\nand ""aid""","2021","Port Studies","12","3","",'
    '"1","20","20","4","10.1000/ports.1","https://example.org/1","We ask; they answer.","ports; towns","Harbors","","Example Press",'
    '"03785955","","","English","Port Stud.","Article","Final","All Open Access","Scopus","2-s2.0-1"\n'
)
IEEE = (
    '"Document Title",Authors,"Author Affiliations","Publication Title",Date Added To Xplore,"Publication_Year","Volume","Issue","Start Page",'
    '"End Page","Abstract","ISSN",ISBNs,"DOI",Funding Information,PDF Link,"Author Keywords","IEEE Terms","INSPEC Controlled Terms",'
    '"INSPEC Non-Controlled Terms","Mesh_Terms",Article Citation Count,"Reference Count","License","Online Date",Issue Date,"Meeting Date",'
    '"Publisher",Document Identifier\n'
    '"Ports, towns\nand ""aid""","J. Doe; P. van Dijk","Univ. A; Univ. B","2021 Conference on Ports","1 May 2021","2021","12","3","1","20",'
    '"We ask; they answer.","0378-5955","978-0-306-40615-7","10.1000/ports.1","","https://example.org/1","ports;towns","Harbors","","","","4",'
    '"20","IEEE","1 May 2021","March 2021","","IEEE","IEEE Conferences"\n'
)
WOS_COLUMNS = (
    "Publication Type\tAuthors\tBook Authors\tBook Editors\tBook Group Authors\tAuthor Full Names\tBook Author Full Names\tGroup Authors\t"
    "Article Title\tSource Title\tBook Series Title\tBook Series Subtitle\tLanguage\tDocument Type\tConference Title\tConference Date\t"
    "Conference Location\tAuthor Keywords\tKeywords Plus\tAbstract\tCited References\tTimes Cited, WoS Core\tPublisher\tPublisher City\tISSN\t"
    "eISSN\tISBN\tJournal Abbreviation\tJournal ISO Abbreviation\tPublication Date\tPublication Year\tVolume\tIssue\tStart Page\tEnd Page\t"
    "Article Number\tDOI\tPubmed Id\tUT (Unique WOS ID)\n"
)
WOS_ROW = (
    'J\tDoe, J; van Dijk, P\t\t\t\tDoe, Jane; van Dijk, Piet\t\t\t"Ports, towns\nand ""aid"""\tPORT STUDIES\t\t\tEnglish\tArticle\t\t\t\t'
    "ports; towns\tHARBORS\tWe ask; they answer.\t\t4\tEXAMPLE PRESS\tPORT CITY\t0378-5955\t\t\tPORT STUD\tPort Stud.\tMAR\t2021\t12\t3\t1\t20\t\t"
    "10.1000/ports.1\t\tWOS:0001\n"
)
WOS_TAGS = (
    "PT\tAU\tAF\tTI\tSO\tLA\tDT\tDE\tAB\tSN\tPD\tPY\tVL\tIS\tBP\tEP\tDI\tUT\n"
    'J\tDoe, J; van Dijk, P\tDoe, Jane; van Dijk, Piet\t"Ports, towns\nand ""aid"""\tPORT STUDIES\tEnglish\tArticle\tports; towns\t'
    "We ask; they answer.\t0378-5955\tMAR\t2021\t12\t3\t1\t20\t10.1000/ports.1\tWOS:0001\n"
)


def swapped(text: str, old: str, new: str) -> str:
    """A table with another delimiter, every cell in quotes."""
    written = io.StringIO()
    csv.writer(written, delimiter=new, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(csv.reader(io.StringIO(text), delimiter=old))
    return written.getvalue()


def read(text: str, name: str, encoding: str = "utf-8") -> tuple[str, tuple[Study, ...], list[str]]:
    data = text.encode(encoding)
    format = by_suffix(name, data[:4096])
    assert format is not None
    assert format.read is not None
    studies, problems = format.read(data, name)
    return format.name, studies, [p.code for p in problems]


TABLES = [("scopus", SCOPUS, "x.csv"), ("ieee", IEEE, "x.csv"), ("wos", WOS_COLUMNS + WOS_ROW, "x.tsv"), ("wos", WOS_TAGS, "savedrecs.txt")]
CHANGES = {
    "as it is": lambda text: text,
    "with a mark": lambda text: "\ufeff" + text,
    "with two marks": lambda text: "\ufeff\ufeff" + text,
    "with CRLF": lambda text: text.replace("\n", "\r\n"),
    "without the last line end": lambda text: text.rstrip("\n"),
    "with empty lines behind": lambda text: text + "\n\n",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("format", "text", "name"), TABLES, ids=["scopus", "ieee", "wos-columns", "wos-tags"])
def test_a_table_in_every_dress(format: str, text: str, name: str, change: str) -> None:
    found, (study,), problems = read(CHANGES[change](text), name)
    assert found == format
    assert problems == []
    looks_right(study)


def looks_right(study: Study) -> None:
    assert " ".join((study.text("title") or "").split()) == 'Ports, towns and "aid"'
    assert [n.family for n in study.author] == ["Doe", "Dijk"]
    assert [n.non_dropping_particle for n in study.author] == [None, "van"]
    assert study.issued is not None
    assert study.issued.year == 2021
    assert [study.text(v) for v in ("volume", "issue", "page", "DOI")] == ["12", "3", "1-20", "10.1000/ports.1"]
    assert study.text("abstract") == "We ask; they answer."
    assert set(study.keywords.values()) == {("ports", "towns")}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize(("format", "text", "name"), TABLES, ids=["scopus", "ieee", "wos-columns", "wos-tags"])
def test_a_table_in_every_encoding(format: str, text: str, name: str, encoding: str) -> None:
    found, (study,), _ = read(text, name, encoding)
    assert found == format
    looks_right(study)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_that_a_spreadsheet_saved_anew(delimiter: str) -> None:
    for text, old in ((SCOPUS, ","), (IEEE, ",")):
        again = swapped(text, old, delimiter)
        for saved in (again, f"sep={delimiter}\n{again}"):
            _, (study,), problems = read(saved, "x.csv")
            assert problems == []
            looks_right(study)


def test_capitals_and_underscores_in_a_header_do_not_matter() -> None:
    text = (
        SCOPUS.replace('"Source title"', '"Source Title"')
        .replace('"Author Keywords"', '"Author keywords"')
        .replace('"Page start"', '"page_start"')
    )
    found, (study,), _ = read(text, "x.csv")
    assert found == "scopus"
    looks_right(study)


def test_a_line_above_the_header_is_told_and_passed() -> None:
    found, (study,), problems = read("http://example.org/search?query=ports\n" + IEEE, "x.csv")
    assert (found, problems) == ("ieee", ["stray-line"])
    looks_right(study)


def test_a_first_row_that_breaks_off_is_no_other_format() -> None:
    header, _, rows = SCOPUS.partition("\n")
    _, studies, problems = read(f'{header}\n"Doe, J."\n{rows}', "x.csv")
    assert problems == []
    assert [s.author[0].family for s in studies] == ["Doe", "Doe"]
    looks_right(studies[1])


def test_full_records_of_web_of_science_are_not_taken_for_scopus() -> None:
    commas = swapped(WOS_COLUMNS + WOS_ROW, "\t", ",")
    found, (study,), _ = read(commas, "x.csv")
    assert found == "wos"
    assert study.text("container-title") == "PORT STUDIES"
    looks_right(study)


def test_names_of_web_of_science() -> None:
    text = "PT J\nAU Jane Doe\n   van Dijk, PJ\n   [Anonymous]\nCA Port Health Group\nTI Growth of LiNbO/sub 3/ in ports\nER\n"
    _, (study,), _ = read(text, "x.isi")
    assert [n.text() for n in study.author] == ["Jane Doe", "P. J. van Dijk", "Port Health Group"]
    assert ("wos:AU", "[Anonymous]") in study.extra
    assert study.text("title") == "Growth of LiNbO<sub>3</sub> in ports"


RIS = "TY  - JOUR\nAU  - Doe, Jane\nTI  - Ports\nPY  - 2021\nER  - \n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_ris_in_every_encoding(encoding: str) -> None:
    found, (study,), _ = read(RIS.replace("Ports", "Pôrts"), "x.txt", encoding)
    assert found == "ris"
    assert study.text("title") == "Pôrts"


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("SP  - 12-20", "page", "12-20"),
        ("SP  - 12-20\nEP  - 20", "page", "12-20"),
        ("SP  - 12\nEP  - 20", "page", "12-20"),
        ("SP  - 12\nEP  - 12", "page", "12"),
        ("SP  - e123", "page", "e123"),
        ("T2  - Port Studies\nJO  - Port Stud.", "container-title", "Port Studies"),
        ("JF  - Port Studies\nJA  - Port Stud.", "container-title-short", "Port Stud."),
        ("JO  - Port Studies", "container-title", "Port Studies"),
        ("UR  - https://example.org/1\nUR  - https://example.org/2\nL1  - file:///a.pdf", "URL", "https://example.org/1"),
        ("DO  - https://doi.org/10.1000/a", "DOI", "10.1000/a"),
        ("M3  - doi:10.1000/a", "DOI", "10.1000/a"),
        ("SN  - 0378-5955", "ISSN", "0378-5955"),
        ("N2  - Short.", "abstract", "Short."),
        ("C7  - 17", "number", "17"),
    ],
)
def test_what_publishers_put_into_ris(lines: str, field: str, value: str) -> None:
    _, (study,), _ = read(RIS.replace("ER  -", f"{lines}\nER  -"), "x.ris")
    assert study.text(field) == value


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("PY  - 2021\nDA  - 2021/03/04", "2021-03-04"),
        ("PY  - 2021/03/04/", "2021-03-04"),
        ("Y1  - 2021///Spring", "2021-21"),
        ("DA  - 2021/03//", "2021-03"),
        ("PY  - 2021\nDA  - March 2021", "2021-03"),
        ("PY  - 2021\nY1  - 2020/12/31", "2021"),
        ("PY  - 99\nPY  - 1999", "1999"),
    ],
)
def test_dates_of_ris(lines: str, date: str) -> None:
    _, (study,), _ = read(RIS.replace("PY  - 2021", lines), "x.ris")
    assert study.issued is not None
    assert study.issued.edtf() == date


def test_a_thesis_says_its_kind_and_its_degree() -> None:
    for line in ("M3  - Skripsi", "VL  - Skripsi"):
        _, (study,), _ = read(f"TY  - THES\nAU  - Doe, J.\nTI  - Kota\nPB  - Universitas Contoh\n{line}\nER  -\n", "x.ris")
        assert (study.type, study.text("genre"), study.text("publisher")) == ("thesis", "Skripsi", "Universitas Contoh")


def test_names_of_ris() -> None:
    _, (study,), _ = read(
        RIS.replace("AU  - Doe, Jane", "A1  - Doe, Jane; van Dijk, Piet\nAU  - World Port Forum,\nED  - Roe, Ann\nA2  - Sukarno"), "x.ris"
    )
    assert [n.text() for n in study.author] == ["Jane Doe", "Piet van Dijk", "World Port Forum"]
    assert [n.text() for n in study.names["editor"]] == ["Ann Roe", "Sukarno"]


def test_records_without_an_end_and_types_without_a_record() -> None:
    _, studies, problems = read("\n\nTY  - BOOK\nTY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\n", "x.ris")
    assert [(s.type, s.text("title")) for s in studies] == [("article-journal", "A"), ("article-journal", "B")]
    assert problems == ["stray-line", "record-not-closed", "record-not-closed"]


def test_pubmed_names_identifiers_and_histories() -> None:
    text = (
        "PMID- 1\nTI  - Ports.\nFAU - Doe, Jane\nAU  - Doe J\nAUID- ORCID: 0000-0002-1825-0097\nAU  - van Dijk P\nCN  - Port Health Group\n"
        "AID - 10.1000/a [doi]\nAID - S1 [pii]\nPHST- 2020/01/02 [received]\nDP  - 2021 Winter\n"
    )
    found, (study,), _ = read(text, "x.txt")
    assert found == "nbib"
    assert [n.text() for n in study.author] == ["Jane Doe", "P. van Dijk", "Port Health Group"]
    assert study.text("DOI") == "10.1000/a"
    assert study.issued is not None
    assert study.issued.edtf() == "2021-24"
    assert {("nbib:AID", "S1 [pii]"), ("nbib:PHST", "2020/01/02 [received]")} <= set(study.extra)


def test_names_of_ovid() -> None:
    def people(lines: str) -> list[str]:
        _, (study,), _ = read(f"<1>\nAuthor\n{lines}\nTitle\n  Ports\n", "x.txt")
        return [n.text() for n in study.author]

    assert people("  Doe, Jane MD 1;  van Dijk, Piet MD, PhD *;  Lee, MD +") == ["Jane Doe", "Piet van Dijk", "MD Lee"]
    assert people("  Doe, Jane\n  Roe, Ann") == ["Jane Doe", "Ann Roe"]
    assert people("  Doe J. van Dijk PJ.") == ["J. Doe", "P. J. van Dijk"]
    assert people("  Doe, Jane RN; PhD; FAAN 1") == ["Jane Doe"]


def test_styled_runs_of_endnote_keep_their_style() -> None:
    record = (
        '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title><style face="normal">Growth of </style>'
        '<style face="italic">E. coli</style><style face="normal"> in CO</style><style face="subscript">2</style><style face="bold italic">!</style>'
        "</title></titles></record></records></xml>"
    )
    _, (study,), _ = read(record, "x.xml")
    assert study.text("title") == "Growth of <i>E. coli</i> in CO<sub>2</sub><b><i>!</i></b>"


CROSSREF: dict[str, Any] = {
    "DOI": "10.1000/a", "type": "journal-article", "title": ["Ports"], "is-referenced-by-count": 1, "issued": {"date-parts": [[2021]]}
}  # fmt: skip
DATACITE: dict[str, Any] = {
    "doi": "10.1000/a",
    "creators": [{"name": "Doe, Jane"}],
    "titles": [{"title": "Ports"}],
    "publicationYear": 2021,
}
OPENALEX: dict[str, Any] = {
    "id": "https://openalex.org/W1", "title": "Ports", "publication_year": 2021, "type": "article",
    "authorships": [{"author": {"display_name": "Jane Doe"}}],
}  # fmt: skip
ANSWERS = [
    ("crossref", {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": CROSSREF}),
    ("crossref", {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": {"items": [CROSSREF]}}),
    ("crossref", CROSSREF),
    ("crossref", [CROSSREF]),
    ("datacite", {"data": {"id": "10.1000/a", "type": "dois", "attributes": DATACITE}}),
    ("datacite", {"data": [{"id": "10.1000/a", "attributes": DATACITE}], "meta": {"total": 1}}),
    ("datacite", DATACITE),
    ("datacite", [DATACITE]),
    ("openalex", {"meta": {"count": 1}, "results": [OPENALEX]}),
    ("openalex", OPENALEX),
    ("openalex", [OPENALEX]),
]


@pytest.mark.parametrize(("format", "answer"), ANSWERS)
def test_answers_of_services_in_every_wrapper(format: str, answer: object) -> None:
    for text in (json.dumps(answer), json.dumps(answer, indent=1)):
        found, (study,), problems = read(text, "x.json")
        assert (found, problems) == (format, [])
        assert study.text("title") == "Ports"
        assert study.issued is not None
        assert study.issued.year == 2021


@pytest.mark.parametrize(("format", "work"), [("crossref", CROSSREF), ("datacite", DATACITE), ("openalex", OPENALEX)])
def test_one_object_a_line_is_a_list(format: str, work: dict[str, Any]) -> None:
    found, studies, _ = read(json.dumps(work) + "\n" + json.dumps({**work, "title": work.get("title", "")}) + "\n", "x.json")
    assert (found, len(studies)) == (format, 2)
    assert [s.origin and s.origin.line for s in studies] == [1, 2]


def test_json_with_something_behind_it_is_refused_with_its_place() -> None:
    reader = named("csl-json").read
    assert reader is not None
    for text in ('[{"id": "a", "type": "book"}]\n]', '{"id": "a", "type": "book"}\nnonsense'):
        with pytest.raises(ValueError, match=r"x\.json:2: .*column 1"):
            reader(text.encode(), "x.json")
