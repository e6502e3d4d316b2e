"""``litreview matrix``: out, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

Run = Callable[..., tuple[int, list[str], list[str]]]


def test_out_and_back(run: Run, tmp_path: Path) -> None:
    assert run("matrix", "lee.yaml")[2][-1] == "matrix.xlsx: written (studies: 1)"
    book = load_workbook("matrix.xlsx")
    page = book.worksheets[0]
    page.cell(2, [cell.value for cell in page[1]].index("framework") + 1).value = "paradiplomacy"
    book.save("matrix.xlsx")
    before = (tmp_path / "lee.yaml").read_bytes()
    code, out, err = run("matrix", "--take", "matrix.xlsx", "--into", "lee.yaml", "--dry-run")
    assert (code, out) == (0, ['lee2019: framework: "not yet read" is now "paradiplomacy"'])
    assert err == ["lee.yaml: would be rewritten", "cells taken: 1; studies: 1"]
    assert (tmp_path / "lee.yaml").read_bytes() == before
    assert run("matrix", "--take", "matrix.xlsx", "--into", "lee.yaml")[0] == 0
    assert b"paradiplomacy" in (tmp_path / "lee.yaml").read_bytes()


def test_in_the_language_of_the_reader(run: Run) -> None:
    assert run("matrix", "lee.yaml", lang="id_ID.UTF-8")[2][-1] == "matriks.xlsx: sudah ditulis (studi: 1)"


def test_what_goes_with_what(run: Run) -> None:
    assert "--into and --dry-run go with --take" in run("matrix", "lee.yaml", "--dry-run")[2][0]
    assert "the place of the records is needed" in run("matrix", "--take", "x.xlsx")[2][0]
    assert "x.xlsx" in run("matrix", "--take", "x.xlsx", "--into", "lee.yaml")[2][0]


def test_a_worksheet_in_which_nothing_was_changed_says_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {key: a, type: book, title: {en: Twin towns}}\n", encoding="utf-8")
    assert run("matrix", "a.yaml", "-o", "m.xlsx")[0] == 0
    said = run("matrix", "--take", "m.xlsx", "--into", "a.yaml")[2]
    assert said == ["m.xlsx: nothing differs from the records: change cells of its first sheet, save it, and take it again"]
