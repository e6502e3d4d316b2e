"""Citations typed in a Word document of somebody's own: set where they stand, in the look of their words, and nothing else changed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest

import litreview
from litreview.cli import main
from litreview.errors import UnknownName, WriteError, WrongType

WORKS = litreview.loads(
    "@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019} @book{kim, author = {Kim, Bo}, title = {Towns}, year = 2020}"
)


def texts(word: Any) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs]


def written(word: Any, place: Path) -> Path:
    file = place / "own.docx"
    word.save(str(file))
    return file


def cited(word: Any, place: Path, **how: str) -> Any:
    paper = litreview.cite_paper(written(word, place), WORKS, lang="en")
    paper.save(place / "out.docx", overwrite=True, **how)  # type: ignore[arg-type]
    return docx.Document(str(place / "out.docx"))


def test_marks_across_runs_take_the_look_of_their_words(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("So [@l")
    paragraph.add_run("ee, p. 4; @ki").bold = True
    paragraph.add_run("m] and ")
    paragraph.add_run("@lee [p. 9]").italic = True
    paragraph.add_run(", says a@b.org.")
    out = cited(word, tmp_path)
    assert texts(out) == [
        "So (Kim, 2020; Lee, 2019, p. 4) and Lee (2019, p. 9), says a@b.org.",
        "References",
        "Kim, B. (2020). Towns.",
        "Lee, A. (2019). Ports.",
    ]
    italic = [run.text for run in out.paragraphs[0].runs if run.italic]
    assert ", says a@b.org." not in italic
    assert "<w:i/>" in out.paragraphs[0]._p.xml


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (["[@lee]", "{{BIBLIOGRAPHY}}", "Later."], ["(Lee, 2019)", "Lee, A. (2019). Ports.", "Later."]),
        (["[@lee]", "# References", "# Annex", "Later."], ["(Lee, 2019)", "References", "Lee, A. (2019). Ports.", "Annex", "Later."]),
        (["Nothing is cited."], ["Nothing is cited."]),
    ],
)
def test_where_the_bibliography_goes(tmp_path: Path, body: list[str], wanted: list[str]) -> None:
    word = docx.Document()
    for line in body:
        if line.startswith("# "):
            word.add_heading(line[2:], 1)
        else:
            word.add_paragraph(line)
    assert texts(cited(word, tmp_path)) == wanted


def test_unknown_keys_stay_and_are_told(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("So [@leee] and [@lee; @nobody].")
    paper = litreview.cite_paper(written(word, tmp_path), WORKS, lang="en")
    assert [(problem.code, problem.key) for problem in paper.problems] == [
        ("paper-mark-unknown-near", "leee"),
        ("paper-mark-unknown", "nobody"),
    ]
    paper.save(tmp_path / "out.docx")
    assert texts(docx.Document(str(tmp_path / "out.docx"))) == ["So [@leee] and [@lee; @nobody]."]


@pytest.mark.parametrize("citations", ["zotero", "zotero-bookmarks", "word"])
def test_they_live_on_in_every_way(tmp_path: Path, citations: str) -> None:
    word = docx.Document()
    word.add_table(1, 1).cell(0, 0).text = "[@lee]"
    out = cited(word, tmp_path, citations=citations)
    assert {"zotero": "ADDIN ZOTERO_ITEM", "zotero-bookmarks": "ZOTERO_BREF_", "word": "CITATION lee"}[citations] in out.element.xml


def test_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "works.bib").write_text("@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019}", encoding="utf-8")
    word = docx.Document()
    word.add_paragraph("[@lee]")
    file = written(word, tmp_path)
    before = file.read_bytes()
    assert main(["cite", "own.docx", "works.bib"]) == 2
    assert main(["cite", "own.docx", "works.bib", "-o", "out.md"]) == 2
    assert main(["cite", "own.docx", "works.bib", "-o", "out.docx", "--lang", "en", "--citations", "zotero"]) == 0
    assert file.read_bytes() == before


def test_a_manuscript_fills_and_finishes_by_itself() -> None:
    word = docx.Document()
    word.add_paragraph("[@lee]")
    with litreview.Manuscript(word, WORKS, lang="en") as manuscript:
        assert manuscript.fill(word) == ()
    assert texts(word) == ["(Lee, 2019)", "References", "Lee, A. (2019). Ports."]
    with pytest.raises(WriteError, match="another document"):
        litreview.Manuscript(word, WORKS).fill(docx.Document())


def test_a_place_that_is_not_filled_is_seen() -> None:
    word = docx.Document()
    litreview.Manuscript(word, WORKS).cite(word.add_paragraph("So "), "lee", "kim")
    file = io.BytesIO()
    word.save(file)
    assert texts(docx.Document(file)) == ["So [@lee; @kim]"]


def test_an_error_inside_leaves_the_document_unfinished() -> None:
    word = docx.Document()

    def broken() -> None:
        with litreview.Manuscript(word, WORKS) as manuscript:
            manuscript.cite(word.add_paragraph("So "), "lee")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert texts(word) == ["So [@lee]"]


def test_each_work_has_its_own_place() -> None:
    word = docx.Document()
    with litreview.Manuscript(word, WORKS, lang="en") as manuscript:
        items = (litreview.CiteItem("lee", "4", "chapter", "see"), litreview.CiteItem("kim", "9"))
        manuscript.cite(word.add_paragraph(), *items, suffix="and others")
    assert texts(word) == ["(Kim, 2020, p. 9 and others; see Lee, 2019, Chapter 4)"]


def test_what_is_no_place_or_no_key_is_said() -> None:
    word, other = docx.Document(), docx.Document()
    manuscript = litreview.Manuscript(word, WORKS, lang="en")
    for paragraph in (word.sections[0].header.paragraphs[0], other.add_paragraph("x")):
        with pytest.raises(WriteError, match="header"):
            manuscript.cite(paragraph, "lee")
        with pytest.raises(WriteError, match="header"):
            manuscript.bibliography(paragraph)
    place = word.add_paragraph()
    with pytest.raises(UnknownName, match="parenthetical"):
        manuscript.cite(place, "lee", mode="textual")  # type: ignore[arg-type]
    for key in (WORKS["lee"], litreview.citation("lee"), 7):
        with pytest.raises(WrongType, match="key of a work"):
            manuscript.cite(place, key)  # type: ignore[arg-type]
    with pytest.raises(WrongType, match="paragraph"):
        manuscript.cite("text", "lee")  # type: ignore[arg-type]
