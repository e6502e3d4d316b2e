"""Finding styles by name, title and former name; every name found can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.csl import compile_style
from tests.work import calls


def test_the_exact_name_comes_first_then_independent_styles() -> None:
    found = litreview.styles("ieee")
    assert found[0].name == "ieee"
    flags = [style.dependent for style in found[1:]]
    assert flags == sorted(flags)


def test_all_words_must_fit_at_the_start_of_a_word() -> None:
    titles = [f"{s.name} {s.title}".casefold() for s in litreview.styles("chicago", "author-date")]
    assert titles
    assert all("chicago" in t and "author" in t and "date" in t for t in titles)
    assert "apa" not in {style.name for style in litreview.styles("pa")}


def test_case_and_accents_do_not_matter() -> None:
    assert litreview.styles("Économie") == litreview.styles("economie") != ()


def test_indonesian_styles_are_found_by_their_country() -> None:
    assert len(litreview.styles("Indonesia")) >= 12


def test_a_former_name_leads_to_the_style() -> None:
    assert "american-anthropological-association" in {style.name for style in litreview.styles("aaa")}


def test_everything_is_listed_once_without_words() -> None:
    names = [style.name for style in litreview.styles()]
    assert len(names) == len(set(names)) > 10_000


def test_a_style_of_ones_own_stands_for_the_public_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "apa.csl").write_text("<style><info><title>Ours &amp; only</title></info></style>", encoding="utf-8")
    monkeypatch.setattr("litreview.cite.folders.folder", lambda name: tmp_path)
    assert litreview.styles("apa", "ours")[0].title == "Ours & only"


@pytest.mark.parametrize("word", ["apa", "ieee", "bogor", "nature"])
def test_a_found_name_can_be_used(word: str) -> None:
    assert compile_style(litreview.styles(word)[0].name).citation is not None


def test_finding_a_style_parses_none_and_reads_the_head_of_each_once() -> None:
    there = len(litreview.styles())
    assert calls(lambda: litreview.styles("harvard")) < 300 * there
