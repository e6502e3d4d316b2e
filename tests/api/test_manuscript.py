"""Citing inside a document that somebody builds with python-docx, by the public name."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

import litreview
from litreview.errors import UnknownName, WriteError
from litreview.record import Dates, LangText, Library, Name, Names, Study, parse_date

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def book(key: str, family: str, year: str) -> Study:
    names = Names({"author": (Name(family=family, given="Ann"),)})
    return Study(key, "book", title=LangText({"en": f"Title of {key}"}), names=names, dates=Dates({"issued": parse_date(year)}))


LIBRARY = Library((book("lee-b", "Lee", "2021"), book("lee-a", "Lee", "2021"), book("kim", "Kim", "2019"), book("unused", "Zhu", "2000")))


def built(citations: Any = "zotero", style: str = "apa") -> tuple[bytes, tuple[litreview.Problem, ...]]:
    """The example of the documentation: every thing that can be set in, with text of the script's own around it."""
    word = docx.Document()
    manuscript = litreview.Manuscript(word, LIBRARY, style=style, lang="en", citations=citations)
    word.add_heading("Results", 1)
    paragraph = word.add_paragraph("As ")
    manuscript.cite(paragraph, "kim", mode="narrative")
    paragraph.add_run(" found, and others later ")
    manuscript.cite(paragraph, "lee-a", "lee-b", locator="12", prefix="see")
    paragraph.add_run(".")
    manuscript.note(paragraph, "Compare ", litreview.citation("kim", locator="3"), ".")
    second = word.add_paragraph("The sizes stand in ")
    place = word.add_paragraph()
    table = word.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    manuscript.cite(table.cell(0, 0).paragraphs[0], "lee-a")
    key = manuscript.caption(place, "Table", "Sizes")
    manuscript.refer(second, key)
    second.add_run(" below.")
    word.add_heading("References", 1)
    manuscript.bibliography(word.add_paragraph())
    problems = manuscript.finish()
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue(), problems


@pytest.mark.parametrize("citations", ["plain", "zotero", "zotero-bookmarks", "word"])
def test_everything_stands_where_it_was_asked_for(citations: str) -> None:
    data, problems = built(citations)
    assert [p.code for p in problems] == (["zotero-bookmarks-own-notes"] if citations == "zotero-bookmarks" else [])
    body = docx.Document(io.BytesIO(data)).element.body
    texts = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p") if not list(p.iterancestors(f"{W}tbl"))]
    assert texts[1].startswith("As Kim (2019) found, and others later (see Lee, 2021")
    assert texts[1].endswith("p. 12).")
    assert texts[2] == "The sizes stand in Table\u00a01 below."
    assert texts[3].startswith("Table\u00a01")
    assert [text[:3] for text in texts[5:]] == ["Kim", "Lee", "Lee"], "only what is cited"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    assert "Compare (Kim, 2019, p. 3)." in ["".join(t.text or "" for t in n.iter(f"{W}t")).strip() for n in notes]


def test_a_note_style_sets_citations_as_footnotes() -> None:
    data, _ = built("zotero", "chicago-notes-bibliography")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        assert b"ZOTERO_ITEM" not in archive.read("word/document.xml")
    assert len([n for n in notes if n.get(f"{W}type") is None]) == 4


def test_the_lint_finds_nothing(shared: Path, tmp_path: Path) -> None:
    paths = []
    for citations in ("plain", "zotero", "zotero-bookmarks", "word"):
        paths.append(tmp_path / f"{citations}.docx")
        paths[-1].write_bytes(built(citations)[0])
    lint = [sys.executable, str(shared / "tools" / "docx_lint.py"), "--skip", "tables", *map(str, paths)]
    found = subprocess.run(lint, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_place_that_is_gone_is_forgotten() -> None:
    word = docx.Document()
    manuscript = litreview.Manuscript(word, LIBRARY, lang="en")
    gone, kept = word.add_paragraph(), word.add_paragraph()
    manuscript.cite(gone, "kim")
    manuscript.cite(kept, "lee-a")
    gone._p.getparent().remove(gone._p)
    manuscript.bibliography(word.add_paragraph())
    assert manuscript.finish() == ()
    assert [p.text for p in word.paragraphs] == ["(Lee, 2021)", "Lee, A. (2021). Title of lee-a."]


def test_misuse_names_the_next_step() -> None:
    word = docx.Document()
    with pytest.raises(UnknownName, match="zotero"):
        litreview.Manuscript(word, LIBRARY, citations="zotro")  # type: ignore[arg-type]
    manuscript = litreview.Manuscript(word, LIBRARY)
    with pytest.raises(WriteError, match="key"):
        manuscript.cite(word.add_paragraph())
    manuscript.cite(word.add_paragraph(), "nobody")
    assert [problem.key for problem in manuscript.finish()] == ["nobody"]
    with pytest.raises(WriteError, match="new Manuscript"):
        manuscript.cite(word.add_paragraph(), "kim")
