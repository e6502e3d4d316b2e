"""A draft that came back from Google Docs or WPS Office: merged against what the state folder remembers, as if it had never been there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import docx
import pytest

import litreview
from tests.merge.edits import W, content, run
from tests.merge.libraries import FEWER, LIBRARY
from tests.merge.returned import PROGRAMS

HERS = " Ini tulisan saya."
CELL = "Sama-sama kuantitatif"


def paragraphs(path: Path) -> Counter[str]:
    return Counter(text for p in docx.Document(str(path)).element.body.iter(f"{W}p") if (text := content(p)))


def returned(path: Path, program: str) -> None:
    """The file as a program gave it back, with a sentence added, a word typed into another, and a cell filled."""
    path.write_bytes(PROGRAMS[program](path.read_bytes()))
    word = docx.Document(str(path))
    next(p for p in word.element.body.iter(f"{W}p") if "Bab ini meninjau" in content(p)).append(run(HERS))
    text = next(t for t in word.element.body.iter(f"{W}t") if "merangkum" in (t.text or ""))
    text.text = str(text.text).replace("merangkum", "sungguh merangkum")
    next(t for t in word.element.body.iter(f"{W}t") if t.text == "belum diisi").text = CELL
    word.save(str(path))


@pytest.mark.parametrize(
    ("program", "style"),
    [("google", "apa"), ("wps", "apa"), ("google", "chicago-notes-bibliography")],
    ids=["google", "wps", "google-notes"],
)
def test_only_what_she_wrote_differs_from_a_new_draft(
    program: str, style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: litreview.Review, now: litreview.Review
) -> None:
    monkeypatch.setenv("LITREVIEW_STATE", str(tmp_path / "state"))
    path, fresh = tmp_path / "bab2.docx", tmp_path / "fresh.docx"
    first, second = (before, now) if style == "apa" else (litreview.draft(library, lang="id", style=style) for library in (FEWER, LIBRARY))
    first.save(path)
    returned(path, program)
    second.save(path)
    data = path.read_bytes()
    second.save(fresh)
    merged, made = paragraphs(path), paragraphs(fresh)
    assert (merged - made).total() == (made - merged).total() == 3
    assert any(text.endswith(HERS) and "tujuh studi" in text for text in merged)
    assert any("sungguh merangkum enam studi" in text for text in merged)
    assert merged[CELL] == 1
    second.save(path)
    assert path.read_bytes() == data


def test_works_that_cells_name_get_no_notes_when_the_style_changes(tmp_path: Path, now: litreview.Review) -> None:
    path, fresh = tmp_path / "bab2.docx", tmp_path / "fresh.docx"
    now.save(path)
    word = docx.Document(str(path))
    next(p for p in word.element.body.iter(f"{W}p") if "Bab ini meninjau" in content(p)).append(run(HERS))
    word.save(str(path))
    notes = litreview.draft(LIBRARY, lang="id", style="chicago-notes-bibliography")
    notes.save(path)
    notes.save(fresh)
    cells = [[[c.text for c in r.cells] for t in docx.Document(str(place)).tables for r in t.rows] for place in (path, fresh)]
    assert cells[0] == cells[1]
