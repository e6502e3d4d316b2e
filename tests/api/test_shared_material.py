"""Files as people really have them, where a collection of them lies beside the checkout: nothing raises, everything can be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from slots import unfilled

import litreview
from litreview.errors import ReadError

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside this checkout")]


@pytest.mark.parametrize("folder", ["bib-corpus", "bibliographies", "formats", "abstract-pages", "seeds"])
def test_every_file_is_read_or_refused_in_words(folder: str) -> None:
    studies, told = 0, list[tuple[str, str]]()
    for path in sorted((SHARED / folder).rglob("*")):
        if not path.is_file():
            continue
        try:
            library = litreview.load(path)
        except ReadError as error:
            told.append((str(path), str(error)))
            continue
        studies += len(library)
        for problem in litreview.check(library):
            assert not unfilled(problem), problem
        assert len(set(library.keys())) == len(library)
    assert studies > 4
    assert len(told) < studies
    assert [path for path, text in told if path not in text] == []


def test_the_seeds_become_a_chapter_and_nothing_is_filled_in(tmp_path: Path) -> None:
    library = litreview.load(SHARED / "seeds")
    assert len(library) == 5
    assert [study.issued for study in library] == [None] * 5
    assert sum(bool(study.author) for study in library) == 1
    for lang in ("id", "en"):
        review = litreview.draft(library, lang=lang)
        review.save(tmp_path / f"{lang}.docx")
        assert [p for p in review.problems if p.severity == "error"] == []
