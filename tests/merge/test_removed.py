"""Rows of studies that are no longer reviewed: gone where nobody touched them, kept and told of where a word of hers stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import docx
import pytest

import litreview
from tests.merge.libraries import FEWER
from tests.merge.test_merge import comments

WITHOUT = attrs.evolve(FEWER, studies=FEWER.studies[:-1])


def rows(path: Path) -> list[Any]:
    """The rows of the table that counts its studies."""
    tables = docx.Document(str(path)).tables
    return list(next(table for table in tables if table.rows[1].cells[0].text.strip(" .") == "1").rows)


@pytest.mark.parametrize("column", [0, 1, -1])
def test_a_word_of_hers_keeps_the_row(before: litreview.Review, tmp_path: Path, column: int) -> None:
    path = tmp_path / "bab2.docx"
    before.save(path)
    word = docx.Document(str(path))
    table = next(table for table in word.tables if table.rows[1].cells[0].text.strip(" .") == "1")
    before_rows = len(table.rows)
    family = FEWER.studies[-1].author[0].family
    row = next(row for row in table.rows if any(str(family) in cell.text for cell in row.cells))
    row.cells[column].paragraphs[0].add_run(" tanyakan")
    word.save(str(path))
    litreview.draft(WITHOUT, lang="id").save(path)
    assert len(rows(path)) == before_rows
    assert any("tanyakan" in cell.text for row in rows(path) for cell in row.cells)
    assert len(comments(path)) == 1


def test_a_row_that_nobody_touched_goes(before: litreview.Review, tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    before.save(path)
    there = len(rows(path))
    litreview.draft(WITHOUT, lang="id").save(path)
    assert len(rows(path)) == there - 1
    assert comments(path) == []


def concepts(path: Path) -> Any:
    """The table with a column for each study."""
    family = str(FEWER.studies[0].author[0].family)
    return next(table for table in docx.Document(str(path)).tables if any(family in cell.text for cell in table.rows[0].cells[1:]))


def test_a_column_that_was_kept_is_the_one_of_the_study_that_comes_back(before: litreview.Review, tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    before.save(path)
    word = docx.Document(str(path))
    family = str(FEWER.studies[-1].author[0].family)
    table = next(table for table in word.tables if any(family in cell.text for cell in table.rows[0].cells[1:]))
    column = next(at for at, cell in enumerate(table.rows[0].cells) if family in cell.text)
    table.rows[2].cells[column].paragraphs[0].add_run(" tanyakan")
    word.save(str(path))
    litreview.draft(WITHOUT, lang="id").save(path)
    before.save(path)
    heads = [cell.text for cell in concepts(path).rows[0].cells]
    assert len([head for head in heads if family in head]) == 1
    assert any("tanyakan" in cell.text for row in concepts(path).rows for cell in row.cells)
