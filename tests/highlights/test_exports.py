"""Exports of highlights as readers give them, put into the records of their works by ``litreview add``."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.highlights.exports import excerpts_in

CLIPPINGS = """\ufeffPorts of the North: A History (Lee, Min)
- Your Highlight on page 12 | Location 180-182 | Added on Monday, 1 June 2020 10:00:00

Trade grew with trust.
==========
\ufeffPorts of the North: A History (Lee, Min)
- Your Note on page 12 | Location 182 | Added on Monday, 1 June 2020 10:01:00

hasil: kepercayaan menentukan
==========
Another Book (Park, Jun)
- Your Bookmark on page 3 | Location 40 | Added on Monday, 1 June 2020 10:02:00


==========
Another Book (Park, Jun)
- Your Highlight on Location 251-260 | Added on Monday, 1 June 2020 10:03:00

Nothing was known of it.
==========
"""
TABLE = """Highlight,Book Title,Book Author,Note,Color,Tags,Page
"Trade grew, with trust.",Ports of the North,"Lee, Min",hasil: kepercayaan,yellow,"inti, kota",12
Twenty officials were asked.,Ports of the North,"Lee, Min",,blue,,hlm. 14
,Ports of the North,"Lee, Min",gap: belum ada survei,,,
"""
NOTE = """# Annotations
(6/1/2020, 10:00:00 AM)

“Trade grew with trust.” ([Lee, 2019, p. 12](zotero://select/library/items/ABCD2345)) ([pdf](zotero://open-pdf/library/items/WXYZ2345?page=3&annotation=MARK2345)) hasil: kepercayaan menentukan

“Twenty officials (in all) were asked.” ([Lee, 2019, p. 14](zotero://select/library/items/ABCD2345)) ([pdf](zotero://open-pdf/library/items/WXYZ2345?page=5&annotation=MARK2346))

An own remark without a link.
"""
RECORD = """- key: lee2019
  type: book
  title: Ports of the North
  author: Lee, Min
  issued: 2019
  extra: {"zotero:uri": "http://zotero.org/users/local/abcd/items/ABCD2345"}
"""


def test_clippings_of_a_kindle() -> None:
    first, second = excerpts_in(CLIPPINGS, ".txt") or ()
    assert (first.title, first.author, len(first.highlights)) == ("Ports of the North: A History", "Lee, Min", 1)
    mark = first.highlights[0]
    assert (mark.text["en"], mark.comment["id"], mark.page) == ("Trade grew with trust.", "hasil: kepercayaan menentukan", "12")
    assert [one.page for one in second.highlights] == [None]  # a place of a Kindle is no page


def test_a_table_by_the_names_of_its_columns() -> None:
    (work,) = excerpts_in(TABLE, ".csv") or ()
    assert [mark.page for mark in work.highlights] == ["12", "14", None]
    assert [mark.colour for mark in work.highlights] == ["yellow", "blue", None]
    assert work.highlights[0].tags == ("inti", "kota")
    assert work.highlights[2].kind == "note"


def test_a_note_of_zotero_as_markdown() -> None:
    (work,) = excerpts_in(NOTE, ".md") or ()
    assert work.item == "ABCD2345"
    assert [(mark.text["en"], mark.page, mark.sheet, mark.id) for mark in work.highlights] == [
        ("Trade grew with trust.", "12", 3, "MARK2345"),
        ("Twenty officials (in all) were asked.", "14", 5, "MARK2346"),
    ]
    assert work.highlights[0].comment["id"] == "hasil: kepercayaan menentukan"


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("", ".txt"),
        ("", ".csv"),
        ("title,year\nPorts,2019\n", ".csv"),
        ("# A page\n\nWords.", ".md"),
        ("==========\n" * 5, ".txt"),
        ('"a', ".csv"),
    ],
)
def test_what_is_no_export_of_highlights_is_left_to_others(text: str, suffix: str) -> None:
    assert excerpts_in(text, suffix) is None


@pytest.mark.parametrize(("name", "text"), [("My Clippings.txt", CLIPPINGS), ("marks.csv", TABLE), ("Annotations.md", NOTE)])
def test_marks_go_to_the_record_of_their_work_once(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "lee.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    added = litreview.add(tmp_path / name, into=tmp_path / "lee.yaml")
    (entry,) = added.entries
    assert (entry.state, entry.study.key, entry.differing) == ("marked", "lee2019", ())
    assert entry.study.highlights[0].page == "12"
    assert litreview.load(tmp_path / "lee.yaml").studies[0].highlights == entry.study.highlights
    before = (tmp_path / "lee.yaml").read_bytes()
    assert [one.state for one in litreview.add(tmp_path / name, into=tmp_path / "lee.yaml").entries] == ["there"]
    assert (tmp_path / "lee.yaml").read_bytes() == before


def test_marks_of_a_work_that_has_no_record_are_a_line(tmp_path: Path) -> None:
    (tmp_path / "lee.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "My Clippings.txt").write_text(CLIPPINGS, encoding="utf-8")
    added = litreview.add(tmp_path / "My Clippings.txt", into=tmp_path / "lee.yaml")
    assert [(p.code, p.get("title")) for p in added.problems] == [("marks-without-record", "Another Book")]
    assert len(litreview.load(tmp_path / "lee.yaml")) == 1
