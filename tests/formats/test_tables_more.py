"""Tables as more databases write them, and names, numbers and languages as they stand there."""

from __future__ import annotations

import pytest

from litreview.formats import named
from litreview.formats._listed import listed
from litreview.record import LangText, Study
from litreview.record.highlights import Highlight
from litreview.record.name_parser import parse_name


def studies(format: str, text: str) -> tuple[Study, ...]:
    read = named(format).read
    assert read is not None
    return read(text.encode(), "a")[0]


def people(study: Study) -> list[tuple[str | None, str | None]]:
    return [(name.family or name.literal, name.given) for name in study.author]


UPRIGHT = """"TITLE","Ports and towns"
"AUTHOR NAMES","Rahma S.","van Dijk J.P."
"SOURCE","Port Studies (2020) 4:2 (7-19)"
"SOURCE TITLE","Port Studies"
"PUBLICATION YEAR","2020"
"VOLUME","4"
"AUTHOR KEYWORDS","harbour","trade"
"MEDLINE PMID","31415926","http://www.example.org/31415926"
"DOI","10.5555/ports.7"

"TITLE","Aid"
"AUTHOR NAMES","Abe B."
"PUBLICATION YEAR","2021"
"""


def test_a_table_with_a_field_in_each_row() -> None:
    first, second = studies("table", UPRIGHT)
    assert people(first) == [("Rahma", "S."), ("Dijk", "J.P.")]
    assert [first.text(name) for name in ("title", "container-title", "volume", "PMID", "DOI")] == [
        "Ports and towns",
        "Port Studies",
        "4",
        "31415926",
        "10.5555/ports.7",
    ]
    assert first.keywords.only("und") == ("harbour", "trade")
    assert (second.text("title"), people(second), second.issued and second.issued.year) == ("Aid", [("Abe", "B.")], 2021)


def test_a_table_as_pubmed_wrote_it_until_2020() -> None:
    table = (
        "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"
        '"Ports and towns.",/pubmed/31415,"Rahma SN, Budi A.","Port Stud. 2019 Jul 18:1-16. doi: 10.5555/p.1. [Epub ahead of print]",'
        '"Port Stud.  2019",PubMed,citation,PMID:31415,pubmed,31415,"create date:2019/07/19 | first author:Rahma SN"\n'
    )
    (study,) = studies("table", table)
    assert people(study) == [("Rahma", "SN"), ("Budi", "A")]
    assert [study.text(name) for name in ("container-title", "page", "DOI", "PMID", "URL")] == [
        "Port Stud",
        "1-16",
        "10.5555/p.1",
        "31415",
        "https://pubmed.ncbi.nlm.nih.gov/31415/",
    ]
    assert study.type == "article-journal"
    assert study.issued
    assert study.issued.edtf() == "2019-07-18"


@pytest.mark.parametrize(
    ("cells", "persons"),
    [
        (["Rahma, Siti; Abe, Bo", "Oh, Cia; Lee, Ann", "de Budi, Siti Ayu"], [("Budi", "Siti Ayu")]),
        (["S Rahma, B Abe", "C Oh, A Lee", "A Lee, ГГ Иванов"], [("Lee", "A"), ("Иванов", "ГГ")]),
        (["S Rahma", "C Oh, A Lee, …"], [("Oh", "C"), ("Lee", "A")]),
        (["Port Group; Rahma S, Abe B, Oh CD"], [("Group", "Port"), ("Rahma", "S"), ("Abe", "B"), ("Oh", "CD")]),
        (["Rahma É, Gil AG, Oh CD 2nd, et al."], [("Rahma", "É"), ("Gil", "AG"), ("Oh", "CD")]),
    ],
)
def test_what_parts_the_persons_of_a_column(cells: list[str], persons: list[tuple[str, str]]) -> None:
    rows = "".join(f"Ports {number}\t{cell}\t2020\n" for number, cell in enumerate(cells))
    assert people(studies("table", f"Title\tAuthors\tYear\n{rows}")[-1]) == persons


def test_patents_have_inventors() -> None:
    head = "Jurisdiction,Kind,Display Key,Publication Year,Title,Applicants,Inventors,Document Type\n"
    (study,) = studies("table", f"{head}US,B2,US 123 B2,2017,A quay,PORT INC,BUDI AGUS;;RAHMA SITI N,Granted Patent\n")
    assert (study.type, study.text("number"), people(study)) == ("patent", "US 123 B2", [("BUDI", "AGUS"), ("RAHMA", "SITI N")])


def test_proceedings_beside_a_journal() -> None:
    head = "title,author,journal,booktitle,year\n"
    works = studies("table", f"{head}Ports,Budi A,,Proceedings of Ports,2019\nAid,Budi A,Port Studies,,2018\n")
    assert [study.text("container-title") for study in works] == ["Proceedings of Ports", "Port Studies"]


def test_a_series_is_no_publisher() -> None:
    (study,) = studies("table", "Item Title,Publication Title,Publication Year,Content Type\nPorts,Notes on Towns,2019,Book\n")
    assert (study.text("publisher"), study.text("collection-title")) == (None, "Notes on Towns")


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("Jensen, JR", "JR"),
        ("Jensen, Jr.", None),
        ("Jan Jensen, JR", "Jan"),
        ("Ming, LC", "LC"),
        ("Silva, DSC", "DSC"),
        ("Ming, Lc.", None),
        ("Ahmad Fauzi, Lc., M.A.", "Ahmad"),
    ],
)
def test_capitals_of_given_names_are_no_degree(written: str, given: str | None) -> None:
    assert parse_name(written).given == given


def test_persons_who_are_left_out() -> None:
    (study,) = studies("ris", "TY  - JOUR\nTI  - Ports\nAU  - Budi, A\nAU  - ...\nER  - \n")
    assert people(study) == [("Budi", "A")]
    assert "author" in study.others


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("http://dx.doi.org/10.1016/0160-4120%2891%2990282-U", "10.1016/0160-4120(91)90282-U"),
        ("10/fhcmr3", "10/fhcmr3"),
        ("https://doi.org/10/fhcmr3", "10/fhcmr3"),
        ("10/2 pages", None),
    ],
)
def test_dois_as_addresses_and_in_short(written: str, doi: str | None) -> None:
    (study,) = studies("ris", f"TY  - JOUR\nTI  - Ports\nDO  - {written}\nER  - \n")
    assert study.text("DOI") == doi


def test_a_language_that_is_named_twice() -> None:
    assert [study.language for study in studies("ris", "TY  - JOUR\nTI  - Ports\nLA  - հայերեն [Armenian]\nER  - \n")] == ["hy"]


@pytest.mark.parametrize(
    ("tags", "kind", "container"),
    [
        ("TY  - PDF\nTI  - Ports\nJF  - Port Studies\n", "article-journal", "Port Studies"),
        ("TY  - CITATION\nTI  - Ports\nT2  - Port Studies\nVL  - 4\n", "article-journal", "Port Studies"),
        ("TY  - PDF\nTI  - Ports\nPB  - Quay\n", "document", None),
        ("TY  - SER\nTI  - Ports\nT2  - Notes on Towns\nSP  - 7\nEP  - 19\nM3  - Conference Paper\n", "paper-conference", "Notes on Towns"),
        ("TY  - SER\nTI  - Ports\nT2  - Notes on Towns\nSP  - 7\nEP  - 19\n", "chapter", "Notes on Towns"),
        ("TY  - SER\nTI  - Ports\nT2  - Notes on Towns\nSP  - 190\n", "book", None),
    ],
)
def test_kinds_that_ris_does_not_tell(tags: str, kind: str, container: str | None) -> None:
    (study,) = studies("ris", f"{tags}ER  - \n")
    assert (study.type, study.text("container-title")) == (kind, container)


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("date_published={2020}", "2020"),
        ("publication_date={20201211}", "2020-12-11"),
        ("pubdate={soon}", None),
        ("earlyaccessdate={FEB 2022}", "2022-02"),
    ],
)
def test_the_day_of_publication_by_other_names(field: str, day: str | None) -> None:
    (study,) = studies("bibtex", f"@article{{a, title={{Ports}}, {field}}}")
    assert (study.issued.edtf() if study.issued else None) == day


def test_highlights_through_csl_yaml() -> None:
    mark = Highlight(text=LangText({"en": "Ports grow."}), page="3", sheet=2)
    study = Study("a", title=LangText({"en": "Ports"}), highlights=(mark,))
    write = named("csl-yaml").write
    assert write is not None
    assert studies("csl-yaml", write((study,))[0].decode())[0].highlights == (mark,)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("wos", "PT J\nAU Budi, A\nTI Ports\nSO PORT STUDIES\nEA NOV 2021\nER\n"),
        ("table", 'Article Title,Authors,Publication Year,Early Access Date\nPorts,"Budi, A",,NOV 2021\n'),
    ],
)
def test_works_that_are_not_in_an_issue_yet(format: str, text: str) -> None:
    (study,) = studies(format, text)
    assert study.issued
    assert study.issued.edtf() == "2021-11"


def test_others_again_and_again_are_one() -> None:
    assert listed("Budi A" + ", et al." * 5000) == ["Budi A", "et al."]


@pytest.mark.parametrize(
    ("first", "last", "page"),
    [("6-1", "6-13", "6-1-6-13"), ("S21-1", "S21-8", "S21-1-S21-8"), ("7-19", "19", "7-19"), ("7-19", "8-20", "7-19")],
)
def test_pages_that_are_counted_within_a_chapter(first: str, last: str, page: str) -> None:
    (study,) = studies("ris", f"TY  - JOUR\nTI  - Ports\nSP  - {first}\nEP  - {last}\nER  - \n")
    assert study.text("page") == page
    write = named("ris").write
    assert write is not None
    assert studies("ris", write((study,))[0].decode())[0].text("page") == page
