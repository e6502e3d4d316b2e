"""The worksheet: what its cells hold, what comes back from a spreadsheet, and what is left alone."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import litreview
from litreview.errors import ReadError
from litreview.record import Period

RECORDS = """\
# my studies
- key: lee2019          # the first
  type: thesis
  title: {en: Motives}
  author: [{family: Lee, given: Ann}, {literal: Badan Pusat Statistik}]
  issued: 2019
  publisher: Acme
  language: en
  abstract: {en: "This study asks why two towns work together. It is qualitative, with interviews. The results show shared interests."}
  aspects:
    method:
      - text: {en: qualitative}
        concept: qualitative
        evidence: {field: abstract, language: en, quote: It is qualitative}
    data: interviews
    period: null
- key: kim2020
  type: thesis
  title: {en: Ports}
  publisher: Acme
  language: en
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "all.yaml").write_text(RECORDS, encoding="utf-8")
    return folder


Edit = Callable[[Worksheet, dict[str, int], dict[str, int]], None]


def edited(path: Path, edit: Edit) -> Path:
    """The workbook after `edit(page, column by heading, row by key)`, as openpyxl saves it."""
    book = load_workbook(path)
    page = book.worksheets[0]
    headings = {str(cell.value): cell.column for cell in page[1]}
    keys = {str(page.cell(row, 1).value): row for row in range(2, page.max_row + 1)}
    edit(page, headings, keys)
    out = path.with_name("edited.xlsx")
    book.save(out)
    return out


def put(key: str, **typed: object) -> Edit:
    """An edit of one row."""

    def edit(page: Worksheet, columns: dict[str, int], rows: dict[str, int]) -> None:
        for heading, value in typed.items():
            page.cell(rows[key], columns[heading]).value = value  # type: ignore[assignment]

    return edit


def made(records: Path, tmp_path: Path) -> Path:
    path = tmp_path / "matrix.xlsx"
    litreview.worksheet(records, lang="en").save(path)
    return path


def states(records: Path, key: str) -> dict[str, str]:
    sheet = litreview.worksheet(records, lang="en").sheet
    row = next(row for row in sheet.rows if row.key == key)
    return {column.name: cell.state for column, cell in zip(sheet.columns, row.cells, strict=True)}


def test_each_cell_knows_what_is_known_of_it(records: Path) -> None:
    known = states(records, "lee2019")
    assert (known["method"], known["data"], known["period"]) == ("recorded", "own", "not-stated")
    assert states(records, "kim2020")["method"] == "no-abstract"
    (records / "new.yaml").write_text(
        "- {key: abe, type: thesis, title: {en: T}, abstract: {en: This study aims to explain why two cities cooperate.}}\n",
        encoding="utf-8",
    )
    fresh = states(records, "abe")
    assert (fresh["aim"], fresh["framework"]) == ("found", "not-read")


def test_states_have_a_colour_a_word_and_their_evidence(records: Path, tmp_path: Path) -> None:
    page = load_workbook(made(records, tmp_path)).worksheets[0]
    headings = {cell.value: cell.column for cell in page[1]}
    method, data, period = (page.cell(2, headings[name]) for name in ("method", "data", "period"))
    assert method.comment.text.splitlines() == ["in the record", "“It is qualitative” (abstract, English)"]
    assert data.comment.text == "your own"
    assert period.value == "not stated"
    assert len({cell.fill.start_color.rgb for cell in (method, data, period)}) == 3
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref.startswith("A1:")
    assert '"success,failure,mixed,not assessed,not stated"' in [one.formula1 for one in page.data_validations.dataValidation]


def test_the_same_studies_give_the_same_bytes(records: Path, tmp_path: Path) -> None:
    first = made(records, tmp_path).read_bytes()
    assert litreview.worksheet(records, lang="en")._written("x.xlsx") == first


def test_what_nobody_changed_changes_nothing(records: Path, tmp_path: Path) -> None:
    path = made(records, tmp_path)
    taken = litreview.take_worksheet(path, records)
    assert (taken.changes, taken.files, taken.problems) == ((), (), ())


def test_what_was_typed_is_taken_and_all_else_stays(records: Path, tmp_path: Path) -> None:
    path = edited(
        made(records, tmp_path),
        put(
            "lee2019",
            year=2021,
            method="qualitative\ncase study",
            framework="paradiplomacy; my own theory",
            period="2016-2018",
            outcome="mixed",
            question="Not stated",
        ),
    )
    taken = litreview.take_worksheet(path, records)
    study = litreview.load(records)["lee2019"]
    assert study.issued is not None
    assert study.issued.year == 2021
    assert [(one.text.get("en"), one.concept) for one in study.aspects.method] == [
        ("qualitative", "qualitative"),
        ("case study", "case-study"),
    ]
    assert study.aspects.method[0].evidence[0].quote == "It is qualitative"
    assert [(one.text.get("en"), one.concept) for one in study.aspects.framework] == [
        ("paradiplomacy", "paradiplomacy"),
        ("my own theory", None),
    ]
    assert study.aspects.period == Period(2016, 2018)
    assert study.aspects.outcome is not None
    assert study.aspects.outcome.concept == "mixed"
    assert "question" in study.aspects.looked_for
    assert len(taken.changes) == 6
    text = (records / "all.yaml").read_text(encoding="utf-8")
    assert text.startswith("# my studies\n- key: lee2019          # the first\n")
    assert text[text.index("- key: kim2020") :] == RECORDS[RECORDS.index("- key: kim2020") :]
    again = litreview.take_worksheet(path, records)
    assert (again.changes, again.files, again.problems) == ((), (), ())


def test_silence_may_be_said_in_another_language_than_the_sheet_s(records: Path, tmp_path: Path) -> None:
    litreview.take_worksheet(edited(made(records, tmp_path), put("lee2019", framework="Tidak disebutkan")), into=records)
    aspects = litreview.load(records)["lee2019"].aspects
    assert "framework" in aspects.looked_for
    assert aspects.framework == ()


def test_words_of_the_abstract_become_evidence(records: Path, tmp_path: Path) -> None:
    litreview.take_worksheet(edited(made(records, tmp_path), put("lee2019", place="two towns")), records)
    (site,) = litreview.load(records)["lee2019"].aspects.site
    assert [one.quote for one in site.evidence] == ["two towns"]
    assert [p.code for p in litreview.check(records) if p.key == "lee2019" and p.severity != "info"] == []


def test_a_column_of_ones_own_is_kept_and_comes_back(records: Path, tmp_path: Path) -> None:
    def edit(page: Worksheet, columns: dict[str, int], rows: dict[str, int]) -> None:
        page.cell(1, len(columns) + 1).value = "Variabel"
        page.cell(rows["kim2020"], len(columns) + 1).value = "citra kota"

    litreview.take_worksheet(edited(made(records, tmp_path), edit), records)
    assert litreview.worksheet(records, lang="en").columns[-1] == "Variabel"


def test_a_conflict_is_shown_and_not_taken(records: Path, tmp_path: Path) -> None:
    path = edited(made(records, tmp_path), put("lee2019", data="documents", year="2022"))
    file = records / "all.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("data: interviews", "data: questionnaires"), encoding="utf-8")
    taken = litreview.take_worksheet(path, records)
    assert [(p.code, p.key, p.get("typed"), p.get("now"), p.get("made")) for p in taken.problems] == [
        ("worksheet-conflict", "lee2019", "documents", "questionnaires", "interviews")
    ]
    study = litreview.load(records)["lee2019"]
    assert [one.text.best("en") for one in study.aspects.data] == [("en", "questionnaires")]
    assert study.issued is not None
    assert study.issued.year == 2022


def test_what_a_column_cannot_hold_is_told(records: Path, tmp_path: Path) -> None:
    path = edited(made(records, tmp_path), put("lee2019", period="since long", year="soon", outcome="great"))
    before = (records / "all.yaml").read_bytes()
    taken = litreview.take_worksheet(path, records)
    assert [(p.code, p.get("value")) for p in taken.problems] == [("worksheet-value", v) for v in ("soon", "since long", "great")]
    assert (records / "all.yaml").read_bytes() == before


def test_rows_may_be_moved_taken_out_doubled_or_unknown(records: Path, tmp_path: Path) -> None:
    def edit(page: Worksheet, columns: dict[str, int], rows: dict[str, int]) -> None:
        page.insert_rows(2)
        page.append(["lee2019", "Nobody"])
        page.append(["lee2018", "Nobody"])
        page.append([None, "A new one"])
        page.cell(rows["kim2020"] + 1, columns["title"]).value = "Ports and towns"

    taken = litreview.take_worksheet(edited(made(records, tmp_path), edit), records)
    assert [(p.code, p.key) for p in taken.problems] == [
        ("worksheet-key-twice", "lee2019"),
        ("worksheet-no-key-in-row", None),
        ("worksheet-key-near", "lee2018"),
    ]
    assert litreview.load(records)["kim2020"].text("title") == "Ports and towns"


def test_an_emptied_cell(records: Path, tmp_path: Path) -> None:
    taken = litreview.take_worksheet(edited(made(records, tmp_path), put("lee2019", data=None, period=None)), records)
    assert [change.heading for change in taken.changes] == ["data"]
    assert litreview.load(records)["lee2019"].aspects.data == ()


def test_a_column_taken_out_empties_nothing(records: Path, tmp_path: Path) -> None:
    path = edited(made(records, tmp_path), lambda page, columns, rows: page.delete_cols(columns["method"]))
    assert litreview.take_worksheet(path, records).changes == ()


def test_a_dry_run_writes_nothing(records: Path, tmp_path: Path) -> None:
    taken = litreview.take_worksheet(edited(made(records, tmp_path), put("kim2020", year="1999")), records, dry_run=True)
    assert len(taken.files) == 1
    assert (records / "all.yaml").read_text(encoding="utf-8") == RECORDS


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_comes_back_whatever_the_delimiter(records: Path, tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "matrix.csv"
    litreview.worksheet(records, lang="id").save(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfkunci,")
    path.write_text(f"kunci{delimiter}tahun\nkim2020{delimiter}2001\n", encoding="utf-8")
    litreview.take_worksheet(path, records)
    study = litreview.load(records)["kim2020"]
    assert study.issued is not None
    assert study.issued.year == 2001


def test_nothing_becomes_a_formula(records: Path, tmp_path: Path) -> None:
    file = records / "all.yaml"
    file.write_text(RECORDS.replace("{en: Ports}", '{en: "=HYPERLINK(1)"}'), encoding="utf-8")
    page = load_workbook(made(records, tmp_path)).worksheets[0]
    assert [cell.data_type for cell in page[3] if cell.value == "=HYPERLINK(1)"] == ["s"]
    litreview.worksheet(records, lang="en").save(tmp_path / "m.csv")
    assert "'=HYPERLINK(1)" in (tmp_path / "m.csv").read_text(encoding="utf-8")
    assert litreview.take_worksheet(tmp_path / "m.csv", records, lang="en").changes == ()


def test_what_is_no_worksheet_is_refused(records: Path, tmp_path: Path) -> None:
    other = Workbook()
    other.save(tmp_path / "other.xlsx")
    with pytest.raises(ReadError, match='no column "kunci"'):
        litreview.take_worksheet(tmp_path / "other.xlsx", records)
    hostile = io.BytesIO()
    with zipfile.ZipFile(hostile, "w") as package:
        package.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    (tmp_path / "hostile.xlsx").write_bytes(hostile.getvalue())
    with pytest.raises(ReadError, match=r"no \.xlsx workbook"):
        litreview.take_worksheet(tmp_path / "hostile.xlsx", records)
    (tmp_path / "cut.xlsx").write_bytes(made(records, tmp_path).read_bytes()[:3000])
    with pytest.raises(ReadError, match=r"no \.xlsx workbook"):
        litreview.take_worksheet(tmp_path / "cut.xlsx", records)


@pytest.mark.parametrize("suffix", ["html", "docx", "md"])
def test_it_can_be_read_elsewhere(records: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"m.{suffix}"
    litreview.worksheet(records, lang="id").save(path)
    data = path.read_bytes()
    text = zipfile.ZipFile(path).read("word/document.xml").decode() if suffix == "docx" else data.decode()
    assert "tidak disebutkan" in text
    assert "isian Anda" in text


@pytest.mark.slow
def test_libreoffice_gives_back_what_it_got(records: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is absent")
    path = edited(made(records, tmp_path), put("kim2020", method="survey\ninterviews", year=2018))
    out = tmp_path / "out"
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    taken = litreview.take_worksheet(out / "edited.xlsx", records)
    assert [(change.heading, change.after) for change in taken.changes] == [("year", "2018"), ("method", "survey\ninterviews")]
    assert taken.problems == ()


def test_one_cell_filled_in_silences_no_other(records: Path, tmp_path: Path) -> None:
    """A study of which the record holds nothing is read as before once a person has filled in one aspect."""
    (records / "new.yaml").write_text(
        "- {key: abe, type: thesis, title: {en: T}, abstract: {en: This study aims to explain why two cities cooperate.}}\n",
        encoding="utf-8",
    )
    litreview.take_worksheet(edited(made(records, tmp_path), put("abe", method="survey")), records)
    known = states(records, "abe")
    assert (known["method"], known["aim"]) == ("own", "found")
    text = litreview.draft(records, lang="en").document
    assert "explain why two cities cooperate" in str(text)


def test_a_column_of_ones_own_stands_in_the_table_of_previous_studies(records: Path, tmp_path: Path) -> None:
    def edit(page: Worksheet, columns: dict[str, int], rows: dict[str, int]) -> None:
        page.cell(1, len(columns) + 1).value = "Variable"
        page.cell(rows["lee2019"], len(columns) + 1).value = "image of the town"

    litreview.take_worksheet(edited(made(records, tmp_path), edit), records)
    review = litreview.draft(records, lang="en")
    table = review.tables[0]
    assert table.columns[-3:] == ("Variable", "Similarity", "Difference")
    assert sorted(str(value) for value in table.column("Variable")) == ["image of the town", "not filled in"]
    assert [p.code for p in litreview.check_draft(review) if p.severity != "info"] == []
