"""Where somebody new to it stopped: what is said then, and that the next step is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

Run = Callable[..., tuple[int, list[str], list[str]]]

PAGE = """\
Pengaruh Literasi Digital terhadap Kinerja Usaha Kecil

Rina Puspita

Abstrak
Penelitian ini bertujuan menguji pengaruh literasi digital terhadap kinerja usaha kecil. Metode yang digunakan adalah survei.

Kata kunci: literasi digital, usaha kecil
2021
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "1.txt").write_text(PAGE, encoding="utf-8")
    (folder / "old.ris").write_text("TY  - JOUR\nTI  - Ports of call\nAU  - Kim, Bo\nPY  - 2020\nER  - \n", encoding="utf-8")
    return folder


def typed_into(path: str, values: dict[tuple[int, str], str]) -> None:
    book = load_workbook(path)
    page = book.worksheets[0]
    headings = {cell.value: cell.column for cell in page[1]}
    for (row, heading), value in values.items():
        page.cell(row, headings[heading]).value = value
    book.save(path)


def test_a_worksheet_of_pages_and_exports_comes_back(run: Run, pages: Path) -> None:
    assert run("matrix", "pages", "-o", "m.xlsx")[0] == 0
    page = load_workbook("m.xlsx").worksheets[0]
    keys = [page.cell(row, 1).value for row in (2, 3)]
    typed_into("m.xlsx", {(2, "framework"): "diffusion", (3, "framework"): "paradiplomacy"})
    before = {path.name: path.read_bytes() for path in pages.iterdir()}
    code, _, err = run("matrix", "--take", "m.xlsx", "--into", "pages")
    assert (code, err[-1]) == (0, "cells taken: 2; studies: 2")
    assert {path.name: path.read_bytes() for path in pages.iterdir() if path.name in before} == before
    assert {path.name for path in pages.iterdir()} - before.keys() == {f"{key}.yaml" for key in keys}
    assert (
        run("matrix", "--take", "m.xlsx", "--into", "pages")[2][-1]
        == "m.xlsx: nothing differs from the records: change cells of its first sheet, save it, and take it again"
    )
    assert run("matrix", "pages", "-o", "m.xlsx")[2][-1] == "m.xlsx: written (studies: 2)"  # her worksheet is kept beside it
    assert Path("m.bak1.xlsx").is_file()


def test_an_empty_folder_of_studies_says_what_goes_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", "bab")
    monkeypatch.chdir(tmp_path / "bab")
    code, out, _ = run()
    assert code == 0
    assert any("no studies in the folder references" in line for line in out)
    assert any(line.strip().startswith("litreview add download.ris --into references") for line in out)
    assert "next: litreview" in run("init", ".")[2]


def test_records_and_pages_are_both_counted(run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pages)
    assert any("files of records: 1; files that may be abstract pages: 1" in line for line in run()[1])


def test_a_cell_of_the_table_rests_on_the_study_of_its_row(run: Run, pages: Path) -> None:
    run("draft", "pages", "-o", "bab2.docx", "--lang", "id")
    code, out, err = run("evidence", "bab2.docx", "Pengaruh Literasi Digital terhadap Kinerja Usaha Kecil", "--sources", "pages")
    assert code == 0
    assert any("“Pengaruh Literasi Digital terhadap Kinerja Usaha Kecil” (title, Indonesian)" in line for line in out)
    assert err[-1] == "sentences with evidence: 1; pieces of evidence: 1"
    code, _, err = run("evidence", "bab2.docx", "kata yang tidak ada", "--sources", "pages")
    assert (code, err[0]) == (
        1,
        'no sentence and no cell has "kata yang tidak ada": try fewer words, or the form in which they stand there',
    )


def test_a_plan_shows_no_marks_of_ours(run: Run, pages: Path) -> None:
    run("draft", "pages", "-o", "bab2.md", "--lang", "en")
    text = Path("bab2.md").read_text(encoding="utf-8")
    Path("bab2.md").write_text(text.replace("studies", "works", 1), encoding="utf-8")
    out = run("draft", "pages", "-o", "bab2.md", "--lang", "en", "--dry-run")[1]
    assert out
    assert not any(mark in line for line in out for mark in "⟦⟧")


def test_an_option_that_is_nearly_right_is_named(run: Run) -> None:
    assert 'did you mean "--style"?' in run("draft", "lee.yaml", "--stile", "apa")[2][0]


def test_an_outline_of_the_settings_is_no_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "litreview.toml").write_text('outline = "plan.yaml"\n', encoding="utf-8")
    (tmp_path / "plan.yaml").write_text("themes:\n  - facet: methods\n", encoding="utf-8")
    assert "plan.yaml is an outline, a template or settings here" in run("draft", "plan.yaml")[2][-1]


def test_a_slip_in_the_settings_is_told_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "litreview.toml").write_text("style = apa\n", encoding="utf-8")
    code, _, err = run("draft", "lee.yaml", lang="id_ID.UTF-8")
    assert code == 2
    assert "litreview.toml:1: bukan TOML yang sah (nilai yang bukan teks dalam tanda petik" in err[-1]


def test_fields_are_called_by_their_names_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text("- key: a\n  type: article-journal\n  title: {id: Pelabuhan}\n", encoding="utf-8")
    out = run("check", "bare.yaml", lang="id_ID.UTF-8")[1]
    assert any('"jurnal atau buku (container-title)"' in line for line in out)
    assert any('"container-title"' in line for line in run("check", "bare.yaml")[1])


def test_what_failed_in_a_class_is_named_and_a_fault_of_the_settings_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "litreview.toml").write_text('gaya = "apa"\n', encoding="utf-8")
    for student in ("ani", "budi"):
        (tmp_path / "class" / student).mkdir(parents=True)
    err = run("draft", "--each", "class/*")[2]
    assert sum('"gaya"' in line for line in err) == 1
    assert any(line.startswith("failed: class/ani, class/budi") for line in err)


def test_likely_doubles_of_a_search_are_named(run: Run, tmp_path: Path) -> None:
    for name, key, more in (("a.ris", "kim", "Kim, B."), ("b.ris", "kim-lee", "Kim, Bo\nAU  - Lee, Ann\nVL  - 5\nSP  - 1")):
        (tmp_path / name).write_text(
            f"TY  - JOUR\nID  - {key}\nTI  - Ports of call and small cities\nAU  - {more}\nJO  - Harbours\nPY  - 2020\nER  - \n",
            encoding="utf-8",
        )
    code, _, err = run("screen", "A=a.ris", "B=b.ris", "--into", "c.yaml")
    assert code == 0
    assert any(line.startswith("pairs that may be one work, 1: ") and "litreview dedupe c.yaml" in line for line in err)


def test_screening_goes_to_another_program_and_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text("TY  - JOUR\nTI  - Ports of call\nAU  - Kim, Bo\nPY  - 2020\nER  - \n", encoding="utf-8")
    assert "have no room for where a work was found" in run("screen", "A=a.ris", "--into", "c.ris")[2][0]
    run("screen", "A=a.ris", "--into", "c.yaml")
    assert run("screen", "c.yaml", "--to", "asreview", "-o", "c.csv")[2][-1] == "c.csv: written (studies: 1)"
    export = Path("c.csv").read_text(encoding="utf-8")
    Path("done.csv").write_text(export.replace(",,,kim-ports-2020,,", ",1,,kim-ports-2020,,"), encoding="utf-8")
    code, out, err = run("screen", "--take", "done.csv", "--into", "c.yaml")
    assert (code, out, err[-1]) == (0, ["kim-ports-2020: to be read in full"], "decisions taken from done.csv: 1")
