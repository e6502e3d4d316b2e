"""Large files: the work grows with the number of records, with the length of one record, and with the length of texts made to be evil."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.formats import formats, named
from litreview.record import Study
from tests.work import calls, growth

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats"


def repeated(format: str, count: int) -> bytes:
    """A file with `count` works of one author and one title, the worst for finding keys."""
    match format:
        case "ris":
            return b"TY  - JOUR\nAU  - Doe, Jane\nTI  - Ports\nPY  - 2021\nER  - \n\n" * count
        case "nbib":
            return b"PMID- 1\nTI  - Ports.\nFAU - Doe, Jane\nDP  - 2021\n\n" * count
        case "pubmed-text":
            records = (b"%d. Port Stud. 2021;1:2.\n\nPorts.\n\nDoe J.\n\nPMID: 1\n\n\n" % n for n in range(1, count + 1))
            return b"".join(records)
        case "enw":
            return b"%0 Book\n%A Doe, Jane\n%T Ports\n%D 2021\n\n" * count
        case "wos":
            return b"PT J\nAU Doe, J\nTI Ports\nPY 2021\nER\n\n" * count
        case "copac":
            return b"TI- Ports\nAU- Doe, Jane\nPY- 2021\n\n" * count
        case "ovid":
            return b"<1>\nAuthor\n  Doe, Jane\nTitle\n  Ports\n\n" * count
        case "repec":
            return b"nep.repec.org\n\n" + b"".join(b"%d. Ports\n\nBy: Ann Lee\nDate: 2021\n\n" % n for n in range(1, count + 1))
        case "scopus":
            return b"Authors,Title,Year,Source title,EID\n" + b'"Doe, J.",Ports,2021,Port Studies,1\n' * count
        case "ieee":
            return b"Document Title,Authors,Publication Title,Publication Year\n" + b"Ports,J. Doe,Port Studies,2021\n" * count
        case "csl-json":
            return json.dumps([{"type": "book", "title": "Ports"}] * count).encode()
        case "csl-yaml":
            return b"references:\n" + b"- type: book\n  title: Ports\n" * count
        case "cff":
            return b"cff-version: 1.2.0\nreferences:\n" + b"- type: book\n  title: Ports\n" * count
        case "crossref":
            return json.dumps({"message": {"items": [{"DOI": "10.1000/a", "title": ["Ports"]}] * count}}).encode()
        case "datacite":
            return json.dumps({"data": [{"attributes": {"doi": "10.1000/a", "titles": [{"title": "Ports"}]}}] * count}).encode()
        case "openalex":
            return json.dumps({"results": [{"id": "W1", "title": "Ports"}] * count}).encode()
        case "mods":
            return b"<modsCollection>" + b"<mods><titleInfo><title>Ports</title></titleInfo></mods>" * count + b"</modsCollection>"
        case "marc-xml":
            inner = b'<record><leader>00000nam</leader><datafield tag="245"><subfield code="a">Ports</subfield></datafield></record>'
            return b"<collection>" + inner * count + b"</collection>"
        case "endnote-xml":
            return b"<xml><records>" + b"<record><titles><title>Ports</title></titles></record>" * count + b"</records></xml>"
        case "pubmed-xml":
            inner = (
                b"<PubmedArticle><MedlineCitation><Article><ArticleTitle>Ports.</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
            )
            return b"<PubmedArticleSet>" + inner * count + b"</PubmedArticleSet>"
        case "word":
            return b"<Sources>" + b"<Source><SourceType>Book</SourceType><Title>Ports</Title></Source>" * count + b"</Sources>"
        case "yaml":
            return b"".join(b"- key: k%d\n  type: book\n  title: Ports\n" % n for n in range(count))
        case "table":
            return b"Judul;Penulis;Tahun\n" + b"Ports;Doe, Jane;2021\n" * count
        case "table-text":
            return b"Title\tAuthor\tYear\n" + b"Ports\tDoe, Jane\t2021\n" * count
        case "zotero-rdf":
            work = b"<bib:Book><z:itemType>book</z:itemType><dc:title>Ports</dc:title></bib:Book>"
            return b'<RDF xmlns:bib="b" xmlns:dc="d" xmlns:z="z">' + work * count + b"</RDF>"
        case "zotero-json":
            return json.dumps({"items": [{"itemType": "book", "title": "Ports", "date": "2021"}] * count}).encode()
        case "other-json":
            return json.dumps(
                [{"title": "Ports", "authors": ["J Doe"], "source": "Port Studies", "cites": 1, "uid": "x", "year": 2021}] * count
            ).encode()
        case "bibtex" | "bibtex-text":
            return b"".join(b"@book{k%d, title = {Ports}, author = {Doe, Jane}}\n\n" % n for n in range(count))
    raise AssertionError(f"say how a large {format} file looks")


def reading(format: str, data: bytes) -> Callable[[], tuple[Study, ...]]:
    read = named(format).read
    assert read is not None
    return lambda: read(data, "x")[0]


@pytest.mark.slow
@pytest.mark.parametrize("format", [f.name for f in formats() if f.read and f.name != "other-xml"])  # which reads nothing
def test_work_grows_with_the_number_of_records(format: str) -> None:
    assert len(reading(format, repeated(format, 300))()) == 300
    assert growth(lambda count: reading(format, repeated(format, count)), 60, times=5) < 5.5


@pytest.mark.parametrize(
    ("format", "start", "line"),
    [
        ("ris", b"TY  - JOUR\nTI  - a\n", b"more\n"), ("ris", b"TY  - JOUR\n", b"N1  - a\n"), ("ris", b"TY  - JOUR\n", b"KW  - a%d\n"),
        ("ris", b"", b"TY  - JOUR\n"), ("nbib", b"PMID- 1\nTI  - a\n", b"      more\n"), ("nbib", b"PMID- 1\n", b"AU  - Lee A\n"),
        ("enw", b"%0 Book\n%T a\n", b"more\n"), ("wos", b"PT J\nTI a\n", b"   more\n"), ("ovid", b"<1>\nTitle\n", b"  more\n"),
        ("copac", b"TI- a\n", b"    more\n"), ("repec", b"nep.repec.org\n\n1. a\nBy: b\n", b"c d\n"), ("repec", b"nep.repec.org\n", b"1. a\n\n"),
        ("scopus", b"Title,Source title,EID\n", b'"'), ("csl-json", b"[" , b'{"id": "a"},\n'),
    ],
)  # fmt: skip
def test_work_grows_with_the_length_of_one_record(format: str, start: bytes, line: bytes) -> None:
    def record(lines: int) -> Callable[[], tuple[Study, ...]]:
        end = b'{"id": "z"}]' if format == "csl-json" else b""
        return reading(format, start + b"".join(line.replace(b"%d", b"%d" % n) for n in range(lines)) + end)

    assert growth(record, 300, times=5) < 6


EVIL = {
    "copac": [b"TI- a\n" + b"   \n" * 300, b"TI- a\n" + b"    x\n" * 20_000],
    "ovid": [b"<1>\nAuthor\n  a" + b"*" * 5000 + b"x", b"<1>\nAuthor\n  a" + b" 1" * 5000 + b"x", b"<1>\nTitle\n  a" + b" " * 50_000 + b"b",
             b"<1>\nAuthor\n  " + b"Lee A" * 5000, b"<1>\nSource\n  " + b"1(2):3-4, " * 5000, b"<1>\nAuthor\n  a" + b" " * 50_000 + b"b"],
    "wos": [b"PT,AU" + b",a" * 200_000, b"a" + b"\t" * 200_000],
    "scopus": [b"Title,Source title,EID\n" + b"[" * 50_000, b"Title,Source title,EID\na" + b" " * 50_000 + b"b,c,d",
               b"Authors,Title,Source title,EID\n" + b"a b. " * 5000],
    "repec": [b"nep.repec.org\n\n1. a\nBy: " + b" " * 50_000 + b"(", b"nep.repec.org\n\n1. a\nBy: " + b"(" * 20_000],
    "ris": [b"TY  - JOUR\nU1  - " + b"a" * 100_000, b"TY  - JOUR\nSP  - " + b"1-" * 20_000, b"TY  - JOUR\nAU  - " + b";" * 50_000],
    "word": [b"<Sources><Source><Author><Author><NameList><Person><Last>" + b"a " * 50_000 + b"</Last></Person></NameList></Author></Author>"
             b"</Source></Sources>"],
}  # fmt: skip


@pytest.mark.parametrize(("format", "data"), [(format, data) for format, listed in EVIL.items() for data in listed])
def test_no_text_takes_more_than_its_length(format: str, data: bytes) -> None:
    sniff = named(format).sniff
    assert sniff is not None
    sniff(data[:4096])
    assert calls(reading(format, data)) < 10 * len(data)
