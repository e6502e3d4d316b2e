"""Zotero asked over its local API, as its documentation describes it: a server of ours answers in its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import litreview
from litreview import Zotero
from litreview.cli import main
from tests.online.service import LocalService, Reply, local_service
from tests.zotero.database import Database

PLACE = {"type": "user", "id": 475425, "name": "Siti"}


def record(key: str, library: dict[str, Any] = PLACE, **data: Any) -> dict[str, Any]:
    return {"key": key, "version": 7, "library": library, "links": {}, "meta": {}, "data": {"key": key, "version": 7, **data}}


PERSON = {"creatorType": "author", "firstName": "Min", "lastName": "Lee"}
LEE = record(
    "LEE00001", itemType="conferencePaper", title="Ports", creators=[PERSON], proceedingsTitle="Docks", place="Busan", date="May 2019",
    language="en", extra="Citation Key: lee2019", tags=[{"tag": "inti"}, {"tag": "Harbours", "type": 1}], collections=["TEORI001"],
    relations={"dc:replaces": "http://zotero.org/users/475425/items/OLD00001"},
)  # fmt: skip
PDF = record(
    "PDF00001", itemType="attachment", parentItem="LEE00001", linkMode="imported_file", filename="Lee.pdf", contentType="application/pdf"
)
MARK = record(
    "MARK0001", itemType="annotation", parentItem="PDF00001", annotationType="highlight", annotationText="Trust decides what ports become.",
    annotationComment="hasil: kepercayaan menentukan", annotationColor="#ffd400", annotationPageLabel="316",
    annotationSortIndex="00001|000001|00000", annotationPosition='{"pageIndex":1,"rects":[[72,700,300,712]]}', tags=[{"tag": "kunci"}],
)  # fmt: skip
NOTE = record("NOTE0001", itemType="note", parentItem="LEE00001", note="<p>gap: suara warga tidak ada (hlm. 329)</p>", tags=[])
ALONE = record("ALONE001", itemType="attachment", filename="lepas.pdf")
GROUP = {"type": "group", "id": 77, "name": "Kelompok"}
SHARED = record(
    "GRUP0001", GROUP, itemType="book", title="Shared", creators=[{"creatorType": "author", "name": "Balai Kota"}], collections=[]
)
COLLECTIONS = [
    record("TESIS001", name="Tesis", parentCollection=False),
    record("TEORI001", name="Teori", parentCollection="TESIS001"),
]
ANSWERS = {
    "/api/users/0/items": [LEE, PDF, MARK, NOTE, ALONE],
    "/api/users/0/collections": COLLECTIONS,
    "/api/users/0/groups": [{"id": 77, "version": 1, "links": {}, "meta": {}, "data": {"id": 77, "name": "Kelompok"}}],
    "/api/groups/77/items": [SHARED],
    "/api/groups/77/collections": [],
}


@pytest.fixture
def zotero() -> Iterator[LocalService]:
    with local_service() as service:
        for path, answer in ANSWERS.items():
            service.say(path, Reply(json.dumps(answer).encode(), headers=(("Zotero-API-Version", "3"),)))
        yield service


def same_library(folder: Path) -> Path:
    """What the server says, as a database."""
    db = Database(folder / "zotero.sqlite", account="475425")
    lee = db.item(
        "LEE00001", "conferencePaper", by=["Lee, Min"], title="Ports", proceedingsTitle="Docks", place="Busan", date="2019-05-00 May 2019",
        language="en", extra="Citation Key: lee2019",
    )  # fmt: skip
    db.tag(lee, "inti")
    db.tag(lee, "Harbours", automatic=True)
    db.relate(lee, "dc:replaces", "http://zotero.org/users/475425/items/OLD00001")
    db.collection("Teori", [lee], under=db.collection("Tesis"))
    comment = "hasil: kepercayaan menentukan"
    db.tag(
        db.mark(
            db.pdf(lee, "PDF00001", "Lee.pdf"), "MARK0001", "Trust decides what ports become.", "#ffd400", "316", comment=comment, at=1
        ),
        "kunci",
    )
    db.note(lee, "NOTE0001", "<p>gap: suara warga tidak ada (hlm. 329)</p>")
    db.item("GRUP0001", "book", by=["Balai Kota"], title="Shared", library=db.group(77, "Kelompok", 2))
    return db.save()


def test_the_api_gives_the_same_studies_as_the_database(zotero: LocalService, tmp_path: Path) -> None:
    from_file = litreview.load(Zotero("", same_library(tmp_path))).studies
    from_program = litreview.load(Zotero("", f"{zotero.base}/api")).studies
    assert [attrs.evolve(study, origin=None) for study in from_program] == [attrs.evolve(study, origin=None) for study in from_file]
    assert from_program[0].highlights[0].page == "316"


@pytest.mark.parametrize(("wanted", "keys"), [("Tesis", ["lee2019"]), ("Teori", ["lee2019"]), ("tag:inti", ["lee2019"]), ("Kelompok", 1)])
def test_a_part_of_it_is_asked_for_as_ever(zotero: LocalService, wanted: str, keys: list[str] | int) -> None:
    found = list(litreview.load(Zotero(wanted, f"{zotero.base}/api")).keys())
    assert found == keys or len(found) == keys


def test_without_an_account_the_address_of_an_item_is_not_guessed(zotero: LocalService) -> None:
    nobody = [{**one, "library": {"type": "user", "id": 0}} for one in ANSWERS["/api/users/0/items"]]
    zotero.say("/api/users/0/items", Reply(json.dumps(nobody).encode()))
    study = litreview.load(Zotero("Tesis", f"{zotero.base}/api")).studies[0]
    assert not [value for name, value in study.extra if name == "zotero:uri"]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(b"", 403), "Allow other applications"),
        (Reply(b"Zotero is running"), "local API"),
        (Reply(b"{}"), "local API"),
        (Reply(b"no", 404), "local API"),
    ],
)
def test_what_does_not_answer_as_zotero_is_one_line(
    zotero: LocalService, reply: Reply, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in ANSWERS:
        zotero.say(path, reply)
    assert main(["convert", "zotero:", "--zotero", f"{zotero.base}/api", "--to", "ris"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:9/api", "start it"),
        ("http://example.org:23119/api", "not on this machine"),
        ("https://api.zotero.org", "not on this machine"),
    ],
)
def test_no_other_machine_is_asked(address: str, said: str) -> None:
    with pytest.raises(litreview.ReadError, match=said):
        litreview.load(Zotero("", address))
