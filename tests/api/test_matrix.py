"""Matrices and tables as Python values."""

from __future__ import annotations

import csv
import importlib
import io
from pathlib import Path

import pytest

import litreview
from litreview.errors import MissingExtra, UnknownName
from litreview.review.tables.grid import Grid

AWKWARD = Grid("t", "T", ("a", "b|c"), (("x,y", None), ('say "z"', "one\ntwo | three")), (((), ()), ((), ("k",))))


THREE = """
- {key: a, type: book, title: A, aspects: {method: [interviews in the field]}}
- {key: b, type: book, title: B, aspects: {method: null}}
- {key: c, type: book, title: C, aspects: {data: [letters]}}
- {key: d, type: book, title: D, abstract: Some letters were read., language: en, aspects: {data: [letters]}}
"""


@pytest.fixture(scope="module")
def review() -> litreview.Review:
    return litreview.draft(litreview.load("references"), lang="en")


def test_the_tables_of_a_draft_are_those_of_the_document(review: litreview.Review) -> None:
    names = [grid.name for grid in review.tables]
    assert names == ["table/previous-studies", "table/concept-matrix", "table/methods-frameworks"]
    previous = review.tables[0]
    assert previous.columns[0] == "No."
    assert previous.title == "Table 2.1 Previous studies"
    assert {key for n in range(len(previous)) for key in previous.behind(n, "Author, year, title")} == set(review.library.keys())
    assert len(previous.records()) == len(list(previous)) == 5


def test_a_matrix_tells_why_a_cell_has_no_value(tmp_path: Path) -> None:
    (tmp_path / "three.yaml").write_text(THREE, encoding="utf-8")
    found = litreview.matrix(litreview.load(tmp_path), "method", lang="en")
    by_key = {row[0]: row[1:] for row in found}
    assert found.columns == ("study", "interviews in the field", "not stated", "not yet read", "no abstract yet")
    assert by_key == {
        "a": (True, False, False, False), "b": (False, True, False, False), "c": (None, None, None, True), "d": (None, None, True, None),
    }  # fmt: skip
    assert found.behind(0, "interviews in the field") == ("a",)


def test_two_aspects_are_crossed_and_years_are_gathered() -> None:
    library = litreview.load("references")
    crossed = litreview.matrix(library, "method", by="framework", lang="id")
    assert crossed.columns[0] == "method"
    assert "paradiplomasi" in crossed.columns
    row = [r[0] for r in crossed].index("kualitatif")
    assert set(crossed.behind(row, "paradiplomasi")) == {"bandung-seoul-nd", "diy-gyeongsangbukdo-nd"}
    assert crossed.rows[row][crossed.columns.index("paradiplomasi")] == 2
    assert litreview.matrix(library, "method", by="year", lang="en").columns[1:] == ("undated",)


@pytest.mark.parametrize(("aspect", "by"), [("frameworks", None), ("method", "years"), ("year", None)])
def test_an_unknown_aspect_is_named(aspect: str, by: str | None) -> None:
    with pytest.raises(UnknownName, match="aspect"):
        litreview.matrix(litreview.load("references"), aspect, by)


def test_csv_and_markdown_hold_every_cell(tmp_path: Path) -> None:
    assert list(csv.reader(io.StringIO(AWKWARD.to_csv()))) == [["a", "b|c"], ["x,y", ""], ['say "z"', "one\ntwo | three"]]
    assert AWKWARD.to_markdown() == '| a | b\\|c |\n| --- | --- |\n| x,y |  |\n| say "z" | one<br>two \\| three |\n'
    AWKWARD.save(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfa,b|c\n")
    AWKWARD.save(tmp_path / "a.md")
    with pytest.raises(UnknownName):
        AWKWARD.save(tmp_path / "a.xlsx")
    assert "<td>one<br>two | three</td>" in AWKWARD._repr_html_()


def test_a_data_frame_has_the_same_cells(review: litreview.Review) -> None:
    pytest.importorskip("pandas")
    frame = review.tables[0].to_pandas()
    assert list(frame.columns) == list(review.tables[0].columns)
    assert frame.shape == (5, 8)
    assert tuple(frame["No."]) == review.tables[0].column("No.")


def test_without_pandas_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingExtra, match=r"litreview-kit\[pandas\]"):
        AWKWARD.to_pandas()


def test_an_unknown_column_is_named() -> None:
    with pytest.raises(UnknownName, match="column"):
        AWKWARD.column("c")
