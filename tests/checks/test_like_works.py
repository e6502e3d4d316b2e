"""Works that are alike but for one thing are told apart in a draft that was just made: it checks clean."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.errors import Problem
from litreview.record import Dates, LangText, Library, Name, Names, Study, library_of, parse_date

SAID = "This study examines night markets. Twelve vendors were interviewed. The results show that lanterns raise sales."


def work(key: str, title: str, given: str, year: int) -> Study:
    authors = (Name(family="Salim", given=given), Name(family="Tirta", given="Rani"))
    return Study(
        key,
        "article-journal",
        language="en",
        title=LangText({"en": title}),
        names=Names({"author": authors}),
        dates=Dates({"issued": parse_date(str(year))}),
        abstract=LangText({"en": SAID}),
    )


def found(library: Library, style: str, path: Path) -> list[Problem]:
    litreview.draft(library, lang="en", style=style).save(path)
    return [problem for problem in litreview.check_draft(path, library) if problem.severity != "info"]


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_in_notes_works_are_told_apart_by_title_and_by_initial(tmp_path: Path, suffix: str) -> None:
    marked = 'The Effect of <span class="nocase">Lanterns</span> on Night Markets'
    plain = "The Effect of Lanterns on Night Markets"
    alike = [work("a", marked, "Dian", 2019), work("b", plain, "Rina", 2020), work("c", f"{plain} in the Rain", "Dian", 2021)]
    assert found(library_of(alike), "chicago-note-bibliography", tmp_path / f"draft{suffix}") == []


def test_in_a_style_of_numbers_works_with_short_titles_are_found_by_their_authors(tmp_path: Path) -> None:
    short = [work("a", "Rain", "Dian", 2019), work("b", "Oil", "Dian", 2020)]
    assert found(library_of(short), "ieee", tmp_path / "draft.md") == []


def test_a_draft_on_one_work_is_not_told_to_compare(tmp_path: Path) -> None:
    outline = tmp_path / "own.yaml"
    outline.write_text("own-study:\n  title: Lanterns of the coast\n  method: [survey]\n  data: [interviews]\n", encoding="utf-8")
    library = library_of([work("a", "Lanterns and rain on the coast", "Dian", 2019)])
    path = tmp_path / "draft.md"
    litreview.draft(library, lang="en", outline=outline).save(path)
    codes = [problem.code for problem in litreview.check_draft(path, library, outline)]
    assert "draft-few-comparisons" not in codes


@pytest.mark.parametrize("title", ["GPU Gems", "tmp.out", "Modern C", "Z"])
def test_a_work_without_author_is_listed_by_however_short_a_title(title: str, tmp_path: Path) -> None:
    others = [Study(f"s{n}", "book", title=LangText({"en": f"{title} of port {n}"}), language="en") for n in range(2)]
    library = library_of([Study("short", "book", title=LangText({"en": title}), language="en"), *others])
    path = tmp_path / "chapter.md"
    litreview.draft(library, lang="en").save(path)
    assert not [problem for problem in litreview.check_draft(path, library) if problem.severity != "info"]


def test_works_of_one_short_title_are_told_apart_by_their_letters_though_a_year_stands_in_the_title(tmp_path: Path) -> None:
    titles = [f"Introduction to the Night Market for Advanced Vendors {year} Edition" for year in (2021, 2022)]
    made = [
        Study(f"s{n}", "book", title=LangText({"en": t}), variables={"title-short": LangText({"en": "Introduction"})}, language="en")
        for n, t in enumerate(titles)
    ]
    library = library_of(made)
    path = tmp_path / "chapter.md"
    litreview.draft(library, lang="en").save(path)
    assert "n.d.-a" in path.read_text(encoding="utf-8")
    assert not [problem for problem in litreview.check_draft(path, library) if problem.severity != "info"]
