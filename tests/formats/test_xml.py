"""XML from strangers, and the XML that Word reads."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from litreview.errors import ReadError
from litreview.formats import named
from litreview.formats._lxml import inside, root_of, text_of
from litreview.record import Dates, LangText, Name, Names, Study, Variables, parse_date
from tests.formats.studies import libraries

B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "{outside}">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "{outside}"> %x;]><a/>',
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(xml: str, encoding: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    with pytest.raises(ReadError, match="entities"):
        root_of(xml.replace("{outside}", secret.as_uri()).encode(encoding), "x.xml")


def test_an_outside_dtd_is_not_read_and_its_characters_are_known() -> None:
    root = root_of(
        b'<!DOCTYPE a SYSTEM "https://example.invalid/a.dtd"><a>caf&eacute;<b>&nbsp;one<!-- no --> two</b>&mine; three</a>', "x.xml"
    )
    assert text_of(root) == "café one two&mine; three"


def test_depth_is_bounded() -> None:
    with pytest.raises(ReadError):
        root_of(b"<a>" * 100_000 + b"</a>" * 100_000, "x.xml")
    assert inside(root_of(b"<a>" * 200 + b"x" + b"</a>" * 200, "x.xml"), "a/a/a") == "x"


def sources(*studies: Study) -> list[ElementTree.Element]:
    format = named("word")
    assert format.write is not None
    return list(ElementTree.fromstring(format.write(studies)[0]))


def said(source: ElementTree.Element) -> dict[str, str]:
    return {child.tag.removeprefix(B): child.text or "" for child in source if not len(child)}


def test_word_is_told_what_it_can_print() -> None:
    study = Study(
        "santoso 2021",
        "thesis",
        title=LangText({"id": "Kota <i>kembar</i> & pelabuhan", "en": "Twin cities"}),
        genre=LangText({"id": "Skripsi"}),
        language="id",
        names=Names({"author": (Name(family="Berg", given="Jan", non_dropping_particle="van den"), Name(literal="Pusat Kota"))}),
        dates=Dates({"issued": parse_date("2021-08-17"), "accessed": parse_date("2024")}),
        variables=Variables({"publisher": LangText({"id": "Universitas Contoh"}), "URL": LangText({"und": "https://example.org"})}),
    )
    (source,) = sources(study)
    found = said(source)
    assert found.pop("Guid").startswith("{")
    assert found == {
        "Tag": "santoso_2021", "SourceType": "Report", "LCID": "1057", "Title": "Kota kembar & pelabuhan", "Institution": "Universitas Contoh",
        "URL": "https://example.org", "ThesisType": "Skripsi", "Year": "2021", "Month": "8", "Day": "17", "YearAccessed": "2024", "RefOrder": "1",
    }  # fmt: skip
    people = source.findall(f"{B}Author/{B}Author/{B}NameList/{B}Person")
    assert [[(part.tag.removeprefix(B), part.text) for part in person] for person in people] == [
        [("Last", "van den Berg"), ("First", "Jan")],
        [("Last", "Pusat Kota")],
    ]


def test_an_institution_alone_is_corporate() -> None:
    (source,) = sources(Study("a", "book", names=Names({"author": (Name(literal="Pusat Kota"),)})))
    assert source.findtext(f"{B}Author/{B}Author/{B}Corporate") == "Pusat Kota"


@pytest.mark.slow
@settings(max_examples=30)
@given(libraries())
def test_word_gets_well_formed_xml_with_a_tag_for_each(studies: tuple[Study, ...]) -> None:
    found = sources(*studies)
    assert len({said(source)["Tag"].casefold() for source in found}) == len(studies)
    assert all(said(source)["SourceType"] for source in found)
