"""A draft that was written over another one is taken back like any change, and nothing that was written since is lost by it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

import litreview
from tests.benchmarks.draft_studies import bibtex

LIBRARY = litreview.loads(bibtex(6))
FEWER = LIBRARY.filter(lambda study: study.key != "study5")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft of five studies."""
    monkeypatch.setenv("LITREVIEW_STATE", str(tmp_path / "state"))
    work = tmp_path / "work"
    work.mkdir()
    litreview.draft(FEWER, lang="id").save(work / "bab2.docx")
    return work


def edited(path: Path, words: str = "Kalimat saya.") -> bytes:
    document = docx.Document(str(path))
    document.add_paragraph(words)
    document.save(str(path))
    return path.read_bytes()


def test_the_file_from_before_a_merge_comes_back_and_its_copy_goes(place: Path) -> None:
    mine = edited(place / "bab2.docx")
    litreview.draft(LIBRARY, lang="id").save(place / "bab2.docx")
    assert (place / "bab2.docx").read_bytes() != mine
    undone = litreview.undo(place / "bab2.docx")
    assert undone.command == "draft"
    assert (place / "bab2.docx").read_bytes() == mine
    assert [path.name for path in place.iterdir()] == ["bab2.docx"]


def test_two_merges_are_taken_back_one_after_the_other(place: Path) -> None:
    first = edited(place / "bab2.docx")
    litreview.draft(LIBRARY, lang="id").save(place / "bab2.docx")
    second = edited(place / "bab2.docx", "Lagi.")
    litreview.draft(LIBRARY, lang="en").save(place / "bab2.docx")
    litreview.undo(place)
    assert (place / "bab2.docx").read_bytes() == second
    with pytest.raises(litreview.WriteError, match=r"bab2\.docx"):
        litreview.undo(place)  # the file is not as the first merge left it: she has written in it since
    (place / "bab2.docx").write_bytes(first)


def test_what_she_wrote_after_a_merge_is_not_taken_back_with_it(place: Path) -> None:
    edited(place / "bab2.docx")
    litreview.draft(LIBRARY, lang="id").save(place / "bab2.docx")
    later = edited(place / "bab2.docx", "Sesudahnya.")
    with pytest.raises(litreview.WriteError):
        litreview.undo(place)
    assert (place / "bab2.docx").read_bytes() == later


@pytest.mark.parametrize("changed", [None, b"hers"])
def test_a_copy_that_she_changed_or_threw_away_is_left_as_it_is(place: Path, changed: bytes | None) -> None:
    mine = edited(place / "bab2.docx")
    litreview.draft(LIBRARY, lang="id").save(place / "bab2.docx")
    copy = place / "bab2.bak1.docx"
    copy.unlink() if changed is None else copy.write_bytes(changed)
    litreview.undo(place)
    assert (place / "bab2.docx").read_bytes() == mine
    assert (copy.read_bytes() if copy.exists() else None) == changed


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bab2.md", "bab2.html", "bab2.tex", "bab2.txt"])
def test_other_outputs_come_back_too(place: Path, name: str) -> None:
    path = place / name
    litreview.draft(FEWER, lang="id").save(path)
    path.write_bytes(path.read_bytes().replace(b"lima", b"kelima"))
    mine = path.read_bytes()
    litreview.draft(LIBRARY, lang="id").save(path)
    assert path.read_bytes() != mine
    litreview.undo(path)
    assert path.read_bytes() == mine


def test_a_first_draft_is_no_change_that_is_taken_back(place: Path) -> None:
    with pytest.raises(litreview.WriteError, match=r"taken back|dibatalkan"):
        litreview.undo(place)
    assert (place / "bab2.docx").exists()
