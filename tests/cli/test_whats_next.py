"""After a chapter was made: which draft, which outline and which place come next, and what a plan says of each part."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

import litreview
from litreview.languages import language, tags

Run = Callable[..., tuple[int, list[str], list[str]]]

SECOND = """\
- key: kim2021
  type: book
  title: {en: Harbours}
  author: [{family: Kim, given: Bo}]
  issued: 2021
  publisher: Acme
  language: en
  abstract: {en: "This study describes how two harbours trade. A survey of 40 firms was used. The results show steady growth."}
"""


def test_an_outline_that_lies_here_and_is_not_used_is_told(run: Run, tmp_path: Path) -> None:
    assert run("themes", "lee.yaml", "-o", "outline.yaml")[2][-1].endswith("litreview draft lee.yaml --outline outline.yaml")
    told = (
        'outline.yaml lies in this folder but is not used: add --outline outline.yaml, or write outline = "outline.yaml" in litreview.toml'
    )
    assert told in run("draft", "lee.yaml", "-o", "a.docx")[2]
    assert told in run("status", "a.docx", "lee.yaml")[2]
    assert told not in run("draft", "lee.yaml", "-o", "b.docx", "--outline", "outline.yaml")[2]
    (tmp_path / "litreview.toml").write_text('outline = "outline.yaml"\n', encoding="utf-8")
    assert told not in run("draft", "lee.yaml", "-o", "c.docx")[2]
    assert [line for line in run("themes", "lee.yaml", "-o", "outline.yaml")[2] if "next:" in line] == []


def test_the_greeting_names_the_outline_unless_the_settings_do(run: Run, tmp_path: Path) -> None:
    run("init", "work", "--example", "sister-city")
    os.chdir(tmp_path / "work")
    assert next(line for line in run()[1] if line.startswith("  litreview draft ")).split("  ")[1] == "litreview draft"
    settings = Path("litreview.toml")
    settings.write_text(settings.read_text("utf-8").replace("outline =", "# outline ="), "utf-8")
    assert any(line.startswith("  litreview draft --outline outline.yaml  ") for line in run()[1])


def test_the_greeting_names_the_last_chapter_and_no_copy_and_the_place_of_the_settings(run: Run, tmp_path: Path) -> None:
    run("init", "work", "--example", "sister-city")
    os.chdir(tmp_path / "work")
    for number, name in enumerate(("z.docx", "a.docx", "z.bak1.docx")):
        run("draft", "-o", name)
        os.utime(name, (1e9 + 100 * number, 1e9 + 100 * number))
    os.utime("z.docx", (1e9 + 500, 1e9 + 500))
    run("bibliography", "-o", "b.docx")
    for name in ("x.bib", "y.json", "z.ris"):
        run("convert", "-o", name)
    out = run()[1]
    assert [line for line in out if line.startswith("Draft")] == ["Draft: z.docx, a.docx."]
    assert "folder references " in out[2]


def test_each_part_of_a_plan_is_told_once_by_its_name_and_the_headings_of_the_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kim.yaml").write_text(SECOND, encoding="utf-8")
    run("draft", "lee.yaml", "kim.yaml", "-o", "bab2.docx", "--lang", "id")
    word = docx.Document("bab2.docx")
    next(p for p in word.paragraphs if "Kim" in p.text).add_run(" Tambahan penulis.")
    word.save("bab2.docx")
    out = run("status", "bab2.docx", "lee.yaml")[1]
    assert [line.split() for line in out if "row kim2021" in line] == [["removed", "Tabel", "row", "kim2021"]]
    assert not [line for line in out if line.split() in (["removed", "Tabel"], ["added", "Tabel"])]
    assert not [line for line in out if "Scope of the review" in line]
    assert [line for line in out if "Pengantar" in line]


def test_a_draft_that_stays_as_it_is_is_not_said_to_be_written(run: Run) -> None:
    run("draft", "lee.yaml", "-o", "bab2.docx")
    word = docx.Document("bab2.docx")
    word.add_paragraph("Kata-kata penulis sendiri.")
    word.save("bab2.docx")
    run("draft", "lee.yaml", "-o", "bab2.docx")
    before = Path("bab2.docx").read_bytes()
    err = run("draft", "lee.yaml", "-o", "bab2.docx")[2]
    assert Path("bab2.docx").read_bytes() == before
    assert [line for line in err if "nothing changes" in line]
    assert not [line for line in err if "written" in line]


def test_a_chapter_put_into_a_template_that_is_a_draft_names_no_copy(run: Run) -> None:
    run("draft", "lee.yaml", "-o", "bab2.docx")
    word = docx.Document("bab2.docx")
    word.add_paragraph("Kata-kata penulis sendiri.")
    word.save("bab2.docx")
    err = run("draft", "lee.yaml", "-o", "other.docx", "--template", "bab2.docx", "--style", "ieee")[2]
    assert [line for line in err if "the template itself was not changed" in line]
    assert not [line for line in err if '""' in line]


def test_all_places_that_wait_are_counted(run: Run) -> None:
    run("draft", "lee.yaml", "-o", "bab2.docx")
    code, _, err = run("finish", "bab2.docx", "-o", "final.docx")
    listed = [line for line in err if line.startswith("bab2.docx: ")]
    more = [int(line.rsplit(" ", 1)[1]) for line in listed if line.startswith("bab2.docx: marks that wait for you besides")]
    assert code == 1
    assert f"{len(listed) - len(more) + sum(more)} places wait for you" in err[-1]


def test_a_worksheet_made_in_another_language_is_answered_in_that_of_the_reader(run: Run, tmp_path: Path) -> None:
    run("matrix", "lee.yaml", "-o", "m.xlsx", lang="id_ID.UTF-8")
    book = load_workbook("m.xlsx")
    page = book.worksheets[0]
    headings = {cell.value: cell.column for cell in page[1]}
    page.cell(2, headings["tahun"]).value = "dua ribu"
    page.cell(3, 1).value = "dua2019"
    page.cell(2, headings["periode"]).value = "lama"
    page.cell(2, page.max_column + 1).value = "ya"
    page.cell(1, page.max_column).value = "inti"
    book.save("m.xlsx")
    err = run("matrix", "--take", "m.xlsx", "--into", "lee.yaml", "--dry-run")[2]
    assert [line for line in err if line.endswith("write a year, as in 2019")]
    assert [line for line in err if line.endswith("write one year or two, as in 2016–2018")]
    assert [line for line in err if line.startswith("dua2019: ") and "did you mean" not in line]
    out, err = run("matrix", "--take", "m.xlsx", "--into", "lee.yaml", lang="id_ID.UTF-8")[1:]
    assert [line for line in err if line.endswith("tulis tahun, seperti 2019")]
    assert 'lee2019: inti: kosong menjadi "ya"' in out


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (("drafft",), 'litreview: perintah "drafft" tidak dikenal; maksud Anda "draft"? (litreview help menyebut semuanya)'),
        (("draft", "--styel"), 'litreview draft: opsi atau nilai "--styel" tidak dikenal; maksud Anda "--style"? (lihat litreview draft --help)'),
        (("draft", "lee.yaml", "--only", "year=1900"), "litreview: tidak ada studi yang tersisa menurut kerangka atau --only: longgarkan pilihannya"),
        (("themes", "lee.yaml", "--only", "year=1900", "-o", "k.yaml"), "litreview: tidak ada studi yang sesuai dengan --only: pilih tahun, jenis, atau tag lain"),
    ],
)  # fmt: skip
def test_what_is_misused_is_told_in_one_language_with_the_next_step(run: Run, argv: tuple[str, ...], line: str) -> None:
    assert run(*argv, lang="id_ID.UTF-8")[2][-1] == line


def test_a_file_without_a_byte_is_told_as_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.bib").write_bytes(b"")
    assert run("check", "none.bib", lang="id_ID.UTF-8")[1][0].startswith("none.bib: berkas ini kosong atau tidak memuat studi: ekspor lagi")


def kinds_of_names() -> Iterator[tuple[str, str]]:
    """The kinds of names that can be unknown to whoever types at the command line, by where they are raised."""
    for room in ("api", "cli", "cite", "review", "themes", "writers"):
        for path in (Path(litreview.__file__).parent / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "UnknownName" and isinstance(node.args[0], ast.Constant):
                    yield str(node.args[0].value), path.name


PROGRAMMING = {"kind", "style of ours"}
"""Names that are given by whoever programs, not typed."""


@pytest.mark.parametrize("tag", tags())
def test_every_kind_of_name_has_a_word_in_every_language(tag: str) -> None:
    known = language(tag).section("messages")["kinds"]
    assert {(kind, where) for kind, where in kinds_of_names() if kind not in known and kind not in PROGRAMMING} == set()
