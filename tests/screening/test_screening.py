"""Screening: exports joined, decisions kept, the numbers, and which of the records the chapter is on."""

from __future__ import annotations

import csv
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import litreview
from litreview.document.nodes import Diagram
from litreview.errors import ReadError
from litreview.library.screening import flow, screened
from litreview.record import DECISIONS, Screening, Study, library_of
from litreview.record.screening import AGAINST

SCOPUS = """
@article{port, title = {Ports of Call in Small Cities}, author = {Lee, Ann}, year = {2019}, journal = {J}, doi = {10.1000/x1}}
@article{rice, title = {Rice Markets and Their Prices}, author = {Kim, Bo}, year = {2020}, journal = {K}, pages = {1-9}}
"""
GARUDA = """
@article{lee, title = {Ports of call in small cities}, author = {Lee, Ann}, year = {2019}, journal = {J}, doi = {10.1000/x1}}
@article{rice, title = {Rice Markets and Their Prices}, author = {Kim, Bo}, year = {2020}, journal = {K}, pages = {1-9}}
@article{tea, title = {Tea and Trade}, author = {Tan, Citra}, year = {2021}, journal = {L}}
"""

SCREENINGS = st.builds(
    Screening, st.lists(st.sampled_from(["Scopus", "Garuda"]), max_size=3).map(tuple), st.none() | st.sampled_from(DECISIONS)
)


@pytest.fixture
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scopus.bib").write_text(SCOPUS, encoding="utf-8")
    (tmp_path / "garuda.bib").write_text(GARUDA, encoding="utf-8")
    return tmp_path


def decided(library: litreview.Library, **decisions: str) -> litreview.Library:
    """The library with decisions by key; an underscore parts a decision from its reason."""

    def one(study: Study) -> Study:
        decision, _, reason = decisions.get(study.key, "").partition("_")
        return attrs.evolve(study, screening=attrs.evolve(study.screening, decision=decision or None, reason=reason))

    return attrs.evolve(library, studies=tuple(map(one, library)))


def test_each_work_stands_once_and_names_where_it_was_found(exports: Path) -> None:
    made = litreview.screen({"Scopus": "scopus.bib", "Garuda": "garuda.bib"})
    assert [(study.text("title"), study.screening.found_in) for study in made.library] == [
        ("Ports of Call in Small Cities", ("Scopus", "Garuda")),
        ("Rice Markets and Their Prices", ("Scopus", "Garuda")),  # no identifier, but title, names, year and pages
        ("Tea and Trade", ("Garuda",)),
    ]


def test_a_later_search_leaves_keys_and_decisions_and_counts_nothing_twice(exports: Path) -> None:
    first = decided(litreview.screen({"Scopus": "scopus.bib"}).library, port="excluded_no city")
    first.save("all.yaml")
    again = litreview.screen({"Scopus": "scopus.bib", "Garuda": "garuda.bib"}, "all.yaml")
    assert again.again == 4
    assert {study.key: study.screening for study in again.library} == {
        "port": Screening(("Scopus", "Garuda"), "excluded", "no city"),
        "rice": Screening(("Scopus", "Garuda")),
        "tea": Screening(("Garuda",)),
    }
    again.library.save("all.yaml")
    assert litreview.load("all.yaml")["port"].screening.reason == "no city"


@given(st.lists(SCREENINGS, max_size=12))
def test_the_numbers_of_the_stages_add_up(screenings: list[Screening]) -> None:
    counted = flow(Study(f"s{n}", screening=one) for n, one in enumerate(screenings))
    if counted is None:
        assert not any(screenings)
        return
    assert counted.identified == counted.duplicates + counted.screened
    assert counted.screened == counted.undecided + sum(n for _, n in counted.excluded) + counted.sought
    assert counted.sought == counted.not_retrieved + counted.waiting + counted.assessed
    assert counted.assessed == sum(n for _, n in counted.excluded_full_text) + counted.included


@given(st.lists(SCREENINGS, max_size=8))
def test_nothing_that_was_decided_against_is_reviewed(screenings: list[Screening]) -> None:
    library = library_of(Study(f"s{n}", screening=one) for n, one in enumerate(screenings))
    reviewed, left = screened(library)
    assert {study.key for study in (*reviewed, *left)} == set(library.keys())
    assert not any(study.screening.decision in AGAINST for study in reviewed)
    included = {study.key for study in library if study.screening.decision == "included"}
    assert included <= set(reviewed.keys())
    if included:  # the screening is concluded, so what nobody decided is not in the review
        assert {study.key for study in reviewed} - included == {study.key for study in library if not study.screening}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_chapter_tells_how_its_studies_were_chosen(lang: str) -> None:
    from litreview._resources import folder

    library = litreview.load(folder("references"))
    keys = library.keys()
    found = attrs.evolve(library, studies=tuple(attrs.evolve(study, screening=Screening(("Scopus", "Garuda"))) for study in library))
    chosen = decided(found, **{keys[0]: "excluded_no method", keys[1]: "not-retrieved", **dict.fromkeys(keys[2:], "included")})
    review = litreview.draft(chosen, lang=lang)
    assert set(review.library.keys()) == set(keys[2:])
    text = str(litreview.flow_diagram(chosen, lang=lang)).replace("\u00a0", " ")
    for number in ("Scopus (n = 5)", "Garuda (n = 5)", "n = 5", "no method (n = 1)"):
        assert number in text
    drawn = next(block for block in review.document.blocks if isinstance(block, Diagram) and block.branching)
    assert drawn.number == "2.1"
    assert "3" in drawn.rows[-1][0]
    assert not [problem for problem in litreview.check_draft(review) if problem.severity != "info"]


def test_a_chapter_on_nothing_is_refused() -> None:
    library = library_of([Study("a", screening=Screening(("Scopus",), "excluded"))])
    with pytest.raises(ReadError, match="leaves no study"):
        litreview.draft(library)


def test_the_diagram_is_an_svg_with_its_words(exports: Path) -> None:
    made = litreview.flow_diagram(litreview.screen({"A & <B>": "scopus.bib"}).library, lang="en")
    assert made is not None
    made.save("flow.svg")
    drawing = etree.fromstring((exports / "flow.svg").read_bytes())
    words = " ".join(drawing.itertext()).replace("\u00a0", " ")
    assert "A & <B> (n = 2)" in words
    assert "Studies in the review (n = 0)" in words
    assert litreview.flow_diagram(litreview.load("scopus.bib")) is None


def test_decisions_are_typed_in_the_worksheet_in_any_language(exports: Path) -> None:
    litreview.screen({"Scopus": "scopus.bib"}).library.save("all.yaml")
    litreview.worksheet("all.yaml", lang="id").save("saring.csv")
    with (exports / "saring.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    at = rows[0].index("keputusan")
    rows[1][at : at + 2] = ["dikeluarkan setelah dibaca", "bukan kota"]
    with (exports / "saring.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    litreview.take_worksheet("saring.csv", "all.yaml", lang="en")
    assert litreview.load("all.yaml")["port"].screening == Screening(("Scopus",), "excluded-full-text", "bukan kota")


def test_a_decision_that_is_none_is_told_and_kept() -> None:
    library = litreview.loads("key: a\ntype: book\ntitle: T\nscreening: {found-in: Scopus, decision: perhaps}\n", "yaml")
    assert [(problem.code, problem.origin.line) for problem in library.problems] == [("expected-decision", 4)]
    assert library["a"].screening == Screening(("Scopus",))
    assert "perhaps" in library.to_yaml()
