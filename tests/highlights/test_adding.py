"""A collection of Zotero into a folder of records, again and again: new highlights go in, what she has stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import litreview
from litreview.zotero.selection import Zotero
from tests.zotero.database import Database


@pytest.fixture
def zotero(tmp_path: Path) -> Path:
    file = Database(tmp_path / "zotero.sqlite")
    work = file.item("WORK0001", by=["Lee, Min"], title="Ports", date="2019-00-00 2019", language="en")
    pdf = file.pdf(work, "PDF00001")
    file.mark(pdf, "MARK0001", "Trust decides.", "#ffd400", "12", at=1)
    file.mark(pdf, "MARK0002", "Twenty officials were asked.", "#2ea8e5", "14", at=3)
    file.collection("Kota", [work])
    return file.save()


def add(zotero: Path) -> litreview.Additions:
    return litreview.add(Zotero("Kota", zotero), into=zotero.parent / "references")


def test_the_records_hold_what_was_marked(zotero: Path) -> None:
    (entry,) = add(zotero).entries
    assert (entry.state, [mark.page for mark in entry.study.highlights]) == ("added", ["12", "14"])
    assert litreview.load(zotero.parent / "references").studies[0].highlights == entry.study.highlights


def test_nothing_new_changes_no_byte(zotero: Path) -> None:
    add(zotero)
    (file,) = (zotero.parent / "references").iterdir()
    before = file.read_bytes()
    assert [entry.state for entry in add(zotero).entries] == ["there"]
    assert file.read_bytes() == before


def test_new_marks_go_in_and_changed_ones_are_told(zotero: Path) -> None:
    add(zotero)
    (file,) = (zotero.parent / "references").iterdir()
    mine = file.read_text(encoding="utf-8").replace("title: Ports", "title: Ports of the North  # my correction")
    file.write_text(mine, encoding="utf-8")
    with closing(sqlite3.connect(zotero)) as connection, connection:
        connection.execute("UPDATE itemAnnotations SET comment = 'hasil: kepercayaan' WHERE pageLabel = '12'")
    again = Database.opened(zotero)
    again.mark(2, "MARK0003", "Ports grew.", "#ffd400", "19", at=8)
    again.save()
    (entry,) = add(zotero).entries
    assert (entry.state, entry.marked, entry.remarked) == ("marked", 1, ("12",))
    assert [mark.page for mark in entry.study.highlights] == ["12", "14", "19"]
    assert not entry.study.highlights[0].comment
    text = file.read_text(encoding="utf-8")
    assert "title: Ports of the North  # my correction" in text
    assert [study.key for study in litreview.load(file.parent)] == [entry.study.key]


def test_no_path_of_the_machine_is_written(zotero: Path) -> None:
    add(zotero)
    (file,) = (zotero.parent / "references").iterdir()
    assert str(zotero.parent) not in file.read_text(encoding="utf-8")
