"""Collections as topics: what the writer has sorted in Zotero is what her outline begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview import Zotero
from litreview.review.choices import choices
from litreview.themes import apply
from litreview.themes.outline.reading import read_outline
from litreview.themes.suggestion import suggest_themes
from tests.zotero.database import Database

TITLES = {"Teori": ("Norms of ports", "Ideas of docks"), "Kasus": ("Medan harbour", "Busan harbour"), "": ("Lone work",)}


@pytest.fixture
def library(tmp_path: Path) -> Database:
    """Tesis with two subcollections of two works each and one work of its own; one of them is in a collection for teaching too."""
    db = Database(tmp_path / "zotero.sqlite")
    tesis, works = db.collection("Tesis"), dict[str, list[int]]()
    for name, titles in TITLES.items():
        works[name] = [db.item(f"{name or 'X'}{n}", title=title, by=["Lee, Min"], date="2019-00-00 2019") for n, title in enumerate(titles)]
        if name:
            db.collection(name, works[name], under=tesis)
    db.connection.execute("INSERT INTO collectionItems VALUES (?, ?, 0)", [tesis, works[""][0]])
    db.collection("Mengajar", works["Teori"])
    db.save()
    return db


def themes(outline: str) -> list[tuple[str, list[str]]]:
    """Heading and collection of each topic of an outline."""
    return [
        (lines.split("title: ")[1].split("\n")[0], [line.strip() for line in lines.split("\n") if "collection:" in line])
        for lines in outline.split("- name: ")[1:]
    ]


def test_subcollections_are_the_topics_of_a_first_outline(library: Database) -> None:
    made = litreview.outline(litreview.load(Zotero("Tesis", library.file)), lang="en")
    assert themes(made.text) == [
        ("{und: Kasus}", ["collection: Tesis/Kasus"]),
        ("{und: Teori}", ["collection: Tesis/Teori"]),
    ]
    assert "- rest: true" in made.text  # the work that is in neither


def test_the_outline_is_followed_and_takes_what_is_added_to_the_collection_later(library: Database, tmp_path: Path) -> None:
    plan = tmp_path / "kerangka.yaml"
    plan.write_text("only: true\nthemes:\n  - collection: tesis/kasus\n    title: Pelabuhan\n  - rest: true\n", encoding="utf-8")

    def discussed() -> dict[str, tuple[str, ...]]:
        themes, _, problems = apply(read_outline(plan, choices()), litreview.load(Zotero("Tesis", library.file)))
        assert problems == ()
        return {theme.title["und"]: theme.keys for theme in themes if theme.way == "outline"}

    before = discussed()
    assert before == {"Pelabuhan": ("lee-medan-2019", "lee-busan-2019")}
    (number,) = library.connection.execute("SELECT collectionID FROM collections WHERE collectionName = 'Kasus'").fetchone()
    new = library.item("NEW00001", title="Surabaya harbour", by=["Kim, Jo"], date="2020-00-00 2020")
    library.connection.execute("INSERT INTO collectionItems VALUES (?, ?, 9)", [number, new])
    library.save()
    assert discussed() == {"Pelabuhan": ("lee-medan-2019", "lee-busan-2019", "kim-surabaya-2020")}


def test_an_outline_from_collections_gives_the_chapter_that_would_be_made_without_it(library: Database, tmp_path: Path) -> None:
    studies = litreview.load(Zotero("Tesis", library.file))
    plan = tmp_path / "kerangka.yaml"
    litreview.outline(studies, lang="en").save(plan)
    planned, _, problems = apply(read_outline(plan, choices()), studies)
    assert problems == ()
    assert [(theme.key, theme.keys) for theme in planned] == [(theme.key, theme.keys) for theme in suggest_themes(studies)]


def test_a_collection_that_holds_no_study_is_told(library: Database, tmp_path: Path) -> None:
    plan = tmp_path / "kerangka.yaml"
    plan.write_text("themes:\n  - collection: Tesis/Metode\n", encoding="utf-8")
    review = litreview.draft(litreview.load(Zotero("Tesis", library.file)), outline=plan, lang="en")
    told = [problem for problem in review.problems if problem.code == "theme-without-evidence"]
    assert [problem.get("theme") for problem in told] == ["Tesis/Metode"]


def test_records_made_from_zotero_keep_their_collections(library: Database, tmp_path: Path) -> None:
    into = tmp_path / "references"
    wanted = Zotero("Tesis", library.file)
    first = litreview.add(wanted, into=into)
    assert [entry.state for entry in first.entries] == ["added"] * 5
    before = {path.name: path.read_bytes() for path in into.iterdir()}
    again = litreview.add(wanted, into=into)
    assert [entry.state for entry in again.entries] == ["there"] * 5
    assert {path.name: path.read_bytes() for path in into.iterdir()} == before
    assert "collection: Tesis/Kasus" in litreview.outline(litreview.load(into), lang="en").text
