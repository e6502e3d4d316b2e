"""Works that are there twice: shown with reasons, merged on somebody's word, every value kept, all files or none."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.errors import UnknownName, WriteError

BIB = """% mine
@article{lee, author={Lee, A.}, title={Ports of call and small cities}, year=2019, doi={10.1000/x}, journal={J. Ports}}
@article{lee2, author={Lee, Ann}, title={Ports of Call and Small Cities}, year=2019, doi={10.1000/X}, volume=3, journal={Journal of Ports}}
@comment{kept}
"""
YAML = """# y
- key: budi
  type: book
  title: {id: Kota pelabuhan dan kisah nelayan}
  author: [{family: Santoso, given: Budi}]
  issued: 2019
- key: lee3  # third
  type: article-journal
  title: {en: Ports of call and small cities}
  author: [{family: Lee, given: Ann}]
  issued: 2020
  my-own-field: 7
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "a.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(YAML, encoding="utf-8")
    return tmp_path / "a.bib", tmp_path / "b.yaml"


def test_pairs_are_found_and_only_the_certain_are_merged(files: tuple[Path, Path]) -> None:
    found = litreview.find_duplicates(*files)
    assert [(p.first, p.second, p.strength) for p in found.pairs] == [
        ("lee", "lee2", "certain"), ("lee", "lee3", "strong"), ("lee2", "lee3", "strong"),
    ]  # fmt: skip
    assert dict(found.gone) == {"lee2": "lee"}
    assert [study.key for study in found.result] == ["lee", "budi", "lee3"]
    assert files[0].read_text(encoding="utf-8") == BIB


def test_the_sources_are_rewritten_and_nothing_is_lost(files: tuple[Path, Path]) -> None:
    found = litreview.find_duplicates(*files)
    rewritten, _ = litreview.merge_duplicates(found, *files)
    assert [Path(file.path).name for file in rewritten] == ["a.bib"]
    after = litreview.load(*files)
    assert after.keys() == ("lee", "budi", "lee3")
    lee = after["lee"]
    assert (lee.author[0].given, lee.text("volume"), lee.text("container-title")) == ("Ann", "3", "J. Ports")
    kept = dict(lee.extra)
    assert kept["litreview:other/container-title"] == "Journal of Ports"
    assert kept["litreview:alias"] == "lee2"
    assert files[0].read_text(encoding="utf-8").startswith("% mine\n@article{lee,")
    assert "@comment{kept}" in files[0].read_text(encoding="utf-8")
    assert files[1].read_text(encoding="utf-8") == YAML
    assert not litreview.find_duplicates(*files).gone, "what was merged is not found again"


def test_a_confirmed_pair_across_files(files: tuple[Path, Path], tmp_path: Path) -> None:
    outline = tmp_path / "plan.yaml"
    outline.write_text("themes: [{keyword: ports, studies: [lee3, budi], remarks: 'See [@lee3].'}]\n", encoding="utf-8")
    found = litreview.find_duplicates(*files, confirm=[("lee3", "lee")])
    assert dict(found.gone) == {"lee2": "lee", "lee3": "lee"}
    litreview.merge_duplicates(found, *files, outline=outline)
    assert litreview.load(*files).keys() == ("lee", "budi")
    assert outline.read_text(encoding="utf-8") == "themes: [{keyword: ports, studies: [lee, budi], remarks: 'See [@lee].'}]\n"
    assert files[1].read_text(encoding="utf-8").startswith("# y\n- key: budi\n")


def test_a_pair_may_be_kept_apart_and_one_that_nobody_found_confirmed(files: tuple[Path, Path]) -> None:
    assert not litreview.find_duplicates(*files, apart=[("lee2", "lee")]).gone
    assert dict(litreview.find_duplicates(*files, confirm=[("lee", "budi")], apart=[("lee", "lee2")]).gone) == {"budi": "lee"}
    with pytest.raises(UnknownName, match='did you mean "budi"'):
        litreview.find_duplicates(*files, confirm=[("lee", "budy")])


def test_the_merged_library_may_go_to_a_new_file(files: tuple[Path, Path], tmp_path: Path) -> None:
    found = litreview.find_duplicates(*files)
    litreview.merge_duplicates(found, *files, output=tmp_path / "out.yaml")
    assert litreview.load(tmp_path / "out.yaml").studies == found.result.studies
    assert files[0].read_text(encoding="utf-8") == BIB
    with pytest.raises(WriteError, match="one of the sources"):
        litreview.merge_duplicates(found, *files, output=files[0])


def test_what_cannot_be_rewritten_is_refused_and_all_stays(files: tuple[Path, Path], tmp_path: Path) -> None:
    ris = tmp_path / "c.ris"
    ris.write_text(
        "TY  - JOUR\nTI  - Ports of call and small cities\nAU  - Lee, Ann\nPY  - 2019\nDO  - 10.1000/x\nER  - \n", encoding="utf-8"
    )
    found = litreview.find_duplicates(*files, ris)
    with pytest.raises(WriteError, match="not changed in place"):
        litreview.merge_duplicates(found, *files, ris)
    assert files[0].read_text(encoding="utf-8") == BIB
    litreview.merge_duplicates(found, *files, ris, output=tmp_path / "out.bib")
    out = litreview.load(tmp_path / "out.bib")
    assert out.keys() == ("lee", "budi", "lee3")
    assert (out["lee"].text("volume"), out["lee"].author[0].given) == ("3", "Ann")


def test_the_merged_library_of_one_file_may_go_to_another_of_its_kind(files: tuple[Path, Path], tmp_path: Path) -> None:
    found = litreview.find_duplicates(files[0])
    litreview.merge_duplicates(found, files[0], output=tmp_path / "out.bib")
    (lee,) = litreview.load(tmp_path / "out.bib")
    assert (lee.key, lee.text("volume"), dict(lee.extra)["litreview:alias"]) == ("lee", "3", "lee2")
    assert files[0].read_text(encoding="utf-8") == BIB


def test_entries_that_lean_on_a_merged_one_keep_what_they_had(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@proceedings{p1, title={Harbour meetings of the north}, year=2018, doi={10.1000/p}, editor={Abe, K}}\n"
        "@proceedings{p2, title={Harbour Meetings of the North}, year=2018, doi={10.1000/P}, publisher={Acme}, editor={Abe, K}}\n"
        "@inproceedings{c, author={Lee, A}, title={Ports}, pages={1--2}, crossref={p2}}\n",
        encoding="utf-8",
    )
    before = litreview.load(path)["c"]
    found = litreview.find_duplicates(path)
    assert dict(found.gone) == {"p2": "p1"}
    litreview.merge_duplicates(found, path)
    after = litreview.load(path)["c"]
    assert (after.text("container-title"), after.text("publisher"), after.issued) == (
        before.text("container-title"), before.text("publisher"), before.issued,
    )  # fmt: skip
