"""What a notebook or a prompt shows of the values: one line each, and a table of the first rows."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from tests.benchmarks.draft_studies import bibtex

REFERENCES = str(Path(__file__).parents[2] / "references")


def test_each_value_is_one_short_line() -> None:
    library = litreview.loads(bibtex(57))
    assert repr(library).startswith("<Library: 57 studies, ")
    assert len(repr(library)) < 80
    assert all(len(repr(study)) < 200 and "\n" not in repr(study) for study in library)
    review = litreview.draft(REFERENCES, lang="en")
    assert repr(review).startswith("<Review: en-GB, 5 studies, ")
    assert len(repr(review)) < 80
    assert repr(review.ledger).startswith("<Ledger: ")


def test_a_notebook_shows_the_first_rows() -> None:
    shown = litreview.loads(bibtex(57))._repr_html_()
    assert shown.count("<tr>") == 11
    assert "&lt;Library: 57 studies" in shown
    assert litreview.draft(REFERENCES, lang="en")._repr_mimebundle_()["text/html"].startswith("<!DOCTYPE html>")


def test_a_problem_is_its_sentence() -> None:
    (problem, *_) = litreview.check(litreview.loads('[{"id": "lee", "type": "webpage", "title": "Motives"}]'))
    assert str(problem) == litreview.explain(problem)


def test_a_library_as_a_data_frame() -> None:
    pytest.importorskip("pandas")
    frame = litreview.load(REFERENCES).to_pandas()
    assert frame.loc["bandung-seoul-nd", "framework"] == "the sister-city concept\nthe concept of paradiplomacy"
    assert frame.loc["wicaksono-nd", "period"] == ""
