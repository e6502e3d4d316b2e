"""Pages of citations against those of the highlights: a planted wrong page or quotation is caught, a right one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.audit.checks.pages_named import pages_in
from litreview.audit.judging import check_draft
from tests.highlights.marked import library

WRONG_PAGE = ("Hidayat (2021, hlm. 110)", "Hidayat (2021, hlm. 111)")
WRONG_PAGE_OF_A_COMMENT = ("Tanaka (2018, hlm. 20)", "Tanaka (2018, hlm. 21)")
WRONG_PAGE_AMONG_MANY = ("Sari, 2022, hlm. 8)", "Sari, 2022, hlm. 99)")
OTHER_WORDS = ("tetap diadakan oleh kedua kota", "tetap diadakan oleh ketiga kota")
NOT_IN_THE_WORK = ("## Daftar Pustaka", "Pelabuhan kecil juga penting (Hidayat, 2021, hlm. 500).\n\n## Daftar Pustaka")


@pytest.fixture(scope="module")
def chapter(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("chapter") / "bab2.md"
    litreview.draft(litreview.Library.of(library()), lang="id").save(file)
    return file.read_text(encoding="utf-8")


def codes(chapter: str, change: tuple[str, str], folder: Path) -> list[str]:
    assert chapter.count(change[0]) >= 1, change
    file = folder / "bab2.md"
    file.write_text(chapter.replace(*change), encoding="utf-8")
    return [problem.code for problem in check_draft(file, library()) if problem.severity == "error" or "page" in problem.code]


def test_the_chapter_as_it_was_made_is_right(chapter: str, tmp_path: Path) -> None:
    assert codes(chapter, ("Hidayat", "Hidayat"), tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (WRONG_PAGE, "draft-page-differs"),
        (WRONG_PAGE_OF_A_COMMENT, "draft-page-differs"),
        (WRONG_PAGE_AMONG_MANY, "draft-page-differs"),
        (OTHER_WORDS, "draft-quote-differs"),
        (NOT_IN_THE_WORK, "draft-page-outside"),
    ],
)
def test_what_was_planted_is_caught(chapter: str, change: tuple[str, str], code: str, tmp_path: Path) -> None:
    assert code in codes(chapter, change, tmp_path)


@pytest.mark.parametrize(
    ("segment", "pages"),
    [
        ("(Lee, 2019, hlm. 103, 105)", ("103", "105")),
        ("(Lee 2019, pp. 12–14)", ("12–14",)),
        ("[@lee2019, hal. xii]", ("xii",)),
        ("[3, halaman 7 dan 9]", ("7", "9")),
        ("(Lee, 2019, bab 3)", ()),
        ("(Lee, 2019)", ()),
    ],
)
def test_pages_are_read_as_people_write_them(segment: str, pages: tuple[str, ...]) -> None:
    assert pages_in(segment) == pages
