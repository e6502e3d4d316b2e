"""What a fresh draft says is read back as it was said: citations behind cut quotations, works of one title."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.record import Dates, LangText, Library, Name, Names, Study, library_of, parse_date

TITLE = "Ombak dan pelabuhan dalam ingatan warga pesisir"


def written(key: str, family: str, second: str, year: str, finding: str) -> Study:
    """A study by two authors, all under one title."""
    return Study(
        key,
        "article-journal",
        title=LangText({"id": TITLE}),
        names=Names({"author": (Name(family=family, given="Sri"), Name(family=second, given="Adi"))}),
        dates=Dates({"issued": parse_date(year)}),
        abstract=LangText({"id": f"Penelitian ini bertujuan untuk mengetahui dampak ombak. Hasil penelitian menunjukkan bahwa {finding}."}),
    )


LONG = (
    "warga pesisir yang tinggal di dekat pelabuhan mengingat ombak besar lebih lama daripada warga yang tinggal jauh dari sana "
    "sebab setiap musim membawa kabar baru tentang kapal dan badai"
)


def corpus() -> Library:
    return library_of(
        [
            written("a", "Halim", "Lestari", "2020", LONG),
            written("b", "Halim", "Putri", "2020", LONG.replace("ombak besar", "badai besar")),
            written("c", "Wijaya", "Putri", "2020", "pelabuhan membuka ingatan warga tentang ombak"),
        ]
    )


@pytest.mark.parametrize("suffix", [".docx", ".md", ".json"])
@pytest.mark.parametrize("tag", ["id", "en"])
def test_works_of_one_title_are_told_apart_by_their_authors(suffix: str, tag: str, tmp_path: Path) -> None:
    path = tmp_path / f"chapter{suffix}"
    litreview.draft(corpus(), lang=tag).save(path)
    found = [problem for problem in litreview.check_draft(path, corpus()) if problem.severity != "info"]
    assert [(problem.code, str(problem)) for problem in found] == []
