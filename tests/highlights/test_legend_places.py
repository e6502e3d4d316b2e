"""Where a legend may stand: litreview.toml, the outline, a call; and what a wrong one says."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import litreview
from litreview.errors import ReadError, UnknownName
from litreview.formats import named
from litreview.library.convert import written
from litreview.record import Legend
from litreview.workspace.start import start
from tests.highlights.marked import library

FINDINGS = "findings"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "studies.yaml").write_bytes(written(library().studies, named("yaml"))[0])
    return tmp_path


def locators(review: litreview.Review, key: str = "hidayat2021") -> list[str | None]:
    return [e.locator for value in review.library[key].aspects.findings for e in value.evidence]


def test_without_one_the_colours_are_counted_in_one_line(folder: Path) -> None:
    review = litreview.draft(folder / "studies.yaml")
    (told,) = [problem for problem in review.problems if problem.code == "highlights-unassigned"]
    assert told.get("count") == "26"  # four of the thirty say it in their comment
    assert 'yellow = "findings"' in str(told.get("legend"))
    assert locators(review) == []


def test_the_settings_the_outline_and_a_call(folder: Path) -> None:
    (folder / "litreview.toml").write_text('highlights = {kuning = "hasil"}\n', encoding="utf-8")
    settings = litreview.configuration(folder / "litreview.toml")
    assert locators(litreview.draft(folder / "studies.yaml", configuration=settings)) == ["109", "110"]
    (folder / "plan.yaml").write_text("highlights: {yellow: gap, red: hasil}\n", encoding="utf-8")
    assert locators(litreview.draft(folder / "studies.yaml", outline=folder / "plan.yaml", configuration=settings)) == ["117"]
    loaded = litreview.load(folder / "studies.yaml", highlights={"blue": "findings"})
    assert locators(litreview.draft(loaded)) == ["104"]


def test_a_meaning_that_there_is_not_is_told_with_its_line(folder: Path) -> None:
    (folder / "litreview.toml").write_text('style = "apa"\nhighlights = {yellow = "findngs"}\n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"litreview\.toml:2.*findings"):
        litreview.configuration(folder / "litreview.toml")
    (folder / "plan.yaml").write_text("chapter: 2\nhighlights:\n  yellow: findngs\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"plan\.yaml:3.*findings"):
        litreview.draft(folder / "studies.yaml", outline=folder / "plan.yaml")
    with pytest.raises(UnknownName, match="findings"):
        litreview.load(folder / "studies.yaml", highlights={"yellow": "findngs"})


def test_libraries_that_are_joined_keep_the_legend() -> None:
    marked = library()
    assert (attrs.evolve(marked, legend=Legend()) | marked).legend == marked.legend
    assert litreview.Library.of(marked).legend == marked.legend


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_folder_to_begin_in_offers_one(tmp_path: Path, lang: str) -> None:
    start(tmp_path / "new", lang=lang)
    settings = (tmp_path / "new" / "litreview.toml").read_text(encoding="utf-8")
    offered = next(line for line in settings.splitlines() if line.startswith("# highlights"))
    (tmp_path / "new" / "litreview.toml").write_text(offered.removeprefix("# "), encoding="utf-8")
    legend = litreview.configuration(tmp_path / "new" / "litreview.toml").highlights
    assert legend is not None
    assert (legend["yellow"], legend["red"]) == (FINDINGS, "gap")
