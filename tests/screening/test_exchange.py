"""Screening in ASReview and Rayyan: files that they open, and their decisions back in the records."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import litreview
from litreview.errors import ReadError, UnknownName

RECORDS = """\
# candidates
- key: lee2019
  type: article-journal
  title: {en: "Ports of call <i>en route</i>"}
  author: [{family: Lee, given: Ann}]
  issued: 2019
  container-title: Harbours
  screening: {found-in: [Scopus], decision: included}
- key: kim2020
  type: article-journal
  title: {en: Rivers and small cities}
  author: [{family: Kim, given: Bo}]
  issued: 2020
  screening: {found-in: [Scopus], decision: excluded, reason: no city}
- key: sari2021
  type: article-journal
  title: {id: Pelabuhan dan desa di pesisir utara}
  author: [{family: Sari, given: Maya}]
  issued: 2021
  screening: {found-in: [Garuda], decision: excluded-full-text, reason: no data}
- key: putri2022
  type: article-journal
  title: {id: Kota kembar dan pertukaran pelajar}
  author: [{family: Putri, given: Dewi}]
  issued: 2022
  screening: {found-in: [Garuda]}
"""
BLANK = "\n".join(line.split(", decision")[0] + "}" if ", decision" in line else line for line in RECORDS.split("\n"))


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "candidates.yaml"
    path.write_text(RECORDS, encoding="utf-8")
    return path


def decisions(path: Path) -> dict[str, tuple[str | None, str]]:
    return {study.key: (study.screening.decision, study.screening.reason) for study in litreview.load(path)}


@pytest.mark.parametrize("program", ["asreview", "rayyan"])
@pytest.mark.parametrize("suffix", [".csv", ".ris"])
def test_every_decision_comes_back_as_it_was(records: Path, program: str, suffix: str) -> None:
    there = records.with_suffix(suffix)
    litreview.export_screening(records, program, there)
    blank = records.with_name("blank.yaml")
    blank.write_text(BLANK, encoding="utf-8")
    taken = litreview.take_decisions(there, blank)
    assert taken.problems == ()
    assert [(one.key, one.now) for one in taken.decisions] == [
        ("lee2019", "included"),
        ("kim2020", "excluded"),
        ("sari2021", "excluded-full-text"),
    ]
    assert decisions(blank) == decisions(records)
    assert "# candidates" in blank.read_text(encoding="utf-8")
    assert litreview.take_decisions(there, blank).files == ()


def test_the_files_say_it_in_the_words_of_the_program(records: Path) -> None:
    asreview, rayyan = (records.with_name(name) for name in ("asreview.csv", "rayyan.ris"))
    litreview.export_screening(records, "ASReview", asreview)
    litreview.export_screening(records, "rayyan", rayyan)
    rows = list(csv.DictReader(asreview.read_text(encoding="utf-8").splitlines()))
    assert rows[0]["title"] == "Ports of call en route"
    assert [row["included"] for row in rows] == ["1", "0", "1", ""]
    assert 'N1  - RAYYAN-INCLUSION: {"litreview"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: no city' in rayyan.read_text(encoding="utf-8")


def test_what_is_kept_by_title_and_abstract_is_still_to_be_read(records: Path) -> None:
    export = records.with_name("asreview.csv")
    export.write_text(
        "title,authors,year,asreview_label,asreview_note\n"
        "Kota kembar dan pertukaran pelajar,Dewi Putri,2022,1,\n"
        "Pelabuhan dan desa di pesisir utara,Maya Sari,2021,0,wrong field\n"
        "Something that nobody joined,Ann Lee,2001,1,\n",
        encoding="utf-8",
    )
    before = records.read_text(encoding="utf-8")
    taken = litreview.take_decisions(export, records)
    assert [(one.key, one.before, one.now) for one in taken.decisions] == [("putri2022", None, "sought")]
    assert [problem.code for problem in taken.problems] == ["screening-conflict", "screening-no-record"]
    assert records.read_text(encoding="utf-8") == before.replace("found-in: [Garuda]}", "found-in: [Garuda], decision: sought}")


@pytest.mark.parametrize(
    ("said", "decision", "codes"),
    [
        ('{"Ani"=>"Included", "Budi"=>"Included"}', "sought", []),
        ('{"Ani"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: wrong field,no city', "excluded", []),
        ('{"Ani"=>"Maybe"}', None, []),
        ('{"Ani"=>"Included", "Budi"=>"Excluded"}', None, ["screening-divided"]),
    ],
)
def test_reviewers_of_rayyan_must_agree(records: Path, said: str, decision: str | None, codes: list[str]) -> None:
    export = records.with_suffix(".ris")
    export.write_text(
        f"TY  - JOUR\nTI  - Kota kembar dan pertukaran pelajar\nAU  - Putri, Dewi\nPY  - 2022\nN1  - RAYYAN-INCLUSION: {said}\nER  - \n",
        encoding="utf-8",
    )
    taken = litreview.take_decisions(export, records, dry_run=True)
    assert [one.now for one in taken.decisions] == [decision] * (decision is not None)
    assert [problem.code for problem in taken.problems] == codes
    assert records.read_text(encoding="utf-8") == RECORDS


def test_other_files_and_programs_are_refused(records: Path) -> None:
    export = records.with_suffix(".ris")
    export.write_text("TY  - JOUR\nTI  - Ports\nPY  - 2020\nER  - \n", encoding="utf-8")
    with pytest.raises(ReadError, match="no decision of ASReview or Rayyan"):
        litreview.take_decisions(export, records)
    with pytest.raises(UnknownName, match="rayyan"):
        litreview.export_screening(records, "rayan", records.with_suffix(".csv"))
    with pytest.raises(UnknownName, match=r"\.csv"):
        litreview.export_screening(records, "rayyan", records.with_suffix(".docx"))
