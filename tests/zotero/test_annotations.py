"""What was read and marked in Zotero: 60 annotations in six colours, notes, trash, groups."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

import litreview
from litreview.highlights.notes import in_note
from litreview.zotero.selection import Zotero
from tests.zotero.database import Database

COLOURS = {
    "yellow": "#ffd400",
    "red": "#ff6666",
    "green": "#5fb236",
    "blue": "#2ea8e5",
    "purple": "#a28ae5",
    "orange": "#f19837",
}


@pytest.fixture
def sixty(tmp_path: Path) -> Path:
    """Five works with twelve annotations each, two in each colour; beside them what must not be read."""
    file = Database(tmp_path / "zotero.sqlite")
    works = [file.item(f"WORK000{n}", by=["Lee, Min"], title=f"Ports {n}", date="2019-00-00 2019", language="en") for n in range(5)]
    for n, work in enumerate(works):
        pdf = file.pdf(work, f"PDF0000{n}")
        for at in range(12):
            colour = list(COLOURS.values())[at % 6]
            file.mark(pdf, f"M{n}{at:06}", f"Sentence {at} of work {n}.", colour, str(300 + at), at=11 - at)
    group = file.group(77, "Kota", 2)
    shared = file.item("GROUP001", by=["Sari, Dewi"], title="Kota", library=group)
    file.mark(file.pdf(shared, "GPDF0001", library=group), "GMARK001", "Warga ikut serta dalam rapat.", COLOURS["blue"], "7")
    gone = file.mark(file.pdf(works[0], "PDF99999"), "GONE0001", "Taken back.", COLOURS["red"], "1")
    file.trash(gone)
    thrown = file.pdf(works[0], "PDF88888")
    file.mark(thrown, "GONE0002", "In a file that was thrown away.", COLOURS["red"], "1")
    file.trash(thrown)
    file.mark(file.pdf(None, "ALONE001"), "ALONE002", "In a file without a work.", COLOURS["red"], "1")
    return file.save()


def test_every_mark_of_the_works_is_there_and_nothing_else(sixty: Path) -> None:
    studies = litreview.load(Zotero("", sixty)).studies
    marks = [mark for study in studies for mark in study.highlights]
    assert len(marks) == 61
    assert Counter(mark.colour for mark in marks) == {**dict.fromkeys(COLOURS, 10), "blue": 11}
    assert not any("away" in word or "back" in word or "without" in word for mark in marks for word in mark.text.values())


def test_marks_stand_in_the_order_of_the_pages_of_the_file(sixty: Path) -> None:
    first = litreview.load(Zotero("", sixty)).studies[0]
    assert [mark.page for mark in first.highlights] == [str(page) for page in range(311, 299, -1)]
    assert [mark.sheet for mark in first.highlights] == list(range(1, 13))


def test_a_mark_has_words_comment_page_colour_tags_and_file(tmp_path: Path) -> None:
    file = Database(tmp_path / "zotero.sqlite")
    work = file.item("WORK0001", by=["Lee, Min"], title="Ports", language="en")
    pdf = file.pdf(work, "PDF00001", "Lee 2019.pdf")
    tagged = file.mark(
        pdf, "MARK0001", "Trust coop-\nerates.", "#ffd400", "xii", comment="hasil: <i>kepercayaan</i> menentukan", kind=5, at=2
    )
    file.tag(tagged, "inti")
    file.mark(pdf, "MARK0002", None, "#123456", "3", kind=4, at=3)  # a drawing says nothing
    file.save()
    (study,) = litreview.load(Zotero("", tmp_path)).studies
    (mark,) = study.highlights
    assert dict(mark.text) == {"en": "Trust cooperates."}
    assert dict(mark.comment) == {"id": "hasil: kepercayaan menentukan"}
    assert (mark.page, mark.colour, mark.tags, mark.kind, mark.sheet, mark.id) == ("xii", "yellow", ("inti",), "underline", 3, "MARK0001")
    assert mark.file is not None
    assert mark.file.endswith("storage/PDF00001/Lee 2019.pdf")


def test_notes_give_what_annotations_did_not(tmp_path: Path) -> None:
    file = Database(tmp_path / "zotero.sqlite")
    work = file.item("WORK0001", by=["Lee, Min"], title="Ports", language="en")
    file.mark(file.pdf(work, "PDF00001"), "MARK0001", "Trust decides.", "#ffd400", "12")
    known = "%7B%22annotationKey%22%3A%22MARK0001%22%2C%22pageLabel%22%3A%2212%22%7D"
    other = "%7B%22annotationKey%22%3A%22MARK9999%22%2C%22pageLabel%22%3A%2214%22%2C%22color%22%3A%22%232ea8e5%22%7D"
    html = (
        f'<div class="zotero-note"><h1>Anotasi</h1><p><span class="highlight" data-annotation="{known}">“Trust decides.”</span></p>'
        f'<p><span class="highlight" data-annotation="{other}">“Twenty officials were asked.”</span> '
        '<span class="citation" data-citation="x">(<span class="citation-item">Lee, p. 14</span>)</span></p>'
        "<p>hasil: warga tidak dilibatkan (hlm. 20)</p></div>"
    )
    file.note(work, "NOTE0001", html)
    file.save()
    (study,) = litreview.load(Zotero("", tmp_path)).studies
    kept = [(next(iter((mark.text or mark.comment).values())), mark.page, mark.kind) for mark in study.highlights]
    assert kept == [
        ("Trust decides.", "12", "highlight"),
        ("Anotasi", None, "note"),
        ("Twenty officials were asked.", "14", "highlight"),
        ("hasil: warga tidak dilibatkan", "20", "note"),
    ]


@pytest.mark.parametrize("html", ["", "<p>", "<p></p></div></p>", "<p><span data-annotation='[]'></span></p>", "<img><br><hr>"])
def test_an_empty_or_broken_note_gives_nothing(html: str) -> None:
    assert in_note(html, None, "N") == ()


def test_the_bytes_of_a_source_change_with_its_marks(sixty: Path) -> None:
    from_marks = {litreview.load(Zotero("", sixty)).sources[0].digest}
    with closing(sqlite3.connect(sixty)) as connection, connection:
        connection.execute("UPDATE itemAnnotations SET comment = 'hasil: baru' WHERE pageLabel = '305'")
    from_marks.add(litreview.load(Zotero("", sixty)).sources[0].digest)
    assert len(from_marks) == 2
