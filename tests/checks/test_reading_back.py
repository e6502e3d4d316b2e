"""What a fresh draft says is read back as it was said: citations behind cut quotations, works of one title."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

import litreview
from litreview.audit.checks import read_back
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


def test_a_sentence_that_stands_twice_is_gone_only_where_a_line_of_it_is() -> None:
    text = SimpleNamespace(only=lambda tag: "Kerangka itu tercatat pada tiga studi.")
    said = [SimpleNamespace(claim=claim, text=text) for claim in ("a", "b")]
    line = SimpleNamespace(base=SimpleNamespace(said=said[0]))

    def told(*lines: object) -> list[str | None]:
        draft = SimpleNamespace(
            saved=SimpleNamespace(said=said), lines=lines, cited=(), language=SimpleNamespace(tag="id"), text=SimpleNamespace(name="bab")
        )
        return [problem.get("count") for problem in read_back.run(draft)]  # type: ignore[arg-type]

    assert (told(line, line), told(line), told()) == ([], ["1"], ["2"])
