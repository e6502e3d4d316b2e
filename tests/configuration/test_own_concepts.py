"""A user's own concepts: read from tables, and used wherever ours are, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.document.walk import block_inlines, plain
from litreview.languages import explain
from litreview.library.concept_tables import read_concepts

FACULTY = """\
[harbour-compact]
kinds = ["framework", "topic"]
id = ["kesepakatan pelabuhan"]
en = ["harbour compact", "port compact"]

[tide-log]
kinds = ["data"]
id = ["buku pasang"]
en = ["tide log"]
"""
STUDY = """\
- key: {key}
  type: thesis
  title: {{en: Ports {key}}}
  author: [{{family: Lee, given: Ann}}]
  issued: 2019
  language: en
  keywords: {{en: [{keyword}]}}
  abstract: {{en: "This study aims to explain why two ports work together. It uses the concept of {concept}. Data were collected through {data}."}}
"""


@pytest.fixture
def faculty(tmp_path: Path) -> Path:
    path = tmp_path / "fakultas.toml"
    path.write_text(FACULTY, encoding="utf-8")
    return path


@pytest.fixture
def studies(tmp_path: Path) -> Path:
    rows = (
        ("a", "harbour compact", "tide log", "ports"),
        ("b", "port compact", "tide log", "ports"),
        ("c", "paradiplomacy", "interviews", "ports"),
    )
    text = "".join(STUDY.format(key=key, concept=concept, data=data, keyword=keyword) for key, concept, data, keyword in rows)
    path = tmp_path / "studies.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def words(review: litreview.Review) -> str:
    cells = "\n".join("\n".join(map(str, row)) for grid in review.tables for row in grid)
    return cells + "\n".join(plain(run) for block in review.document.blocks for run in block_inlines(block))


@pytest.mark.parametrize(("tag", "label", "data"), [("id", "kesepakatan pelabuhan", "buku pasang"), ("en", "harbour compact", "tide log")])
def test_a_draft_knows_and_names_them(studies: Path, faculty: Path, tag: str, label: str, data: str) -> None:
    library = litreview.load(studies, concepts=[faculty])
    assert library.problems == ()
    review = litreview.draft(library, lang=tag)
    (shared,) = review.ledger.select(kind="framework.shared.most")
    assert (shared.groups[0].value.concept, shared.groups[0].keys) == ("harbour-compact", ("a", "b"))
    assert label in review.sentence(shared)
    assert data in words(review)
    assert [p for p in litreview.check_draft(review) if p.severity != "info"] == []


def test_without_them_they_are_unknown(studies: Path) -> None:
    review = litreview.draft(litreview.load(studies), lang="id")
    assert "kesepakatan pelabuhan" not in words(review)
    assert review.ledger.named == ()


def test_matrix_and_outline_name_them(studies: Path, faculty: Path) -> None:
    library = litreview.load(studies, concepts=[faculty])
    assert "kesepakatan pelabuhan" in litreview.matrix(library, "framework", lang="id").columns
    assert "harbour compact" in litreview.outline(library, lang="en").text


def test_an_outline_may_name_them(studies: Path, faculty: Path, tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text("themes:\n  - concept: harbour-compact\n", encoding="utf-8")
    review = litreview.draft(litreview.load(studies, concepts=[faculty]), lang="id", outline=outline)
    assert "Kesepakatan pelabuhan" in words(review)
    with pytest.raises(litreview.LitreviewError, match='unknown concept "harbour-compact"'):
        litreview.draft(litreview.load(studies), outline=outline)
    renamed = litreview.rename_keys(studies, outline=outline)
    assert renamed.changes


def test_the_own_study_is_compared_by_them(studies: Path, faculty: Path, tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text("own-study: {framework: [kesepakatan pelabuhan]}\n", encoding="utf-8")
    review = litreview.draft(litreview.load(studies, concepts=[faculty]), lang="id", outline=outline)
    table = next(grid for grid in review.tables if grid.name == "table/previous-studies")
    similar = [str(row[-2]) for row in table]
    assert ["kesepakatan pelabuhan" in cell for cell in similar] == [True, True, False]


@pytest.mark.parametrize("suffix", [".docx", ".json"])
def test_a_saved_draft_tells_them_without_its_library(studies: Path, faculty: Path, tmp_path: Path, suffix: str) -> None:
    review = litreview.draft(litreview.load(studies, concepts=[faculty]), lang="en")
    review.save(tmp_path / f"bab2{suffix}")
    assert [p for p in litreview.check_draft(tmp_path / f"bab2{suffix}") if p.severity != "info"] == []
    if suffix == ".json":
        ledger = litreview.read_ledger(tmp_path / "bab2.json")
        assert ledger == review.ledger
        assert [one.id for one in ledger.named] == ["harbour-compact", "tide-log"]


def test_pages_are_read_by_them(faculty: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = (
        "Two Ports\n\nAnn Lee\n\nAbstract\n\nThis study aims to explain why two ports work together. It uses the concept of port compact."
    )
    page.write_text(text, encoding="utf-8")
    (study,) = litreview.load(page, concepts=[faculty])
    assert [value.concept for value in study.aspects.framework] == ["harbour-compact"]
    assert litreview.load(page, concepts=faculty)[study.key] == study
    done = litreview.add(page, into=tmp_path / "into", concepts=[faculty])
    assert [value.concept for value in done.entries[0].study.aspects.framework] == ["harbour-compact"]
    done = litreview.add(into=tmp_path / "pasted", text=text, concepts=[faculty])
    assert [value.concept for value in done.entries[0].study.aspects.framework] == ["harbour-compact"]
    assert [value.concept for value in litreview.read_abstract(text)[0].aspects.framework] != ["harbour-compact"]


def test_one_of_theirs_stands_for_ours(studies: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[paradiplomacy]\nkinds = ["framework"]\nid = ["diplomasi daerah kita"]\nen = ["paradiplomacy"]\n', encoding="utf-8")
    library = litreview.load(studies, concepts=[own])
    assert library.problems == ()
    assert "diplomasi daerah kita" in words(litreview.draft(library, lang="id"))
    assert "diplomasi daerah kita" not in words(litreview.draft(litreview.load(studies), lang="id"))


def test_libraries_together_keep_the_concepts_of_both(studies: Path, faculty: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(FACULTY.replace("kesepakatan pelabuhan", "perjanjian pelabuhan").replace("[tide-log]", "[moon-log]"), encoding="utf-8")
    both = litreview.load(studies, concepts=[faculty]) | litreview.load(studies, concepts=[other])
    assert {one.id: one.label("id") for one in both.concepts} == {
        "harbour-compact": "kesepakatan pelabuhan",
        "tide-log": "buku pasang",
        "moon-log": "buku pasang",
    }


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ('\n[a]\nkinds = ["approach"]\n', "concept-without-terms", 2),
        ('[a]\nen = ["aa"]\n', "concept-without-kinds", 1),
        ('[a]\nkinds = ["aproach"]\nen = ["aa"]\n', "concept-unknown-kind", 2),
        ('[a]\nkind = ["topic"]\nkinds = ["topic"]\nen = ["aa"]\n', "concept-unknown-key", 2),
        ('[a]\nkinds = ["topic"]\nxx-x = ["aa"]\n', "concept-unknown-key", 3),
        ('[a]\nkinds = "topic"\nen = ["aa"]\n', "concept-not-list", 2),
        ('[a]\nkinds = ["topic"]\nen = "aa"\n', "concept-not-list", 3),
        ('[a]\nkinds = ["topic"]\nen = ["aa", 1]\n', "concept-not-list", 3),
        ('[a]\nkinds = ["topic"]\nen = ["aa", " "]\n', "concept-not-list", 3),
        ("\na = 1\n", "concept-not-table", 2),
        ("\n\n[a", "toml-broken", 3),
        ('[a]\nkinds = ["topic"]\nen = ["tide pool"]\n[b]\nkinds = ["topic"]\nen = ["Tide-Pools"]\n', "concept-term-twice", 3),
        ('[a]\nkinds = ["topic"]\nen = ["Sister Cities"]\n', "concept-term-twice", 3),
    ],
)
def test_a_broken_table_is_told_and_left_out(tmp_path: Path, faculty: Path, content: str, code: str, line: int) -> None:
    table = tmp_path / "broken.toml"
    table.write_text(content, encoding="utf-8")
    concepts, problems = read_concepts([table, faculty])
    assert [one.id for one in concepts] == ["harbour-compact", "tide-log"]
    assert (problems[0].code, problems[0].origin.file, problems[0].origin.line, problems[0].severity) == (code, str(table), line, "error")
    for tag in ("id", "en"):
        assert explain(problems[0], tag).startswith(f"{table}:{line}: ")


def test_a_term_of_an_earlier_file_is_taken(tmp_path: Path, faculty: Path) -> None:
    later = tmp_path / "later.toml"
    later.write_text('[sea-log]\nkinds = ["data"]\nen = ["tide log"]\n', encoding="utf-8")
    concepts, problems = read_concepts([faculty, later])
    assert [one.id for one in concepts] == ["harbour-compact", "tide-log"]
    assert [(p.code, p.get("name"), p.get("other"), p.origin.line) for p in problems] == [("concept-term-twice", "sea-log", "tide-log", 3)]


def test_a_missing_table_is_told_where_it_is_used(studies: Path, tmp_path: Path) -> None:
    library = litreview.load(studies, concepts=[tmp_path / "none.toml"])
    assert len(library) == 3
    assert [(p.code, p.origin.file) for p in library.problems] == [("source-missing", str(tmp_path / "none.toml"))]
