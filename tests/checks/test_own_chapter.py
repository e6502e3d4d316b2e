"""A thesis that holds our chapter: its other chapters are its writer's, and nothing is said of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

import litreview
from litreview.audit.chapters.extent import own_chapter
from litreview.audit.chapters.text import DraftText, Passage
from litreview.audit.judging import check_draft
from litreview.errors import Problem
from tests.drafts.chapters import chapter, ports

HERS = "Program itu menaikkan pendapatan nelayan di 12 kota sebesar 40 persen pada tahun 2019."


@pytest.fixture
def thesis(tmp_path: Path) -> Path:
    """A thesis of four chapters, the second of them ours."""
    word = docx.Document()
    for title in ("BAB I PENDAHULUAN", "BAB II TINJAUAN PUSTAKA", "BAB III METODE", "DAFTAR PUSTAKA"):
        word.add_heading(title, 1)
        if title.startswith("BAB"):
            word.add_paragraph(HERS if not title.startswith("BAB II ") else "Bab ini meninjau penelitian terdahulu.")
    word.add_paragraph("Suharto, A. (2009). Kota dan laut. Penerbit Contoh.")
    host = tmp_path / "thesis.docx"
    word.save(str(host))
    path = tmp_path / "whole.docx"
    chapter("id").save(path, template=host, insert_at="BAB II TINJAUAN PUSTAKA")
    return path


def told(path: Path) -> dict[str, list[Problem]]:
    codes: dict[str, list[Problem]] = {}
    for problem in check_draft(path, ports()):
        codes.setdefault(problem.code, []).append(problem)
    return codes


def test_only_our_chapter_is_judged_and_one_line_says_so(thesis: Path) -> None:
    codes = told(thesis)
    assert set(codes) == {"draft-chapter-only"}
    assert "“BAB II TINJAUAN PUSTAKA”" in litreview.explain(codes["draft-chapter-only"][0])


def test_a_claim_of_hers_in_our_chapter_is_still_found(thesis: Path) -> None:
    word: Any = docx.Document(str(thesis))
    place = next(p for p in word.paragraphs if p.text.startswith("BAB III"))
    place.insert_paragraph_before(HERS)
    word.save(str(thesis))
    assert len(told(thesis)["draft-uncited"]) == 1


def passage(kind: Any, text: str = "Kata.", key: str | None = None, level: int = 0) -> Passage:
    return Passage(kind, text, key=key, level=level)


OURS = (passage("heading", "BAB II", "c", 1), passage("paragraph", "Milik kita.", "p"), passage("paragraph", "Tambahannya."))


@pytest.mark.parametrize(
    ("before", "behind", "left"),
    [
        ((), (), ["BAB II", "Milik kita.", "Tambahannya."]),
        ((passage("heading", "BAB I", level=1), passage("paragraph")), (), ["BAB II", "Milik kita.", "Tambahannya."]),
        ((), (passage("heading", "BAB III", level=1), passage("paragraph")), ["BAB II", "Milik kita.", "Tambahannya."]),
        (
            (passage("heading", "BAB I", level=1), passage("paragraph")),
            (passage("heading", "Kerangka", level=2), passage("paragraph")),
            ["BAB II", "Milik kita.", "Tambahannya."],
        ),
        ((passage("paragraph"),) * 12, (), ["BAB II", "Milik kita.", "Tambahannya."]),
        ((), (passage("paragraph", "BAB III"),) * 12, ["BAB II", "Milik kita."]),
        ((passage("paragraph", "Pengantar."),), (), ["Pengantar.", "BAB II", "Milik kita.", "Tambahannya."]),
    ],
)
def test_the_extent_of_our_chapter(before: tuple[Passage, ...], behind: tuple[Passage, ...], left: list[str]) -> None:
    text = DraftText("x.docx", (*before, *OURS, *behind), blocks=(("c", "BAB II"), ("p", "Milik kita.")))
    assert [p.text for p in own_chapter(text).passages] == left
