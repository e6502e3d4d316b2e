"""A draft handed in: what is taken out, what stays, and what is refused."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest

import litreview
from litreview._resources import folder
from litreview.cli import main


@cache
def review() -> litreview.Review:
    return litreview.draft(folder("references"), lang="en")


def made(place: Path, **how: object) -> Path:
    file = place / "chapter2.docx"
    review().save(file, overwrite=True, **how)  # type: ignore[arg-type]
    return file


def stored(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


@pytest.mark.parametrize("evidence", ["comments", "appendix"])
def test_nothing_of_how_it_was_made_stays(tmp_path: Path, evidence: str) -> None:
    draft = made(tmp_path, evidence=evidence, citations="zotero", contents=True)
    litreview.finish(draft, tmp_path / "final.docx", anyway=True)
    parts = stored(tmp_path / "final.docx")
    text = "".join(parts.values())
    assert not any("comments" in name or name.startswith("customXml") for name in parts)
    assert not any(
        trace in text for trace in ("_lr_", "_lrc_", "urn:litreview:draft", "urn:litreview:ledger", "commentR", "litreview-written")
    )
    assert "ZOTERO_ITEM" in parts["word/document.xml"]
    assert "ZOTERO_PREF_1" in parts["docProps/custom.xml"]
    words = [p.text for p in docx.Document(str(tmp_path / "final.docx")).paragraphs]
    before = [p.text for p in docx.Document(str(draft)).paragraphs]
    assert set(words) <= set(before)
    assert len(before) - len(words) == (0 if evidence == "comments" else 3)  # heading, caption, and its line in the list of tables
    assert not any("Table E.1" in line for line in words)


def test_open_places_are_told_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = made(tmp_path)
    assert {problem.code for problem in litreview.unfinished(draft)} == {"finish-cell", "finish-slots-more"}
    with pytest.raises(litreview.WriteError, match="waits for you"):
        litreview.finish(draft, tmp_path / "final.docx")
    assert main(["finish", str(draft), "-o", str(tmp_path / "final.docx")]) == 1
    assert not (tmp_path / "final.docx").exists()
    assert "--anyway" in capsys.readouterr().err


def test_a_finished_draft_with_a_path_behind_a_picture_and_a_tracked_change(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("A sentence that says “not filled in” about a cell.")
    word.core_properties.comments = r"C:\Users\ani\skripsi\bab2.docx"
    word.save(str(tmp_path / "own.docx"))
    assert litreview.unfinished(tmp_path / "own.docx") == ()
    litreview.finish(tmp_path / "own.docx", tmp_path / "final.docx")
    assert "Users" not in "".join(stored(tmp_path / "final.docx").values())
    run = paragraph.runs[0]._r
    run.addprevious(run.makeelement(str(run.tag).replace("}r", "}ins"), {}))
    word.save(str(tmp_path / "own.docx"))
    assert [problem.code for problem in litreview.unfinished(tmp_path / "own.docx")] == ["finish-tracked"]


def test_the_draft_itself_is_never_replaced(tmp_path: Path) -> None:
    draft = made(tmp_path)
    before = draft.read_bytes()
    with pytest.raises(litreview.WriteError):
        litreview.finish(draft, draft, anyway=True, overwrite=True)
    assert draft.read_bytes() == before


def test_what_waits_is_told_with_its_place(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Kesenjangan penelitian", 2)
    word.add_paragraph("Di sini {{PENDAPAT}} masih kosong.")
    table = word.add_table(rows=3, cols=3)
    for place, texts in enumerate(
        (("No.", "Peneliti", "Metode"), ("1", "Wulandari (2021)", "belum diisi"), ("2", "Hartono (2019)", "studi kasus"))
    ):
        for cell, text in zip(table.rows[place].cells, texts, strict=True):
            cell.text = text
    word.save(str(tmp_path / "own.docx"))
    under, cell = litreview.unfinished(tmp_path / "own.docx")
    assert (under.code, under.get("heading"), under.get("mark")) == ("finish-slot-under", "Kesenjangan penelitian", "{{PENDAPAT}}")
    assert (cell.code, cell.get("row"), cell.get("column")) == ("finish-cell", "Wulandari (2021)", "Metode")


def test_a_cell_below_a_wide_head_is_told_by_the_column_in_which_it_stands(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[1].cells, ("Wulandari (2021)", "studi kasus", "not filled in"), strict=True):
        cell.text = text
    table.cell(0, 0).text = "Study"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Method and data"
    word.save(str(tmp_path / "own.docx"))
    (cell,) = litreview.unfinished(tmp_path / "own.docx")
    assert (cell.get("row"), cell.get("column")) == ("Wulandari (2021)", "Method and data")


def test_a_place_in_a_note_has_no_heading(tmp_path: Path) -> None:
    word = docx.Document()
    word.sections[0].footer.paragraphs[0].text = "{{NAMA}}"
    word.save(str(tmp_path / "own.docx"))
    (slot,) = litreview.unfinished(tmp_path / "own.docx")
    assert slot.code == "finish-slot"
