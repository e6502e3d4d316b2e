"""Looking up works in services that stand on this machine: whom it asks, what it takes, what it says when nothing comes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import attrs
import pytest
from online.service import LocalService, Reply

from litreview.errors import MissingExtra
from litreview.languages import explain, tags
from litreview.online import Client, Identifier, identify, lookup
from litreview.online.identifier import Kind
from litreview.online.service import asked_for, services
from litreview.record import FrozenMap

DOI = Identifier("doi", "10.5555/ports.1")
WORK = {
    "status": "ok", "message-type": "work", "message-version": "1.0.0",
    "message": {
        "DOI": "10.5555/PORTS.1", "type": "journal-article", "title": ["Ports of <i>call</i>"], "container-title": ["Harbour Studies"],
        "author": [{"family": "Santoso", "given": "Budi", "sequence": "first"}, {"name": "Pusat Pelabuhan"}],
        "issued": {"date-parts": [[2019, 3]]}, "volume": "4", "issue": "2", "page": "11-29", "ISSN": ["0378-5955"], "language": "en",
        "URL": "http://dx.doi.org/10.5555/ports.1", "is-referenced-by-count": 2,
    },
}  # fmt: skip
DEPOSIT = {
    "data": {
        "id": "10.48550/arxiv.2101.00001", "type": "dois",
        "attributes": {
            "doi": "10.48550/arxiv.2101.00001", "titles": [{"title": "Tides"}], "publisher": "arXiv", "publicationYear": 2021,
            "creators": [{"name": "Lee, Ann", "givenName": "Ann", "familyName": "Lee", "nameType": "Personal"}],
            "types": {"resourceTypeGeneral": "Preprint"}, "url": "https://arxiv.org/abs/2101.00001",
        },
    }
}  # fmt: skip
PUBMED = b"""<?xml version="1.0"?>
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><Article>
<Journal><ISSN>0378-5955</ISSN><JournalIssue><Volume>4</Volume><PubDate><Year>2011</Year></PubDate></JournalIssue><Title>Harbour Health</Title></Journal>
<ArticleTitle>Ports and fevers.</ArticleTitle>
<AuthorList><Author><LastName>Lee</LastName><ForeName>Ann</ForeName></Author></AuthorList><Language>eng</Language>
</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"""
MODS = b"""<?xml version="1.0"?><zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:numberOfRecords>1</zs:numberOfRecords>
<zs:records><zs:record><zs:recordData><mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Pelabuhan</title></titleInfo>
<name type="personal"><namePart type="family">Santoso</namePart><namePart type="given">Budi</namePart><role><roleTerm>aut</roleTerm></role></name>
<originInfo><dateIssued>2001</dateIssued><publisher>Acme</publisher></originInfo><identifier type="isbn">9780306406157</identifier></mods>
</zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>"""
BOOK = {
    "ISBN:9780306406157": {
        "key": "/books/OL1M", "title": "Harbours", "subtitle": "A history", "authors": [{"name": "Ann Lee", "url": "x"}],
        "publishers": [{"name": "Acme"}], "publish_places": [{"name": "Jakarta"}], "publish_date": "March 2009", "number_of_pages": 92,
        "identifiers": {"isbn_13": ["9780306406157"], "isbn_10": ["0306406152"]}, "subjects": [{"name": "Harbors", "url": "y"}],
    }
}  # fmt: skip
ASKED = {
    "crossref": "/crossref/works/10.5555%2Fports.1",
    "datacite": "/datacite/dois/10.5555%2Fports.1",
    "openalex": "/openalex/works/doi:10.5555%2Fports.1",
    "doi_org": "/doi_org/10.5555%2Fports.1",
}


def reply(value: object, status: int = 200) -> Reply:
    return Reply(value if isinstance(value, bytes) else json.dumps(value).encode(), status)


def test_a_journal_article_of_crossref(service: LocalService, client: Client) -> None:
    service.say(ASKED["crossref"], reply(WORK))
    study, problems = lookup(DOI, client=client)
    assert study is not None
    assert (study.type, study.text("title"), study.text("container-title"), study.text("page")) == (
        "article-journal", "Ports of <i>call</i>", "Harbour Studies", "11-29",
    )  # fmt: skip
    assert [n.text() for n in study.author] == ["Budi Santoso", "Pusat Pelabuhan"]
    assert study.key
    assert not problems
    assert service.paths == [ASKED["crossref"]], "nobody else is asked"


def test_the_next_service_is_asked_where_one_does_not_know_the_work(service: LocalService, client: Client) -> None:
    work = {
        "id": "https://openalex.org/W1",
        "doi": "https://doi.org/10.5555/ports.1",
        "display_name": "Ports",
        "publication_year": 2019,
        "type": "article",
        "authorships": [],
    }
    service.say(ASKED["openalex"], reply(work))
    study, problems = lookup(DOI, client=client)
    assert study is not None
    assert study.text("title") == "Ports"
    assert not problems
    assert service.paths == [ASKED["crossref"], ASKED["datacite"], ASKED["openalex"]]


def test_an_agency_of_its_own_answers_through_the_resolver(service: LocalService, client: Client) -> None:
    item = {"type": "article-journal", "id": "x", "DOI": "10.5555/ports.1", "title": "Ports", "author": [{"family": "Lee"}]}
    service.say(ASKED["doi_org"], Reply(status=302, headers=(("Location", f"{service.base}/elsewhere"),)))
    service.say("/elsewhere", reply(item))
    study, _ = lookup(DOI, client=client)
    assert study is not None
    assert study.author[0].family == "Lee"
    assert service.asked[-1][1]["Accept"] == "application/vnd.citationstyles.csl+json"


def test_an_arxiv_number_is_a_doi_of_datacite(service: LocalService, client: Client) -> None:
    service.say("/datacite/dois/10.48550%2FarXiv.2101.00001", reply(DEPOSIT))
    study, _ = lookup(Identifier("arxiv", "2101.00001"), client=client)
    assert study is not None
    assert (study.type, study.text("archive"), study.text("archive_location"), study.text("DOI")) == (
        "article", "arXiv", "2101.00001", "10.48550/arxiv.2101.00001",
    )  # fmt: skip


def test_a_pubmed_number(service: LocalService, client: Client) -> None:
    service.say("/pubmed/efetch.fcgi?db=pubmed&id=123&retmode=xml&tool=litreview", reply(PUBMED))
    study, _ = lookup(Identifier("pmid", "123"), client=client)
    assert study is not None
    assert (study.text("title"), study.text("PMID"), study.issued and study.issued.year) == ("Ports and fevers", "123", 2011)


def test_a_book_of_open_library(service: LocalService, client: Client) -> None:
    service.say("/openlibrary/api/books?bibkeys=ISBN%3A0306406152&jscmd=data&format=json", reply(BOOK))
    study, _ = lookup(Identifier("isbn", "0306406152"), client=client)
    assert study is not None, "ten and thirteen digits are one number"
    assert (study.type, study.text("title"), study.text("publisher"), study.text("publisher-place"), study.text("number-of-pages")) == (
        "book", "Harbours: A history", "Acme", "Jakarta", "92",
    )  # fmt: skip
    assert (study.author[0].family, study.author[0].given, study.issued and study.issued.edtf()) == ("Lee", "Ann", "2009-03")


def test_a_book_of_the_union_catalogue(service: LocalService, client: Client) -> None:
    service.say("/openlibrary/api/books?bibkeys=ISBN%3A9780306406157&jscmd=data&format=json", reply({}))
    path = "/k10plus/opac-de-627?version=1.1&operation=searchRetrieve&query=pica.isb%3D9780306406157&maximumRecords=1&recordSchema=mods36"
    service.say(path, reply(MODS))
    study, problems = lookup(Identifier("isbn", "9780306406157"), client=client)
    assert study is not None
    assert (study.text("title"), study.author[0].family, study.text("publisher")) == ("Pelabuhan", "Santoso", "Acme")
    assert not problems


def test_another_work_than_the_one_asked_for_is_not_taken(service: LocalService, client: Client) -> None:
    service.say(ASKED["crossref"], reply({"message": {**WORK["message"], "DOI": "10.5555/other"}}))  # type: ignore[dict-item]
    study, problems = lookup(DOI, client=client)
    assert study is None
    assert [(p.code, p.get("found")) for p in problems] == [("other-work-found", "10.5555/other"), ("identifier-unknown", None)]


def test_nobody_knows_it(service: LocalService, client: Client, waits: list[float]) -> None:
    study, problems = lookup(DOI, client=client)
    assert study is None
    assert [(p.code, p.severity) for p in problems] == [("identifier-unknown", "error")]
    assert not waits
    assert service.paths == [ASKED[one.name] for one in asked_for("doi")]


def test_without_a_connection_it_says_so_in_one_line_of_each_language(client: Client, waits: list[float]) -> None:
    nowhere = attrs.evolve(client, bases=FrozenMap({one.name: "http://127.0.0.1:9" for one in services()}))
    study, problems = lookup(DOI, client=nowhere)
    assert study is None
    assert [p.code for p in problems] == ["no-connection"]
    assert not waits, "a missing connection does not come back by waiting"
    for tag in tags():
        said = explain(problems[0], tag)
        assert "10.5555/ports.1" in said
        assert "Crossref" in said
        assert "\n" not in said


@pytest.mark.parametrize("body", [b"<html>Sorry</html>", b"[1, 2]", b"", b"\xff\xfe\x00", b"{" * 5000, b'{"message": []}'])
def test_an_answer_that_is_none_is_said_and_the_next_is_asked(service: LocalService, client: Client, body: bytes) -> None:
    service.say(ASKED["crossref"], Reply(body))
    service.say(ASKED["datacite"], reply({"data": {"attributes": {"doi": DOI.value, "titles": [{"title": "Ports"}]}}}))
    study, problems = lookup(DOI, client=client)
    assert study is not None
    assert study.text("title") == "Ports"
    assert {p.code for p in problems} <= {"service-unreadable"}


def test_without_httpx_the_extra_is_named(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("No module named 'httpx'", name="httpx")

    monkeypatch.setattr("litreview.online.client._exchange", missing)
    with pytest.raises(MissingExtra, match=r"litreview-kit\[online\]"):
        lookup(DOI, client=client)


def test_every_service_is_asked_for_something_and_over_https() -> None:
    assert all(one.asked for one in services())
    samples = {
        "doi": DOI,
        "arxiv": Identifier("arxiv", "2101.00001"),
        "pmid": Identifier("pmid", "1"),
        "isbn": Identifier("isbn", "0306406152"),
    }
    for kind in get_args(Kind):
        for one in asked_for(kind):
            path = one.path(samples[kind], None)
            assert path is not None, (kind, one.name)
            assert path.startswith("/")
            assert one.base.startswith("https://")


def test_what_stands_in_an_identifier_cannot_lead_elsewhere(service: LocalService, client: Client) -> None:
    found = identify("https://doi.org/10.1000/../../admin?x=1")
    assert found is not None
    lookup(found, client=client)
    assert all(path.count("/") == path.replace("..%2F", "").count("/") and "/../" not in path for path in service.paths)
    assert all("%2F..%2F" in path for path in service.paths)


def test_httpx_is_not_even_loaded_before_something_is_looked_up() -> None:
    said = "import sys, litreview.online, litreview.cli; litreview.cli.commands(); print('httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_only_an_answer_that_was_read_is_kept(service: LocalService, client: Client, tmp_path: Path) -> None:
    keeping = attrs.evolve(client, cache=tmp_path)
    lookup(DOI, client=keeping)
    (asked,) = [path for path in service.paths if path.startswith("/crossref")]
    for kept in tmp_path.iterdir():
        kept.unlink()
    service.say(asked, Reply(b"<html>maintenance</html>"), Reply(json.dumps(WORK).encode()))
    assert lookup(DOI, client=keeping)[0] is None
    study, _ = lookup(DOI, client=keeping)
    assert study is not None
    assert study.text("title") == "Ports of <i>call</i>"
    assert lookup(DOI, client=keeping)[0] == study
    assert service.paths.count(asked) == 3, "the second answer is kept"


def test_a_book_must_hold_the_number_it_was_asked_by(service: LocalService, client: Client) -> None:
    isbn = Identifier("isbn", "0306406152")
    lookup(isbn, client=client)
    (asked,) = [path for path in service.paths if path.startswith("/openlibrary")]
    service.say(asked, Reply(b'{"ISBN:0306406152": {"title": "Any other book"}}'))
    assert lookup(isbn, client=client)[0] is None
