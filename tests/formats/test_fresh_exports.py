"""What exports of public repositories brought that was not met before, each in words of our own."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from litreview.formats import by_suffix, named
from litreview.record import Study


def read(format: str, data: bytes, name: str = "export") -> tuple[Study, ...]:
    reader = named(format).read
    assert reader is not None
    return reader(data, name)[0]


def test_the_column_of_the_journal_comes_before_that_of_the_database() -> None:
    book = Workbook()
    sheet = book.create_sheet("studies", 0)
    for row in (("AU", "TI", "PY", "SO", "Source"), ("Lee A.", "Ports", 2022, "Port Studies", "Scopus")):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    (study,) = read("table", data.getvalue(), "bib.xlsx")
    assert study.text("container-title") == "Port Studies"


@pytest.mark.parametrize(
    ("field", "families"),
    [
        ("CM Danu, E Nechita, LR Manea", ["Danu", "Nechita", "Manea"]),
        ("D.A. de Souza, J.-P. Lee", ["Souza", "Lee"]),
        ("Danu, C.M.", ["Danu"]),
        ("Dinas Kesehatan,, Kota Bogor", ["Dinas Kesehatan, Kota Bogor"]),
        ("Lee, Ann; Abe, Bo", ["Lee", "Abe"]),
    ],
)
def test_several_persons_in_one_field(field: str, families: list[str]) -> None:
    (study,) = read("ris", f"TY  - JOUR\nTI  - Ports\nAU  - {field}\nER  - \n".encode())
    assert [name.family or name.literal for name in study.author] == families


@pytest.mark.parametrize(
    "text",
    [
        "1. Lee A, Abe B. Ports. J Ports. 2019;3(2):4-5.\n\n2. Oh C. Docks. J Ports. 2020;4(1):1-2.\n\n3. Kim D. Aid. Aid. 2021;1:2.\n",
        "1. Anonymous. 2019. Ports.\n\n2. Anonymous. 2020. Docks.\n\n3. Nobody. 2020. Aid.\n",
    ],
)
def test_a_list_of_references_is_no_export_of_pubmed(text: str) -> None:
    found = by_suffix("a.txt", text.encode())
    assert found is None or found.name != "pubmed-text"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_abstracts_of_pubmed_saved_as_text(mark: str, end: str) -> None:
    text = (
        mark
        + "1. J Ports. 2019 Mar 13;10(3):246.\n\nPorts.\n\nLee AB(1), Abe C.\n\nWe ask.\n\nPMID: 7\n\n\n2. Aid. 2020.\n\nDocks.\n\nOh D.\n\nPMID: 8\n"
    )
    data = text.replace("\n", end).encode()
    found = by_suffix("abstract-set.txt", data)
    assert found is not None
    assert found.name == "pubmed-text"
    first, second = read("pubmed-text", data)
    assert [name.family for name in first.author] == ["Lee", "Abe"]
    assert (first.text("abstract"), first.text("PMID")) == ("We ask.", "7")
    assert (second.text("title"), second.text("container-title"), second.text("PMID")) == ("Docks", "Aid", "8")
