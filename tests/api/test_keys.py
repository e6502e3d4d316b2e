"""Keys by a formula: the map, and sources and outline that follow it, all or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import litreview
from litreview.errors import ReadError, UnknownName, WriteError

BIB = """% mine
@string{jj = "Journal of Ports"}
@article{Zot1,  author = "Lee, Ann", title = {Ports of call},
  journal = jj, year = 2019, crossref={Parent} }
@comment{keep me}
@proceedings{Parent, title={Harbours}, year=2018, editor={Abe, K}}
"""
YAML = """# mine
- key: Budi1   # the first
  type: book
  title: {id: Kota pelabuhan}
  author: [{family: Santoso, given: Budi}]
  issued: 2019
  status-of-reading: half   # a field of my own
"""
OUTLINE = """# the evidence: [@Zot1; @Budi1]
themes:
  - keyword: ports
    studies: [Zot1, "Budi1"]   # both
    remarks: |
      As @Zot1 says [-@Budi1, hlm. 3; see @Zot1x, @{Zot1}]; write to zot@Zot1
    title: {en: Budi1}
leave-out:
  Parent: Zot1 holds it
"""
NEW = {"Zot1": "lee-ports-2019", "Parent": "abe-harbours-2018", "Budi1": "santoso-kota-2019"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(OUTLINE, encoding="utf-8")
    return tmp_path


def test_the_map_is_shown_and_nothing_written(folder: Path) -> None:
    found = litreview.keys(folder, outline=folder / "plan.yaml")
    assert dict(found.changes) == NEW
    assert not found.files
    assert (folder / "a.bib").read_text(encoding="utf-8") == BIB
    assert (folder / "b.yaml").read_text(encoding="utf-8") == YAML


def test_sources_and_outline_follow_and_all_else_stays(folder: Path) -> None:
    found = litreview.rename_keys(folder, outline=folder / "plan.yaml")
    assert [Path(file.path).name for file in found.files] == ["a.bib", "b.yaml", "plan.yaml"]
    bib = BIB.replace("{Zot1,", "{lee-ports-2019,").replace("Parent", "abe-harbours-2018")
    assert (folder / "a.bib").read_text(encoding="utf-8") == bib
    assert (folder / "b.yaml").read_text(encoding="utf-8") == YAML.replace("Budi1", "santoso-kota-2019")
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == (
        """# the evidence: [@lee-ports-2019; @santoso-kota-2019]
themes:
  - keyword: ports
    studies: [lee-ports-2019, "santoso-kota-2019"]   # both
    remarks: |
      As @lee-ports-2019 says [-@santoso-kota-2019, hlm. 3; see @Zot1x, @{lee-ports-2019}]; write to zot@Zot1
    title: {en: Budi1}
leave-out:
  abe-harbours-2018: Zot1 holds it
"""
    )
    assert not litreview.keys(folder, outline=folder / "plan.yaml").changes
    assert not litreview.rename_keys(folder, outline=folder / "plan.yaml").files
    assert not list(folder.glob(".litreview*"))


def test_the_same_work_in_two_files_gets_one_key(folder: Path) -> None:
    library = litreview.load(folder / "a.bib")
    (folder / "copy.bib").write_text(library.to_bibtex(), encoding="utf-8")
    litreview.rename_keys(folder / "a.bib", folder / "copy.bib")
    assert "lee-ports-2019" in (folder / "copy.bib").read_text(encoding="utf-8")
    assert "Zot1" not in (folder / "copy.bib").read_text(encoding="utf-8")
    assert len(litreview.load(folder / "a.bib", folder / "copy.bib")) == 2


def test_two_works_under_one_key_get_two(folder: Path) -> None:
    (folder / "other.bib").write_text("@book{Zot1, author={Wijaya, C}, title={Tides}, year=2001, publisher={Acme}}\n", encoding="utf-8")
    litreview.rename_keys(folder / "a.bib", folder / "other.bib")
    assert (folder / "other.bib").read_text(encoding="utf-8").startswith("@book{wijaya-tides-2001,")
    assert "{lee-ports-2019," in (folder / "a.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.ris", "TY  - BOOK\nTI  - Tides\nAU  - Lee, Ann\nPY  - 2001\nID  - mine\nER  - \n"),
        ("c.json", '[{"id": "x", "type": "book", "title": "Tides"}]'),
    ],
)
def test_what_cannot_be_rewritten_is_refused_before_anything_is(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(WriteError, match="not changed in place"):
        litreview.rename_keys(folder / "a.bib", folder / name, formula="{Family}{year}")
    assert (folder / "a.bib").read_text(encoding="utf-8") == BIB


def test_a_source_that_needs_no_change_may_be_of_any_kind(folder: Path) -> None:
    (folder / "c.ris").write_text("TY  - BOOK\nTI  - Tides\nAU  - Lee, Ann\nPY  - 2001\nER  - \n", encoding="utf-8")
    found = litreview.rename_keys(folder / "a.bib", folder / "c.ris")
    assert [Path(file.path).name for file in found.files] == ["a.bib"], "a key that the reader made is by the formula"


def test_if_one_file_cannot_take_its_place_all_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.replace, list[str]()

    def failing(source: str | Path, target: str | Path) -> None:
        calls.extend([str(target)] if Path(target).parent == folder else [])
        if len(calls) == 2 and calls[-1] == str(target):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(WriteError, match=r"b\.yaml"):
        litreview.rename_keys(folder, outline=folder / "plan.yaml")
    assert [Path(call).name for call in calls] == ["a.bib", "b.yaml", "a.bib"], "the first is given back"
    assert [(folder / name).read_text(encoding="utf-8") for name in ("a.bib", "b.yaml", "plan.yaml")] == [BIB, YAML, OUTLINE]
    assert not list(folder.glob(".litreview*"))


def test_a_wrong_outline_or_formula_changes_nothing(folder: Path) -> None:
    with pytest.raises(UnknownName, match="author"):
        litreview.rename_keys(folder, formula="{author}", outline=folder / "plan.yaml")
    (folder / "plan.yaml").write_text("themas: []\n", encoding="utf-8")
    with pytest.raises(ReadError, match="themas"):
        litreview.rename_keys(folder, outline=folder / "plan.yaml")
    assert (folder / "a.bib").read_text(encoding="utf-8") == BIB


def test_line_ends_and_marks_of_the_outline_stay(folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(b"\xef\xbb\xbf" + OUTLINE.replace("\n", "\r\n").encode())
    litreview.rename_keys(folder, outline=folder / "plan.yaml")
    data = (folder / "plan.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# the evidence: [@lee-ports-2019")
    assert data.count(b"\r\n") == OUTLINE.count("\n") == data.count(b"\n")
