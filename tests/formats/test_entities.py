"""Entities of HTML that exports leave in their values, in formats that know none: one person stays one person, an ampersand is one."""

from __future__ import annotations

import json

import pytest

from litreview.formats import named

FILES = {
    "table, commas": ("table", b"Title,Authors,Year\nPorts &amp; aid,\"Ma&#039;arif, Jane; Lee, Bo\",2021\n"),
    "table, semicolons": ("table", b"Judul;Penulis;Tahun\nPorts &amp; aid;Ma&#039;arif, Jane and Lee, Bo;2021\n"),
    "table, tabs": ("table-text", b"Title\tAuthors\tYear\nPorts &amp; aid\tMa&#039;arif, Jane; Lee, Bo\t2021\n"),
    "Scopus": ("scopus", b"Authors,Title,Year,Source title,EID\n\"Ma&#039;arif, Jane; Lee, Bo\",Ports &amp; aid,2021,Port Studies,1\n"),
    "Web of Science": ("wos", b"PT J\nAF Ma&#039;arif, Jane\n   Lee, Bo\nTI Ports &amp; aid\nPY 2021\nER\n\n"),
    "Publish or Perish": ("other-json", json.dumps([{"title": "Ports &amp; aid", "authors": ["Jane Ma&#039;arif", "Bo Lee"], "source": "J", "cites": 1, "uid": "x", "year": 2021}]).encode()),
    "OpenAlex": ("openalex", json.dumps({"results": [{"id": "W1", "title": "Ports &amp; aid", "authorships": [{"author": {"display_name": "Jane Ma&#039;arif"}}, {"author": {"display_name": "Bo Lee"}}]}]}).encode()),
    "EndNote": ("endnote-xml", b"<xml><records><record><titles><title>Ports &amp;amp; aid</title></titles><contributors><authors><author>Ma&amp;#039;arif, Jane</author><author>Lee, Bo</author></authors></contributors></record></records></xml>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_an_entity_is_the_character_that_it_stands_for(kind: str) -> None:
    format, data = FILES[kind]
    read = named(format).read
    assert read is not None
    (study,), _ = read(data, "export")
    assert study.text("title") == "Ports & aid"
    assert [(name.given, name.family) for name in study.author] == [("Jane", "Ma'arif"), ("Bo", "Lee")]


@pytest.mark.parametrize("text", ["R&D", "AT&T", "Q&A", "x &nosuchname y"])
def test_an_ampersand_before_a_delimiter_is_none(text: str) -> None:
    read = named("table").read
    assert read is not None
    (study,), _ = read(f"Judul;Penulis;Tahun\n{text};Lee, Bo;2021\n".encode(), "x.csv")
    assert study.text("title") == text
    assert study.issued is not None


def test_a_quotation_mark_as_an_entity_opens_no_cell() -> None:
    read = named("table").read
    assert read is not None
    (study,), problems = read(b"Judul;Penulis;Tahun\n&quot;Kota&#59; desa&quot; kini;Lee, Bo;2021\n", "x.csv")
    assert study.text("title") == '"Kota; desa" kini'
    assert not [problem for problem in problems if problem.severity != "info"]
