"""The studies that come with the package: sound records, and a BibTeX file made from them."""

from __future__ import annotations

from pathlib import Path

import litreview
from litreview.errors import Problem

FOLDER = Path(__file__).resolve().parent.parent / "references"


def real(problems: tuple[Problem, ...]) -> list[str]:
    return [litreview.explain(problem) for problem in problems if problem.severity != "info"]


def test_the_records_have_no_fault() -> None:
    library = litreview.load(FOLDER)
    assert len(library) == 5
    assert real(litreview.check(library)) == []


def test_the_bibtex_file_is_the_one_made_from_the_records() -> None:
    """After a change: ``rm references/sister-city.bib; litreview convert references/ -o references/sister-city.bib``."""
    records = litreview.load(*sorted(FOLDER.glob("*.yaml")))
    assert (FOLDER / "sister-city.bib").read_text(encoding="utf-8") == records.to_bibtex()


def test_the_bibtex_file_says_what_the_records_say() -> None:
    records, copies = litreview.load(*sorted(FOLDER.glob("*.yaml"))), litreview.load(FOLDER / "sister-city.bib")
    assert copies.keys() == records.keys()
    both = litreview.load(FOLDER)
    assert both.studies == records.studies
    assert {p.code for p in both.problems} == {"copy-of-study"}


def test_nobody_can_be_reached_by_the_records() -> None:
    for path in FOLDER.iterdir():
        assert "@" not in path.read_text(encoding="utf-8").replace("@misc{", "").replace("@thesis{", ""), path.name
