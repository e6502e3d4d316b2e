"""Records through a pair of formats: what comes back, what is told, and that the command that counts it sees a loss."""

from __future__ import annotations

import pytest

from litreview.formats import named
from litreview.record import Dates, LangText, Name, Names, Study, Variables, parse_date
from tests.formats.through import chosen, compared, passed, silent

LOSSLESS = ("yaml", "csl-json", "csl-yaml", "bibtex", "biblatex")


@pytest.fixture(scope="module")
def studies() -> tuple[Study, ...]:
    return chosen(())[::5]


@pytest.mark.parametrize("format", LOSSLESS)
def test_nothing_is_lost_in_what_holds_everything(format: str, studies: tuple[Study, ...]) -> None:
    found = compared(studies, *passed(studies, format))
    assert {field: one.example for field, one in found.items() if one.lost} == {}


@pytest.mark.parametrize("format", ["ris", "word"])
def test_what_is_printed_and_lost_is_told(format: str, studies: tuple[Study, ...]) -> None:
    found = compared(studies, *passed(studies, format))
    assert {field: one.example for field, one in found.items() if silent(field, one)} == {}
    assert any(one.lost for one in found.values()), "neither holds everything"


def test_a_loss_that_nobody_told_is_seen() -> None:
    before = Study("a", "book", title=LangText({"en": "Ports"}), dates=Dates({"issued": parse_date("2019")}))
    after = Study("a", "book", title=LangText({"en": "Ports"}))
    found = compared([before], [after], ())
    assert silent("issued", found["issued"])
    assert not silent("title", found["title"])


def left_out(study: Study, format: str) -> dict[str, str]:
    """What is told of one study, by severity."""
    write = named(format).write
    assert write is not None
    return {problem.severity: problem.get("fields") or "" for problem in write([study])[1]}


def test_word_tells_what_its_lists_would_print_and_only_counts_the_rest() -> None:
    study = Study(
        "a",
        "article-newspaper",
        title=LangText({"en": "H<sub>2</sub>O in <span class=\"nocase\">Java</span>"}),
        abstract=LangText({"en": "Water."}),
        language="en",
        dates=Dates({"issued": parse_date("2016-09/2016-10")}),
        variables=Variables({"PMID": LangText({"und": "1"}), "event-place": LangText({"en": "Bandung"})}),
    )  # fmt: skip
    told = left_out(study, "word")
    assert told["warning"] == "type (article-newspaper), title (<sub>), issued (2016-09/2016-10), event-place"
    assert told["info"] == "abstract, PMID"


def test_the_number_of_an_article_stands_where_word_has_pages() -> None:
    study = Study("a", "article-journal", title=LangText({"en": "Ports"}), variables=Variables({"number": LangText({"und": "e17"})}))
    (back,), problems = passed([study], "word")
    assert back.text("page") == "e17"
    assert not problems


def test_a_type_that_ris_does_not_have_is_told() -> None:
    assert left_out(Study("a", "review-book", title=LangText({"en": "Ports"})), "ris") == {"warning": "type (review-book)"}
    assert left_out(Study("a", "review-book", title=LangText({"en": "P"}), extra=(("ris:TY", "JOUR"),)), "ris") == {
        "warning": "type (review-book)"
    }
    assert left_out(Study("a", "article-journal", title=LangText({"en": "Ports"})), "ris") == {}


@pytest.mark.parametrize("name", ["Barnes and Noble, Inc.", "Dinas Kesehatan, Kota Bogor", "A, B, and C", "WHO", "Pusat Kota"])
def test_an_institution_stays_one_in_ris(name: str) -> None:
    study = Study("a", "book", title=LangText({"en": "Ports"}), names=Names({"author": (Name(literal=name),)}))
    (back,), problems = passed([study], "ris")
    assert [one.text() for one in back.author] == [name]
    assert not problems


def test_numbers_of_pubmed_are_read_as_pubmed_and_cochrane_write_them() -> None:
    read = named("ris").read
    assert read is not None
    for line in ("U1  - 26957754[pmid]", "C3  - PUBMED 26957754,EMBASE 1234"):
        (study,), _ = read(f"TY  - JOUR\nTI  - Ports\n{line}\nU2  - PMC4756000[pmcid]\nER  - \n".encode(), "a.ris")
        assert (study.text("PMID"), study.text("PMCID")) == ("26957754", "PMC4756000")
    (back,), problems = passed([study], "ris")
    assert back.text("PMID") == "26957754"
    assert not problems


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9/2014", "2014-09"),
        ("12/2014", "2014-12"),
        ("2014/9", "2014-09"),
        ("2014/15", "2014/2015"),
        ("Sep/2014", "2014-09"),
        ("2013/2014", "2013/2014"),
    ],
)
def test_a_month_before_a_slash_is_no_year(written: str, meant: str) -> None:
    read = named("table").read
    assert read is not None
    (study,), _ = read(f'Judul,Penulis,Tahun\nKota,"Lee, Bo",{written}\n'.encode(), "a.csv")
    assert study.issued is not None
    assert study.issued.edtf() == meant
