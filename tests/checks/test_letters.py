"""Letters are cited and listed nowhere: the style says so once of each, and a check of the paper agrees."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview

LETTER = {
    "id": "brown",
    "type": "personal_communication",
    "author": [{"family": "Brown", "given": "Al"}],
    "issued": {"date-parts": [[2020]]},
}
BOOK = {"id": "lee", "type": "book", "title": "Ports", "author": [{"family": "Lee", "given": "Ann"}], "issued": {"date-parts": [[2019]]}}
WORKS = litreview.Library([litreview.Study.from_csl(item) for item in (LETTER, BOOK)])


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
def test_a_letter_is_said_to_be_left_out_and_not_missed(style: str, tmp_path: Path) -> None:
    paper = litreview.cite_text("So [@brown]. And [@lee]. Again [@brown].\n", WORKS, style, "en")
    assert len(paper.entries) == 1
    assert [(problem.code, problem.key) for problem in paper.problems] == [("csl-nothing-printed", "brown")]
    paper.save(tmp_path / "paper.docx")
    assert [problem.code for problem in litreview.check_draft(tmp_path / "paper.docx", WORKS)] == []


def test_a_book_that_is_not_listed_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text("So it is (Lee, 2019). So too (Brown, 2020).\n\n# References\n\nKim, B. (2001). *Towns*.\n", encoding="utf-8")
    found = [problem.get("citation") for problem in litreview.check_draft(path, WORKS) if problem.code == "draft-not-listed"]
    assert found == ["Lee, 2019"]
